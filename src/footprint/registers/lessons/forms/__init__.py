"""Forms of lessons, of offers to families and of the school's years."""

from footprint.registers.lessons.forms.finding import OfferFilter, RecordFilter
from footprint.registers.lessons.forms.lessons import (
    LessonForm,
    ReasonForm,
    TaughtForm,
)
from footprint.registers.lessons.forms.offers import OfferForm
from footprint.registers.lessons.forms.years import YearsForm

__all__ = [
    "LessonForm",
    "OfferFilter",
    "OfferForm",
    "ReasonForm",
    "RecordFilter",
    "TaughtForm",
    "YearsForm",
]
