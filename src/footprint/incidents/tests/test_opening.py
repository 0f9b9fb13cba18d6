"""Opening an incident: evidence, one of a mention, an owner who can see it."""

import pytest
from django.db import IntegrityError, transaction

from footprint.audit.models import Event
from footprint.evidence.actions import digest
from footprint.evidence.models import Capture
from footprint.incidents import actions
from footprint.incidents.actions import opening
from footprint.incidents.models import Entry, Incident
from footprint.incidents.tests.factories import THURSDAY, capture_facts, mention_of, opened
from footprint.notices.models import Notice
from footprint.rulebook.facts import Signal
from footprint.rulebook.terms import Flag, Matter, PostKind, Step
from tests.cast import NOW, Cast


def test_it_keeps_evidence_a_line_and_two_events(cast: Cast) -> None:
    incident = opened(cast)

    kept = incident.capture
    assert kept is not None
    facts = capture_facts()
    assert kept.sha256 == digest(
        url=facts.url, author=facts.author, text=facts.text, posted_at=facts.posted_at
    )
    assert incident.stands_at is Step.OPENED
    assert [entry.action for entry in incident.entries.all()] == ["opened"]
    assert set(Event.objects.values_list("action", flat=True)) == {
        "evidence.captured",
        "incidents.opened",
    }


def test_the_audit_chain_holds_no_words_of_the_post_and_no_title(cast: Cast) -> None:
    opened(cast)

    for event in Event.objects.all():
        assert "insulting" not in str(event.details)
        assert "lunchtime" not in str(event.details)


def test_a_mention_is_captured_with_its_title_and_has_one_incident(cast: Cast) -> None:
    mention = mention_of(cast)
    first = opened(cast, mention=mention, capture_facts=None)

    with pytest.raises(actions.AlreadyOpen) as told:
        opened(cast, mention=mention, capture_facts=None)

    assert told.value.incident == first
    assert first.capture is not None
    assert first.capture.text == "Lunch\n\nInvented words about lunch"
    assert (Incident.objects.count(), Capture.objects.count()) == (1, 1)


def test_of_two_at_once_the_second_is_told_and_leaves_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    mention = mention_of(cast)
    first = opened(cast, mention=mention, capture_facts=None)
    real, looked = opening._check_is_first, []

    def blind_once(asked: object) -> None:
        looked.append(asked)
        if len(looked) > 1:
            real(mention)

    monkeypatch.setattr(opening, "_check_is_first", blind_once)
    with pytest.raises(actions.AlreadyOpen) as told:
        opened(cast, mention=mention, capture_facts=None)

    assert told.value.incident == first
    assert Capture.objects.count() == 1


def test_the_database_refuses_a_second_incident_of_a_mention(cast: Cast) -> None:
    first = opened(cast, mention=mention_of(cast), capture_facts=None)
    second = Incident.objects.get(pk=first.pk)
    second.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        second.save(force_insert=True)


def test_it_is_about_a_mention_or_about_something_told_never_both(cast: Cast) -> None:
    with pytest.raises(ValueError, match="about a mention or"):
        opened(cast, mention=mention_of(cast))
    with pytest.raises(ValueError, match="about a mention or"):
        opened(cast, capture_facts=None)


def test_an_owner_must_be_able_to_see_it(cast: Cast) -> None:
    with pytest.raises(actions.CannotSee):
        opened(cast, matter=Matter.SAFEGUARDING, owner=cast.office)
    with pytest.raises(actions.CannotSee):
        opened(cast, owner=cast.stranger)
    with pytest.raises(actions.CannotSee):
        opened(cast, shut_out=[cast.head])
    with pytest.raises(actions.NotTold):
        opened(cast, title="  ")

    assert not Incident.objects.exists()
    assert not Capture.objects.exists()
    assert not Entry.objects.exists()


def test_a_new_owner_gets_a_number_and_a_link_and_no_words(cast: Cast) -> None:
    incident = opened(cast, owner=cast.dsl, by=cast.head)

    notice = Notice.objects.get()
    assert notice.to == cast.dsl.email
    assert f"/incidents/{incident.pk}/" in notice.body
    assert "lunchtime" not in notice.subject + notice.body


def test_what_the_inbox_confirmed_comes_along(cast: Cast) -> None:
    incident = opened(cast, signal=Signal(PostKind.CONCERN, frozenset({Flag.PRIVACY})))

    assert (incident.kind, incident.flags) == ("concern", ["privacy"])
    assert incident.next_date == THURSDAY
    assert incident.opened_at == NOW
