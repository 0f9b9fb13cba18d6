"""
Read every source that is due. One sick source delays or breaks no other.

Reading is waiting for other people's machines, so up to `AT_ONCE` sources are read side by side,
in threads that touch no table; everything is stored here, one source after another.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from django_tasks import task

from footprint.connectors.base import Batch, Connector, ConnectorError, Http
from footprint.connectors.registry import FETCHED
from footprint.listening import actions
from footprint.listening.actions import Stored, way_out
from footprint.listening.models import Source
from footprint.worker.failpoints import failpoint
from footprint.worker.periodic import periodic

logger = logging.getLogger(__name__)

AT_ONCE = 8
UNEXPECTED = ConnectorError(
    "Something went wrong in Footprint while this source was read. It tries again by itself; if "
    "this stays, show this page to whoever looks after Footprint: the log has the details."
)


@dataclass(frozen=True)
class Reading:
    """What one look at a source brought: the batches up to the trouble, if there was any."""

    batches: tuple[Batch, ...]
    error: ConnectorError | None = None


@dataclass
class Outcome:
    """What became of one source in one run, for whoever asked for it."""

    source: Source
    stored: Stored = field(default_factory=Stored)
    error: ConnectorError | None = None


@periodic("* * * * *", sentence="Reads every source that is due and keeps what names the school.")
@task()
def fetch_due() -> int:
    """Read what is due; returns how many sources were read."""
    return sum(1 for _ in fetch(Source.objects.due_by(timezone.now())))


def fetch(
    sources: Iterable[Source],
    *,
    http: Http | None = None,
    connectors: Mapping[str, Connector] = FETCHED,
    clock: Callable[[], datetime] = timezone.now,
) -> Iterator[Outcome]:
    """
    Read these sources and store what they bring; one outcome each, in the order they come in.

    A source that another worker has taken, or that a person changes meanwhile, is left out.

    Args:
        clock: read for each source anew. A lease that begins when the run begins would be over
            before the last of many sources was reached.
    """
    door = http or way_out(now=clock())
    waiting = deque(sources)
    running: dict[Future[Reading], Source] = {}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        while waiting or running:
            while waiting and len(running) < AT_ONCE:
                source = waiting.popleft()
                if actions.take_lease(source=source, now=clock()):
                    running[pool.submit(_read, source, connectors, door)] = source
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                outcome = Outcome(running.pop(future))
                if _store(outcome, future.result(), now=clock()):
                    yield outcome


def _read(source: Source, connectors: Mapping[str, Connector], http: Http) -> Reading:
    """Runs in a thread of its own: reads the address, touches no table."""
    found: list[Batch] = []
    try:
        connector = connectors[source.kind]
        for batch in connector.fetch(
            address=source.address, checkpoint=source.checkpoint, http=http
        ):
            found.append(batch)  # one by one: what came before the trouble stands
    except ConnectorError as error:
        return Reading(tuple(found), error)
    except Exception:  # a defect of one connector must not silence the other sources
        logger.exception("source %s could not be read", source.pk)
        return Reading(tuple(found), UNEXPECTED)
    return Reading(tuple(found))


def _store(outcome: Outcome, reading: Reading, *, now: datetime) -> bool:
    """False when the source was not ours any more: whoever has it reads the posts again."""
    failpoint("listening.fetched")
    outcome.error = reading.error
    try:
        _store_batches(outcome, reading, now=now)
    except actions.LeaseLost:
        logger.info("source %s was taken over; its posts are read again", outcome.source.pk)
        return False
    except Exception:  # what cannot be stored of one source must not keep the others out
        logger.exception("what source %s brought could not be stored", outcome.source.pk)
        outcome.error = UNEXPECTED
    return _conclude(outcome, reading, now=now)


def _store_batches(outcome: Outcome, reading: Reading, *, now: datetime) -> None:
    for batch in reading.batches:
        outcome.stored += actions.store_batch(source=outcome.source, batch=batch, now=now)
        failpoint("listening.stored")


def _conclude(outcome: Outcome, reading: Reading, *, now: datetime) -> bool:
    problems = [problem for batch in reading.batches for problem in batch.problems]
    news = tuple(problems) if reading.batches else None
    try:
        if outcome.error:
            actions.record_failure(source=outcome.source, error=outcome.error, now=now)
        else:
            actions.record_success(source=outcome.source, problems=news, now=now)
    except actions.LeaseLost:
        return False
    return True
