"""The schools' tables."""

from django.apps import AppConfig


class SchoolsConfig(AppConfig):
    name = "footprint.schools"
