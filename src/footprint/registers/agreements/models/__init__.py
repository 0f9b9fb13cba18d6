"""Texts with their versions, requests to sign, answers, and the school's number of reminders."""

from footprint.registers.agreements.models.answers import (
    Ended,
    How,
    Signature,
    SignatureQuerySet,
    State,
)
from footprint.registers.agreements.models.asking import (
    Channel,
    ReminderPlan,
    SigningRequest,
    SigningRequestQuerySet,
)
from footprint.registers.agreements.models.texts import AgreementText, AgreementTextQuerySet

__all__ = [
    "AgreementText",
    "AgreementTextQuerySet",
    "Channel",
    "Ended",
    "How",
    "ReminderPlan",
    "Signature",
    "SignatureQuerySet",
    "SigningRequest",
    "SigningRequestQuerySet",
    "State",
]
