"""`footprint worker`: every periodic job is well written, and a failing task is tried again."""

import pytest
from croniter import croniter
from django.core.management import call_command
from django.utils.module_loading import autodiscover_modules
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from footprint.worker.management.commands import worker
from footprint.worker.periodic import JOBS

calls: list[str] = []


@task()
def fails() -> None:
    """A job of the tests that never works."""
    calls.append("fails")
    raise RuntimeError("no luck")


@task()
def works() -> None:
    """A job of the tests."""
    calls.append("works")


@pytest.mark.django_db(transaction=True)
def test_what_is_queued_is_run_once_and_what_fails_is_put_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    beats: list[str] = []
    monkeypatch.setattr(worker, "keep_beating", lambda worker_id, stop: beats.append(worker_id))
    calls.clear()
    works.enqueue()
    fails.enqueue()

    call_command("worker", "--batch", "--no-reload", "--no-startup-delay", worker_id="w1")

    assert beats == ["w1"]

    assert sorted(calls) == ["fails", "works"]
    rows = {row.task_path.rpartition(".")[2]: row for row in DBTaskResult.objects.all()}
    assert rows["works"].status == TaskResultStatus.SUCCESSFUL
    assert rows["fails"].status == TaskResultStatus.READY
    assert rows["fails"].run_after is not None


def test_every_periodic_job_says_what_it_does_and_when() -> None:
    autodiscover_modules("jobs")
    assert JOBS
    for name, job in JOBS.items():
        assert croniter.is_valid(job.line), name
        assert job.sentence.endswith("."), name
