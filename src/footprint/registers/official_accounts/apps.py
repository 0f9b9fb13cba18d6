"""The tables of official accounts."""

from django.apps import AppConfig


class OfficialAccountsConfig(AppConfig):
    name = "footprint.registers.official_accounts"
