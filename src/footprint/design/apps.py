"""Templates, static files and form markup that every page of Footprint stands on."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Must stand before ``django.forms`` in INSTALLED_APPS: its form templates replace Django's."""

    name = "footprint.design"
    label = "design"
