"""Sentences word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.policies.wordings import Mark, Reworded, reworded

TWO = "The post is deleted within two school days."
THREE = "The post is deleted within three school days."
KIND = "We are kind online."
PHONE = "Staff keep their telephones in a locker."


def shown(found: tuple[Reworded, ...]) -> list[str]:
    """As a person would type it: [-gone-], {+come+}."""
    marks = {Mark.STAYED: "{}", Mark.WENT: "[-{}-]", Mark.CAME: "{{+{}+}}"}
    return ["".join(marks[mark].format(text) for text, mark in each.pieces) for each in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([TWO], [TWO], []),
        ([], [], []),
        ([TWO], [THREE], ["The post is deleted within [-two-]{+three+} school days."]),
        ([KIND, TWO], [KIND, THREE], ["The post is deleted within [-two-]{+three+} school days."]),
        ([KIND], [], [f"[-{KIND}-]"]),
        ([], [KIND], [f"{{+{KIND}+}}"]),
        ([KIND], [PHONE], [f"[-{KIND}-]", f"{{+{PHONE}+}}"]),  # not the same one reworded
        ([TWO], [TWO, KIND], [f"{{+{KIND}+}}"]),
    ],
)
def test_what_went_and_what_came(before: list[str], after: list[str], expected: list[str]) -> None:
    assert shown(reworded(before, after)) == expected


SENTENCES = st.lists(st.text(min_size=1, max_size=30), max_size=5)


@given(SENTENCES, SENTENCES)
def test_both_sides_can_be_read_out_of_it(before: list[str], after: list[str]) -> None:
    found = reworded(before, after)
    old = ["".join(t for t, mark in each.pieces if mark is not Mark.CAME) for each in found]
    new = ["".join(t for t, mark in each.pieces if mark is not Mark.WENT) for each in found]

    assert {text for text in old if text} <= set(before)
    assert {text for text in new if text} <= set(after)
    assert (found == ()) is (before == after)
