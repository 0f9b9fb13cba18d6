"""The incidents' tables and pages."""

from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    name = "footprint.incidents"
