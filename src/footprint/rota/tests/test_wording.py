"""A new member of a closed list fails here until somebody has said what it is called."""

from footprint.rota.actions.looking import answers_for
from footprint.rota.models import Channel
from footprint.rota.wording import EVERY, RESULTS, result_in_words, rhythm_of
from footprint.rulebook.decisions.channel_check import CheckEvery, CheckResult
from footprint.rulebook.terms import Platform


def test_every_rhythm_and_every_result_has_its_words() -> None:
    assert set(EVERY) == set(CheckEvery)
    assert set(RESULTS) == set(CheckResult)


def test_every_result_can_be_recorded_somewhere() -> None:
    listing = Channel(platform=Platform.GOOGLE_REVIEWS)
    place = Channel(platform=Platform.MUMSNET)
    assert answers_for(listing) | answers_for(place) == set(CheckResult)


def test_how_often_is_said_with_its_day_where_there_is_one() -> None:
    assert rhythm_of(Channel(every="week", weekday=3)) == "Once a week, Thursday"
    assert rhythm_of(Channel(every="school_day", weekday=3)) == "Every school day"


def test_not_in_full_something_and_nothing_read_the_same() -> None:
    short = {each: result_in_words(each, in_full=False) for each in CheckResult}
    assert short[CheckResult.NOTHING] == short[CheckResult.SIGHTING] == "Looked"
    assert short[CheckResult.COULD_NOT_LOOK] == "Could not look"
