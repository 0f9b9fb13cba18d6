"""Ask another person whether an opinion may be removed after all; that person answers."""

from datetime import datetime

from django.db import transaction

from footprint.incidents.actions.taking import CannotSee, ChangedMeanwhile, NotTold, change, write
from footprint.incidents.actions.telling import tell
from footprint.incidents.advice import NotOffered, is_fair_opinion
from footprint.incidents.circle import Member, find, owners_of
from footprint.incidents.models import Incident, OpinionOverride, OverrideAnswer
from footprint.rulebook.terms import Matter
from footprint.users.models import User
from footprint.vault.fields import sealed_values


def could_decide(incident: Incident, *, but: User) -> list[Member]:
    """Who may answer: of the circle, with leave to change incidents, and not whoever asks."""
    shut_out = set(incident.shut_out.values_list("pk", flat=True))
    found = owners_of(
        school_id=incident.school_id, matter=Matter(incident.matter), shut_out=shut_out
    )
    return [member for member in found if member.user != but]


@transaction.atomic
def ask_override(
    *, incident: Incident, reason: str, revision: int, by: User, now: datetime
) -> OpinionOverride:
    """
    Ask whether removal may be asked for, although the post is a fair opinion.

    Everybody who could answer is told; the first answer counts.

    Raises:
        NotTold: the reason is missing.
        NotOffered: it is not a fair opinion, or the question was asked and waits, or was agreed.
        CannotSee: nobody else could answer.
        StepNotAllowed, ChangedMeanwhile.
    """
    if not reason.strip():
        raise NotTold("Say why removal should be asked for although it is an opinion.")
    if not is_fair_opinion(incident) or incident.overrides.agreed().exists():
        raise NotOffered("This is asked only of a post that is a fair opinion, once.")
    if incident.overrides.waiting().exists():
        raise NotOffered("Somebody has asked this already; it waits for an answer.")
    others = could_decide(incident, but=by)
    if not others:
        raise CannotSee("Nobody else may decide on this incident, so it cannot be asked.")
    change(incident, revision=revision)
    made = OpinionOverride.objects.create(
        incident=incident, asked_by=by, asked_at=now, reason=reason.strip()
    )
    write(incident, action="override_asked", text=made.reason, by=by, now=now)
    for member in others:
        tell(
            incident,
            member.user,
            about=f"override:{made.pk}",
            subject=f"Footprint: incident {incident.pk} needs a second person",
            sentence=f"Somebody asks for a second person's decision on incident {incident.pk}.",
            now=now,
        )
    return made


@transaction.atomic
def answer_override(
    *,
    override: OpinionOverride,
    answer: OverrideAnswer,
    reason: str,
    revision: int,
    by: User,
    now: datetime,
) -> None:
    """
    Agree to removal of an opinion, or refuse. Only now, and only if agreed, is it offered.

    Raises:
        NotTold: the reason is missing.
        CannotSee: it is their own question, or they are not of the incident's circle.
        ChangedMeanwhile: somebody answered already, or changed the incident.
        StepNotAllowed.
    """
    incident = override.incident
    if not reason.strip():
        raise NotTold("Say why you agree, or why not.")
    if find(could_decide(incident, but=override.asked_by), by) is None:
        raise CannotSee("Another person who looks after such incidents decides on this question.")
    change(incident, revision=revision)
    words = sealed_values(override, {"decided_reason": reason.strip()})
    waiting = OpinionOverride.objects.waiting().filter(pk=override.pk)
    if not waiting.update(answer=answer, decided_by=by, decided_at=now, **words):
        raise ChangedMeanwhile("Somebody else already answered this question.")
    write(
        incident,
        action=f"override_{answer.value}",
        text=reason.strip(),
        by=by,
        now=now,
        details={"override": override.pk, "answer": answer.value},
    )
