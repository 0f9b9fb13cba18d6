"""
Every class of matter with every possible subject: the subject gets no sign of it.

The same pages are fetched before anything happened and after; whoever is the subject must read
the same words both times. It stands here because it asks every room from Today to the reports.
"""

import re
from collections.abc import Iterator
from difflib import unified_diff

import pytest
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from footprint.incidents.actions import name_people, open_incident
from footprint.incidents.circle import circle
from footprint.incidents.models import Incident, NamedAs
from footprint.incidents.tests.factories import capture_facts
from footprint.notices.models import Notice
from footprint.people.tests.factories import make_parent, make_person
from footprint.rulebook.terms import Matter
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of

CANARY = "quetzalcoatlus"
SUBJECTS = ("teacher", "dsl", "head", "chair", "trust_lead")
OWNER = {Matter.ALLEGATION: "head", Matter.ALLEGATION_HEAD: "chair", Matter.LOW_LEVEL: "head"}
ANOTHER = {"head": "dsl", "dsl": "deputy", "chair": "trust_lead"}
# what changes from one visit to the next by itself
_PASSING = re.compile(rb'nonce="[^"]*"|csrfmiddlewaretoken" value="[^"]*"|\d{1,2}:\d{2}')
_NOT_ASKED = re.compile(r"^(account_|mfa_|design:|website:|socialaccount_)")


def names(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    """Every address that needs no argument."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from names(entry, inner)
        elif isinstance(entry, URLPattern) and entry.name:
            yield f"{prefix}{entry.name}"


def addresses() -> list[str]:
    found = set()
    for name in names(get_resolver()):
        if _NOT_ASKED.match(name):
            continue
        try:
            found.add(reverse(name))
        except NoReverseMatch:
            continue
    searches = [f"{reverse(name)}?words={CANARY}" for name in SEARCHED]
    return sorted(found) + searches


SEARCHED = ("incidents:list_incidents", "inbox:list_items")


def everything_seen(user: User) -> dict[str, bytes]:
    """What this person reads on every page that needs no argument, once all mail has gone out."""
    Notice.objects.update(sent_at=NOW)
    client = client_of(user)
    seen = {}
    for address in addresses():
        response = client.get(address)
        assert not response.streaming, address
        body = response.content
        if not body.startswith(b"%PDF"):  # a new PDF differs by the moment it was made
            seen[address] = b"%d" % response.status_code + _PASSING.sub(b"", body)
    return seen


def assert_same(after: dict[str, bytes], before: dict[str, bytes]) -> None:
    changed = {
        url: list(unified_diff(before[url].decode().split(), body.decode().split(), n=2))[3:30]
        for url, body in after.items()
        if body != before[url]
    }
    assert changed == {}


def make_matter(cast: Cast, matter: Matter, subject: User) -> Incident:
    """A matter of this class that names the subject, opened by somebody else."""
    who = OWNER.get(matter, "dsl")
    owner: User = getattr(cast, who)
    incident = open_incident(
        school=cast.oakfield,
        matter=matter,
        title=f"About the {CANARY}",
        capture_facts=capture_facts(text=CANARY, author=CANARY),
        policy_version=None,
        owner=owner,
        next_date=NOW.date(),
        by=owner,
        now=NOW,
    )
    accused = matter in OWNER
    name_people(
        incident=incident,
        users=[subject],
        named_as=NamedAs.ACCUSED if accused else NamedAs.TARGET,
        revision=incident.revision,
        by=owner,
        now=NOW,
    )
    return Incident.objects.get(pk=incident.pk)


@pytest.mark.parametrize("who", SUBJECTS)
def test_the_subject_reads_the_same_everywhere_as_before(cast: Cast, who: str) -> None:
    subject: User = getattr(cast, who)
    before = everything_seen(subject)
    assert len(before) > 20

    for matter in Matter:
        incident = make_matter(cast, matter, subject)
        assert subject not in {member.user for member in circle(incident)}
        shown = client_of(subject).get(reverse("incidents:show_incident", args=[incident.pk]))
        never = client_of(subject).get(reverse("incidents:show_incident", args=[10**6]))
        assert shown.status_code == never.status_code == 404

    assert_same(everything_seen(subject), before)
    assert not Notice.objects.filter(to=subject.email).exists()


@pytest.mark.parametrize("matter", list(Matter))
@pytest.mark.parametrize("who", SUBJECTS)
def test_it_is_always_with_somebody_who_is_not_the_subject(
    cast: Cast, who: str, matter: Matter
) -> None:
    subject: User = getattr(cast, who)
    incident = make_matter(cast, matter, subject)

    assert incident.owner != subject
    assert incident.owner in {member.user for member in circle(incident)}


def test_a_parent_on_the_staff_reads_the_same_as_before_about_their_child(cast: Cast) -> None:
    child = make_person(cast.oakfield)
    make_parent(of=child, user=cast.deputy)
    before = everything_seen(cast.deputy)
    incident = make_matter(cast, Matter.SAFEGUARDING, cast.teacher)
    seen = everything_seen(cast.deputy)
    assert seen != before  # the deputy is of the circle until the child is named

    name_people(
        incident=incident,
        people=[child],
        named_as=NamedAs.TARGET,
        revision=incident.revision,
        by=incident.owner,
        now=NOW,
    )

    assert_same(everything_seen(cast.deputy), before)


def test_the_comparison_finds_a_sign(cast: Cast) -> None:
    before = everything_seen(cast.deputy)
    make_matter(cast, Matter.SAFEGUARDING, cast.teacher)
    changed = {url for url, body in everything_seen(cast.deputy).items() if body != before[url]}
    assert reverse("incidents:list_incidents") in changed
