"""
An adult accused: what the last answers to the four questions lead to.

A file of its own because the page of a matter, its clocks and the list of low-level concerns ask
the same of the tables.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.incidents.models import HarmThreshold, Incident, NamedAs
from footprint.rulebook.decisions.anonymity import could_name_an_accused_teacher
from footprint.rulebook.decisions.harm_threshold import HarmAnswer, HarmQuestion, rule_on_threshold
from footprint.rulebook.terms import Flag, Matter

ABOUT_AN_ADULT = frozenset({Matter.ALLEGATION, Matter.ALLEGATION_HEAD, Matter.LOW_LEVEL})
_FLAGS = frozenset({Flag.ALLEGATION.value, Flag.STAFF_CONTACT.value})


@dataclass(frozen=True)
class Held:
    """
    How it stands.

    Args:
        asked: the questions belong to this matter.
        last: the last answers; None where nobody answered yet.
        steps: what follows from them.
    """

    asked: bool
    last: HarmThreshold | None
    met_words: str | Promise
    steps: tuple[str, ...]


def held_by(incident: Incident) -> Held:
    """What the incident's page shows of the harm threshold."""
    last = incident.thresholds.latest_first().first()
    if last is None:
        return Held(_is_asked(incident), None, "", ())
    ruling = rule_on_threshold(
        answers={HarmQuestion(key): HarmAnswer(said) for key, said in last.answers.items()},
        matter=Matter(incident.matter),
        subject_is_head=Matter(incident.matter) is Matter.ALLEGATION_HEAD,
    )
    words = _("Harm threshold: met or in doubt") if ruling.is_met else _("Below the threshold")
    return Held(True, last, words, ruling.steps)


def lado_since(incident: Incident) -> datetime | None:
    """From when the LADO's clock runs; None where all four were last answered no."""
    below = incident.thresholds.filter(is_met=False).last()
    if below is None:
        return incident.opened_at
    again = incident.thresholds.filter(is_met=True, pk__gt=below.pk).first()
    return again.at if again else None


def could_name_accused(incident: Incident) -> bool:
    """Whether to warn that a word in public could name a teacher whom a pupil accuses."""
    return could_name_an_accused_teacher(
        matter=Matter(incident.matter),
        flags=[Flag(flag) for flag in incident.flags],
        staff_accused=incident.namings.standing().filter(named_as=NamedAs.ACCUSED).exists(),
    )


def _is_asked(incident: Incident) -> bool:
    return (
        Matter(incident.matter) in ABOUT_AN_ADULT
        or bool(_FLAGS & set(incident.flags))
        or incident.namings.standing().filter(named_as=NamedAs.ACCUSED).exists()
    )
