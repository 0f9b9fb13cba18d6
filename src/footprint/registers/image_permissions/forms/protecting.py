"""Why somebody is not published, and when to look at it again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Form, Radios
from footprint.registers.image_permissions.models import ProtectionReason

LONGEST_NOTE = 500


class ProtectForm(Form):
    """Only the safeguarding leads and the head read what is written here."""

    reason = forms.ChoiceField(
        label=_("Why is nothing of them published?"), widget=Radios, choices=ProtectionReason
    )
    note = forms.CharField(
        label=_("What whoever looks at it again has to know"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Only safeguarding leads and the headteacher read it. Write where the record is kept "
            "rather than what it says."
        ),
    )
    review_on = DateField(label=_("When do you want to look at it again?"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("reason") == ProtectionReason.OTHER and not cleaned.get("note"):
            self.add_error("note", _("Say in a few words what the reason is"))
        return cleaned

    @property
    def chosen_reason(self) -> ProtectionReason:
        return ProtectionReason(self.cleaned_data["reason"])
