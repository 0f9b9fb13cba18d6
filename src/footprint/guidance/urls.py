"""Paths of the guidance pack."""

from django.urls import path

from footprint.guidance import views

app_name = "guidance"
urlpatterns = [
    path("", views.list_facts, name="list_facts"),
    path("facts/<str:key>/", views.show_fact, name="show_fact"),
    path("facts/<str:key>/own-value/", views.override_fact, name="override_fact"),
    path("own-values/<int:pk>/end/", views.end_override, name="end_override"),
]
