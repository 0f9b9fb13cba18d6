"""Paths of the listening pages."""

from django.urls import path

from footprint.listening import views

app_name = "listening"
urlpatterns = [
    path("", views.list_sources, name="list_sources"),
    path("sources/add/", views.add_source, name="add_source"),
    path("sources/<int:pk>/change/", views.change_source, name="change_source"),
    path("sources/<int:pk>/off/", views.switch_off_source, name="switch_off_source"),
    path("sources/<int:pk>/on/", views.switch_on_source, name="switch_on_source"),
    path("try/", views.try_text, name="try_text"),
    path("spreadsheets/add/", views.upload_spreadsheet, name="upload_spreadsheet"),
    path("spreadsheets/columns/", views.choose_columns, name="choose_columns"),
    path("spreadsheets/<int:pk>/", views.show_upload, name="show_upload"),
    path("report/", views.report_sighting, name="report_sighting"),
    path("report/do-not-look/", views.stop_now, name="stop_now"),
    path("report/write/", views.write_sighting, name="write_sighting"),
    path("report/<int:pk>/kept/", views.sighting_kept, name="sighting_kept"),
]
