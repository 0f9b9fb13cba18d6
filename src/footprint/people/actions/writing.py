"""A plan to rows, in as few statements as it can be; inside the caller's transaction."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from footprint.people.actions.leaving import record_leaving, record_return
from footprint.people.details import FIELDS, as_columns
from footprint.people.importing.plan import Change, Plan, PlannedLink
from footprint.people.models import FamilyLink, Part, Person
from footprint.schools.models import School
from footprint.users.models import User

_BATCH = 400


def write_plan(
    plan: Plan, school: School, *, leavers: Iterable[int], by: User, now: datetime
) -> dict[str, int]:
    """
    Write who joins, changes, returns and leaves, and their family links.

    Args:
        leavers: keys of those whom somebody ticked as having left today.

    Returns:
        how many of each, for the record.
    """
    made = _join(plan, school)
    _change(plan, by, now)
    made.update({ref: known.pk for ref, known in plan.matched.items()})
    _link(plan.links, made)
    ticked = _leave(plan, set(leavers), by, now)
    return {
        "joined": len(plan.joined),
        "changed": len(plan.changed),
        "moved": len(plan.moved),
        "returned": len(plan.returned),
        "left": len(plan.leaving) + ticked,
        "unchanged": plan.unchanged,
        "links": len(plan.links),
        "accounts": len(plan.accounts),
    }


def _join(plan: Plan, school: School) -> dict[str, int]:
    people = Person.objects.bulk_create(
        [
            Person(school=school, user_id=plan.accounts.get(each.ref), **as_columns(each.details))
            for each in plan.joined
        ],
        batch_size=_BATCH,
    )
    made = {each.ref: person.pk for each, person in zip(plan.joined, people, strict=True)}
    Part.objects.bulk_create(
        [
            Part(person_id=made[each.ref], audience=part.value, since=each.details.joined_on)
            for each in plan.joined
            for part in each.parts
        ],
        batch_size=_BATCH,
    )
    return made


def _change(plan: Plan, by: User, now: datetime) -> None:
    today = timezone.localdate(now)
    people = Person.objects.in_bulk([change.known.pk for change in plan.changes])
    for change in plan.returned:
        person = people[change.known.pk]
        record_return(person=person, audiences=change.new_parts, on=today, by=by, now=now)
        person.refresh_from_db()
    for change in plan.changes:
        _set(people[change.known.pk], change, plan.accounts.get(change.ref))
    Person.objects.bulk_update(people.values(), [*FIELDS, "user"], batch_size=_BATCH)
    Part.objects.bulk_create(
        [
            Part(person_id=change.known.pk, audience=part.value, since=today)
            for change in plan.changes
            if not change.returns
            for part in change.new_parts
        ],
        batch_size=_BATCH,
    )


def _set(person: Person, change: Change, account: int | None) -> None:
    columns = as_columns(change.after)
    if change.returns:
        columns.pop("joined_on")  # the day of the return
    for name, value in columns.items():
        setattr(person, name, value)
    if account:
        person.user_id = account


def _link(links: Iterable[PlannedLink], made: dict[str, int]) -> None:
    new: list[FamilyLink] = []
    there: list[FamilyLink] = []
    for link in links:
        row = FamilyLink(
            pk=link.known,
            person_id=link.child if isinstance(link.child, int) else made[link.child],
            relative_id=made[link.parent],
            relation=link.relation,
            may_give_permission=link.may_give_permission,
        )
        (there if link.known else new).append(row)
    FamilyLink.objects.bulk_create(new, batch_size=_BATCH)
    FamilyLink.objects.bulk_update(there, ["relation", "may_give_permission"], batch_size=_BATCH)


def _leave(plan: Plan, ticked: set[int], by: User, now: datetime) -> int:
    today = timezone.localdate(now)
    days = {known.pk: day for known, day in plan.leaving}
    days |= {
        known.pk: max(today, known.details.joined_on or today)
        for known in plan.missing
        if known.pk in ticked
    }
    for person in Person.objects.select_related("user").filter(pk__in=days):
        record_leaving(person=person, on=days[person.pk], by=by, now=now)
    return len(days) - len(plan.leaving)
