"""
Answer the four questions about an adult: the matter then is an allegation, or a low-level concern.

Telling the LADO waits for none of this; see `referring.refer`.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from footprint.incidents.actions.naming import (
    matter_and_owners,
    moved_up,
    owner_among,
    tell_new_owner,
)
from footprint.incidents.actions.sealing import seal_incident
from footprint.incidents.actions.taking import NotTold, change, write
from footprint.incidents.models import Incident, NamedAs
from footprint.rulebook.decisions.harm_threshold import (
    QUESTIONS,
    HarmAnswer,
    HarmQuestion,
    ThresholdRuling,
    rule_on_threshold,
)
from footprint.rulebook.terms import SEALED_MATTERS, Matter
from footprint.users.models import User

_SAID = {HarmAnswer.YES: "yes", HarmAnswer.NOT_SURE: "not sure", HarmAnswer.NO: "no"}


@transaction.atomic
def answer_threshold(
    *,
    incident: Incident,
    answers: Mapping[HarmQuestion, HarmAnswer],
    reason: str,
    revision: int,
    by: User,
    now: datetime,
) -> ThresholdRuling:
    """
    Keep the answers, and move the matter to those whose it now is.

    Raises:
        NotTold: all four were answered no, and nobody said why.
        CannotSee: nobody would be left to look after it.
        StepNotAllowed, ChangedMeanwhile.
    """
    before = Matter(incident.matter)
    ruling = rule_on_threshold(
        answers=answers, matter=before, subject_is_head=_is_about_head(incident)
    )
    if not ruling.is_met and not reason.strip():
        raise NotTold("Say why none of the four is so. If you are not sure, answer that instead.")
    matter, owners = matter_and_owners(
        school_id=incident.school_id, matter=ruling.matter, shut_out=incident.shut_out.all()
    )
    if matter in SEALED_MATTERS:
        seal_incident(incident)
    owner, had_it = owner_among(incident, matter, owners), incident.owner
    change(incident, revision=revision, matter=matter.value, owner=owner)
    incident.thresholds.create(
        answers={question.value: answers[question].value for question in HarmQuestion},
        is_met=ruling.is_met,
        reason=reason.strip(),
        by=by,
        at=now,
    )
    said = [f"{QUESTIONS[each]}: {_SAID[answers[each]]}." for each in HarmQuestion]
    write(
        incident,
        action="threshold_answered",
        text="\n".join([*said, reason.strip()]).strip(),
        by=by,
        now=now,
        details={"met": ruling.is_met, "matter": matter.value, "was": before.value},
    )
    if owner != had_it:
        tell_new_owner(incident, now)
    return ruling


def _is_about_head(incident: Incident) -> bool:
    """It is the chair's already, or the headteacher is named in it as accused."""
    accused = incident.namings.standing().filter(named_as=NamedAs.ACCUSED)
    users = [each.user or (each.person.user if each.person else None) for each in accused]
    found = moved_up(
        school_id=incident.school_id,
        matter=Matter(incident.matter),
        accused=[user for user in users if user],
    )
    return found is Matter.ALLEGATION_HEAD
