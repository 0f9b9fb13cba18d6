"""Feeds as they come: good, broken, cut, lying and hostile."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from footprint.connectors.base import Batch, ConnectorError
from footprint.connectors.feed.items import MOST_ITEMS
from footprint.connectors.feed.reading import read_feed
from footprint.connectors.plain_text import LONGEST
from footprint.rulebook.terms import Platform

SAMPLES = Path(__file__).parents[1] / "samples"
ADDRESS = "https://feeds.example/school"


def read(body: bytes | str, content_type: str = "") -> Batch:
    data = body.encode() if isinstance(body, str) else body
    return read_feed(data, address=ADDRESS, content_type=content_type, checkpoint={"etag": "w1"})


def sample(name: str) -> Batch:
    return read((SAMPLES / name).read_bytes())


def rss(*items: str, head: str = "") -> str:
    return f"<rss version='2.0'><channel><title>Post</title>{head}{''.join(items)}</channel></rss>"


def item(number: int, more: str = "") -> str:
    return (
        f"<item><title>Story {number}</title><link>https://a.example/{number}</link>"
        f"<guid isPermaLink='false'>{number}</guid>{more}</item>"
    )


def test_google_alerts_are_unwrapped_and_their_markup_is_gone() -> None:
    first, second = sample("google_alerts.xml").posts

    assert first.title == "Oakfield Primary wins Puddleford's garden prize"
    assert first.url == "https://puddlefordpost.example/news/garden-prize?page=1"
    assert first.text == "Pupils of Oakfield Primary School in Puddleford grew pumpkins & beans ..."
    assert first.published_at == datetime(2026, 10, 30, 17, 5, tzinfo=UTC)
    assert first.external_id == "tag:google.com,2013:googlealerts/feed:9000000000000000001"
    assert (second.platform, second.author) == (Platform.REDDIT, "tired_parent")


def test_one_broken_item_does_not_lose_the_others_and_each_trouble_is_named() -> None:
    batch = sample("broken_item.xml")

    assert [(post.title, post.text) for post in batch.posts] == [
        ("Fish & chips night at Oakfield Primary", "Come & see.\n\nTickets at the door."),
        ("", "The patrol is back."),  # its title had no end; what follows it is not swallowed
        ("Choir sings", "Oakfield Primary’s choir sang."),
    ]
    assert [problem.position for problem in batch.problems] == [2, 3, 5]
    assert batch.posts[0].url == "https://puddlefordpost.example/1?a=1&b=2"
    assert batch.posts[0].author == "News desk"
    assert {post.language for post in batch.posts} == {"en-gb"}
    assert batch.checkpoint == {"etag": "w1"}


def test_a_cut_feed_keeps_its_whole_items_and_no_checkpoint() -> None:
    batch = sample("cut.xml")

    assert [post.title for post in batch.posts] == ["Whole story of Oakfield Primary"]
    assert [problem.position for problem in batch.problems] == [0, 2]
    assert batch.checkpoint == {}


def test_wherever_a_feed_is_cut_no_half_item_is_made_up() -> None:
    whole = rss(*(item(number, "<description>Said</description>") for number in range(4)))
    stories = read(whole).posts
    for length in range(whole.index("<channel>") + 9, len(whole)):
        batch = read(whole[:length])

        assert batch.posts == stories[: len(batch.posts)]
        assert len(batch.posts) == whole[:length].count("</item>")
        assert batch.problems
        assert batch.checkpoint == {}


def test_a_mastodon_feed_is_told_by_its_generator() -> None:
    (post,) = sample("mastodon.xml").posts

    assert post.platform is Platform.MASTODON
    assert post.text.startswith("Lovely fair at #OakfieldPrimary today 🎉\n\nThank you!\nSee you")


def test_latin_1_is_read_as_what_it_says() -> None:
    (post,) = sample("latin1.xml").posts

    assert (post.title, post.text) == ("Café at Oakfield Primary", "£2 for a crêpe")


def test_hostile_markup_leaves_only_its_words_and_no_link_to_click() -> None:
    (post,) = sample("hostile.xml").posts

    assert (post.title, post.text, post.url) == ("Oakfield", "Words stay", "")


def test_entity_bombs_are_refused_for_good() -> None:
    with pytest.raises(ConnectorError, match="instructions") as caught:
        sample("entity_bomb.xml")

    assert caught.value.permanent


@pytest.mark.parametrize(
    "body",
    [
        (SAMPLES / "sign_in_page.html").read_bytes(),
        b"<html><body>Down for repairs</body></html>",
        b"",
        b"  \n ",
        b'{"items": []}',
        b"<?xml version='1.0'?><opml/>",
        b"\x89PNG\r\n\x1a\n",
        b"rss",
    ],
)
def test_what_is_no_feed_is_an_error_that_says_what_to_do(body: bytes) -> None:
    with pytest.raises(ConnectorError, match=r"address|answer") as caught:
        read(body)

    assert not caught.value.permanent  # a site under repair shows a page, and a feed tomorrow


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (rss(item(1)).replace("Story", "Café").encode(), "text/xml; charset=iso-8859-1"),
        (rss(item(1)).replace("Story", "Café").encode("utf-8-sig"), ""),
        (rss(item(1)).replace("Story", "Café").encode("utf-16"), ""),
        (rss(item(1)).replace("Story", "Café").encode("cp1252"), "text/xml; charset=utf-8"),
        (rss(item(1)).replace("Story", "Café").encode("latin-1"), "text/xml; charset=latin-1"),
        (
            b"<?xml version='1.0' encoding='utf-8'?>"
            + rss(item(1)).replace("Story", "Café").encode("cp1252"),
            "",
        ),
        (
            b"<?xml version='1.0' encoding='zip'?>"
            + rss(item(1)).replace("Story", "Café").encode("cp1252"),
            "text/xml; charset=punycode",
        ),
    ],
)
def test_an_encoding_is_found_whatever_the_feed_says(body: bytes, content_type: str) -> None:
    assert read(body, content_type).posts[0].title == "Café 1"


def test_one_spoilt_byte_does_not_garble_the_other_items() -> None:
    body = rss(item(1, "<description>Crêpes, café, naïve</description>"), item(2)).encode()

    batch = read(body.replace(b"Story 2", b"Stor\xff 2"))

    assert batch.posts[0].text == "Crêpes, café, naïve"
    assert batch.posts[1].title == "Stor\ufffd 2"


def test_ten_thousand_items_are_capped_and_it_says_so() -> None:
    batch = read(rss(*(item(number) for number in range(10_000))))

    assert len(batch.posts) == MOST_ITEMS
    assert [problem.position for problem in batch.problems] == [0]
    assert "1,000" in batch.problems[0].sentence


def test_a_feed_of_many_items_keeps_what_its_own_prefixes_say() -> None:
    items = (item(number, "<x:note>n</x:note>") for number in range(MOST_ITEMS + 1))
    feed = rss(*items).replace("<rss ", "<rss xmlns:x='https://x.example/' ")

    assert len(read(feed).problems) == 1  # only "too many": no item counts as damaged


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (item(1), item(1, "<description>edited</description>"), True),
        (item(1), item(2), False),
        ("<item><title>a</title></item>", "<item><title>a</title></item>", True),
        ("<item><title>a</title></item>", "<item><title>b</title></item>", False),
        (
            "<item><description>a</description></item>",
            "<item><description>b</description></item>",
            False,
        ),
    ],
)
def test_the_id_is_the_guid_or_else_link_and_title(one: str, other: str, same: bool) -> None:
    ids = {read(rss(each)).posts[0].external_id for each in (one, other)}

    assert (len(ids) == 1) is same


def test_the_same_small_guid_in_two_feeds_is_two_posts() -> None:
    feed = rss(item(1)).encode()
    ids = {
        read_feed(feed, address=address).posts[0].external_id
        for address in ("https://one.example/feed", "https://two.example/feed")
    }

    assert ids == {"one.example:1", "two.example:1"}


def test_a_site_that_gives_all_items_one_id_loses_none() -> None:
    feed = rss(*(item(number) for number in range(3)))
    for number in range(3):
        feed = feed.replace(f"'false'>{number}<", "'false'>same<")

    assert len({post.external_id for post in read(feed).posts}) == 3


def test_a_very_long_guid_is_shortened() -> None:
    (post,) = read(rss(item(1).replace(">1<", f">{'a' * 5_000}<"))).posts

    assert len(post.external_id) <= 200


def test_a_very_long_item_is_kept_in_part_and_named() -> None:
    batch = read(rss(item(1, f"<description>{'word ' * 60_000}</description>"), item(2)))

    assert len(batch.posts[0].text) <= LONGEST
    assert [problem.position for problem in batch.problems] == [1]


def test_an_item_with_nothing_in_it_is_named() -> None:
    batch = read(rss("<item><pubDate>today</pubDate></item>", item(2)))

    assert [post.title for post in batch.posts] == ["Story 2"]
    assert [problem.position for problem in batch.problems] == [1]


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("Mon, 02 Nov 2026 18:00:00 +0000", datetime(2026, 11, 2, 18, tzinfo=UTC)),
        ("Mon, 01 Jun 2026 18:00:00 +0100", datetime(2026, 6, 1, 17, tzinfo=UTC)),
        ("2026-11-02T18:00:00Z", datetime(2026, 11, 2, 18, tzinfo=UTC)),
        ("soon", None),
        ("", None),
        ("Mon, 99 Nov 2026 18:00:00 +0000", None),
    ],
)
def test_dates_come_in_utc_or_not_at_all(written: str, moment: datetime | None) -> None:
    (post,) = read(rss(item(1, f"<pubDate>{written}</pubDate>"))).posts

    assert post.published_at == moment


def test_an_e_mail_address_in_place_of_an_author_is_not_kept() -> None:
    posts = read(
        rss(
            item(1, "<author>desk@a.example (News desk)</author>"),
            item(2, "<author>desk@a.example</author>"),
            item(3, "<author>News desk &lt;desk@a.example&gt;</author>"),
            item(4, "<author>@desk@social.example</author>"),
        )
    ).posts

    assert [post.author for post in posts] == ["News desk", "", "News desk", "@desk@social.example"]


def test_a_feed_without_items_is_quiet() -> None:
    assert read(rss()) == Batch((), {"etag": "w1"}, ())


@pytest.mark.parametrize(
    "before", ["\n\n", "<br />\n<b>Warning</b>: mysql", "<?xml version='1.0'?>\n<!-- made by -->"]
)
def test_what_a_site_leaks_before_its_feed_does_no_harm(before: str) -> None:
    assert len(read(before + rss(item(1))).posts) == 1
