"""Paths of concerns. Those under `at/` are for everybody; no address ever holds a receipt."""

from django.urls import path

from footprint.concerns import views

app_name = "concerns"
urlpatterns = [
    path("", views.list_concerns, name="list_concerns"),
    path("report/", views.report_concern, name="report_concern"),
    path("<int:pk>/", views.show_concern, name="show_concern"),
    path("<int:pk>/answer/", views.answer_concern, name="answer_concern"),
    path("<int:pk>/close/", views.close_concern, name="close_concern"),
    path("<int:pk>/people/", views.name_people, name="name_people"),
    path("<int:pk>/incident/", views.open_incident, name="open_incident"),
    path("at/<slug:slug>/parent/", views.tell_as_parent, name="tell_as_parent"),
    path("at/<slug:slug>/no-name/", views.tell_without_name, name="tell_without_name"),
    path("at/<slug:slug>/child/", views.tell_as_child, name="tell_as_child"),
    path("at/<slug:slug>/answers/", views.read_answers, name="read_answers"),
    path("at/<slug:slug>/write-back/", views.write_back, name="write_back"),
]
