"""A `Document` as JSON and back: what the child process says to its parent.

The parent does not trust the child: a parser that was taken over may write anything.
"""

import json
from dataclasses import asdict
from typing import Any, get_args

from footprint.policies.documents.problem import DocumentProblem
from footprint.policies.documents.text import Block, Document, Kind, Link

_KINDS = frozenset(get_args(Kind))


class Garbled(Exception):
    """What was said is neither a document nor a problem."""


def document_to_json(document: Document) -> str:
    """Everything that `answer_from_json` needs to make the same document again."""
    return json.dumps({"document": asdict(document)})


def problem_to_json(problem: DocumentProblem) -> str:
    """The sentence, for the parent to raise."""
    return json.dumps({"problem": problem.sentence})


def answer_from_json(said: bytes) -> Document:
    """
    The document that the child made.

    Raises:
        DocumentProblem: the child said so.
        Garbled: it said something else.
    """
    try:
        answer = json.loads(said)
        if "problem" in answer:
            raise DocumentProblem(_text(answer["problem"])[:500])
        return _document(answer["document"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Garbled from None


def _document(data: dict[str, Any]) -> Document:
    return Document(
        tuple(_block(block) for block in data["blocks"]),
        _text(data["title"]),
        _text(data["source_format"]),
        tuple(_text(note) for note in data["notes"]),
    )


def _block(data: dict[str, Any]) -> Block:
    if data["kind"] not in _KINDS:
        raise ValueError("No such kind of block")
    links = tuple(Link(_text(link["text"]), _text(link["target"])) for link in data["links"])
    return Block(data["kind"], _text(data["text"]), _text(data["where"]), links)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("Not a text")
    return value
