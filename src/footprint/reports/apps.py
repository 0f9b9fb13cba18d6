"""The reports' pages."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "footprint.reports"
