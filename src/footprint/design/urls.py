"""The gallery's address."""

from django.urls import path

from footprint.design import views

app_name = "design"
urlpatterns = [path("", views.gallery, name="show_gallery")]
