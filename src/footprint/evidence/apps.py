"""The captures' table."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "footprint.evidence"
