"""The reference's command."""

from django.apps import AppConfig


class ReferenceConfig(AppConfig):
    name = "footprint.reference"
