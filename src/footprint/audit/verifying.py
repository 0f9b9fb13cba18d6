"""
Check the whole chain: is every entry there, in order and unchanged?

A file of its own because `actions` may only write and this only reads.
"""

from dataclasses import dataclass

from footprint.audit.actions import chained, commitment
from footprint.audit.models import ChainHead, Event


@dataclass(frozen=True)
class Verification:
    """
    What the check found.

    Args:
        events: how many entries were read.
        head: the digest of the last one; the printed reports carry it.
        problems: one sentence for each break; empty when the chain holds.
    """

    events: int
    head: str
    problems: tuple[str, ...]


def verify() -> Verification:
    """Read every entry in order and name each one that does not follow from the one before."""
    problems: list[str] = []
    previous, count = "", 0
    for event in Event.objects.order_by("number").iterator(chunk_size=2000):
        count += 1
        problems += _problems_of(event, number=count, previous=previous)
        previous = event.digest
    problems += _problems_of_head(count, previous)
    return Verification(count, previous, tuple(problems[:100]))


def _problems_of(event: Event, *, number: int, previous: str) -> list[str]:
    found = []
    if event.number != number:
        found.append(f"Event {number} is missing: the next one there is {event.number}.")
    if chained(previous, event) != event.digest:
        found.append(f"Event {event.number} was changed, or does not follow the one before it.")
    erased = not event.salt and not event.details
    if not erased and commitment(event.salt, event.details) != event.commitment:
        found.append(f"The details of event {event.number} were changed.")
    return found


def _problems_of_head(count: int, digest: str) -> list[str]:
    head = ChainHead.objects.filter(pk=1).first()
    if head is None:
        return ["The chain's head is missing."] if count else []
    if (head.number, head.digest) != (count, digest):
        return [f"The log should end at event {head.number}, but ends at {count}."]
    return []
