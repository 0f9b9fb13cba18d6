"""Which people of the register are shown."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form

PUPILS, ADULTS = "pupils", "adults"
UNANSWERED, ASKED, LEFT, DISAGREE = "unanswered", "asked", "left", "disagree"


class FilterForm(Form):
    """Everything is optional; pupils unless somebody asks for adults."""

    mark_optional = False
    words = forms.CharField(label=_("Name or class"), required=False, max_length=100)
    class_name = forms.ChoiceField(label=_("Class"), required=False)
    who = forms.ChoiceField(
        label=_("Who"),
        required=False,
        choices=[("", _("Pupils")), (ADULTS, _("Staff and other adults"))],
    )
    show = forms.ChoiceField(
        label=_("Show"),
        required=False,
        choices=[
            ("", _("Everybody")),
            (UNANSWERED, _("Where an answer is missing")),
            (ASKED, _("Asked, and not answered yet")),
            (DISAGREE, _("Where parents disagree")),
            (LEFT, _("Those who have left")),
        ],
    )

    def __init__(self, data: object, *, classes: Iterable[str]) -> None:
        super().__init__(data)
        choices = [("", _("Every class")), *((name, name) for name in classes)]
        self.fields["class_name"].choices = choices  # type: ignore[attr-defined]
