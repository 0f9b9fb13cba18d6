"""Paths of the policies pages."""

from django.urls import URLPattern

app_name = "policies"
urlpatterns: list[URLPattern] = []
