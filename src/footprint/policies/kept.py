"""
What is still open under each version: rooms above answer, because they know who may see it.

A file of its own because `policies` must not import the rooms that lie above it; `config` names
who answers (ADR 9).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from footprint.policies.models import PolicyVersion
from footprint.users.models import User


@dataclass(frozen=True)
class OpenMatters:
    """
    Matters of one kind that keep the version they began under.

    Args:
        title: what they are, in the plural ("Open incidents").
        url: where they are listed.
        counts: {version id: how many that this person may see}; None counts those that began
            before any policy was adopted. A version without any is not in it.
    """

    title: str | Promise
    url: str
    counts: Mapping[int | None, int]


class Keeper(Protocol):
    """What a room above offers; None for somebody who may not read such matters at all."""

    def __call__(self, *, user: User, school_id: int) -> OpenMatters | None: ...


def open_matters(*, user: User, school_id: int) -> list[OpenMatters]:
    """What keeps a version, as far as this person may know of it."""
    keepers: list[Keeper] = [import_string(path) for path in settings.POLICY_KEEPERS]
    found = (keeper(user=user, school_id=school_id) for keeper in keepers)
    return [each for each in found if each is not None]


@dataclass(frozen=True)
class KeptRow:
    """One version (None: before there was any) and how many matters keep it."""

    number: int | None
    count: int


@dataclass(frozen=True)
class Kept:
    """Matters of one kind, version by version, newest first."""

    title: str | Promise
    url: str
    rows: tuple[KeptRow, ...]


def kept_versions(*, user: User, school_id: int) -> list[Kept]:
    """The same with the numbers of the versions, for a page."""
    found = open_matters(user=user, school_id=school_id)
    adopted = PolicyVersion.objects.of_school(school_id).adopted().only("number")
    numbers: list[tuple[int | None, int | None]] = [(each.pk, each.number) for each in adopted]
    return [
        Kept(
            matters.title,
            matters.url,
            tuple(
                KeptRow(number, matters.counts[pk])
                for pk, number in (*numbers, (None, None))
                if pk in matters.counts
            ),
        )
        for matters in found
    ]
