"""
May these people's pictures be used? The one place that answers, for our pages and for rooms above.

A file of its own because publishing asks exactly as our own pages do, in a constant number of
queries whatever the number of people, and must learn no more than they: never why.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from footprint.people.models import FamilyLink, Part, Person
from footprint.policies.models import PolicyVersion
from footprint.registers.image_permissions.models import ImagePermission, ImageUse, Protection
from footprint.rulebook.decisions.permission import (
    Given,
    PermissionFacts,
    PermissionRuling,
    may_picture_be_used,
)
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import Audience, PictureUse
from footprint.schools.models import School

OWN_VIEW_FROM_YEAR = 7  # "secondary": the first year group whose pupils are asked themselves
OF_AGE = 18

Key = tuple[int, str]  # (the person's key, the use's key)


def may_use(
    *, school: School, people: Iterable[Person], uses: Iterable[str], on: date
) -> dict[Key, PermissionRuling]:
    """
    The answer for each of these people of one school, and each of these uses.

    Args:
        uses: keys of `ImageUse`. One that is not known has no answers, so nobody said yes to it.
        on: answers and protections as they stood at the end of that day.
    """
    asked = list(people)
    kinds = _kinds(school, uses)
    policy = policy_of(school, on)
    facts = facts_about(asked, on=on)
    answers = _answers(asked, kinds, on)
    known: dict[tuple[PermissionFacts, PictureUse], PermissionRuling] = {}
    found = {}
    for person in asked:
        for key, kind in kinds.items():
            case = _with_answers(facts[person.pk], answers.get((person.pk, key), [])), kind
            if case not in known:  # many people, few different cases
                known[case] = may_picture_be_used(policy=policy, facts=case[0], use=kind)
            found[person.pk, key] = known[case]
    return found


@dataclass(frozen=True)
class Standing:
    """What is known about one person before anybody answered, and whose answers count."""

    facts: PermissionFacts
    person_id: int
    givers: frozenset[int]


def facts_about(people: Iterable[Person], *, on: date) -> dict[int, Standing]:
    """{the person's key: how they stand on that day}; three queries."""
    asked = list(people)
    pupils = set(
        Part.objects.current()
        .filter(person__in=asked, audience=Audience.PUPIL.value)
        .values_list("person_id", flat=True)
    )
    protected = set(
        Protection.objects.about(asked).current_on(on).values_list("person_id", flat=True)
    )
    givers = defaultdict(set)
    links = FamilyLink.objects.filter(person__in=asked, may_give_permission=True)
    for person_id, relative_id in links.values_list("person_id", "relative_id"):
        givers[person_id].add(relative_id)
    return {
        person.pk: Standing(
            PermissionFacts(
                protected=person.pk in protected,
                own_is_asked=is_asked_for_own_view(person),
                decides_alone=person.pk not in pupils or is_of_age(person, on),
                here=person.is_here(on),
            ),
            person.pk,
            frozenset(givers[person.pk]),
        )
        for person in asked
    }


def is_asked_for_own_view(person: Person) -> bool:
    """Whether a pupil is old enough to be asked beside the parents."""
    return person.year_group is not None and person.year_group >= OWN_VIEW_FROM_YEAR


def is_of_age(person: Person, on: date) -> bool:
    """Whether they are eighteen; False where the birthday is not known."""
    born = person.born_on
    if born is None:
        return False
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day)) >= OF_AGE


def _kinds(school: School, uses: Iterable[str]) -> dict[str, PictureUse]:
    wanted = list(uses)
    known = ImageUse.objects.of_school(school.pk).with_keys(wanted)
    kinds = {use.key: use.picture_use for use in known}
    return {key: kinds.get(key, PictureUse.OFFICIAL_ACCOUNT) for key in wanted}


def policy_of(school: School, on: date) -> Policy | None:
    version = PolicyVersion.objects.in_force(school_id=school.pk, on=on)
    return version.policy if version else None


Answers = Mapping[Key, list[tuple[int, Given]]]


def _answers(people: Iterable[Person], keys: Iterable[str], on: date) -> Answers:
    """{(person, use): who answered what}."""
    found: defaultdict[Key, list[tuple[int, Given]]] = defaultdict(list)
    rows = ImagePermission.objects.about(people).current_on(on).for_uses(keys)
    for person_id, key, giver_id, answer in rows.values_list(
        "person_id", "use__key", "giver_id", "answer"
    ):
        found[person_id, key].append((giver_id, Given(answer)))
    return found


def _with_answers(standing: Standing, answers: list[tuple[int, Given]]) -> PermissionFacts:
    """The answers that count: of those who may give permission today, and the person's own."""
    own = next((said for giver, said in answers if giver == standing.person_id), None)
    given = tuple(said for giver, said in answers if giver in standing.givers)
    return replace(standing.facts, given=given, own=own)


@dataclass(frozen=True)
class Withdrawal:
    """A person and a use for which there may be no permission any more, from this moment on."""

    person_id: int
    use_key: str
    at: datetime


def withdrawals_since(*, school: School, moment: datetime) -> list[Withdrawal]:
    """
    What may end uses of pictures that are already out, oldest first, each once.

    A no, a yes that was struck out, and a protection look all alike: whoever makes a take-down
    task of it learns no more than that the picture has to go. Ask `may_use` how things stand now.
    """
    refused = ImagePermission.objects.of_school(school.pk).refused_since(moment)
    struck_out = ImagePermission.objects.of_school(school.pk).taken_back_since(moment)
    found = set()
    for rows, at in ((refused, "at"), (struck_out, "ended_at")):
        for row in rows.values_list("person_id", "use__key", at):
            found.add(Withdrawal(*row))
    keys = list(ImageUse.objects.of_school(school.pk).values_list("key", flat=True))
    protections = Protection.objects.of_school(school.pk).made_since(moment)
    for person_id, made_at in protections.values_list("person_id", "made_at"):
        found.update(Withdrawal(person_id, key, made_at) for key in keys)
    return sorted(found, key=lambda each: (each.at, each.person_id, each.use_key))
