"""The tables of people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "footprint.people"
