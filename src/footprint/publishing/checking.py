"""
Check a draft, or words alone, against the registers and the adopted policy.

A file of its own because the author's page, the approver's, the hand-over and the quick check ask
in the same way, and actions ask once more before they write.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from footprint.people.models import Person
from footprint.policies.models import PolicyVersion
from footprint.publishing.models import Draft, DraftPlace
from footprint.publishing.places import as_asked
from footprint.registers.image_permissions.answering import may_use
from footprint.rulebook.decisions.publication import (
    DraftFacts,
    PublicationRuling,
    rule_on_publication,
)
from footprint.rulebook.decisions.publication_places import Place
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import Audience, PictureUse
from footprint.schools.models import School
from footprint.signals.drafts.checking import Checked, Known, check_draft
from footprint.signals.drafts.names import Pupil

NO_POLICY = Policy("0", MappingProxyType({}))  # says nothing of anything


@dataclass(frozen=True)
class Check:
    """
    What has to change before it goes out.

    Args:
        people: {key: the person}, for whoever the ruling speaks of.
        named: who is named in the words so that it is they.
        has_register: whether the school keeps a register of pupils, by which names are found.
    """

    ruling: PublicationRuling
    people: Mapping[str, Person]
    named: tuple[Person, ...]
    has_register: bool

    @property
    def go(self) -> bool:
        return self.ruling.go


def policy_on(school: School, on: date) -> Policy:
    """The policy in force; one that is silent where none was adopted yet."""
    version = PolicyVersion.objects.in_force(school_id=school.pk, on=on)
    return version.policy if version else NO_POLICY


def check_of(draft: Draft, *, on: date, places: Iterable[DraftPlace] | None = None) -> Check:
    """
    Check a draft for the places where it has not gone yet.

    Args:
        places: for these only.
    """
    pictures = list(draft.pictures.without_bytes())
    people = list(draft.people.all())
    facts = DraftFacts(
        text=draft.text,
        pictures=len(pictures),
        undescribed=sum(not picture.alt for picture in pictures),
        people=tuple(str(person.pk) for person in people),
        said_who=draft.said_who,
        others=draft.others,
        others_agreed=bool(draft.others_note),
        kept=frozenset(draft.kept),
    )
    asked = draft.open_places if places is None else places
    return _check(draft.school, facts, people, [as_asked(place) for place in asked], on)


def check_words(school: School, text: str, *, with_picture: bool, on: date) -> Check:
    """Check words alone, as if they went on the school's website."""
    place = Place(PictureUse.WEBSITE.value, PictureUse.WEBSITE)
    facts = DraftFacts(text=text, pictures=int(with_picture), said_who=True)
    return _check(school, facts, [], [place], on)


def _check(
    school: School, facts: DraftFacts, people: list[Person], places: list[Place], on: date
) -> Check:
    pupils = {str(each.pk): each for each in _pupils(school, on)}
    read = _read(school, facts, pupils)
    named = [pupils[key] for key in read.named]
    asked = list({person.pk: person for person in (*people, *named)}.values())
    found = may_use(school=school, people=asked, uses=[place.key for place in places], on=on)
    whole = DraftFacts(**{**vars(facts), "named": read.named, "findings": read.findings})
    ruling = rule_on_publication(
        policy=policy_on(school, on),
        draft=whole,
        places=tuple(places),
        answers={(str(person), key): each for (person, key), each in found.items()},
    )
    spoken_of = {str(person.pk): person for person in asked}
    return Check(ruling, {**pupils, **spoken_of}, tuple(named), bool(pupils))


def _pupils(school: School, on: date) -> Iterable[Person]:
    return Person.objects.of_school(school.pk).present(on).who_are(Audience.PUPIL)


def _read(school: School, facts: DraftFacts, pupils: Mapping[str, Person]) -> Checked:
    names = [school.name, *school.names.values_list("text", flat=True)]
    own = [each for each in (school.office_email, school.office_phone) if each]
    return check_draft(
        facts.text,
        pupils=[
            Pupil(key, each.given_name, each.family_name, each.known_as, each.class_name)
            for key, each in pupils.items()
        ],
        known=Known(tuple(own), tuple(names)),
        with_picture=bool(facts.pictures),
    )
