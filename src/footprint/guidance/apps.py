"""The table of the schools' own values."""

from django.apps import AppConfig


class GuidanceConfig(AppConfig):
    name = "footprint.guidance"
