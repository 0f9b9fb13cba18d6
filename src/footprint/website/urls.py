"""Paths of the public pages; the same under /cy/ in Welsh."""

from django.urls import path

from footprint.website import views

app_name = "website"
urlpatterns = [
    path("<slug:slug>/", views.show_school, name="show_school"),
    path("<slug:slug>/policy/", views.show_policy, name="show_policy"),
    path("<slug:slug>/accounts/", views.show_accounts, name="show_accounts"),
    path("<slug:slug>/who-to-ask/", views.show_who_to_ask, name="show_who_to_ask"),
    path("<slug:slug>/may-i/", views.show_may_i, name="show_may_i"),
    path("<slug:slug>/ages/", views.show_ages, name="show_ages"),
    path(
        "<slug:slug>/family-agreement/", views.show_family_agreement, name="show_family_agreement"
    ),
    path("<slug:slug>/concerns/", views.show_concerns, name="show_concerns"),
]
