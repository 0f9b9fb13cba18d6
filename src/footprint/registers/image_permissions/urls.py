"""Paths of image permissions."""

from django.urls import URLPattern

app_name = "image_permissions"
urlpatterns: list[URLPattern] = []
