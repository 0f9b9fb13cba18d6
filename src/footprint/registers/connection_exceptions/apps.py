"""The tables of connection exceptions."""

from django.apps import AppConfig


class ConnectionExceptionsConfig(AppConfig):
    name = "footprint.registers.connection_exceptions"
