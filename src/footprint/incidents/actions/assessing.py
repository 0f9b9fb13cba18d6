"""Say who posted it, what it is, and who is named in it; say it again when more is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from footprint.incidents.actions.taking import CannotSee, change, take, write
from footprint.incidents.circle import members_of, shut_out_by
from footprint.incidents.models import Incident
from footprint.incidents.wording import CONDUCT, FLAGS, KINDS, POSTERS
from footprint.rulebook.decisions.incident_steps import Need
from footprint.rulebook.terms import ConductTag, Flag, Poster, PostKind, Step
from footprint.users.models import User


@dataclass(frozen=True)
class Assessment:
    """
    What a person says of a post.

    Args:
        poster: who wrote it; NOT_KNOWN is an answer.
        kind: what it mainly is. Criticism without anything worse is a fair opinion.
        flags: what it contains or reports.
        conduct: what it is, in the words that policies use.
        potentially_illegal, dangerous: as the person judges; they lead to the police, rude words
            never do.
    """

    poster: Poster
    kind: PostKind
    flags: frozenset[Flag] = frozenset()
    conduct: frozenset[ConductTag] = frozenset()
    potentially_illegal: bool = False
    dangerous: bool = False


@transaction.atomic
def assess(
    *,
    incident: Incident,
    assessment: Assessment,
    shut_out: Iterable[User],
    next_date: date,
    revision: int,
    by: User,
    now: datetime,
) -> None:
    """
    Record an assessment. The first one takes the step; a later one corrects it where it stands.

    Args:
        shut_out: all who are named in it; from now on they see nothing of it.

    Raises:
        CannotSee: the owner, or whoever is writing, would be shut out. Hand it over first.
        StepNotAllowed, ChangedMeanwhile.
    """
    named = list(shut_out_by(incident.school, users=shut_out))
    _check_named(incident, named, by)
    fields = {
        "poster": assessment.poster.value,
        "kind": assessment.kind.value,
        "flags": sorted(assessment.flags),
        "conduct": sorted(assessment.conduct),
        "potentially_illegal": assessment.potentially_illegal,
        "dangerous": assessment.dangerous,
        "next_date": next_date,
    }
    first = incident.stands_at is Step.OPENED
    if first:
        take(Step.ASSESSED, incident, revision=revision, given={Need.POSTER}, **fields)
    else:
        change(incident, revision=revision, **fields)
    incident.shut_out.set([*named, *_stay_shut_out(incident)])
    details = {**fields, "next_date": next_date.isoformat()}
    write(
        incident,
        action="assessed" if first else "assessed_again",
        text=_in_words(assessment),
        by=by,
        now=now,
        details={**details, "shut_out": sorted(person.pk for person in named)},
    )


def _check_named(incident: Incident, named: list[User], by: User) -> None:
    if incident.owner in named:
        raise CannotSee(
            f"{incident.owner.name} looks after this incident and is named in it. Hand it over to "
            "somebody else first, then say who is named."
        )
    if by in named:
        raise CannotSee(
            f"You are named in this yourself. Ask {incident.owner.name} to write that down: then "
            "you see nothing of it any more."
        )


def _stay_shut_out(incident: Incident) -> set[User]:
    """
    Those whom no tick of this form can let in again: named by name, or family of somebody named;
    and those who are named and have left, whom no form lists any more.
    """
    here = [member.user.pk for member in members_of(incident.school_id)]
    standing = list(incident.namings.standing())
    users = [naming.user for naming in standing if naming.user]
    people = [naming.person for naming in standing if naming.person]
    by_name = shut_out_by(incident.school, users=users, people=people)
    return by_name | set(incident.shut_out.exclude(pk__in=here))


def _in_words(assessment: Assessment) -> str:
    said = [f"Posted by: {POSTERS[assessment.poster]}.", f"Mainly: {KINDS[assessment.kind]}."]
    if assessment.conduct:
        tags = [str(CONDUCT[tag]) for tag in ConductTag if tag in assessment.conduct]
        said.append(f"It is: {', '.join(tags)}.")
    if assessment.flags:
        found = [str(FLAGS[flag]) for flag in Flag if flag in assessment.flags]
        said.append(f"It contains or reports: {', '.join(found)}.")
    if assessment.potentially_illegal:
        said.append("It could be illegal.")
    if assessment.dangerous:
        said.append("Somebody could come to harm.")
    return " ".join(said)
