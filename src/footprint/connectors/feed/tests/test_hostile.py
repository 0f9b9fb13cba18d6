"""Feeds that were built, or garbled, to break or to stall the reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.connectors.base import ConnectorError
from footprint.connectors.feed.tests.test_reading import item, read, rss


@pytest.mark.parametrize(
    "piece",
    ["<item>", "<![CDATA[", "<!--", "<a>", "</item>", "&", "<", "<entry ", "<a/>", "<item></item>"],
)
def test_feeds_built_to_cost_hours_are_bounded(piece: str) -> None:
    batch = read(f"<rss><channel>{item(1)}" + piece * (300_000 // len(piece)))

    assert [post.title for post in batch.posts] in (["Story 1"], [])


@pytest.mark.parametrize("field", ["author", "pubDate", "managingEditor"])
def test_a_name_of_absurd_length_does_not_hang_the_reader(field: str) -> None:
    (post,) = read(rss(item(1, f"<{field}>{'a' * 400_000}</{field}>"))).posts

    assert post.title == "Story 1"


_PIECES = st.sampled_from(
    ["<item>", "</item>", "<title>", "</title>", "<link>", "</link>", "<entry>", "</entry>", "a",
     "<![CDATA[", "]]>", "<!--", "-->", "&amp;", "&", "&nbsp;", "<b>", "<guid>", "</guid>", "é",
     "<description>", "</description>", "<link href='https://a.example/'/>", "\x00", "<x:y>",
     "<pubDate>", "</pubDate>", "Mon, 02 Nov 2026 18:00:00 GMT", "<content type='xhtml'>", "</rss>",
     "<author>", "</author>", "<item/>", "&#xD800;", "<", ">", '"', "]", "<?x", "?>"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40), st.sampled_from(["<rss><channel>", "<feed>", "<rdf:RDF>"]))
def test_no_mixture_of_pieces_breaks_the_reader_and_twice_is_the_same(
    pieces: list[str], root: str
) -> None:
    body = (root + "".join(pieces)).encode()

    batch = read(body)

    assert batch == read(body)
    for post in batch.posts:
        assert post.title or post.text or post.url
        assert post.external_id


@given(st.binary(max_size=400))
def test_arbitrary_bytes_give_a_batch_or_our_own_error(body: bytes) -> None:
    for data in (body, b"<rss><channel><item>" + body, b"\xff\xfe" + body):
        try:
            first = read(data)
        except ConnectorError:
            continue
        assert first == read(data)
