"""Paths of the incidents pages."""

from django.urls import path

from footprint.incidents import views
from footprint.incidents.views.low_level import list_low_level, refer_myself
from footprint.incidents.views.threshold import answer_threshold
from footprint.incidents.views.where_to_report import ask_where_to_report

app_name = "incidents"
urlpatterns = [
    path("", views.list_incidents, name="list_incidents"),
    path("open/", views.open_incident, name="open_incident"),
    path("open/attempt/<int:pk>/", views.open_from_attempt, name="open_from_attempt"),
    path("low-level/", list_low_level, name="list_low_level"),
    path("about-me/", refer_myself, name="refer_myself"),
    path("where-to-report/", ask_where_to_report, name="ask_where_to_report"),
    path("emergency/", views.break_glass, name="break_glass"),
    path("<int:pk>/", views.show_incident, name="show_incident"),
    path("<int:pk>/print/", views.print_incident, name="print_incident"),
    path("<int:pk>/pack.pdf", views.print_pack, name="print_pack"),
    path("<int:pk>/assess/", views.assess_incident, name="assess_incident"),
    path("<int:pk>/hand-over/", views.hand_over, name="hand_over"),
    path("<int:pk>/named/", views.name_people, name="name_people"),
    path(
        "<int:pk>/named/<int:naming_pk>/mistake/", views.take_back_naming, name="take_back_naming"
    ),
    path("<int:pk>/exhibits/add/", views.add_exhibit, name="add_exhibit"),
    path("<int:pk>/exhibits/<int:exhibit_pk>/", views.show_exhibit, name="show_exhibit"),
    path(
        "<int:pk>/exhibits/<int:exhibit_pk>/<str:look>.img", views.draw_exhibit, name="draw_exhibit"
    ),
    path("<int:pk>/exhibits/<int:exhibit_pk>/lock/", views.contain_exhibit, name="contain_exhibit"),
    path(
        "<int:pk>/exhibits/<int:exhibit_pk>/destroy/",
        views.destroy_exhibit,
        name="destroy_exhibit",
    ),
    path("<int:pk>/deletion/", views.request_deletion, name="request_deletion"),
    path("<int:pk>/deletion/<int:request_pk>/", views.record_outcome, name="record_outcome"),
    path("<int:pk>/follow-up/", views.follow_up, name="follow_up"),
    path("<int:pk>/platform/", views.report_to_platform, name="report_to_platform"),
    path("<int:pk>/platform/<int:report_pk>/", views.record_answer, name="record_answer"),
    path("<int:pk>/second-person/", views.ask_override, name="ask_override"),
    path(
        "<int:pk>/second-person/<int:override_pk>/", views.answer_override, name="answer_override"
    ),
    path("<int:pk>/threshold/", answer_threshold, name="answer_threshold"),
    path("<int:pk>/meeting/", views.invite_to_meeting, name="invite_to_meeting"),
    path("<int:pk>/meeting/<int:meeting_pk>/", views.record_meeting, name="record_meeting"),
    path("<int:pk>/helpline/", views.show_pack, name="show_pack"),
    path("<int:pk>/fake/", views.say_fake, name="say_fake"),
    path("<int:pk>/told-us/", views.hear_back, name="hear_back"),
    path("<int:pk>/refer/", views.refer_incident, name="refer_incident"),
    path("<int:pk>/note/", views.add_note, name="add_note"),
    path("<int:pk>/support/", views.record_support, name="record_support"),
    path("<int:pk>/resolve/", views.resolve_incident, name="resolve_incident"),
    path("<int:pk>/close/", views.close_incident, name="close_incident"),
]
