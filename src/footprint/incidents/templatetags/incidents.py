"""
The clocks and the harm threshold of an incident in templates: ``{% load incidents %}``.

A folder of its own because Django looks for template tags there and nowhere else.
"""

from datetime import date, datetime

from django import template
from django.utils import timezone

from footprint.guidance.at_school import FactAtSchool, fact_for
from footprint.incidents import clocks, ladder
from footprint.incidents.accusing import Held, could_name_accused, held_by
from footprint.incidents.models import Incident
from footprint.rulebook.decisions.anonymity import FACT
from footprint.rulebook.decisions.ways import OFF_THE_TRACK
from footprint.rulebook.terms import Matter
from footprint.schools.models import School

register = template.Library()


@register.simple_tag
def clocks_of(incident: Incident, today: date) -> list[clocks.Clock]:
    """What runs for the incident today; the view says which day that is."""
    return clocks.clocks_of(incident, on=today)


@register.simple_tag
def rungs_of(incident: Incident, today: date) -> list[ladder.Rung]:
    """What was done to have the post removed, each with its clock."""
    return ladder.rungs_of(incident, on=today)


@register.simple_tag
def clocks_of_matter(matter: Matter | None, school: School, since: datetime) -> list[clocks.Clock]:
    """What begins to run with what was said of a post."""
    day = timezone.localdate(since)
    return clocks.clocks_of_matter(school=school, matter=matter, since=since, on=day)


@register.simple_tag
def threshold_of(incident: Incident) -> Held:
    """The four questions about an adult: whether they are asked, and how they were answered."""
    return held_by(incident)


@register.simple_tag
def may_be_harm(incident: Incident) -> bool:
    """Somebody may have been harmed: those who protect children are shown before all else."""
    return Matter(incident.matter) in OFF_THE_TRACK or held_by(incident).asked


@register.simple_tag
def fact_of(incident: Incident, key: str, today: date) -> FactAtSchool | None:
    """One dated fact as this school has it."""
    return fact_for(school=incident.school, key=key, on=today)


@register.simple_tag
def accused_teacher(incident: Incident, today: date) -> FactAtSchool | None:
    """The fact to warn with where a word in public could name a teacher whom a pupil accuses."""
    return fact_of(incident, FACT, today) if could_name_accused(incident) else None
