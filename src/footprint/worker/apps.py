"""The worker's tables and command."""

from django.apps import AppConfig


class WorkerConfig(AppConfig):
    name = "footprint.worker"
