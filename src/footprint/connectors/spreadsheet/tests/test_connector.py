"""CSV files as schools have them: good, lopsided, mislabelled and broken."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.connectors.base import ConnectorError
from footprint.connectors.spreadsheet.connector import Spreadsheet, read_posts
from footprint.rulebook.terms import Platform

SAMPLES = Path(__file__).parents[1] / "samples"
HEAD = "Date,Text,Author,Link,Platform\n"


def test_a_file_is_read_row_by_row_and_the_bad_rows_are_named() -> None:
    batch = read_posts((SAMPLES / "posts.csv").read_bytes())

    assert [(post.platform, post.author, post.published_at) for post in batch.posts] == [
        (Platform.FACEBOOK, "A parent", datetime(2026, 10, 31, 18, 5, tzinfo=UTC)),
        (Platform.GOOGLE_REVIEWS, "", datetime(2026, 5, 31, 23, tzinfo=UTC)),
        (Platform.OTHER, "Desk", datetime(2026, 11, 2, 9, tzinfo=UTC)),
    ]
    assert batch.posts[1].text == "Two lines\nin one post about Oakfield Primary"
    assert batch.posts[2].url == "https://puddlefordpost.example/1"
    assert [(problem.position, problem.sentence[:20]) for problem in batch.problems] == [
        (4, "Row 4 was left out: "),
        (5, "Row 5 was left out: "),
    ]


def test_an_excel_file_of_the_continent_is_read_too() -> None:
    (post,) = read_posts((SAMPLES / "excel_semicolon.csv").read_bytes()).posts

    assert post.text == "Café at Oakfield – “great”"
    assert post.published_at == datetime(2026, 11, 2, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_way_a_spreadsheet_saves(encoding: str, delimiter: str, line_end: str) -> None:
    lines = ["Date,Text,Author", "02/11/2026,Café at Oakfield,Desk", ""]
    data = line_end.join(line.replace(",", delimiter) for line in lines).encode(encoding)

    (post,) = read_posts(data).posts

    assert (post.text, post.author) == ("Café at Oakfield", "Desk")


def test_a_quote_left_open_is_refused_with_its_line_and_nothing_is_read() -> None:
    with pytest.raises(ConnectorError, match="line 4 ") as caught:
        read_posts((SAMPLES / "open_quote.csv").read_bytes())

    assert caught.value.permanent


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ('02/11/2026,"open,A,,\n', 2),
        ('02/11/2026,fine,A,,\n02/11/2026,"open,A,,\n03/11/2026,next,B,,\n', 3),
        ('02/11/2026,"open,A,,\n03/11/2026,"closed",B,,\n', 2),
        ('02/11/2026,"two\nlines",A,,\n02/11/2026,"open,A,,\n03/11/2026,x,B,,\n', 4),
        ('02/11/2026,"two\nlines","open,,\n03/11/2026,x,B,,\n', 3),
        ('02/11/2026,"open,A,,\n03/11/2026,next,B,,\n04/11/2026,then,C,,"\n', 2),
        ('02/11/2026,"closed"early,A,,\n', 2),
        ('02/11/2026,"' + "word " * 30_000 + '",A,,\n', 2),
    ],
)
def test_the_line_of_the_open_quote_is_named(rows: str, line: int) -> None:
    with pytest.raises(ConnectorError, match=rf"on line {line} "):
        read_posts((HEAD + rows).encode())


def test_without_dates_swallowed_rows_are_known_by_their_commas() -> None:
    rows = "".join(f"post {number},parent\n" for number in range(20))
    with pytest.raises(ConnectorError, match="line 2 "):
        read_posts(f'Text,Author\n"{rows}x",y\n'.encode())


def test_a_post_of_many_lines_and_commas_is_no_open_quote() -> None:
    post = '"Well, we went, all of us\nand saw the play, twice, as it was\ngood, really, good"'

    assert len(read_posts(f"Text,Author,Title\n{post},A,B\n".encode()).posts) == 1
    assert len(read_posts(f"{HEAD}02/11/2026,{post},A,,\n".encode()).posts) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b",,\n,,\n", "no rows"),
        (b"PK\x03\x04rest", "Excel"),
        (b"\xd0\xcf\x11\xe0rest", "Excel"),
        (b"%PDF-1.7", "PDF"),
        (b"Date,Text\n02/11/2026,a\x00b\n", "damaged"),
        (b"Date,Text\n02/11/2026,a\x81b\n", "CSV UTF-8"),
        (b"\xff\xfea", "CSV UTF-8"),
        (b"Text\n" + b"a" * 5_000_000, "5 MB"),
        (b"Text\n" + b"a\n" * 20_001, "20,000"),
        (b"Date,Kind\n02/11/2026,x\n", "“Date”, “Kind”"),
        (b"Date,Text\n", "no posts"),
        (b'"', "line 1 "),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused_and_says_what_to_do(
    data: bytes, words: str
) -> None:
    with pytest.raises(ConnectorError, match=words) as caught:
        read_posts(data)

    assert caught.value.permanent


def test_headings_of_another_name_are_mapped_by_hand() -> None:
    data = b"Wann,Was,Text\n02/11/2026,Said,Not this\n"

    (post,) = read_posts(data, mapping={"date": "wann", "text": "Was"}).posts

    assert post.text == "Said"
    assert post.published_at is not None


@pytest.mark.parametrize("mapping", [{"text": "Nowhere"}, {"colour": "Text"}])
def test_a_mapping_to_what_is_not_there_names_the_columns_that_are(mapping: dict[str, str]) -> None:
    with pytest.raises(ConnectorError, match="“Date”, “Text”"):
        read_posts(b"Date,Text\n02/11/2026,a\n", mapping=mapping)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("02/11/2026,a, b, and c,A,x.example,X\n", "quotation marks"),
        ("02/11/2026,,A,,\n", "no text"),
        ("02/11/2026, ,A,,\n", "no text"),
        ("11/31/2026,a,A,,\n", "date"),
        ("02/11/2026,a,A,javascript:alert(1),\n", "link"),
        ("02/11/2026,a,A,see below,\n", "link"),
    ],
)
def test_a_bad_row_is_named_and_the_next_goes_on(row: str, words: str) -> None:
    batch = read_posts((HEAD + row + "02/11/2026,good,,,\n").encode())

    assert [post.text for post in batch.posts] == ["good"]
    assert [problem.position for problem in batch.problems] == [2]
    assert words in batch.problems[0].sentence


def test_short_rows_and_blank_rows_are_no_trouble() -> None:
    batch = read_posts((HEAD + "\n02/11/2026,a\n,,,,\n,b\n").encode())

    assert [post.text for post in batch.posts] == ["a", "b"]
    assert batch.problems == ()


def test_the_same_row_twice_is_one_post_and_says_so() -> None:
    batch = read_posts((HEAD + "02/11/2026,a,,,\n02/11/2026,a,,,\n").encode())

    assert len(batch.posts) == 1
    assert "row 2" in batch.problems[0].sentence


def test_a_corrected_date_does_not_make_a_second_post_where_there_is_a_link() -> None:
    ids = {
        read_posts(f"{HEAD}{day}/11/2026,a,A,https://x.com/1,\n".encode()).posts[0].external_id
        for day in ("02", "03")
    }

    assert len(ids) == 1


def test_the_registered_reader_reads_the_same() -> None:
    data = (SAMPLES / "posts.csv").read_bytes()

    assert Spreadsheet().read_posts(data) == read_posts(data)


_CELLS = st.sampled_from(
    ["Date", "Text", "Link", "Author", ",", ";", "\t", "\n", "\r\n", '"', '""', "02/11/2026", "a",
     "é", "https://x.com/1", "=1+1", " ", "\x00", "sep=;"]
)  # fmt: skip


@given(st.binary(max_size=300) | st.lists(_CELLS, max_size=60).map(lambda c: "".join(c).encode()))
def test_any_file_gives_a_batch_or_our_own_error_and_twice_the_same(data: bytes) -> None:
    for each in (data, b"Text,Date,Link\n" + data):
        try:
            batch = read_posts(each)
        except ConnectorError:
            continue
        assert batch == read_posts(each)
        assert all(post.text for post in batch.posts)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"Date,Text\n02/11/2026,Zo\xc3\xab\n02/11/2026,Zo\xeb\n", 3),  # UTF-8, then Windows
        (b"\xef\xbb\xbfDate,Text\n02/11/2026,Zo\xeb\n", 2),  # the mark of UTF-8, then Windows
        (b"Date,Text\n02/11/2026,a\n02/11/2026,\x81\n", 3),  # no letter of Windows either
        (b"Date,Text\n02/11/2026,a\x00b\n", 2),
    ],
)
def test_the_line_of_a_wrong_encoding_is_named(data: bytes, line: int) -> None:
    with pytest.raises(ConnectorError, match=rf"^Line {line} "):
        read_posts(data)
