"""The tables of rota."""

from django.apps import AppConfig


class RotaConfig(AppConfig):
    name = "footprint.rota"
