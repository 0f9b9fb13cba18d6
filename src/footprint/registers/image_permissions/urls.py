"""Paths of the register of permissions for pictures."""

from django.urls import path

from footprint.registers.image_permissions import views

app_name = "image_permissions"
urlpatterns = [
    path("", views.list_permissions, name="list_permissions"),
    path("start/", views.start_register, name="start_register"),
    path("may/", views.check_picture, name="check_picture"),
    path("ask/", views.ask_families, name="ask_families"),
    path("ask/sheets/", views.print_sheets, name="print_sheets"),
    path("classes/", views.record_class, name="record_class"),
    path("people/<int:pk>/", views.show_person, name="show_person"),
    path("people/<int:pk>/record/", views.record_paper, name="record_paper"),
    path("people/<int:pk>/protect/", views.protect_person, name="protect_person"),
    path("answers/<int:pk>/strike-out/", views.strike_out, name="strike_out"),
    path("protected/", views.list_protections, name="list_protections"),
    path("protected/<int:pk>/end/", views.end_protection, name="end_protection"),
    path("export.<str:form>", views.export_permissions, name="export_permissions"),
    path("answer/<str:token>/", views.answer_question, name="answer_question"),
    path("answer/<str:token>/saved/", views.show_saved, name="show_saved"),
]
