"""A report of an attempt: who is told, who is shut out, and that nothing of it shows elsewhere."""

import pytest
from django.db import connection
from django.urls import reverse

from footprint.audit.models import Event
from footprint.notices.models import Notice
from footprint.people.models import FamilyLink, Relation
from footprint.people.tests.factories import make_parent
from footprint.registers.connection_exceptions import actions
from footprint.registers.connection_exceptions.models import (
    AttemptOutcome,
    ConnectionAttempt,
)
from footprint.registers.connection_exceptions.sides import Side
from footprint.registers.connection_exceptions.tests.factories import (
    CANARY,
    adopted,
    attempt_of,
    by_staff,
    make_pupil,
    make_staff,
    reported,
)
from footprint.rulebook.terms import ClauseName, Matter, Party, Role
from footprint.rulebook.tests.factories import OAKFIELD, SILENT, clause, quote_of, replacing
from footprint.users.models import Membership, User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

REPORT = "connection_exceptions:report_attempt"


def readers(attempt: ConnectionAttempt, cast: Cast) -> set[str]:
    """By `seen_by`, one person after the other; it must be what `readers` says from the other."""
    people = {name: user for name, user in vars(cast).items() if isinstance(user, User)}
    seen = {
        name
        for name, user in people.items()
        if ConnectionAttempt.objects.seen_by(user).filter(pk=attempt.pk).exists()
    }
    assert {people[name] for name in seen} == set(attempt.readers())
    return seen


SAFEGUARDERS = {"head", "dsl", "deputy"}


@pytest.mark.parametrize(
    ("by", "to", "told", "matter", "seen"),
    [
        ("child", "teacher", Role.DSL, Matter.PUPIL_CONDUCT, {*SAFEGUARDERS, "trust_lead"}),
        ("child", "dsl", Role.DSL, Matter.PUPIL_CONDUCT, {"head", "deputy", "trust_lead"}),
        ("child", "head", Role.DSL, Matter.PUPIL_CONDUCT, {"dsl", "deputy", "trust_lead"}),
        ("teacher", "child", Role.HEADTEACHER, Matter.ALLEGATION, {"head"}),
        ("dsl", "child", Role.HEADTEACHER, Matter.ALLEGATION, {"head"}),
        ("head", "child", Role.CHAIR, Matter.ALLEGATION_HEAD, {"chair", "trust_lead"}),
        ("chair", "child", Role.HEADTEACHER, Matter.ALLEGATION, {"head"}),
    ],
)
def test_it_goes_where_the_policy_says_and_round_whoever_is_part_of_it(
    cast: Cast, by: str, to: str, told: Role, matter: Matter, seen: set[str]
) -> None:
    adopted(cast)
    child = Side(Party.PUPIL, name="Wren Thistlewood")
    sides = [
        child if who == "child" else Side(Party.STAFF, user=getattr(cast, who)) for who in (by, to)
    ]
    attempt = reported(cast, by=sides[0], to=sides[1])

    assert (attempt.told, attempt.matter) == (told.value, matter.value)
    assert readers(attempt, cast) == seen
    assert {"teacher", "keeper"}.isdisjoint(seen)


def test_the_reasons_are_kept_with_the_sentence(cast: Cast) -> None:
    adopted(cast)
    (reason,) = reported(cast).reasons
    assert reason["quote"] == quote_of(OAKFIELD, ClauseName.BREACH_NOTICE).text


def test_a_silent_policy_is_said_to_be_silent_and_the_dsl_is_our_suggestion(cast: Cast) -> None:
    adopted(cast, SILENT)
    attempt = reported(cast, reporter=cast.keeper, **by_staff(cast.teacher))
    assert (attempt.told, attempt.told_by_policy) == (Role.DSL.value, False)
    assert readers(attempt, cast) == SAFEGUARDERS
    url = reverse("connection_exceptions:show_attempt", args=[attempt.pk])
    words = text_of(fetch_page(client_of(cast.dsl), url))
    assert "Your policy does not say who is told" in words
    assert "Footprint suggests" in words


def test_without_an_adopted_policy_it_is_the_same(cast: Cast) -> None:
    assert reported(cast).told_by_policy is False


def test_where_the_policy_names_the_office_the_office_may_read_it(cast: Cast) -> None:
    notice = clause(ClauseName.BREACH_NOTICE, "The office is told.", by_child="office")
    adopted(cast, replacing(OAKFIELD, notice))
    attempt = reported(cast)
    assert "office" in readers(attempt, cast)
    assert [notice.to for notice in Notice.objects.all()] == [cast.office.email]


def test_family_of_either_side_is_shut_out(cast: Cast) -> None:
    child = make_pupil(cast)
    deputy = make_staff(cast, cast.deputy)
    FamilyLink.objects.create(person=child, relative=deputy, relation=Relation.PARENT)
    attempt = reported(cast, by=Side(Party.PUPIL, person=child))
    assert readers(attempt, cast) == {"head", "dsl", "trust_lead"}


def test_the_heads_own_child_keeps_the_head_out(cast: Cast) -> None:
    adopted(cast)
    child = make_pupil(cast)
    make_parent(of=child, user=cast.head)
    attempt = reported(cast, by=Side(Party.PUPIL, person=child))
    assert "head" not in readers(attempt, cast)


def test_an_adult_whose_family_the_head_is_goes_one_step_round(cast: Cast) -> None:
    adopted(cast)
    head, teacher = make_staff(cast, cast.head), make_staff(cast, cast.teacher)
    FamilyLink.objects.create(person=head, relative=teacher, relation=Relation.PARTNER)
    attempt = reported(cast, reporter=cast.keeper, **by_staff(cast.teacher))
    assert attempt.matter == Matter.ALLEGATION_HEAD.value
    assert readers(attempt, cast) == {"chair", "trust_lead"}


@pytest.mark.parametrize("typed", ["Mrs Head", "harriet head", "Head"])
def test_a_typed_name_keeps_out_everybody_who_shares_it(cast: Cast, typed: str) -> None:
    adopted(cast)
    attempt = reported(
        cast,
        reporter=cast.keeper,
        by=Side(Party.STAFF, name=typed),
        to=Side(Party.PUPIL, name="Wren Thistlewood"),
    )
    assert readers(attempt, cast) == {"chair", "trust_lead"}


def test_where_nobody_may_see_it_nothing_is_kept_and_the_page_says_whom_to_tell(
    cast: Cast,
) -> None:
    adopted(cast)
    Membership.objects.filter(role__in=[Role.CHAIR.value, Role.TRUST_LEAD.value]).delete()
    with pytest.raises(actions.NobodyMaySee):
        reported(cast, reporter=cast.keeper, **by_staff(cast.head))
    page = post_page(client_of(cast.keeper), reverse(REPORT), form(cast, adult=cast.head))
    assert "Tell the local authority’s designated officer (LADO) yourself" in text_of(page)
    assert not ConnectionAttempt.objects.exists()
    assert not Event.objects.filter(target__startswith="connection_attempt").exists()


def test_messages_go_to_the_desk_and_hold_no_name_and_no_word(cast: Cast) -> None:
    adopted(cast)
    reported(cast)
    (notice,) = Notice.objects.all()
    assert notice.to == cast.dsl.email
    assert CANARY not in notice.body
    assert "Thistlewood" not in notice.body


def form(cast: Cast, *, adult: User, by: str = "staff", to: str = "pupil") -> dict[str, object]:
    return {
        "by_party": by,
        "to_party": to,
        "kind": "follow",
        "adult": f"user-{adult.pk}",
        "adult_name": "",
        "other": "Wren Thistlewood",
        "platform": "tiktok",
        "words": f"Followed a pupil, {CANARY}",
    }


def test_anybody_reports_and_reads_nothing_back(cast: Cast) -> None:
    adopted(cast)
    pupil = make_pupil(cast)
    page = post_page(client_of(cast.teacher), reverse(REPORT), form(cast, adult=cast.keeper))
    words = text_of(page)
    assert "It went to the headteacher" in words
    assert "A child's attempt is told to our safeguarding lead, an adult's to the head." in words
    assert CANARY not in words

    attempt = ConnectionAttempt.objects.get()
    assert (attempt.to_person, attempt.by_user) == (pupil, cast.keeper)
    url = reverse("connection_exceptions:show_attempt", args=[attempt.pk])
    assert client_of(cast.teacher).get(url).status_code == 404


def test_an_adult_must_be_chosen_or_said_to_be_unknown(cast: Cast) -> None:
    given = {**form(cast, adult=cast.keeper), "adult": ""}
    page = post_page(client_of(cast.teacher), reverse(REPORT), given)
    assert "Select the adult" in text_of(page)
    given["adult"] = "other"
    given["adult_name"] = "Somebody of the kitchen"
    client_of(cast.teacher).post(reverse(REPORT), given)
    assert ConnectionAttempt.objects.get().by_name == "Somebody of the kitchen"


def test_a_childs_request_to_the_reporter_names_the_reporter_as_the_adult(cast: Cast) -> None:
    given = form(cast, adult=cast.teacher, by="pupil", to="staff")
    client_of(cast.teacher).post(reverse(REPORT), given)
    attempt = ConnectionAttempt.objects.get()
    assert (attempt.by_name, attempt.to_user) == ("Wren Thistlewood", cast.teacher)


def test_names_and_words_cannot_be_read_in_the_database(cast: Cast) -> None:
    attempt = reported(cast)
    actions.settle_attempt(
        attempt=attempt,
        outcome=AttemptOutcome.DEALT_WITH,
        reason=f"Talked about {CANARY}",
        by=cast.dsl,
        now=NOW,
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM connection_exceptions_connectionattempt")
        row = str(cursor.fetchall())
    assert CANARY not in row
    assert "Thistlewood" not in row
    again = ConnectionAttempt.objects.get()
    assert (again.by_name, CANARY in again.words) == ("Wren Thistlewood", True)
    assert again.outcome_reason == f"Talked about {CANARY}"


def test_that_it_was_read_is_recorded(cast: Cast) -> None:
    attempt = reported(cast)
    url = reverse("connection_exceptions:show_attempt", args=[attempt.pk])
    assert CANARY in text_of(fetch_page(client_of(cast.dsl), url))
    event = Event.objects.get(action="connection_exceptions.attempt_read")
    assert (event.by, event.target) == (cast.dsl.email, f"connection_attempt:{attempt.pk}")


def test_a_report_is_settled_once_with_a_reason(cast: Cast) -> None:
    attempt = reported(cast)
    url = reverse("connection_exceptions:settle_attempt", args=[attempt.pk])
    given: dict[str, object] = {"outcome": "dealt_with", "reason": "Talked with the child"}
    client_of(cast.dsl).post(url, given)
    attempt.refresh_from_db()
    assert (attempt.outcome, attempt.outcome_by) == (AttemptOutcome.DEALT_WITH, cast.dsl)
    with pytest.raises(actions.AlreadySettled):
        actions.settle_attempt(
            attempt=attempt,
            outcome=AttemptOutcome.NO_ACTION,
            reason="Nothing",
            by=cast.head,
            now=NOW,
        )
    words = text_of(
        fetch_page(
            client_of(cast.dsl), f"{reverse('connection_exceptions:list_attempts')}?show=settled"
        )
    )
    assert "Dealt with" in words


@pytest.mark.parametrize(
    ("outcome", "reason"), [(AttemptOutcome.DEALT_WITH, " "), (AttemptOutcome.INCIDENT, "Opened")]
)
def test_it_is_not_settled_without_a_reason_nor_as_an_incident(
    cast: Cast, outcome: AttemptOutcome, reason: str
) -> None:
    with pytest.raises(ValueError, match="settled with a reason"):
        actions.settle_attempt(
            attempt=reported(cast), outcome=outcome, reason=reason, by=cast.dsl, now=NOW
        )


def test_words_are_needed(cast: Cast) -> None:
    attempt = attempt_of(Side(Party.PUPIL), Side(Party.STAFF, user=cast.teacher), words=" x ")
    kept, _ruling = actions.report_attempt(
        school=cast.oakfield, attempt=attempt, by=cast.keeper, now=NOW
    )
    assert kept.words == "x"
    page = post_page(
        client_of(cast.teacher), reverse(REPORT), {**form(cast, adult=cast.keeper), "words": ""}
    )
    assert "Answer the question “What happened?”" in text_of(page)
