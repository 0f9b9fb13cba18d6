"""
The words of publishing in templates: ``{% load publishing %}``.

A folder of its own because Django looks for template filters there and nowhere else.
"""

from django import template

from footprint.publishing.models import Outcome, State
from footprint.publishing.wording import OUTCOME_COLOURS, STATE_COLOURS, carried_in_words

register = template.Library()


@register.filter
def state_colour(state: str) -> str:
    return STATE_COLOURS[State(state)]


@register.filter
def outcome_colour(outcome: str) -> str:
    return OUTCOME_COLOURS[Outcome(outcome)]


@register.filter
def left_out(carried: list[str]) -> str:
    """ "when it was taken, which camera or phone took it"; "" where there was nothing."""
    return ", ".join(carried_in_words(carried))
