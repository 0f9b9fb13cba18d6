"""Words for pages: ``{% load image_permissions %}``."""

from django import template

from footprint.people.models import Person
from footprint.registers.image_permissions.models import ImagePermission
from footprint.registers.image_permissions.wording import AS_ANSWERED, COLOURS, in_a_word
from footprint.rulebook.decisions.permission import PermissionRuling

register = template.Library()


@register.filter
def called(person: Person) -> str:
    """The first name only: who opens a link knows whose child it is."""
    return person.known_as or person.given_name


@register.filter
def answered(permission: ImagePermission) -> str:
    return str(AS_ANSWERED[permission.said])


@register.filter
def word(ruling: PermissionRuling) -> str:
    return in_a_word(ruling)


@register.filter
def colour(ruling: PermissionRuling) -> str:
    return COLOURS[ruling.may]
