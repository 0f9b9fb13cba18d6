"""Forms of the register of official accounts."""

from footprint.registers.official_accounts.forms.accounts import (
    AccountForm,
    ClosingForm,
    DecisionForm,
    NewAccountForm,
)
from footprint.registers.official_accounts.forms.lookalikes import LookalikeForm, LookForm
from footprint.registers.official_accounts.forms.people import PeopleForm, PolicyForm, StaffField
from footprint.registers.official_accounts.forms.reviews import ReviewForm, StepForm

__all__ = [
    "AccountForm",
    "ClosingForm",
    "DecisionForm",
    "LookForm",
    "LookalikeForm",
    "NewAccountForm",
    "PeopleForm",
    "PolicyForm",
    "ReviewForm",
    "StaffField",
    "StepForm",
]
