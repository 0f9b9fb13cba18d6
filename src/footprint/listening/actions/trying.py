"""Look at an address without keeping anything: the first posts, and which would be kept."""

from dataclasses import dataclass

from footprint.connectors.base import FoundPost, Http, Problem
from footprint.connectors.registry import FETCHED
from footprint.listening.actions.judging import Judge, Verdict
from footprint.schools.models import School

SHOWN = 5


@dataclass(frozen=True)
class Trial:
    """
    What an address gives at this moment. Nothing of it is stored.

    Args:
        first: the first five posts, each with whether it would be kept and why.
        found: how many there are in all.
        kept: how many of those would be kept.
    """

    first: tuple[tuple[FoundPost, Verdict], ...]
    found: int
    kept: int
    problems: tuple[Problem, ...]


def try_address(*, school: School, kind: str, address: str, http: Http) -> Trial:
    """
    Read an address as the worker would.

    Raises:
        ConnectorError: it cannot be read; says what to do.
    """
    batches = list(FETCHED[kind].fetch(address=address, checkpoint={}, http=http))
    judge = Judge(school)
    judged = [(post, judge.verdict(post)) for batch in batches for post in batch.posts]
    return Trial(
        first=tuple(judged[:SHOWN]),
        found=len(judged),
        kept=sum(1 for _, verdict in judged if verdict.is_kept),
        problems=tuple(problem for batch in batches for problem in batch.problems),
    )
