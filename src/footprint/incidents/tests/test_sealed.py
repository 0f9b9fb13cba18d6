"""Sensitive matters: their words are nowhere in the database, and plain on the page."""

import dataclasses
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from footprint.incidents import actions
from footprint.incidents.models import Entry, Incident, ReferredTo
from footprint.incidents.tests.factories import (
    ABUSIVE,
    CANARY,
    THURSDAY,
    asked,
    assessed,
    capture_facts,
    mention_of,
    opened,
)
from footprint.rulebook.terms import SEALED_MATTERS, Matter
from footprint.users.models import User
from footprint.vault import keys
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of


def everything_stored() -> str:
    """Every value of every table, as the database would give it to a thief."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = []
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            rows += cursor.fetchall()
    return "\n".join(map(repr, rows))


def owner_of(cast: Cast, matter: Matter) -> User:
    return {Matter.SAFEGUARDING: cast.dsl, Matter.ALLEGATION_HEAD: cast.chair}.get(
        matter, cast.head
    )


def told_everywhere(cast: Cast, matter: Matter) -> Incident:
    """An incident with the canary in every box that a person can write into."""
    owner = owner_of(cast, matter)
    incident = assessed(
        cast,
        dataclasses.replace(ABUSIVE, dangerous=True),
        matter=matter,
        owner=owner,
        title=f"About the {CANARY}",
        capture_facts=capture_facts(author=CANARY, url=f"https://social.example/{CANARY}"),
    )
    facts: dict[str, Any] = {"revision": incident.revision, "by": owner, "now": NOW}
    actions.refer(
        incident=incident,
        to=ReferredTo.POLICE,
        reason=f"because of the {CANARY}",
        reference="7",
        next_date=THURSDAY,
        **facts,
    )
    facts["revision"] = incident.revision
    actions.record_support(incident=incident, offered=True, text=f"{CANARY} was heard", **facts)
    actions.add_note(incident=incident, text=f"{CANARY} again", happened_at=None, by=owner, now=NOW)
    return incident


@pytest.mark.parametrize("matter", sorted(SEALED_MATTERS))
def test_no_word_of_a_sensitive_matter_is_in_the_database(cast: Cast, matter: Matter) -> None:
    incident = told_everywhere(cast, matter)

    assert CANARY not in everything_stored()

    url = reverse("incidents:show_incident", args=[incident.pk])
    words = text_of(fetch_page(client_of(owner_of(cast, matter)), url))
    for said in (f"About the {CANARY}", f"{CANARY} was heard", f"{CANARY} again"):
        assert said in words


@pytest.mark.parametrize("matter", sorted(set(Matter) - SEALED_MATTERS))
def test_the_sweep_finds_what_is_not_sealed(cast: Cast, matter: Matter) -> None:
    told_everywhere(cast, matter)
    assert CANARY in everything_stored()


def test_every_class_of_matter_is_sealed_or_not_on_purpose() -> None:
    assert set(Matter) - SEALED_MATTERS == {
        Matter.REPUTATION,
        Matter.CONDUCT,
        Matter.PUPIL_CONDUCT,
    }


def test_a_matter_that_becomes_sensitive_is_sealed_from_its_first_line_on(cast: Cast) -> None:
    incident, request = asked(
        cast,
        title=f"About the {CANARY}",
        capture_facts=capture_facts(author=CANARY),
    )
    actions.add_note(
        incident=incident, text=f"{CANARY} said so", happened_at=None, by=cast.head, now=NOW
    )
    assert CANARY in everything_stored()

    actions.hand_over(
        incident=incident,
        to=cast.dsl,
        note=f"the {CANARY} is a child",
        next_date=THURSDAY,
        matter=Matter.SAFEGUARDING,
        revision=incident.revision,
        by=cast.head,
        now=NOW,
    )

    assert CANARY not in everything_stored()
    found = Incident.objects.get()
    assert found.title == f"About the {CANARY}"
    assert found.deletion_requests.get().letter == request.letter
    assert CANARY in " ".join(entry.text for entry in Entry.objects.all())


def test_the_post_that_it_began_with_is_sealed_under_the_same_key(cast: Cast) -> None:
    mention = mention_of(cast, text=f"words about a {CANARY}", title=CANARY, author=CANARY)

    incident = opened(
        cast, matter=Matter.SAFEGUARDING, owner=cast.dsl, mention=mention, capture_facts=None
    )

    assert CANARY not in everything_stored()
    mention.refresh_from_db()
    assert mention.seal_key == incident.seal_key
    assert mention.text == f"words about a {CANARY}"


def test_a_destroyed_key_ends_the_words_and_nothing_else(cast: Cast) -> None:
    incident = told_everywhere(cast, Matter.SAFEGUARDING)
    keys.destroy_key(incident.seal_key)

    found = Incident.objects.get()

    assert found.matter == Matter.SAFEGUARDING
    with pytest.raises(keys.KeyMissing):
        _ = found.title


def test_the_database_refuses_plain_words_under_a_seal(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.SAFEGUARDING, owner=cast.dsl)
    with pytest.raises(IntegrityError), transaction.atomic():
        Incident.objects.filter(pk=incident.pk).update(support="plain words")


@pytest.mark.parametrize(("words", "found"), [(f"the {CANARY}", 1), (CANARY.upper(), 1), ("x", 0)])
def test_whoever_may_see_it_finds_it_by_its_words(cast: Cast, words: str, found: int) -> None:
    told_everywhere(cast, Matter.SAFEGUARDING)

    for user, seen in ((cast.dsl, found), (cast.office, 0)):
        assert Incident.objects.seen_by(user).with_words(words).count() == seen
