"""A reviewed version becomes the school's policy, and then never changes."""

import random
from datetime import date, timedelta

import pytest
from django.db import transaction

from footprint.audit.models import Event
from footprint.policies import actions
from footprint.policies.leftopen import MOST_DAYS, left_open
from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import make_draft, make_reviewed
from footprint.rulebook.catalogue import CATALOGUE
from footprint.rulebook.decisions import deadline
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.policy import Policy, clause_from_json, policy_from_json, policy_to_json
from footprint.rulebook.terms import ClauseName, Stated
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

MEETING = date(2026, 9, 3)
DAYS = (ClauseName.DELETION_REQUEST, "days")
ANSWER_DAYS = (ClauseName.REPUTATION, "answer_days")


def _adopt(
    version: PolicyVersion,
    by: User,
    *,
    on: date = MEETING,
    review_on: date | None = None,
    given: dict[tuple[ClauseName, str], int] | None = None,
) -> PolicyVersion:
    return actions.adopt(
        version=version,
        adopted_on=on,
        minute="Full governing body, item 7",
        review_on=review_on,
        given=given or {},
        by=by,
        now=NOW,
    )


def _form(on: date, **more: object) -> dict[str, object]:
    return {
        "adopted_on_day": on.day,
        "adopted_on_month": on.month,
        "adopted_on_year": on.year,
        "minute": "Full governing body, item 7",
        **more,
    }


# --- what stands in the way ---


def test_undecided_clauses_stand_in_the_way(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)
    actions.undo(review=version.reviews.get(name="police"), seen=NOW, by=cast.head, now=NOW)

    with pytest.raises(actions.CannotAdopt, match="1 clause still waits for a decision"):
        _adopt(version, cast.head)

    version.refresh_from_db()
    assert version.adopted_on is None
    assert not Event.objects.filter(action="policies.adopted").exists()


def test_a_day_to_come_is_refused(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)

    with pytest.raises(actions.CannotAdopt, match="in the future"):
        _adopt(version, cast.head, on=NOW.date() + timedelta(days=1))

    assert _adopt(version, cast.head, on=NOW.date()).adopted_on == NOW.date()


def test_a_later_version_cannot_have_been_adopted_earlier(cast: Cast) -> None:
    _adopt(make_reviewed(cast.oakfield, cast.head), cast.head)
    second = make_reviewed(cast.oakfield, cast.head)

    with pytest.raises(actions.CannotAdopt, match="Version 1 was adopted on 3 September 2026"):
        _adopt(second, cast.head, on=MEETING - timedelta(days=1))

    assert _adopt(second, cast.head).number == 2


def test_the_second_of_two_is_refused(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)
    seen_by_the_second = PolicyVersion.objects.get(pk=version.pk)
    _adopt(version, cast.head)

    with pytest.raises(actions.CannotAdopt, match="already adopted"):
        _adopt(seen_by_the_second, cast.chair)

    assert Event.objects.filter(action="policies.adopted").count() == 1


def test_what_is_set_aside_cannot_be_adopted(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)
    actions.set_aside(version=version, by=cast.office, now=NOW)

    with pytest.raises(actions.CannotAdopt), transaction.atomic():
        _adopt(version, cast.head)
    with pytest.raises(actions.CannotAdopt), transaction.atomic():
        actions.set_aside(version=version, by=cast.head, now=NOW)

    assert Event.objects.filter(action="policies.set_aside").count() == 1


def test_what_is_adopted_cannot_be_set_aside(cast: Cast) -> None:
    version = _adopt(make_reviewed(cast.oakfield, cast.head), cast.head)

    with pytest.raises(actions.CannotAdopt):
        actions.set_aside(version=version, by=cast.head, now=NOW)

    version.refresh_from_db()
    assert version.set_aside_at is None


# --- what is adopted ---


def test_numbers_count_within_one_school(cast: Cast) -> None:
    numbers = [
        _adopt(make_reviewed(school, by), by).number
        for school, by in [
            (cast.oakfield, cast.head),
            (cast.oakfield, cast.head),
            (cast.riverside, cast.stranger),
        ]
    ]

    assert numbers == [1, 2, 1]


def test_who_when_and_why_are_kept(cast: Cast) -> None:
    version = _adopt(
        make_reviewed(cast.oakfield, cast.head), cast.chair, review_on=date(2027, 9, 1)
    )

    version.refresh_from_db()
    assert (version.adopted_by, version.adopted_at) == (cast.chair, NOW)
    assert (version.minute, version.review_on) == (
        "Full governing body, item 7",
        date(2027, 9, 1),
    )
    event = Event.objects.get(action="policies.adopted")
    assert event.details == {"number": 1, "adopted_on": "2026-09-03"}
    assert (event.by, event.school_id) == (cast.chair.email, cast.oakfield.pk)


@pytest.mark.parametrize("seed", range(4))
def test_the_adopted_policy_is_what_was_decided_clause_by_clause(cast: Cast, seed: int) -> None:
    choose = random.Random(seed)  # noqa: S311 (a test's dice)
    version = make_draft(cast.oakfield, cast.head, choose.choice(["oakfield.txt", "larkhill.txt"]))
    expected = {}
    for review in version.reviews.all():
        read = clause_from_json(ClauseName(review.name), review.as_read)
        kept = {key: read.get(key) for key in read.values if choose.random() < 0.5}
        act = choose.choice(["confirm", "correct", "deny"])
        if act == "confirm":
            actions.confirm_as_read(review=review, seen=None, by=cast.head, now=NOW)
            expected[read.name] = (read.stated, {key: read.get(key) for key in read.values})
        elif act == "correct":
            values = {key: value for key, value in kept.items() if value is not None}
            actions.correct(review=review, values=values, seen=None, by=cast.head, now=NOW)
            expected[read.name] = (Stated.STATED if values else Stated.NOT_STATED, kept)
        else:
            actions.not_in_policy(review=review, seen=None, by=cast.head, now=NOW)
            expected[read.name] = (Stated.NOT_STATED, {})

    _adopt(version, cast.head)

    policy = PolicyVersion.objects.get().policy
    found = {
        name: (clause.stated, {key: clause.get(key) for key in clause.values})
        for name, clause in policy.clauses.items()
    }
    assert found == expected
    assert policy_from_json(policy_to_json(policy)) == policy


def test_reviews_changed_behind_our_back_do_not_change_the_policy(cast: Cast) -> None:
    version = _adopt(make_reviewed(cast.oakfield, cast.head), cast.head)
    before = version.policy

    version.reviews.all().delete()

    assert PolicyVersion.objects.get().policy == before


# --- the numbers that a document leaves open ---


def test_every_number_asked_for_at_adoption_has_a_decision_that_needs_it(cast: Cast) -> None:
    asked = {(e.name, part.key) for e in CATALOGUE for part in e.parts if part.at_adoption}

    assert asked == {DAYS, ANSWER_DAYS}
    for name, key in asked:
        silent = {name: clause_from_json(name, {"stated": "stated", "values": {}, "quotes": []})}
        assert [(n, p.key) for n, p in left_open(Policy("1", silent))] == [(name, key)]


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        ({}, True),
        ({"expected": "promptly"}, True),
        ({"expected": "within 24 hours"}, False),
        ({"expected": "within two school days"}, False),
        ({"days": 2}, False),
    ],
)
def test_days_are_asked_for_only_where_the_document_gives_no_time(
    values: dict[str, object], asked: bool
) -> None:
    quote = {"text": "We ask that it is deleted.", "where": "", "start": 0, "end": 0}
    data = {
        "stated": "stated",
        "values": {key: {"value": value, "quote": quote} for key, value in values.items()},
        "quotes": [quote],
    }
    clause = clause_from_json(ClauseName.DELETION_REQUEST, data)

    assert bool(left_open(Policy("1", {clause.name: clause}))) is asked


def test_nothing_is_asked_of_a_silent_clause() -> None:
    assert left_open(Policy("1", {})) == []


def test_a_given_number_is_the_schools_own_word_and_makes_the_date(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head, "larkhill.txt")

    policy = _adopt(version, cast.head, given={DAYS: 3, ANSWER_DAYS: 5}).policy

    assert policy.clause(ClauseName.DELETION_REQUEST).values["days"].quote is None
    ruling = deadline.due(policy=policy, asked_on=date(2026, 9, 7), calendar=SchoolCalendar())
    assert ruling.due == date(2026, 9, 10)
    assert policy.clause(ClauseName.REPUTATION).get("answer_days") == 5


def test_a_given_number_does_not_overrule_the_document(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)

    policy = _adopt(version, cast.head, given={DAYS: 30}).policy

    days = policy.clause(ClauseName.DELETION_REQUEST).values["days"]
    assert days.value == 2
    assert days.quote is not None


def test_a_number_makes_no_clause_where_the_policy_is_silent(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head, "larkhill.txt")
    review = version.reviews.get(name="deletion_request")
    actions.not_in_policy(review=review, seen=NOW, by=cast.head, now=NOW)

    policy = _adopt(version, cast.head, given={DAYS: 3}).policy

    clause = policy.clause(ClauseName.DELETION_REQUEST)
    assert (clause.stated, dict(clause.values)) == (Stated.NOT_STATED, {})


# --- the pages ---


def test_the_form_shows_the_sentence_that_leaves_the_time_open(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head, "larkhill.txt")
    clause = version.reviewed.clause(ClauseName.DELETION_REQUEST)
    quote = clause.quote_for("expected")
    assert quote is not None

    page = fetch_page(client_of(cast.head), f"/policy/drafts/{version.pk}/adopt/")

    assert page.css_first("input[name=deletion_request_days]")
    assert f"Your policy says: “{quote.text}”" in text_of(page)


def test_the_form_does_not_ask_for_what_the_document_states(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)

    page = fetch_page(client_of(cast.head), f"/policy/drafts/{version.pk}/adopt/")

    assert page.css_first("input[name=deletion_request_days]") is None
    assert page.css_first("input[name=reputation_answer_days]")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"adopted_on_year": "2999"}, "The day of adoption must be on or before"),
        ({"adopted_on_day": ""}, "The day of adoption must include a day"),
        ({"minute": " "}, "Enter the reference of the minute"),
        ({"reputation_answer_days": str(MOST_DAYS + 1)}, "Enter 60 or less"),
        ({"reputation_answer_days": "-1"}, "Enter 0 or more"),
        (
            {"review_on_day": "1", "review_on_month": "9", "review_on_year": "2025"},
            "The review must come after the adoption",
        ),
    ],
)
def test_what_was_typed_wrongly_is_said_and_kept(
    cast: Cast, changed: dict[str, object], words: str
) -> None:
    version = make_reviewed(cast.oakfield, cast.head)
    data = {**_form(date(2025, 9, 3)), **changed}

    page = post_page(client_of(cast.head), f"/policy/drafts/{version.pk}/adopt/", data)

    assert words in text_of(page)
    month = page.css_first("input[name=adopted_on_month]")
    assert month is not None
    assert month.attributes["value"] == "9"
    assert not PolicyVersion.objects.adopted().exists()


def test_zero_days_and_a_review_date_are_taken(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)
    review = {"review_on_day": "1", "review_on_month": "9", "review_on_year": "2030"}
    data = _form(date(2025, 9, 3), reputation_answer_days="0", **review)

    response = client_of(cast.head).post(f"/policy/drafts/{version.pk}/adopt/", data)

    assert response.headers["Location"] == "/policy/"
    version.refresh_from_db()
    assert version.review_on == date(2030, 9, 1)
    assert version.policy.clause(ClauseName.REPUTATION).get("answer_days") == 0


def test_an_unfinished_review_has_no_form_yet(cast: Cast) -> None:
    version = make_draft(cast.oakfield, cast.head)
    address = f"/policy/drafts/{version.pk}/adopt/"

    page = fetch_page(client_of(cast.head), address)
    assert "26 clauses still wait for a decision" in text_of(page)
    assert page.css_first("input[name=minute]") is None

    page = post_page(client_of(cast.head), address, _form(date(2025, 9, 3)))
    assert "26 clauses still wait for a decision" in text_of(page)


@pytest.mark.parametrize("page", ["", "adopt/", "police/", "police/document/", "set-aside/"])
def test_whoever_comes_after_the_adoption_is_told(cast: Cast, page: str) -> None:
    version = _adopt(make_reviewed(cast.oakfield, cast.head), cast.head)
    client = client_of(cast.head)

    response = client.get(f"/policy/drafts/{version.pk}/{page}")

    assert response.headers["Location"] == "/policy/versions/"
    words = text_of(fetch_page(client, "/policy/versions/"))
    assert "This is version 1 now: Harriet Head recorded its adoption on 3 September 2026." in words


def test_the_second_to_press_adopt_is_told(cast: Cast) -> None:
    version = _adopt(make_reviewed(cast.oakfield, cast.head), cast.head)
    client = client_of(cast.chair)

    client.post(f"/policy/drafts/{version.pk}/adopt/", _form(date(2025, 9, 3)))

    assert "Harriet Head recorded its adoption" in text_of(fetch_page(client, "/policy/versions/"))
    assert PolicyVersion.objects.adopted().count() == 1


@pytest.mark.parametrize("page", ["police/confirm/", "set-aside/"])
def test_whoever_comes_after_the_setting_aside_is_told(cast: Cast, page: str) -> None:
    version = make_draft(cast.oakfield, cast.head)
    actions.set_aside(version=version, by=cast.office, now=NOW)
    client = client_of(cast.head)

    client.post(f"/policy/drafts/{version.pk}/{page}")

    assert "This draft was set aside" in text_of(fetch_page(client, "/policy/versions/"))


def test_setting_aside_asks_first(cast: Cast) -> None:
    version = make_draft(cast.oakfield, cast.head)
    client, address = client_of(cast.office), f"/policy/drafts/{version.pk}/set-aside/"

    assert "Set this draft aside?" in text_of(fetch_page(client, address))
    assert PolicyVersion.objects.drafts().exists()

    assert client.post(address).headers["Location"] == "/policy/versions/"
    assert not PolicyVersion.objects.drafts().exists()
