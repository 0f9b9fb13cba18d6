"""A person's own report: kept once, in words, without a sign of what others told."""

from dataclasses import replace

import pytest

from footprint.audit.models import Event
from footprint.connectors.base import Batch
from footprint.listening import actions
from footprint.listening.actions.sightings import without_tracking
from footprint.listening.models import Mention
from footprint.listening.tests.factories import at, found, make_source
from footprint.rulebook.terms import Platform
from footprint.users.models import User
from tests.cast import NOW, Cast

URL = "https://www.facebook.com/groups/1/posts/2"
SEEN = actions.Sighting(words="They say the gate is unsafe.", platform=None, seen_at=at(8), url=URL)


def report(cast: Cast, sighting: actions.Sighting, by: User | None = None) -> Mention:
    return actions.record_sighting(
        school=cast.oakfield, sighting=sighting, by=by or cast.teacher, now=NOW
    )


def test_it_is_a_mention_for_the_inbox_to_receive(cast: Cast) -> None:
    mention = report(cast, replace(SEEN, author="Gate Watcher"))

    assert list(Mention.objects.not_received()) == [mention]
    assert (mention.seen_by_user, mention.seen_at, mention.found_at) == (cast.teacher, at(8), NOW)
    assert (mention.platform, mention.url, mention.author) == ("facebook", URL, "Gate Watcher")
    assert mention.text == SEEN.words
    assert mention.source is None


def test_the_audit_event_says_who_and_which_and_nothing_of_the_words(cast: Cast) -> None:
    mention = report(cast, SEEN)

    event = Event.objects.get()
    assert (event.by, event.target) == ("teacher@oakfield.example", f"mention:{mention.pk}")
    assert event.details == {}


def test_sending_the_form_twice_keeps_it_once(cast: Cast) -> None:
    assert report(cast, SEEN) == report(cast, SEEN)

    assert Mention.objects.count() == 1
    assert Event.objects.count() == 1


def test_the_same_link_in_other_words_is_asked_about_and_not_lost(cast: Cast) -> None:
    first = report(cast, SEEN)
    more = replace(SEEN, words="Now they say they will come tomorrow.")

    with pytest.raises(actions.AlreadyReported) as caught:
        report(cast, more)
    assert caught.value.mention == first

    second = report(cast, replace(more, again=True))
    assert second != first
    assert second.text == more.words


def test_a_link_with_its_tracking_parts_is_the_same_link(cast: Cast) -> None:
    report(cast, SEEN)

    with pytest.raises(actions.AlreadyReported):
        report(cast, replace(SEEN, url=URL + "?utm_source=x&fbclid=y", words="Other words."))


def test_what_others_told_leaves_no_sign(cast: Cast) -> None:
    """The one whom a post is about must not learn from this form that the school knows."""
    post = found(1, "Oakfield Primary: the gate", url=URL, platform=Platform.FACEBOOK)
    actions.store_batch(source=make_source(cast), batch=Batch((post,)), now=NOW)
    report(cast, SEEN, by=cast.office)

    mine = report(cast, SEEN, by=cast.teacher)

    assert mine.seen_by_user == cast.teacher
    assert Mention.objects.count() == 3


def test_without_a_link_the_place_is_said_in_words(cast: Cast) -> None:
    mention = report(cast, replace(SEEN, url="", where="Year 4 parents' group"))

    assert (mention.url, mention.title, mention.platform) == ("", "Year 4 parents' group", "other")


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("", ""),
        ("HTTPS://News.Example/A?id=7&utm_medium=m", "https://news.example/A?id=7"),
        ("https://news.example/a?q=a%20b", "https://news.example/a?q=a%20b"),
        ("https://news.example/a?empty=&b=1#part", "https://news.example/a?empty=&b=1#part"),
    ],
)
def test_only_the_parts_that_say_who_shared_it_go(url: str, kept: str) -> None:
    assert without_tracking(url) == kept
