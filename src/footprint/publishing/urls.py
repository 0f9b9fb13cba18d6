"""Paths of publishing."""

from django.urls import path

from footprint.publishing import views

app_name = "publishing"
urlpatterns = [
    path("", views.list_drafts, name="list_drafts"),
    path("before-you-post/", views.check_words, name="check_words"),
    path("export.<str:form>", views.export_drafts, name="export_drafts"),
    path("new/", views.add_draft, name="add_draft"),
    path("periods/", views.set_periods, name="set_periods"),
    path("take-downs/", views.list_take_downs, name="list_take_downs"),
    path("take-downs/export.<str:form>", views.export_take_downs, name="export_take_downs"),
    path("take-downs/<int:pk>/", views.close_take_down, name="close_take_down"),
    path("<int:pk>/", views.show_draft, name="show_draft"),
    path("<int:pk>/change/", views.change_draft, name="change_draft"),
    path("<int:pk>/people/", views.choose_people, name="choose_people"),
    path("<int:pk>/keep/<str:finding>/", views.keep_finding, name="keep_finding"),
    path("<int:pk>/pictures/add/", views.add_picture, name="add_picture"),
    path("<int:pk>/pictures/<str:name>/", views.show_picture, name="show_picture"),
    path("<int:pk>/pictures/<str:name>/words/", views.describe_picture, name="describe_picture"),
    path("<int:pk>/pictures/<str:name>/remove/", views.remove_picture, name="remove_picture"),
    path("<int:pk>/submit/", views.submit_draft, name="submit_draft"),
    path("<int:pk>/approve/", views.approve_draft, name="approve_draft"),
    path("<int:pk>/send-back/", views.send_back_draft, name="send_back_draft"),
    path("<int:pk>/give-up/", views.give_up_draft, name="give_up_draft"),
    path("<int:pk>/hand-over/", views.hand_over_draft, name="hand_over_draft"),
    path("<int:pk>/out/<int:place>/", views.record_publication, name="record_publication"),
]
