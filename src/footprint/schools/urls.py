"""Paths of the watched names, the closed days, and what is public."""

from django.urls import path

from footprint.schools import views

app_name = "schools"
urlpatterns = [
    path("names/", views.list_names, name="list_names"),
    path("names/add/", views.add_name, name="add_name"),
    path("names/words/", views.change_words, name="change_words"),
    path("names/<int:pk>/remove/", views.remove_name, name="remove_name"),
    path("closed-days/", views.list_closures, name="list_closures"),
    path("closed-days/add/", views.add_closure, name="add_closure"),
    path("closed-days/<int:pk>/remove/", views.remove_closure, name="remove_closure"),
    path("details/", views.change_details, name="change_details"),
    path("public-pages/", views.publish_pages, name="publish_pages"),
    path("public-pages/off/", views.unpublish_pages, name="unpublish_pages"),
]
