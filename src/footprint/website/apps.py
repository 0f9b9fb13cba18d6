"""The public pages."""

from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "footprint.website"
