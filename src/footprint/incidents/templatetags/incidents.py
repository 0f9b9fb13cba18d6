"""
The clocks of an incident in templates: ``{% load incidents %}``.

A folder of its own because Django looks for template tags there and nowhere else.
"""

from datetime import date, datetime

from django import template
from django.utils import timezone

from footprint.incidents import clocks
from footprint.incidents.models import Incident
from footprint.rulebook.terms import Matter
from footprint.schools.models import School

register = template.Library()


@register.simple_tag
def clocks_of(incident: Incident, today: date) -> list[clocks.Clock]:
    """What runs for the incident today; the view says which day that is."""
    return clocks.clocks_of(incident, on=today)


@register.simple_tag
def clocks_of_matter(matter: Matter | None, school: School, since: datetime) -> list[clocks.Clock]:
    """What begins to run with what was said of a post."""
    day = timezone.localdate(since)
    return clocks.clocks_of_matter(school=school, matter=matter, since=since, on=day)
