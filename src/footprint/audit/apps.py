"""The audit log's table and commands."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "footprint.audit"
