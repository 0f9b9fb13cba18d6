"""The tables of image permissions."""

from django.apps import AppConfig


class ImagePermissionsConfig(AppConfig):
    name = "footprint.registers.image_permissions"
