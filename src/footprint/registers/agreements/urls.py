"""Paths of agreements."""

from django.urls import path

from footprint.registers.agreements import views

app_name = "agreements"
urlpatterns = [
    path("", views.list_agreements, name="list_agreements"),
    path("reminders/", views.plan_reminders, name="plan_reminders"),
    path("mine/", views.list_mine, name="list_mine"),
    path("mine/<str:audience>/", views.sign_mine, name="sign_mine"),
    path("classes/", views.list_classes, name="list_classes"),
    path("classes/<str:audience>/<path:class_name>/", views.sign_class, name="sign_class"),
    path("sign/<str:token>/", views.answer_link, name="answer_link"),
    path("people/<int:pk>/", views.show_person, name="show_person"),
    path("answers/<int:pk>/correct/", views.correct_answer, name="correct_answer"),
    path("texts/<int:pk>/", views.show_text, name="show_text"),
    path("texts/<int:pk>/use/", views.use_text, name="use_text"),
    path("texts/<int:pk>/discard/", views.discard_text, name="discard_text"),
    path("texts/<int:pk>/stop/", views.stop_text, name="stop_text"),
    path("texts/<int:pk>/file/", views.export_text, name="export_text"),
    path("for/<str:audience>/", views.show_audience, name="show_audience"),
    path("for/<str:audience>/write/", views.write_text, name="write_text"),
    path("for/<str:audience>/ask/", views.ask_people, name="ask_people"),
    path("for/<str:audience>/links/", views.print_links, name="print_links"),
    path("for/<str:audience>/paper/", views.record_paper, name="record_paper"),
    path("for/<str:audience>/<str:form>/", views.export_audience, name="export_audience"),
]
