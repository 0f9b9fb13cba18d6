"""
Name people in a matter: they, and their family, get no sign of it from that moment on.

Where that leaves the matter without somebody to look after it, it moves: to somebody else of its
circle, and where the whole circle is named, up to the chair and the trust.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from footprint.incidents.actions.sealing import seal_incident
from footprint.incidents.actions.taking import CannotSee, NotTold, change, write
from footprint.incidents.actions.telling import tell
from footprint.incidents.circle import Member, owners_of, shut_out_by
from footprint.incidents.models import Incident, NamedAs, Naming
from footprint.people.models import Person
from footprint.rulebook.decisions.incident_steps import OWNERS
from footprint.rulebook.terms import Matter, Role
from footprint.users.access import holders
from footprint.users.models import User

NOBODY_LEFT = (
    "Everybody who could look after this is named in it or is family, so it was not saved. Tell "
    "the local authority's designated officer (LADO) or the police yourself, now."
)


def matter_and_owners(
    *, school_id: int, matter: Matter, shut_out: Iterable[User]
) -> tuple[Matter, list[Member]]:
    """
    The class in which somebody is left who can look after a matter, and who they are.

    Where all of a class's circle are named it moves up to the chair and the trust.

    Raises:
        CannotSee: nobody is left there either.
    """
    keys = {user.pk for user in shut_out}
    for possible in (matter, Matter.ALLEGATION_HEAD):
        found = owners_of(school_id=school_id, matter=possible, shut_out=keys)
        if found:
            return possible, found
    raise CannotSee(NOBODY_LEFT)


def moved_up(*, school_id: int, matter: Matter, accused: Iterable[User]) -> Matter:
    """The class of a matter once it is known who is accused: of the head, that of the chair."""
    heads = set(holders(school_id, [Role.HEADTEACHER]))
    return Matter.ALLEGATION_HEAD if heads & set(accused) else matter


@transaction.atomic
def name_people(
    *,
    incident: Incident,
    people: Iterable[Person] = (),
    users: Iterable[User] = (),
    named_as: NamedAs,
    revision: int,
    by: User,
    now: datetime,
) -> None:
    """
    Name people; whoever names themselves loses sight of the matter with everybody else.

    Raises:
        NotTold: nobody was named.
        CannotSee: nobody would be left to look after it.
        StepNotAllowed, ChangedMeanwhile.
    """
    persons, signing_in = list(people), list(users)
    if not persons and not signing_in:
        raise NotTold("Say who is named.")
    out = shut_out_by(incident.school, users=signing_in, people=persons)
    all_out = {*out, *incident.shut_out.all()}
    matter = Matter(incident.matter)
    if named_as is NamedAs.ACCUSED:
        own = {*signing_in, *(person.user for person in persons if person.user)}
        matter = moved_up(school_id=incident.school_id, matter=matter, accused=own)
    matter, owners = matter_and_owners(
        school_id=incident.school_id, matter=matter, shut_out=all_out
    )
    if matter != incident.matter:
        seal_incident(incident)
    owner = owner_among(incident, matter, owners)
    before = incident.owner
    change(incident, revision=revision, matter=matter.value, owner=owner)
    keep_namings(incident, people=persons, users=signing_in, named_as=named_as, by=by, now=now)
    incident.shut_out.add(*out)
    if owner != before:
        tell_new_owner(incident, now)


def owner_among(incident: Incident, matter: Matter, owners: list[Member]) -> User:
    """The owner stays where they may; else somebody of the role whose matter it is."""
    users = [member.user for member in owners]
    if incident.owner in users:
        return incident.owner
    desk = [member.user for member in owners if OWNERS[matter] in member.roles]
    return (desk or users)[0]


def keep_namings(
    incident: Incident,
    *,
    people: Iterable[Person],
    users: Iterable[User],
    named_as: NamedAs = NamedAs.OTHER,
    by: User,
    now: datetime,
) -> None:
    """Write down who was named; whoever is named already is not named twice."""
    standing = list(incident.namings.standing())
    known_people = {naming.person_id for naming in standing}
    known_users = {naming.user_id for naming in standing}
    facts = {"incident": incident, "named_as": named_as, "by": by, "at": now}
    new = [Naming(person=each, **facts) for each in people if each.pk not in known_people]
    new += [Naming(user=each, **facts) for each in users if each.pk not in known_users]
    if not new:
        return
    Naming.objects.bulk_create(new)
    names = ", ".join(naming.name for naming in new)
    write(
        incident,
        action="people_named",
        text=f"{named_as.label}: {names}.",
        by=by,
        now=now,
        details={"as": named_as.value, "how_many": len(new)},
    )


def tell_new_owner(incident: Incident, now: datetime) -> None:
    """Tell whoever looks after it from now on, without a word of what it is."""
    tell(
        incident,
        incident.owner,
        about=f"named:{incident.revision}",
        subject=f"Footprint: incident {incident.pk} is yours now",
        sentence=f"Incident {incident.pk} is yours now: whoever had it may not see it any more.",
        now=now,
    )


@transaction.atomic
def take_back_naming(
    *, naming: Naming, because: str, revision: int, by: User, now: datetime
) -> None:
    """
    Say that somebody was named by mistake. Who is shut out is worked out again from the rest.

    Raises:
        NotTold: the reason is missing, or it was taken back before.
        StepNotAllowed, ChangedMeanwhile.
    """
    if not because.strip():
        raise NotTold("Say why that was a mistake.")
    incident = naming.incident
    change(incident, revision=revision)
    same = incident.namings.standing().filter(pk=naming.pk)
    kept = naming._meta.get_field("taken_back_because").stored(naming, because.strip())
    if not same.update(taken_back_at=now, taken_back_by=by, taken_back_because=kept):
        raise NotTold("That was taken back already.")
    standing = list(incident.namings.standing())
    before = shut_out_by(incident.school, users=_users([naming]), people=_people([naming]))
    still = shut_out_by(incident.school, users=_users(standing), people=_people(standing))
    incident.shut_out.remove(*(before - still))
    write(
        incident,
        action="naming_taken_back",
        text=f"{naming.name}: {because.strip()}",
        by=by,
        now=now,
        details={"naming": naming.pk},
    )


def _users(namings: list[Naming]) -> list[User]:
    return [naming.user for naming in namings if naming.user]


def _people(namings: list[Naming]) -> list[Person]:
    return [naming.person for naming in namings if naming.person]
