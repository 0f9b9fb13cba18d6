"""What there is to do while processes are killed: posts to find, an alert and an incident."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from django.utils import timezone
from werkzeug import Request, Response

from footprint.inbox.actions import answer_safety
from footprint.inbox.models import Item
from footprint.inbox.tests.factories import make_item
from footprint.incidents.actions import CaptureFacts, open_incident
from footprint.listening.models import Source
from footprint.rulebook.terms import Matter, SafetyQuestion
from footprint.users.models import User
from tests.cast import NOW, Cast, make_cast

PAPERS = ("gazette", "herald")


@dataclass
class Press:
    """
    The feeds of two newspapers.

    A reader that has the mark of the feed as it stands is told "not changed" and gets no post, so
    that a checkpoint stored without its posts loses them here as it would on the web.
    """

    posts: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in PAPERS})

    def answer(self, request: Request) -> Response:
        """The feed at this path."""
        body = _rss(request.path.strip("/"), self.posts[request.path.strip("/")])
        mark = f'"{hashlib.sha256(body.encode()).hexdigest()}"'
        if request.headers.get("If-None-Match") == mark:
            return Response(status=304)
        return Response(body, content_type="application/rss+xml", headers={"ETag": mark})

    def print_ours(self, paper: str, count: int) -> None:
        """So many more posts that name Oakfield."""
        self._print(paper, count, "Story {number} of the {paper} about Oakfield Primary")

    def print_nobodys(self, paper: str, count: int) -> None:
        """So many more posts that name no school."""
        self._print(paper, count, "Story {number} of the {paper} about the swimming pool")

    def _print(self, paper: str, count: int, text: str) -> None:
        start = len(self.posts[paper])
        self.posts[paper] += [
            text.format(number=number, paper=paper) for number in range(start, start + count)
        ]

    @property
    def ours(self) -> list[str]:
        """The titles that must be kept, each once."""
        return sorted(text for texts in self.posts.values() for text in texts if "Oakfield" in text)

    @property
    def nobodys(self) -> int:
        """How many must be counted and not kept."""
        return sum(len(texts) for texts in self.posts.values()) - len(self.ours)


def _rss(paper: str, texts: Sequence[str]) -> str:
    items = "".join(
        f"<item><guid>https://{paper}.example/{number}</guid><title>{escape(text)}</title>"
        f"<link>https://{paper}.example/{number}</link></item>"
        for number, text in enumerate(texts)
    )
    return f'<rss version="2.0"><channel><title>{paper}</title>{items}</channel></rss>'


def make_town() -> Cast:
    """Everybody, an incident that is due today, and an item that nobody has answered for yet."""
    cast = make_cast()
    make_item(cast.oakfield, "Somebody waits for pupils outside Oakfield Primary with a knife")
    told = CaptureFacts("", "", "A rude post.", None, "told by a parent")
    open_incident(
        school=cast.oakfield,
        matter=Matter.REPUTATION,
        title="Rude post about a lunch queue",
        policy_version=None,
        owner=cast.head,
        next_date=timezone.localdate(NOW),
        by=cast.head,
        now=NOW,
        capture_facts=told,
    )
    return cast


def subscribe(cast: Cast, paper: str, address: str) -> None:
    """Oakfield listens to this newspaper from now on."""
    Source.objects.create(
        school=cast.oakfield,
        kind="feed",
        label=paper,
        address=address,
        next_fetch_at=NOW,
        added_at=NOW,
        added_by=cast.head,
    )


def answer() -> None:
    """The office says that there is danger now: everybody who must know is told."""
    item = Item.objects.get(safety_at=None, mention__source=None)
    answer_safety(
        item=item,
        answers={each: each is SafetyQuestion.DANGER_NOW for each in SafetyQuestion},
        subject_is_head=False,
        revision=item.revision,
        by=User.objects.get(email="office@oakfield.example"),
        now=timezone.now(),
    )
