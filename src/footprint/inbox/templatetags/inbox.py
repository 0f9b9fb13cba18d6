"""
The inbox's words in templates: ``{% load inbox %}``.

A folder of its own because Django looks for template filters there and nowhere else.
"""

from django import template

from footprint.inbox.wording import FLAGS, KIND_COLOURS, KINDS, PLATFORMS
from footprint.rulebook.terms import Flag, Platform, PostKind, Role
from footprint.users.permissions import ROLE_WORDS

register = template.Library()


@register.filter
def kind_words(kind: str) -> str:
    return str(KINDS[PostKind(kind)])


@register.filter
def kind_colour(kind: str) -> str:
    return KIND_COLOURS[PostKind(kind)]


@register.filter
def flag_words(flag: str) -> str:
    return str(FLAGS[Flag(flag)])


@register.filter
def platform_words(platform: str) -> str:
    return str(PLATFORMS[Platform(platform)])


@register.filter
def role_words(role: str) -> str:
    return ROLE_WORDS[Role(role)]
