"""Paths of connection exceptions."""

from django.urls import URLPattern

app_name = "connection_exceptions"
urlpatterns: list[URLPattern] = []
