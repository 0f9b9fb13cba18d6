"""Paths of the users' pages; signing in itself is in `account_urls`."""

from django.urls import path

from footprint.users import views

app_name = "users"
urlpatterns = [
    path("", views.show_me, name="show_me"),
    path("choose-school/", views.choose_school, name="choose_school"),
    path("second-factor/", views.need_second_factor, name="need_second_factor"),
    path("demo/sign-in/<int:pk>/", views.demo_sign_in, name="demo_sign_in"),
]
