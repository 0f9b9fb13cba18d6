"""Paths of lessons."""

from django.urls import path

from footprint.registers.lessons import views

app_name = "lessons"
urlpatterns = [
    path("", views.list_lessons, name="list_lessons"),
    path("years/", views.choose_years, name="choose_years"),
    path("grid/<str:form>/", views.export_grid, name="export_grid"),
    path("list/", views.list_recorded, name="list_recorded"),
    path("list/<str:form>/", views.export_lessons, name="export_lessons"),
    path("record/", views.record_lesson, name="record_lesson"),
    path("plan/", views.plan_lesson, name="plan_lesson"),
    path("<int:pk>/", views.show_lesson, name="show_lesson"),
    path("<int:pk>/taught/", views.mark_taught, name="mark_taught"),
    path("<int:pk>/correct/", views.correct_lesson, name="correct_lesson"),
    path("<int:pk>/withdraw/", views.withdraw_lesson, name="withdraw_lesson"),
    path("offers/", views.list_offers, name="list_offers"),
    path("offers/record/", views.record_offer, name="record_offer"),
    path("offers/<int:pk>/", views.show_offer, name="show_offer"),
    path("offers/<int:pk>/correct/", views.correct_offer, name="correct_offer"),
    path("offers/<int:pk>/withdraw/", views.withdraw_offer, name="withdraw_offer"),
    path("offers/file/<str:form>/", views.export_offers, name="export_offers"),
]
