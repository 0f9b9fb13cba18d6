"""The users' tables and sign-in pages."""

from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "footprint.users"
