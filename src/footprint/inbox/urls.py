"""Paths of the inbox."""

from django.urls import path

from footprint.inbox import views
from footprint.inbox.views.replying import send_back_reply, show_reply, write_reply

app_name = "inbox"
urlpatterns = [
    path("", views.list_items, name="list_items"),
    path("<int:pk>/", views.show_item, name="show_item"),
    path("<int:pk>/safety/", views.answer_safety, name="answer_safety"),
    path("<int:pk>/what-to-do/", views.show_ruling, name="show_ruling"),
    path("<int:pk>/confirm/", views.confirm_item, name="confirm_item"),
    path("<int:pk>/move/", views.move_item, name="move_item"),
    path("<int:pk>/who-is-named/", views.shut_out_people, name="shut_out_people"),
    path("<int:pk>/reply/", views.reply_item, name="reply_item"),
    path("<int:pk>/answer/", write_reply, name="write_reply"),
    path("<int:pk>/answer/approve/", show_reply, name="show_reply"),
    path("<int:pk>/answer/send-back/", send_back_reply, name="send_back_reply"),
    path("<int:pk>/leave/", views.leave_item, name="leave_item"),
    path("<int:pk>/pass-on/", views.pass_on_item, name="pass_on_item"),
    path("<int:pk>/incident/", views.open_incident, name="open_incident"),
    path("<int:pk>/reopen/", views.reopen_item, name="reopen_item"),
]
