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
    path("complaints/", views.list_complaints, name="list_complaints"),
    path("complaints/open/", views.open_complaint, name="open_complaint"),
    path("complaints/procedure/", views.set_procedure, name="set_procedure"),
    path("complaints/<int:pk>/", views.show_complaint, name="show_complaint"),
    path(
        "complaints/<int:pk>/acknowledged/",
        views.acknowledge_complaint,
        name="acknowledge_complaint",
    ),
    path("complaints/<int:pk>/next/", views.go_to_next_stage, name="go_to_next_stage"),
    path("complaints/<int:pk>/end/", views.end_complaint, name="end_complaint"),
    path("at/<slug:slug>/parent/", views.tell_as_parent, name="tell_as_parent"),
    path("at/<slug:slug>/no-name/", views.tell_without_name, name="tell_without_name"),
    path("at/<slug:slug>/child/", views.tell_as_child, name="tell_as_child"),
    path("at/<slug:slug>/answers/", views.read_answers, name="read_answers"),
    path("at/<slug:slug>/write-back/", views.write_back, name="write_back"),
]
