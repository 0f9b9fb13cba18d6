"""Paths of the incidents pages."""

from django.urls import URLPattern

app_name = "incidents"
urlpatterns: list[URLPattern] = []
