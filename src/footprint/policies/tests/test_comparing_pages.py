"""Two versions side by side, and who may see which."""

from datetime import date

import pytest

from footprint.policies.comparing import KINDS, TOUCHED
from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import make_adopted, make_draft, make_reviewed
from footprint.rulebook.decisions.difference import ChangeKind, Touched
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import OAKFIELD, clause, replacing, without
from tests.cast import Cast, client_of
from tests.pages import fetch_page, text_of

ADDRESS = "/policy/versions/compare/"
DELETION = OAKFIELD.clause(ClauseName.DELETION_REQUEST)
LATER = replacing(
    without(OAKFIELD, ClauseName.EXTREMISM),
    clause(ClauseName.POLICE, "We call the police.", involved="must", where=("illegal",)),
)


def _two(cast: Cast) -> tuple[PolicyVersion, PolicyVersion]:
    old = make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2024, 9, 1), number=1)
    return old, make_adopted(cast.oakfield, LATER, cast.head, on=date(2025, 9, 1), number=2)


def test_every_kind_and_everything_touched_has_words() -> None:
    assert set(KINDS) == set(ChangeKind)
    assert set(TOUCHED) == set(Touched)


def test_the_newest_two_are_compared_at_first(cast: Cast) -> None:
    _two(cast)

    page = fetch_page(client_of(cast.teacher), ADDRESS)

    words = text_of(page)
    assert "2 clauses say something else." in words
    assert "No longer stated" in words
    assert "Put in: We call the police." in words
    assert (
        "The steps that are offered in an incident (Police and other authorities; Extremism)"
        in words
    )
    assert "Incidents that are open keep the version they began under" in words
    chosen = [text_of(node) for node in page.css("select option[selected]")]
    assert chosen == [
        "Version 1, adopted on 1 September 2024",
        "Version 2, adopted on 1 September 2025",
    ]


def test_members_that_went_and_came_are_named(cast: Cast) -> None:
    old, new = _two(cast)

    forth = fetch_page(client_of(cast.head), f"{ADDRESS}?before={old.pk}&after={new.pk}")
    back = fetch_page(client_of(cast.head), f"{ADDRESS}?before={new.pk}&after={old.pk}")

    assert [text_of(node) for node in forth.css("li del")] == [
        "They are involved: may",
        "dangerous",
    ]
    assert "They are involved: must" in [text_of(node) for node in forth.css("li ins")]
    assert "Stated now, not before" in text_of(back)


def test_nothing_changed(cast: Cast) -> None:
    old, _new = _two(cast)

    words = text_of(fetch_page(client_of(cast.head), f"{ADDRESS}?before={old.pk}&after={old.pk}"))

    assert "Nothing changed" in words


def test_other_words_for_the_same_stand_apart(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2024, 9, 1), number=1)
    values = {key: value.value for key, value in DELETION.values.items()}
    reworded = clause(ClauseName.DELETION_REQUEST, "It has to go.", **values)
    changed = replacing(OAKFIELD, reworded)
    make_adopted(cast.oakfield, changed, cast.head, on=date(2025, 9, 1), number=2)

    words = text_of(fetch_page(client_of(cast.head), ADDRESS))

    assert "No clause says anything else. 1 more is worded differently" in words
    assert "The new sentence is shown in:" in words
    assert "the days by which something is due" not in words


def test_a_draft_is_compared_as_it_stands(cast: Cast) -> None:
    old = make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2024, 9, 1))
    draft = make_draft(cast.oakfield, cast.head, "larkhill.txt")

    page = fetch_page(client_of(cast.office), f"{ADDRESS}?before={old.pk}&after={draft.pk}")

    assert "26 clauses of the draft still wait for a decision" in text_of(page)
    assert "Not decided yet" in text_of(page)


def test_the_page_of_the_adoption_leads_to_the_difference(cast: Cast) -> None:
    old = make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2024, 9, 1))
    draft = make_reviewed(cast.oakfield, cast.head)

    page = fetch_page(client_of(cast.head), f"/policy/drafts/{draft.pk}/adopt/")

    addresses = [node.attributes["href"] for node in page.css("main a")]
    assert f"{ADDRESS}?before={old.pk}&after={draft.pk}" in addresses


@pytest.mark.parametrize("who", ["teacher", "governor", "stranger"])
def test_drafts_and_other_schools_are_no_choice(cast: Cast, who: str) -> None:
    old, _new = _two(cast)
    draft = make_draft(cast.oakfield, cast.head)

    page = fetch_page(client_of(getattr(cast, who)), f"{ADDRESS}?before={old.pk}&after={draft.pk}")

    assert str(draft.pk) not in {node.attributes["value"] for node in page.css("option")}
    assert "still wait for a decision" not in text_of(page)
    if who == "stranger":
        assert "There is nothing to compare yet" in text_of(page)
    else:
        assert page.css_first(".govuk-error-message") is not None


@pytest.mark.parametrize("query", ["?before=x&after=", "?before=999999&after=-1", "?before=%00"])
def test_nonsense_is_answered_in_words(cast: Cast, query: str) -> None:
    _two(cast)

    page = fetch_page(client_of(cast.head), ADDRESS + query)

    assert page.css_first(".govuk-error-message") is not None


def test_the_list_leads_there_once_there_are_two(cast: Cast) -> None:
    link = "What is different between two versions?"
    make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2024, 9, 1))
    assert link not in text_of(fetch_page(client_of(cast.teacher), "/policy/versions/"))

    make_adopted(cast.oakfield, LATER, cast.head, on=date(2025, 9, 1), number=2)
    assert link in text_of(fetch_page(client_of(cast.teacher), "/policy/versions/"))
