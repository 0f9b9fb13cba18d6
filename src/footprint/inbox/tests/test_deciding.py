"""What a person decides: once, after the safety questions, and never against fair criticism."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from footprint.audit.models import Event
from footprint.inbox.actions import (
    AlreadyDecided,
    ChangedMeanwhile,
    NotOffered,
    SafetyFirst,
    confirm,
    leave,
    move_to,
    open_as_incident,
    pass_on,
    record_reply,
    reopen,
    shut_out,
)
from footprint.inbox.models import Item
from footprint.inbox.tests.factories import make_item, make_safe_item
from footprint.incidents.models import Incident
from footprint.policies.tests.factories import make_adopted
from footprint.rulebook.terms import Flag, PostKind, Role
from footprint.rulebook.tests.factories import OAKFIELD
from tests.cast import NOW, Cast

CRITICISM = "Not impressed with the homework app Oakfield Primary uses, it loses work"
INSULT = "The Year 5 teacher at Oakfield Primary is a useless fat waste of space"
TOMORROW = date(2026, 11, 17)

ACTS: list[tuple[Callable[..., Any], dict[str, Any], str]] = [
    (record_reply, {"reply": "Thank you, please e-mail the office."}, "replied"),
    (leave, {"reason": "No answer expected"}, "no_action"),
    (pass_on, {"to": "The kitchen team", "note": ""}, "passed_on"),
]


@pytest.mark.parametrize(("act", "given", "decided"), ACTS)
def test_a_decision_carries_a_name_and_a_time(
    cast: Cast, act: Callable[..., Any], given: dict[str, Any], decided: str
) -> None:
    item = make_safe_item(cast.oakfield, CRITICISM, cast.office)

    act(item=item, revision=item.revision, by=cast.office, now=NOW, **given)

    item.refresh_from_db()
    assert (item.decided, item.decided_by, item.decided_at) == (decided, cast.office, NOW)
    assert Event.objects.get(action=f"inbox.decided_{decided}").by == cast.office.email


@pytest.mark.parametrize(("act", "given", "decided"), ACTS)
def test_the_safety_questions_come_first(
    cast: Cast, act: Callable[..., Any], given: dict[str, Any], decided: str
) -> None:
    item = make_item(cast.oakfield, CRITICISM)

    with pytest.raises(SafetyFirst):
        act(item=item, revision=item.revision, by=cast.office, now=NOW, **given)


def test_of_two_at_once_one_decides_and_the_other_is_told(cast: Cast) -> None:
    item = make_safe_item(cast.oakfield, CRITICISM, cast.office)
    leave(item=item, reason="news", revision=item.revision, by=cast.office, now=NOW)

    with pytest.raises(ChangedMeanwhile):
        record_reply(item=item, reply="Hello", revision=item.revision, by=cast.dsl, now=NOW)

    item.refresh_from_db()
    assert item.reply == ""


def test_what_was_decided_is_not_decided_again(cast: Cast) -> None:
    item = make_safe_item(cast.oakfield, CRITICISM, cast.office)
    leave(item=item, reason="news", revision=item.revision, by=cast.office, now=NOW)
    item.refresh_from_db()

    with pytest.raises(AlreadyDecided):
        record_reply(item=item, reply="Hello", revision=item.revision, by=cast.dsl, now=NOW)


def test_reopening_takes_a_decision_back_and_keeps_it_in_the_audit(cast: Cast) -> None:
    item = make_safe_item(cast.oakfield, CRITICISM, cast.office)
    leave(item=item, reason="news", revision=item.revision, by=cast.office, now=NOW)
    item.refresh_from_db()

    reopen(item=item, reason="Too quick", revision=item.revision, by=cast.dsl, now=NOW)

    item.refresh_from_db()
    assert (item.decided, item.decided_by) == ("", None)
    assert Event.objects.get(action="inbox.reopened").details == {"was": "no_action"}


def test_respectful_criticism_is_never_opened_as_an_incident(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    item = make_safe_item(cast.oakfield, CRITICISM, cast.dsl)

    with pytest.raises(NotOffered):
        open_as_incident(
            item=item,
            title="Homework app",
            next_date=TOMORROW,
            revision=item.revision,
            by=cast.dsl,
            now=NOW,
        )

    assert not Incident.objects.exists()


def test_an_insult_is_opened_once_with_the_class_and_the_people_shut_out(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    item = make_safe_item(cast.oakfield, INSULT, cast.dsl)
    shut_out(item=item, people=[cast.deputy], revision=item.revision, by=cast.dsl, now=NOW)
    item.refresh_from_db()

    incident = open_as_incident(
        item=item,
        title="Insults about a teacher",
        next_date=TOMORROW,
        revision=item.revision,
        by=cast.dsl,
        now=NOW,
    )

    item.refresh_from_db()
    assert (item.decided, item.incident) == ("incident", incident)
    assert (incident.matter, incident.policy_version) == (item.matter, item.policy_version)
    assert list(incident.shut_out.all()) == [cast.deputy]
    with pytest.raises(AlreadyDecided):
        reopen(item=item, reason="no", revision=item.revision, by=cast.dsl, now=NOW)


def test_a_correction_moves_desk_class_and_date_and_keeps_the_suggestion(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    item = make_item(cast.oakfield, CRITICISM)
    suggested = (item.suggested_kind, list(item.suggested_flags))

    confirm(
        item=item,
        kind=PostKind.CONCERN,
        flags=frozenset({Flag.SELF_HARM}),
        revision=item.revision,
        by=cast.office,
        now=NOW,
    )

    item.refresh_from_db()
    assert (item.kind, item.flags, item.matter, item.desk) == (
        "concern",
        ["self_harm"],
        "safeguarding",
        "dsl",
    )
    assert (item.suggested_kind, item.suggested_flags) == suggested
    assert not Item.objects.seen_by(cast.office).exists()


def test_moving_changes_the_desk_and_says_who_did(cast: Cast) -> None:
    item = make_item(cast.oakfield, CRITICISM)

    move_to(item=item, desk=Role.OFFICE, revision=item.revision, by=cast.head, now=NOW)

    item.refresh_from_db()
    assert item.desk == "office"
    assert Event.objects.get(action="inbox.moved").details["to"] == "office"


def test_whoever_is_named_sees_nothing_whatever_the_role(cast: Cast) -> None:
    item = make_item(cast.oakfield, CRITICISM)

    shut_out(
        item=item, people=[cast.head, cast.office], revision=item.revision, by=cast.dsl, now=NOW
    )

    seen = {person.email: Item.objects.seen_by(person).count() for person in cast_people(cast)}
    assert {email for email, count in seen.items() if count} == {
        cast.dsl.email,
        cast.deputy.email,
        cast.keeper.email,
        cast.trust_lead.email,
    }


def cast_people(cast: Cast) -> list[Any]:
    return [
        cast.head,
        cast.dsl,
        cast.deputy,
        cast.office,
        cast.keeper,
        cast.teacher,
        cast.governor,
        cast.chair,
        cast.trust_lead,
        cast.stranger,
    ]


@pytest.mark.parametrize(
    "broken",
    [
        {"decided": "replied"},
        {"confirmed_at": NOW},
        {"safety_at": NOW},
    ],
)
def test_the_database_refuses_an_act_without_a_person(cast: Cast, broken: dict[str, Any]) -> None:
    item = make_item(cast.oakfield, CRITICISM)

    with pytest.raises(IntegrityError), transaction.atomic():
        Item.objects.filter(pk=item.pk).update(**broken)
