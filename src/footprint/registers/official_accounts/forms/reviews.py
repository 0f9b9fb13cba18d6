"""The yearly look at an account, and a step of a task list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form, YesNoField


class ReviewForm(Form):
    """Three questions that somebody answers with the account's settings open."""

    second_factor_on = YesNoField(
        label=_("Does signing in need a second step, for everybody who can?"),
        help_text=_("A code from an app or a message, besides the password"),
    )
    recovery_works = YesNoField(
        label=_("Are the recovery address and phone the school's own, and do they work?")
    )
    people_right = YesNoField(
        label=_("Can only the people of this register get in?"),
        help_text=_("Look at the list of users or devices in the account's settings"),
    )
    note = forms.CharField(
        label=_("Anything to note?"),
        max_length=300,
        required=False,
        help_text=_("Never a password"),
    )


class StepForm(Form):
    """A word about a task that is done."""

    note = forms.CharField(label=_("Note"), max_length=300, required=False)
