"""The tables of lessons."""

from django.apps import AppConfig


class LessonsConfig(AppConfig):
    name = "footprint.registers.lessons"
