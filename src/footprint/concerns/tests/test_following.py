"""After a report has come: messages, naming, an incident, closing, erasing; told by the jobs."""

from datetime import timedelta
from typing import Any

import pytest

from footprint.audit.models import Event
from footprint.concerns import actions, jobs
from footprint.concerns.models import Concern, Way
from footprint.concerns.receipts import digest_of, new_ticket, receipt_for
from footprint.concerns.tests.factories import make_concern, make_staff_concern, told
from footprint.incidents.actions import CaptureFacts
from footprint.incidents.models import Incident
from footprint.notices.models import Notice
from footprint.rulebook.terms import Matter, Role, SafetyQuestion
from footprint.vault.keys import KeyMissing, unseal
from tests.cast import NOW, Cast

NINETY = timedelta(days=90)


def told_to() -> set[str]:
    return set(Notice.objects.values_list("to", flat=True))


def test_an_urgent_report_is_told_by_the_quarter_of_an_hour_others_by_the_next_round(
    cast: Cast,
) -> None:
    make_concern(cast.oakfield, told(Way.PARENT))
    urgent = make_concern(cast.oakfield, told(yes=[SafetyQuestion.DANGER_NOW]))

    jobs.tell_of_urgent_concerns.call()
    assert told_to() == {cast.head.email, cast.dsl.email, cast.deputy.email}
    assert {notice.key.split(":")[1] for notice in Notice.objects.all()} == {str(urgent.pk)}

    jobs.tell_of_concerns.call()
    jobs.tell_of_concerns.call()
    assert cast.office.email in told_to()
    assert Event.objects.filter(action="concerns.received").count() == 2


def test_a_flood_is_one_message_a_day_and_lost_is_nothing(cast: Cast) -> None:
    for _number in range(5):
        make_concern(cast.oakfield, apart=True)

    jobs.tell_of_concerns.call()

    assert Notice.objects.count() == 3  # one for each of the circle
    assert Concern.objects.apart(True).count() == 5


def test_words_go_to_and_fro(cast: Cast) -> None:
    concern = make_concern(cast.oakfield)
    jobs.tell_of_concerns.call()

    actions.add_answer(concern=concern, text="Thank you. Where was it?", by=cast.dsl, now=NOW)
    actions.add_reporters_words(concern=concern, text="By the pond.", now=NOW)
    jobs.tell_of_concerns.call()

    said = [(message.written_by, message.text) for message in concern.messages.all()]
    assert said == [(cast.dsl, "Thank you. Where was it?"), (None, "By the pond.")]
    assert any("has written again" in notice.body for notice in Notice.objects.all())
    assert not any("pond" in notice.body for notice in Notice.objects.all())


def test_whoever_is_answered_is_no_flood_and_a_colleague_is_answered_in_person(cast: Cast) -> None:
    concern = make_concern(cast.oakfield, apart=True)
    actions.add_answer(concern=concern, text="We read it.", by=cast.dsl, now=NOW)
    assert not concern.kept_apart

    of_staff = make_staff_concern(cast.oakfield, by=cast.teacher)
    with pytest.raises(actions.NotTold):
        actions.add_answer(concern=of_staff, text="Thanks", by=cast.dsl, now=NOW)


def test_closing_needs_a_reason_and_happens_once(cast: Cast) -> None:
    concern = make_concern(cast.oakfield)
    with pytest.raises(actions.NotTold):
        actions.close(concern=concern, reason=" ", by=cast.dsl, now=NOW)
    actions.close(concern=concern, reason="Talked with both", by=cast.dsl, now=NOW)

    with pytest.raises(actions.AlreadyClosed):
        actions.close(concern=concern, reason="Again", by=cast.head, now=NOW)
    with pytest.raises(actions.AlreadyClosed):
        actions.add_reporters_words(concern=concern, text="And now?", now=NOW)
    assert Concern.objects.get().closed_reason == "Talked with both"


def test_nothing_is_erased_too_early_and_a_parents_concern_not_at_all(cast: Cast) -> None:
    concern = make_concern(cast.oakfield)
    kept = make_concern(cast.oakfield, told(Way.PARENT))
    for each in (concern, kept):
        actions.close(concern=each, reason="Done", by=cast.dsl, now=NOW)
    today = NOW.date() + NINETY

    assert not actions.erase(concern=concern, today=today - timedelta(days=1), now=NOW)
    assert not actions.erase(concern=kept, today=today, now=NOW)


@pytest.mark.django_db(transaction=True)
def test_erasing_destroys_the_key(cast: Cast) -> None:
    words = receipt_for(new_ticket())
    concern = make_concern(cast.oakfield, receipt=words)
    actions.add_answer(concern=concern, text="Thank you", by=cast.dsl, now=NOW)
    actions.close(concern=concern, reason="Done", by=cast.dsl, now=NOW)
    today = NOW.date() + NINETY

    assert actions.erase(concern=concern, today=today, now=NOW)
    assert not actions.erase(concern=concern, today=today, now=NOW)

    concern = Concern.objects.get()
    assert (concern.words, concern.closed_reason, concern.erased_on) == ("", "", today)
    assert concern.messages.get().text == ""
    assert not Concern.objects.with_receipt(digest_of(words)).exists()
    with pytest.raises(KeyMissing):
        unseal(b"", key=concern.seal_key, school_id=concern.school_id, about="x")


def test_who_is_named_loses_sight_and_where_all_are_it_goes_to_the_chair(cast: Cast) -> None:
    concern = make_concern(cast.oakfield)
    actions.shut_out_people(concern=concern, users=[cast.dsl], by=cast.head, now=NOW)
    assert not Concern.objects.seen_by(cast.dsl).exists()
    assert concern.matter == Matter.SAFEGUARDING

    rest = [cast.head, cast.deputy]
    actions.shut_out_people(concern=concern, users=rest, by=cast.head, now=NOW)

    assert concern.matter == Matter.ALLEGATION_HEAD
    assert {user.name for user in concern.readers()} == {"Chris Chair", "Tariq Trust"}


def test_an_incident_keeps_out_whom_the_reporter_kept_out(cast: Cast) -> None:
    concern = make_concern(cast.oakfield, told(not_to=[Role.HEADTEACHER]))
    given: dict[str, Any] = {
        "school": cast.oakfield,
        "answers": dict.fromkeys(SafetyQuestion, False),
        "subject_is_head": False,
        "matter": Matter.SAFEGUARDING,
        "title": "A concern",
        "capture_facts": CaptureFacts("", "", concern.words, None, "told"),
        "policy_version": None,
        "next_date": NOW.date(),
    }

    incident, _ruling = actions.open_from_concern(
        concern=concern, shut_out=[], by=cast.dsl, now=NOW, **given
    )

    assert not Incident.objects.seen_by(cast.head).exists()
    assert concern.incident == incident
    assert not concern.is_closed
    with pytest.raises(actions.AlreadyClosed):
        actions.open_from_concern(concern=concern, shut_out=[], by=cast.dsl, now=NOW, **given)
    assert Incident.objects.count() == 1
