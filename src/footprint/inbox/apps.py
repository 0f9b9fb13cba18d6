"""The inbox's tables and pages."""

from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "footprint.inbox"
