"""
Who is family of whom, for shutting people out of matters about their own.

A file of its own because rooms above (incidents, inbox, publishing) ask this one question and
need nothing else of this room.
"""

from datetime import date

from django.db.models import Q, QuerySet

from footprint.people.models import FamilyLink, Part, Person, Relation
from footprint.people.models.people import PersonQuerySet
from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.users.models import User

STEPS = 2  # to one's child, and on to its other parent or its sister


def family_of(subject: User | Person, school: School) -> QuerySet[User]:
    """
    Who signs in here and is family of this user or person, at this school; never they themselves.

    Two steps along the links, in both directions: children, parents, brothers and sisters, the
    other parent of one's child. Rather one person too many is shut out than a parent reads about
    their own child. Leaving ends no family.
    """
    people = relatives_of(subject, school)
    found = User.objects.filter(people_here__in=people, is_active=True).distinct()
    own = subject if isinstance(subject, User) else subject.user
    return found.exclude(pk=own.pk) if own else found


def relatives_of(subject: User | Person, school: School) -> PersonQuerySet:
    """The people of this school who are family of this user or person, without themselves."""
    here = Person.objects.of_school(school.pk)
    mine = here.of_user(subject) if isinstance(subject, User) else here.filter(pk=subject.pk)
    start = set(mine.values_list("pk", flat=True))
    reached = set(start)
    for _step in range(STEPS):
        links = FamilyLink.objects.filter(Q(person__in=reached) | Q(relative__in=reached))
        for pair in links.values_list("person_id", "relative_id"):
            reached.update(pair)
    return here.filter(pk__in=reached - start)


def parents_without_another_child(pupil: Person, on: date) -> PersonQuerySet:
    """
    Parents and carers who are here only for this pupil: when the pupil leaves, they leave too.

    Whoever has another part, such as a governor, stays.
    """
    links = FamilyLink.objects.filter(relation__in=[Relation.PARENT, Relation.CARER])
    mine = links.filter(person=pupil).values("relative")
    others = links.filter(person__in=Person.objects.present(on)).exclude(person=pupil)
    only_parents = Part.objects.current().exclude(audience=Audience.PARENT)
    return (
        Person.objects.present(on)
        .filter(pk__in=mine, left_on__isnull=True)
        .exclude(pk__in=others.values("relative"))
        .exclude(pk__in=only_parents.values("person"))
    )


def are_family(one: Person, other: Person) -> bool:
    """Whether a link, or two in a row, lead from one to the other."""
    return relatives_of(one, one.school).filter(pk=other.pk).exists()
