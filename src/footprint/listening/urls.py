"""Paths of the listening pages."""

from django.urls import URLPattern

app_name = "listening"
urlpatterns: list[URLPattern] = []
