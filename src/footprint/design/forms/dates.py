"""
A date in three boxes: day, month, year.

Source: GOV.UK Design System, "Dates" and "Date input"; each error names what is missing and
marks the box it is about. Three boxes need no picker, no script and no guess about order.
"""

import calendar
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

PARTS = ("day", "month", "year")
LABELS = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}


class DateInput(forms.Widget):
    """
    Three text boxes named ``<name>_day``, ``<name>_month`` and ``<name>_year``.

    Attributes:
        faulty: the boxes that the last check found fault with; the field sets it.
    """

    template_name = "design/forms/date.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.faulty: frozenset[str] = frozenset()

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> dict[str, str]:
        """What was typed, by part; a part that was not sent is empty."""
        return {part: str(data.get(f"{name}_{part}") or "").strip() for part in PARTS}

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> bool:
        """True when none of the three boxes was sent."""
        return not any(f"{name}_{part}" in data for part in PARTS)

    def id_for_label(self, id_: str | None) -> str:
        """Where the error summary leads: the first faulty box, or the first box."""
        first = next((part for part in PARTS if part in self.faulty), PARTS[0])
        return f"{id_}_{first}" if id_ else ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The usual ``widget``, with ``parts``: one dictionary for each box."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        typed = _as_parts(value)
        own_id = context["widget"]["attrs"].get("id")
        invalid = context["widget"]["attrs"].get("aria-invalid") == "true"
        context["widget"]["parts"] = [
            {
                "name": f"{name}_{part}",
                "id": f"{own_id}_{part}" if own_id else "",
                "label": LABELS[part],
                "value": typed[part],
                "width": 4 if part == "year" else 2,
                "faulty": invalid and (part in self.faulty or not self.faulty),
            }
            for part in PARTS
        ]
        return context


class DateField(forms.Field):
    """
    Cleans to ``datetime.date``, or None where it is not required and all three boxes are empty.

    Args:
        what: the date's name inside a sentence, with its article: "the date of the post".
        earliest: the first day allowed. Set it from the view's clock, on the form's field.
        latest: the last day allowed; the same.
    """

    widget = DateInput

    def __init__(
        self,
        *,
        what: str = "the date",
        earliest: date | None = None,
        latest: date | None = None,
        **kwargs: Any,
    ) -> None:
        self.what, self.earliest, self.latest = what, earliest, latest
        required = format_lazy(_("Enter {what}"), what=what)
        error_messages = {"required": required, **kwargs.pop("error_messages", {})}
        super().__init__(error_messages=error_messages, **kwargs)

    def clean(self, value: Any) -> Any:
        """Forget the faults of an earlier check, then check."""
        self._mark()
        return super().clean(value)

    def to_python(self, value: Any) -> date | None:
        """The date in the boxes. Raises ValidationError and marks the boxes it is about."""
        if value is None or isinstance(value, date):
            return value
        missing = [part for part in PARTS if not value[part]]
        if len(missing) == len(PARTS):
            return None
        if missing:
            lacks = str(_(" and ")).join(f"a {str(LABELS[part]).lower()}" for part in missing)
            raise self._fault(_("%(What)s must include %(lacks)s"), *missing, lacks=lacks)
        return self._real_date(value)

    def validate(self, value: Any) -> None:
        """Required, and between ``earliest`` and ``latest``, both included."""
        super().validate(value)
        if value is None:
            return
        if self.earliest and value < self.earliest:
            first = date_format(self.earliest, "j F Y")
            raise self._fault(_("%(What)s must be on or after %(day)s"), *PARTS, day=first)
        if self.latest and value > self.latest:
            last = date_format(self.latest, "j F Y")
            raise self._fault(_("%(What)s must be on or before %(day)s"), *PARTS, day=last)

    def _real_date(self, parts: Mapping[str, str]) -> date:
        if not re.fullmatch(r"[0-9]{4}", parts["year"]):
            raise self._fault(_("The year must have 4 numbers, like 2026"), "year")
        month = _month(parts["month"])
        if not month:
            raise self._fault(_("The month must be a number from 1 to 12"), "month")
        if not re.fullmatch(r"[0-9]{1,2}", parts["day"]):
            raise self._fault(_("The day must be a number from 1 to 31"), "day")
        try:
            return date(int(parts["year"]), month, int(parts["day"]))
        except ValueError:
            raise self._fault(_("%(What)s must be a real date"), *PARTS) from None

    def _fault(self, sentence: Any, *parts: str, **words: str) -> ValidationError:
        self._mark(*parts)
        words["What"] = self.what[:1].upper() + self.what[1:]
        return ValidationError(str(sentence) % words, code="invalid")

    def _mark(self, *parts: str) -> None:
        widget: object = self.widget  # the stubs do not know that an instance holds an instance
        if isinstance(widget, DateInput):
            widget.faulty = frozenset(parts)


def _month(text: str) -> int | None:
    """1 to 12 from a number or an English month's name, three letters being enough."""
    if re.fullmatch(r"[0-9]{1,2}", text):
        return int(text) if 1 <= int(text) <= 12 else None
    short = text.lower().rstrip(".")
    found = [number for name, number in MONTHS.items() if name.startswith(short)]
    return found[0] if len(short) >= 3 and len(found) == 1 else None


def _as_parts(value: Any) -> dict[str, str]:
    if isinstance(value, date):
        return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
    return {part: str((value or {}).get(part, "")) for part in PARTS}
