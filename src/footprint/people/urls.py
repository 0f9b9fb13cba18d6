"""Paths of people."""

from django.urls import path

from footprint.people import views

app_name = "people"
urlpatterns = [
    path("", views.list_people, name="list_people"),
    path("export/<str:form>/", views.export_people, name="export_people"),
    path("add/", views.add_person, name="add_person"),
    path("<int:pk>/", views.show_person, name="show_person"),
    path("<int:pk>/change/", views.change_person, name="change_person"),
    path("<int:pk>/parts/add/", views.give_part, name="give_part"),
    path("parts/<int:pk>/end/", views.end_part, name="end_part"),
    path("<int:pk>/family/add/", views.link_family, name="link_family"),
    path("family/<int:pk>/change/", views.change_link, name="change_link"),
    path("family/<int:pk>/remove/", views.unlink_family, name="unlink_family"),
    path("<int:pk>/leaves/", views.record_leaving, name="record_leaving"),
    path("leavings/<int:pk>/undo/", views.undo_leaving, name="undo_leaving"),
    path("<int:pk>/returns/", views.record_return, name="record_return"),
    path("classes/", views.move_classes, name="move_classes"),
    path("imports/", views.list_imports, name="list_imports"),
    path("imports/add/", views.upload_people, name="upload_people"),
    path("imports/<int:pk>/", views.show_import, name="show_import"),
    path("imports/<int:pk>/columns/", views.choose_columns, name="choose_columns"),
    path("imports/<int:pk>/preview/", views.preview_import, name="preview_import"),
    path("imports/<int:pk>/answers/", views.answer_questions, name="answer_questions"),
    path("imports/<int:pk>/set-aside/", views.set_import_aside, name="set_import_aside"),
]
