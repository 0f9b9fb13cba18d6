"""Paths of declared links, attempts to connect, "May I?" and the private self-check."""

from django.urls import path

from footprint.registers.connection_exceptions import views

app_name = "connection_exceptions"
urlpatterns = [
    path("", views.list_connections, name="list_connections"),
    path("export/<str:form>/", views.export_connections, name="export_connections"),
    path("review/", views.review_connections, name="review_connections"),
    path("record/", views.record_connection, name="record_connection"),
    path("ask-for/", views.ask_for_declaration, name="ask_for_declaration"),
    path("<int:pk>/", views.show_connection, name="show_connection"),
    path("<int:pk>/decide/", views.decide_connection, name="decide_connection"),
    path("<int:pk>/end-date/", views.change_end, name="change_end"),
    path("<int:pk>/end/", views.end_connection, name="end_connection"),
    path("head/", views.list_head_connections, name="list_head_connections"),
    path("head/review/", views.review_head_connections, name="review_head_connections"),
    path("head/<int:pk>/", views.show_head_connection, name="show_head_connection"),
    path("head/<int:pk>/decide/", views.decide_head_connection, name="decide_head_connection"),
    path("head/<int:pk>/end-date/", views.change_head_end, name="change_head_end"),
    path("mine/", views.list_mine, name="list_mine"),
    path("mine/<int:pk>/", views.show_mine, name="show_mine"),
    path("mine/<int:pk>/end/", views.end_mine, name="end_mine"),
    path("declare/", views.declare_connection, name="declare_connection"),
    path("link/<str:token>/", views.declare_by_link, name="declare_by_link"),
    path("declared/", views.thank_declarer, name="thank_declarer"),
    path("attempts/", views.list_attempts, name="list_attempts"),
    path("attempts/report/", views.report_attempt, name="report_attempt"),
    path("attempts/<int:pk>/", views.show_attempt, name="show_attempt"),
    path("attempts/<int:pk>/settle/", views.settle_attempt, name="settle_attempt"),
    path("may-i/", views.ask_connection, name="ask_connection"),
    path("self-check/", views.check_privacy, name="check_privacy"),
]
