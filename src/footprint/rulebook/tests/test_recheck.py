"""What one look proves: a table of answers and of what was seen before."""

from datetime import date

import pytest

from footprint.rulebook.decisions.recheck import Answer, Earlier, Looked, judge, words_there

GONE, THERE, NOT = Looked.GONE, Looked.STILL_THERE, Looked.COULD_NOT_LOOK
TODAY, YESTERDAY = date(2026, 11, 17), date(2026, 11, 16)
SEEN = Earlier(YESTERDAY, THERE, 200)
NOTHING = Earlier(YESTERDAY, NOT, 404)
NOTHING_TODAY = Earlier(TODAY, NOT, 404)
FAILED = Earlier(YESTERDAY, NOT, None)
WITHOUT = Earlier(YESTERDAY, NOT, 200)

TABLE = [
    (Answer(200, True), [], THERE),
    (Answer(200, True), [SEEN], THERE),
    (Answer(200, True), [NOTHING], THERE),  # it was only away for a day
    (Answer(203, True), [], THERE),
    (Answer(200, False), [SEEN], GONE),
    (Answer(200, False), [SEEN, FAILED], GONE),
    (Answer(200, False), [], NOT),  # never seen there: it may show words only to members
    (Answer(200, False), [WITHOUT], NOT),
    (Answer(200, False), [NOTHING], NOT),
    (Answer(200, False, elsewhere=True), [SEEN], NOT),  # a page to sign in
    (Answer(200, None), [SEEN], NOT),
    (Answer(404), [], NOT),
    (Answer(404), [SEEN], NOT),
    (Answer(404), [NOTHING], GONE),
    (Answer(410), [NOTHING], GONE),
    (Answer(404), [NOTHING_TODAY], NOT),  # twice on one day is once
    (Answer(404), [NOTHING, SEEN], NOT),
    (Answer(404), [NOTHING, FAILED], NOT),
    (Answer(401), [SEEN], NOT),
    (Answer(403), [SEEN], NOT),
    (Answer(429), [SEEN], NOT),
    (Answer(451), [SEEN], NOT),
    (Answer(500), [SEEN, NOTHING], NOT),
    (Answer(204), [SEEN], NOT),
    (Answer(None), [SEEN, NOTHING], NOT),
]


@pytest.mark.parametrize(("answer", "earlier", "result"), TABLE)
def test_what_a_look_proves(answer: Answer, earlier: list[Earlier], result: Looked) -> None:
    found = judge(answer=answer, earlier=earlier, on=TODAY)

    assert found.result is result
    assert found.sentence.endswith(".")
    assert "deleted" not in found.sentence


@pytest.mark.parametrize("status", [None, 204, 301, 401, 403, 418, 429, 451, 500, 503])
def test_could_not_look_is_never_gone_whatever_was_seen_before(status: int | None) -> None:
    for earlier in ([], [SEEN], [NOTHING], [SEEN, NOTHING], [NOTHING, NOTHING]):
        assert judge(answer=Answer(status), earlier=earlier, on=TODAY).result is NOT


@pytest.mark.parametrize(
    ("captured", "page", "found"),
    [
        ("The dinners are cold", "<< the  DINNERS\nare cold >>", True),
        ("The dinners are cold", "The dinners were cold", False),
        ("Cold!", "Cold!", None),
        ("", "anything", None),
    ],
)
def test_words_are_found_spaces_and_capitals_apart(
    captured: str, page: str, found: bool | None
) -> None:
    assert words_there(captured, page) is found
