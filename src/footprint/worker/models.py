"""Which workers are alive, and when each periodic job is next due."""

from django.db import models


class Heartbeat(models.Model):
    """A worker process that was alive at `seen_at`."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.worker_id


class Schedule(models.Model):
    """When a periodic job is next due. Of many workers, the one that moves the date fires it."""

    job = models.CharField(max_length=200, primary_key=True)
    line = models.CharField(max_length=60)  # a cron line, in the school's local time
    next_run_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.job
