"""
What is said about Oakfield in these journeys: a feed, a spreadsheet, something a teacher saw.

A file of its own: the words are invented, and two tests need the same ones.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

THE_DAY_BEFORE = datetime(2026, 11, 12, 17, 30, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 13, 10, 0, tzinfo=UTC)  # so that school days run over a weekend
SCHOOL_NAMES = ("Oakfield Primary School", "Oakfield Primary")
ANOTHER_OAKFIELD = "Yorkshire"
ABUSE = (
    "The Year 5 teacher at Oakfield Primary is a useless fat waste of space and should be sacked, "
    "share if you agree"
)
PRAISE = "Huge thanks to the Year 4 team at Oakfield Primary, our son has clicked with reading"
NEWS = "Oakfield Primary School wins a county gardening prize for its pond"
ENQUIRY = "What time does Oakfield Primary open for breakfast club after half term?"
CRITICISM = "Oakfield Primary changed the uniform rules again, poor communication as always"
SEEN = "Oakfield nativity tickets: is it two for each family again?"


@dataclass(frozen=True)
class Entry:
    """One entry of the local paper's feed."""

    number: int
    title: str
    text: str


FEED = (
    Entry(1, "Is this what we pay taxes for", ABUSE),
    Entry(2, "A good word", PRAISE),
    Entry(3, "In bloom", NEWS),
    Entry(4, "Uniforms", CRITICISM),
    Entry(5, "Bins", "The bins in Puddleford are collected on Tuesday this week"),
    Entry(6, "Far away", "Oakfield Primary School in Yorkshire has a new roof"),
)
KEPT_OF_FEED = 4
CLUBS = (
    *("chess", "choir", "coding", "cookery", "drama", "football"),
    *("gardening", "netball", "pottery", "recorder", "running", "sewing"),
)
MORE_ENQUIRIES = tuple(f"Is there a {club} club at Oakfield Primary this year?" for club in CLUBS)
SPREADSHEET = "\n".join(
    [
        "Date,Post,Site,Name",
        f"12/11/2026 18:05,{ENQUIRY},Instagram,oakfield.mum",
        *(f"11/11/2026 20:15,{text},Facebook,Puddleford Mums" for text in MORE_ENQUIRIES),
    ]
)
KEPT_OF_SPREADSHEET = 1 + len(MORE_ENQUIRIES)
ALL_KEPT = KEPT_OF_FEED + KEPT_OF_SPREADSHEET + 1  # and what the teacher saw


def as_rss(entries: tuple[Entry, ...] = FEED) -> bytes:
    """The feed as the paper's server sends it."""
    items = "".join(_item(entry) for entry in entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f"<title>Puddleford Gazette</title>{items}</channel></rss>"
    ).encode()


def _item(entry: Entry) -> str:
    return (
        f"<item><guid>gazette-{entry.number}</guid><title>{escape(entry.title)}</title>"
        f"<link>https://gazette.example/{entry.number}</link>"
        f"<pubDate>{format_datetime(THE_DAY_BEFORE)}</pubDate>"
        f"<description>{escape(entry.text)}</description></item>"
    )
