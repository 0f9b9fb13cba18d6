"""
One dated fact: what it says, where and when it holds, where we saw it, who checked it.

A file of its own because the files' reader, the pack and the pages all speak of facts.
Free of Django, so that `footprint read` can use it without settings.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from footprint.rulebook.terms import Audience

NATIONS = ("england", "wales", "scotland", "northern_ireland")


class Theme(StrEnum):
    """What a file of facts is about."""

    AGES = "ages"
    ROUTES = "routes"
    CLOCKS = "clocks"
    CHANNELS = "channels"
    LAWS = "laws"
    RETENTION = "retention"
    PRIVACY = "privacy"


class Kind(StrEnum):
    """The shape of a value."""

    AGE = "age"  # whole years
    DURATION = "duration"  # a whole number of `unit`
    CONTACT = "contact"
    STATEMENT = "statement"  # a sentence
    YES_NO = "yes_no"  # whether the title is true


class Unit(StrEnum):
    """What a duration is counted in."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    SCHOOL_DAYS = "school_days"
    MONTHS = "months"
    YEARS = "years"


class Standing(StrEnum):
    """Whether something holds, or was only announced: then it is never given as an answer."""

    IN_FORCE = "in_force"
    ANNOUNCED = "announced"


class Status(StrEnum):
    """Whether somebody saw the fact in a source. An unchecked one says so wherever it is shown."""

    CHECKED = "checked"
    UNCHECKED = "unchecked"


@dataclass(frozen=True)
class Day:
    """A day, or a month where no source gives the day; then `first` is the first of the month."""

    first: date
    month_only: bool = False

    @property
    def last(self) -> date:
        """The day itself; of a month, its last."""
        if not self.month_only:
            return self.first
        return (self.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    def __str__(self) -> str:
        month = f"{self.first:%B %Y}"
        return month if self.month_only else f"{self.first.day} {month}"


@dataclass(frozen=True)
class Contact:
    """How to reach somebody. At least one of telephone, e-mail and web is there."""

    phone: str = ""
    email: str = ""
    web: str = ""
    text: str = ""
    hours: str = ""

    def __str__(self) -> str:
        text = f"text {self.text}" if self.text else ""
        return ", ".join(filter(None, (self.phone, self.email, self.web, text, self.hours)))


@dataclass(frozen=True)
class Source:
    """Where a fact was seen. `url` is empty where only the place is known, not the page."""

    title: str
    url: str = ""

    def __str__(self) -> str:
        return self.title


Value: TypeAlias = int | str | bool | Contact


@dataclass(frozen=True)
class SchoolsValue:
    """What a school goes by instead of a fact: its value, that in words, why, and since when."""

    value: int | str | bool
    words: str
    reason: str
    since: date


@dataclass(frozen=True)
class Fact:
    """
    One fact of the pack.

    Args:
        key: its name in the code and in addresses, such as "age.whatsapp".
        unit: only for a duration.
        nations: members of `NATIONS`, in their order.
        valid_from, valid_to: first and last day on which it holds; None is open.
        expected: for what was announced, when it is to begin, in words ("spring 2027").
        look_again_on: for what was announced, the day from which somebody must look again.
        checked_on, checked_by: None and empty for what was never checked.
        audience: whom it may be shown to; some lines are not for staff.
    """

    key: str
    theme: Theme
    title: str
    kind: Kind
    value: Value
    unit: Unit | None
    nations: tuple[str, ...]
    valid_from: Day | None
    valid_to: Day | None
    standing: Standing
    expected: str
    look_again_on: date | None
    status: Status
    sources: tuple[Source, ...]
    checked_on: Day | None
    checked_by: str
    audience: frozenset[Audience]
    note: str

    @property
    def is_checked(self) -> bool:
        return self.status is Status.CHECKED

    @property
    def is_announced(self) -> bool:
        return self.standing is Standing.ANNOUNCED

    @property
    def words(self) -> str:
        """The value in words: "13 years", "1 working day", "Yes"."""
        return in_words(self.value, self.kind, self.unit)

    def holds_on(self, on: date) -> bool:
        """Whether it is in force on that day."""
        if self.is_announced:
            return False
        begun = self.valid_from is None or self.valid_from.first <= on
        ended = self.valid_to is not None and self.valid_to.last < on
        return begun and not ended

    def begins_after(self, on: date) -> bool:
        """Whether it is still to come on that day: dated, or announced without a date."""
        return self.is_announced or (self.valid_from is not None and self.valid_from.first > on)

    def overlaps(self, other: "Fact") -> bool:
        """Whether both hold somewhere on some day. What is announced holds on none."""
        if self.is_announced or other.is_announced or not set(self.nations) & set(other.nations):
            return False
        return not (_is_over_before(self, other) or _is_over_before(other, self))


def _is_over_before(one: Fact, other: Fact) -> bool:
    if one.valid_to is None or other.valid_from is None:
        return False
    return one.valid_to.last < other.valid_from.first


def in_words(value: Value, kind: Kind, unit: Unit | None) -> str:
    """A value of this kind in words; a school's own sentence stays as it is."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, int):
        name = (unit or Unit.YEARS).value.replace("_", " ")
        if kind in (Kind.AGE, Kind.DURATION):
            return f"{value} {name.removesuffix('s') if value == 1 else name}"
    return str(value)
