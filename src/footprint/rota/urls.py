"""Paths of the rota."""

from django.urls import path

from footprint.rota import views

app_name = "rota"
urlpatterns = [
    path("", views.list_due, name="list_due"),
    path("channels/", views.list_channels, name="list_channels"),
    path("channels/add/", views.add_channel, name="add_channel"),
    path("channels/policy/", views.plan_from_policy, name="plan_from_policy"),
    path("channels/<int:pk>/", views.show_channel, name="show_channel"),
    path("channels/<int:pk>/people/", views.name_checkers, name="name_checkers"),
    path("channels/<int:pk>/end/", views.end_channel, name="end_channel"),
    path("channels/<int:pk>/looked/", views.record_look, name="record_look"),
    path("looks/<int:pk>/correct/", views.correct_look, name="correct_look"),
    path("looks/export/<str:form>/", views.export_looks, name="export_looks"),
    path("cover/", views.list_covers, name="list_covers"),
    path("cover/<int:pk>/withdraw/", views.withdraw_cover, name="withdraw_cover"),
]
