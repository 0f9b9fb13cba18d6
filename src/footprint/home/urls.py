"""Paths of the first page and of those in the footer."""

from django.urls import path

from footprint.home import views

app_name = "home"
urlpatterns = [
    path("", views.today, name="today"),
    path("registers/", views.list_registers, name="list_registers"),
    path("help/", views.show_help, name="show_help"),
    path("accessibility/", views.show_accessibility, name="show_accessibility"),
    path("about/", views.show_about, name="show_about"),
]
