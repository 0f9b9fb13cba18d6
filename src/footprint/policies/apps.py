"""The policies' tables and pages."""

from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    name = "footprint.policies"
