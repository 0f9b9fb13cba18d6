"""What somebody saw online that may be against the law."""

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Checkboxes, Form
from footprint.rulebook.decisions.where_to_report import TABLE, Seen


class SeenForm(Form):
    """Boxes only: nothing that is ticked here is kept."""

    seen = forms.TypedMultipleChoiceField(
        label=_("What did you see? Tick all that may fit"),
        choices=[(each.value, row.question) for each, row in TABLE.items()],
        coerce=Seen,
        widget=Checkboxes,
        error_messages={"required": _("Tick what fits best; you need not be certain")},
    )
