"""Paths of official accounts."""

from django.urls import URLPattern

app_name = "official_accounts"
urlpatterns: list[URLPattern] = []
