"""What is asked about a post beside its text, and what is answered: which school it is about."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Context:
    """
    What is known beside the text.

    Args:
        author_place: where the author says they are.
        source: name of the group, page or feed.
        scope: the schools that the source is about; empty where it is about none.
        thread: the schools that earlier posts of this thread were about.
    """

    author_place: str = ""
    source: str = ""
    scope: frozenset[str] = frozenset()
    thread: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Answer:
    """
    Which school a text is about.

    Args:
        school: its id; None where it is none or cannot be told.
        candidates: the ids that fit, at most twenty; one where it is told.
        reasons: sentences without a full stop that a person can check.
    """

    school: str | None = None
    candidates: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


NOTHING = Answer()
