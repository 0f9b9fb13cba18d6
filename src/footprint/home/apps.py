"""The first page."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "footprint.home"
