"""Paths of the reports pages."""

from django.urls import path

from footprint.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.governors, name="governors"),
    path("governors.pdf", views.print_governors, name="print_governors"),
    path("governors.csv", views.export_governors, name="export_governors"),
    path("lessons/", views.suggest_lessons, name="suggest_lessons"),
    path("audit-trail/", views.audit_trail, name="audit_trail"),
]
