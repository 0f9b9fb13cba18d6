"""The trust's pages: who sees them, drift, taking, proposing, and the school's side of it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from footprint.policies.models import ClauseReview, PolicyVersion, TrustPolicy
from footprint.policies.tests.factories import (
    make_adopted,
    make_draft,
    make_reviewed,
    make_sister,
    make_trust_policy,
)
from footprint.rulebook.terms import ClauseName, Role
from footprint.rulebook.tests.factories import OAKFIELD, clause, replacing, without
from footprint.schools.models import School, Trust
from footprint.users.models import Membership, User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, text_of

HOME = "/policy/trust/"
OTHERS = ("head", "dsl", "office", "teacher", "governor", "chair", "stranger")
THEIRS = replacing(
    without(OAKFIELD, ClauseName.EXTREMISM),
    clause(ClauseName.POLICE, "We call the police.", involved="must", where=("illegal",)),
)


def _sister(cast: Cast) -> School:
    sister = make_sister(cast.oakfield)
    School.objects.filter(pk=sister.pk).update(governors_word="LCMs")
    make_adopted(sister, THEIRS, cast.head, on=date(2025, 9, 1))
    return sister


def _taken(cast: Cast) -> TrustPolicy:
    return make_trust_policy(make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2025, 9, 1)))


def _lead(cast: Cast) -> Client:
    return client_of(cast.trust_lead)


@pytest.mark.parametrize("who", OTHERS)
def test_the_pages_are_for_the_trust_alone(cast: Cast, who: str) -> None:
    taken = _taken(cast)
    client = client_of(getattr(cast, who))

    for address in (HOME, f"{HOME}take/", f"{HOME}{taken.pk}/", f"{HOME}{taken.pk}/propose/"):
        fetch_page(client, address, status=404)
        assert client.post(address).status_code == 404
    assert "trust" not in text_of(first(fetch_page(client, "/policy/versions/"), "main")).lower()


def test_a_lead_of_another_trust_sees_nothing_of_it(cast: Cast) -> None:
    taken = _taken(cast)
    other = Trust.objects.create(name="Ash Trust")
    School.objects.create(name="Ash School", trust=other)
    lead = User.objects.create_user("lead@ash.example", name="Lea Ash", joined_at=NOW)
    Membership.objects.create(user=lead, role=Role.TRUST_LEAD.value, trust=other)
    client = client_of(lead)

    assert "Oakfield" not in text_of(fetch_page(client, HOME))
    fetch_page(client, f"{HOME}{taken.pk}/", status=404)
    fetch_page(client, f"{HOME}{taken.pk}/propose/", status=404)


def test_every_school_with_its_version_and_how_far_it_differs(cast: Cast) -> None:
    _sister(cast)
    make_sister(cast.oakfield, "Millbrook School")
    make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2025, 9, 1))

    page = fetch_page(_lead(cast), f"{HOME}?reference={cast.oakfield.pk}")

    cards = [text_of(card) for card in page.css("article")]
    assert sorted(cards) == [
        "Larkhill Academy 2 clauses differ Version 1 Adopted on 1 September 2025 "
        "13 clauses the same No review date",
        "Millbrook School No policy adopted",
        "Oakfield Primary School Says the same Version 1 Adopted on 1 September 2025 "
        "15 clauses the same No review date",
    ]
    titles = [text_of(node) for node in page.css("h3[id^=clause-]")]
    assert titles == ["Police and other authorities", "Extremism"]
    assert "“We call the police.”" in text_of(page)
    assert [text_of(node) for node in page.css("section del")] == [
        "Where a post is potentially: dangerous"
    ]


def test_what_governors_are_called_is_a_difference_too(cast: Cast) -> None:
    _sister(cast)
    make_adopted(cast.oakfield, OAKFIELD, cast.head)

    words = text_of(first(fetch_page(_lead(cast), HOME), "section[aria-labelledby=words-1]"))

    assert "Larkhill Academy LCMs" in words
    assert "Oakfield Primary School governors" in words


def test_before_there_is_anything_the_page_says_what_to_do(cast: Cast) -> None:
    words = text_of(fetch_page(_lead(cast), HOME))

    assert "The trust has no policy of its own yet" in words
    assert "No school of the trust has a policy yet" in text_of(
        fetch_page(_lead(cast), f"{HOME}take/")
    )


@pytest.mark.parametrize("query", ["?reference=x", "?reference=999999", "?reference="])
def test_nonsense_is_no_error(cast: Cast, query: str) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    _sister(cast)

    assert "Oakfield Primary School" in text_of(fetch_page(_lead(cast), HOME + query))


def test_taking_and_proposing(cast: Cast) -> None:
    sister = _sister(cast)
    version = make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2025, 9, 1))
    client = _lead(cast)
    day = {"adopted_on_day": 1, "adopted_on_month": 10, "adopted_on_year": 2025}

    response = client.post(f"{HOME}take/", {"version": version.pk, **day})

    taken = TrustPolicy.objects.get()
    assert response.headers["Location"] == f"{HOME}{taken.pk}/propose/"
    page = fetch_page(client, f"{HOME}{taken.pk}/propose/")
    assert [text_of(each) for each in page.css("main li")] == [sister.name]
    assert client.post(f"{HOME}{taken.pk}/propose/").headers["Location"] == HOME
    assert PolicyVersion.objects.drafts().get().school == sister
    assert "Proposed to 1 school" in text_of(fetch_page(client, HOME))
    again = text_of(fetch_page(client, f"{HOME}{taken.pk}/propose/"))
    assert "There is nothing to propose" in again
    assert "Version 1, decided on 1 October 2025" in text_of(
        fetch_page(client, f"{HOME}{taken.pk}/")
    )


def test_a_decided_draft_is_offered_and_the_same_again_refused(cast: Cast) -> None:
    taken = _taken(cast)
    draft = make_reviewed(cast.oakfield, cast.head, "larkhill.txt")
    client = _lead(cast)

    page = fetch_page(client, f"{HOME}take/")
    values = {node.attributes["value"] for node in page.css("input[name=version]")}
    assert values == {str(draft.pk), str(taken.taken_from_id)}

    day = {"adopted_on_day": 1, "adopted_on_month": 10, "adopted_on_year": 2025}
    response = client.post(f"{HOME}take/", {"version": taken.taken_from_id, **day})
    assert "says already" in response.content.decode()


# --- the school's side ---


def _proposal(cast: Cast) -> tuple[PolicyVersion, ClauseReview]:
    trust_policy = make_trust_policy(make_adopted(_sister(cast), OAKFIELD, cast.head, number=2))
    make_adopted(cast.oakfield, THEIRS, cast.head, on=date(2025, 9, 1))
    client = _lead(cast)
    client.post(reverse("policies:propose_trust_policy", args=[trust_policy.pk]))
    draft = PolicyVersion.objects.drafts().get(school=cast.oakfield)
    return draft, draft.reviews.get(name="police")


def test_the_review_shows_what_the_school_says_beside_the_proposal(cast: Cast) -> None:
    draft, _review = _proposal(cast)
    client = client_of(cast.head)

    page = fetch_page(client, f"/policy/drafts/{draft.pk}/police/")

    beside = text_of(first(page, ".fp-panes__document"))
    assert "Says something else" in beside
    assert "“We call the police.”" in beside
    assert "Keep ours" in text_of(page)
    same = fetch_page(client, f"/policy/drafts/{draft.pk}/conduct/")
    assert "Says the same" in text_of(first(same, ".fp-panes__document"))
    assert "Keep ours" not in text_of(same)
    fetch_page(client, f"/policy/drafts/{draft.pk}/police/document/", status=404)


def test_keeping_ours_marks_the_clause_as_ours(cast: Cast) -> None:
    draft, review = _proposal(cast)
    client = client_of(cast.head)
    address = reverse("policies:keep_clause", args=[draft.pk, "police"])

    assert client.get(address).status_code == 405
    assert client.post(address).status_code == 302

    review.refresh_from_db()
    assert review.get_decision_display() == "Kept as our own"
    page = fetch_page(client, f"/policy/drafts/{draft.pk}/")
    assert "Ours They are involved: must" in text_of(page)
    assert client_of(cast.teacher).post(address).status_code == 404


def test_what_is_the_same_is_confirmed_at_once(cast: Cast) -> None:
    draft, _review = _proposal(cast)
    client = client_of(cast.head)
    address = f"/policy/drafts/{draft.pk}/confirm-same/"
    page = fetch_page(client, f"/policy/drafts/{draft.pk}/")
    assert "Confirm the 24 clauses that say what yours say" in text_of(page)
    assert client_of(cast.teacher).post(address).status_code == 404
    assert client.get(address).status_code == 405

    client.post(address)

    waiting = draft.reviews.filter(decision="").values_list("name", flat=True)
    assert set(waiting) == {"police", "extremism"}
    words = text_of(fetch_page(client, f"/policy/drafts/{draft.pk}/"))
    assert "24 clauses are confirmed" in words
    assert "Confirm the" not in words


def test_nothing_is_confirmed_at_once_in_a_document(cast: Cast) -> None:
    draft = make_draft(cast.oakfield, cast.head)
    make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2025, 9, 1))

    response = client_of(cast.head).post(f"/policy/drafts/{draft.pk}/confirm-same/")

    assert response.status_code == 404
    assert not draft.reviews.exclude(decision="").exists()


def test_keeping_is_for_proposals_alone(cast: Cast) -> None:
    draft = make_reviewed(cast.oakfield, cast.head)

    response = client_of(cast.head).post(f"/policy/drafts/{draft.pk}/police/keep/")

    assert response.status_code == 404


def test_the_policy_page_says_whose_each_clause_is(cast: Cast) -> None:
    make_trust_policy(make_adopted(_sister(cast), OAKFIELD, cast.head, number=2))
    make_adopted(cast.oakfield, THEIRS, cast.head, on=date(2025, 9, 1))

    page = fetch_page(client_of(cast.teacher), "/policy/")

    assert text_of(first(page, "#clause-police")) == "Police and other authorities Ours"
    assert text_of(first(page, "#clause-conduct")).endswith("The trust’s")
    assert "2 clauses are your own" in text_of(page)
    assert "Extremism Ours" in text_of(first(page, "section[aria-labelledby=silent]"))


def test_without_a_trusts_policy_nothing_is_marked(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2025, 9, 1))

    words = text_of(fetch_page(client_of(cast.teacher), "/policy/"))

    assert "Ours" not in words
    assert "The trust’s" not in words
