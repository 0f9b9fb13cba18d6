"""The listening tables, jobs and pages."""

from django.apps import AppConfig


class ListeningConfig(AppConfig):
    name = "footprint.listening"
