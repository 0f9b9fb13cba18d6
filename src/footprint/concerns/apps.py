"""The tables of concerns."""

from django.apps import AppConfig


class ConcernsConfig(AppConfig):
    name = "footprint.concerns"
