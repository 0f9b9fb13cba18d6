"""The sample's command."""

from django.apps import AppConfig


class SampleSchoolConfig(AppConfig):
    name = "footprint.sample_school"
