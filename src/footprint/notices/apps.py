"""The outbox's table and job."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "footprint.notices"
