"""Open an incident about a report that somebody tried to connect with somebody."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from footprint.incidents.actions.reporting import report_incident
from footprint.incidents.models import Incident
from footprint.people.models import Person
from footprint.registers.connection_exceptions.actions import pass_to_incident
from footprint.registers.connection_exceptions.models import ConnectionAttempt
from footprint.rulebook.decisions.safety import SafetyRuling
from footprint.users.models import User


@transaction.atomic
def open_from_attempt(
    *,
    attempt: ConnectionAttempt,
    shut_out: Iterable[User],
    people: Iterable[Person] = (),
    by: User,
    now: datetime,
    **given: Any,
) -> tuple[Incident, SafetyRuling]:
    """
    Open it, and settle the report with its number. Both, or neither.

    Whoever is shut out of the report is shut out of the incident, whatever the form said.

    Args:
        shut_out, people: who else is named in it.
        given: the rest of what `report_incident` takes.

    Raises:
        CannotSee, NotTold: see `report_incident`.
        AlreadySettled: somebody said meanwhile what became of the report; nothing was written.
    """
    named = {*shut_out, *attempt.shut_out.all()}
    sides = {each for each in (attempt.by_person, attempt.to_person) if each}
    incident, ruling = report_incident(
        shut_out=named, people={*people, *sides}, by=by, now=now, **given
    )
    pass_to_incident(attempt=attempt, number=incident.pk, by=by, now=now)
    return incident, ruling
