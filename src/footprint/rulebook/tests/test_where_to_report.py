"""Plain questions to the routes of the guidance pack; never a verdict."""

import re

import pytest

from footprint.rulebook.decisions.where_to_report import NOT_A_VERDICT, TABLE, Seen, direct


@pytest.mark.parametrize(
    ("seen", "first"),
    [
        (Seen.DANGER, "route.danger_now"),
        (Seen.CHILD_IMAGE, "route.iwf"),
        (Seen.OWN_IMAGE, "route.report_remove"),
        (Seen.GROOMING, "route.ceop"),
        (Seen.ADULT_IMAGE, "route.revenge_porn"),
        (Seen.TERROR, "route.terrorist_material"),
        (Seen.THREAT, "route.police"),
        (Seen.HATE, "route.police"),
        (Seen.FRAUD, "route.action_fraud"),
        (Seen.OTHER, "route.police"),
    ],
)
def test_where_each_leads(seen: Seen, first: str) -> None:
    (row,) = direct([seen]).rows
    assert row.routes[0] == first


def test_danger_comes_first_whatever_else_was_ticked() -> None:
    rows = direct([Seen.FRAUD, Seen.TERROR, Seen.DANGER]).rows
    assert [row.seen for row in rows] == [Seen.DANGER, Seen.TERROR, Seen.FRAUD]


def test_every_question_is_in_the_table_and_names_no_number_but_999() -> None:
    assert set(TABLE) == set(Seen)
    words = " ".join(f"{row.question} {row.first}" for row in TABLE.values())
    assert set(re.findall(r"\d{3,}", words)) == {"999"}
    assert "not a verdict" in NOT_A_VERDICT


@pytest.mark.parametrize("seen", [Seen.CHILD_IMAGE, Seen.OWN_IMAGE])
def test_a_picture_of_a_child_is_never_to_be_kept(seen: Seen) -> None:
    assert "save it, not even as proof" in TABLE[seen].first


def test_the_safeguarding_lead_is_told_of_children_and_terror_and_nothing_is_no_row() -> None:
    assert direct([Seen.GROOMING]).tell_lead
    assert direct([Seen.TERROR]).tell_lead
    assert not direct([Seen.FRAUD]).tell_lead
    assert direct([]).rows == ()
