"""The tables of agreements."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "footprint.registers.agreements"
