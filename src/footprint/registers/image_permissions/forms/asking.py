"""Whom to ask, and which people are in a picture."""

from collections.abc import Iterable

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form, Radios
from footprint.registers.image_permissions.forms.listing import ADULTS
from footprint.registers.image_permissions.models import ImageUse


class AskForm(Form):
    """About whom families and staff are asked."""

    mark_optional = False
    class_name = forms.ChoiceField(label=_("Class"), required=False)
    who = forms.ChoiceField(
        label=_("About"),
        required=False,
        choices=[("", _("Pupils")), (ADULTS, _("Staff and other adults"))],
    )

    def __init__(self, data: object, *, classes: Iterable[str]) -> None:
        super().__init__(data)
        choices = [("", _("Every class")), *((name, name) for name in classes)]
        self.fields["class_name"].choices = choices  # type: ignore[attr-defined]


class PictureForm(Form):
    """For what a picture is used, and how to find who is in it."""

    mark_optional = False
    use = forms.ChoiceField(label=_("Where would the picture go?"), widget=Radios, required=False)
    words = forms.CharField(label=_("Name or class"), required=False, max_length=100)
    class_name = forms.ChoiceField(label=_("Class"), required=False)

    def __init__(
        self, data: QueryDict | None, *, uses: Iterable[ImageUse], classes: Iterable[str]
    ) -> None:
        super().__init__(data)
        choices = [(use.key, use.label) for use in uses]
        self.fields["use"].choices = choices  # type: ignore[attr-defined]
        names = [("", _("Every class")), *((name, name) for name in classes)]
        self.fields["class_name"].choices = names  # type: ignore[attr-defined]
