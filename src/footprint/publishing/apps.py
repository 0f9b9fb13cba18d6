"""The tables of publishing."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "footprint.publishing"
