"""`footprint worker`: runs queued tasks, and keeps the heartbeat, the clock and recovery going."""

import threading
from typing import Any

from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django_tasks.base import TaskResult, TaskResultStatus
from django_tasks.signals import task_finished
from django_tasks_db.management.commands.db_worker import Command as QueueWorker

from footprint.worker.periodic import keep_beating, put_back


class Command(QueueWorker):
    help = "Run queued and periodic jobs until stopped."

    def handle(self, *args: Any, worker_id: str, **options: Any) -> None:
        autodiscover_modules("jobs")  # importing an app's jobs registers them
        stop = threading.Event()
        threading.Thread(target=keep_beating, args=(worker_id, stop), daemon=True).start()
        task_finished.connect(_retry)
        try:
            super().handle(*args, worker_id=worker_id, **options)
        finally:
            stop.set()


def _retry(sender: object, task_result: TaskResult[Any], **kwargs: Any) -> None:
    if task_result.status == TaskResultStatus.FAILED:
        put_back(task_result.db_result, now=timezone.now())  # type: ignore[attr-defined]
