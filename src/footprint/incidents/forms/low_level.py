"""Tell of oneself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form
from footprint.incidents.forms.parts import LONGEST_TEXT, words


class SelfReferralForm(Form):
    """One box: whoever tells of themselves is asked for nothing that could put them off."""

    text = forms.CharField(
        label=_("What happened, when, and who else was there?"),
        help_text=_("In words. For example: a pupil sent me a friend request and I accepted it"),
        max_length=LONGEST_TEXT,
        error_messages={"required": _("Write what happened")},
        widget=words(6),
    )
