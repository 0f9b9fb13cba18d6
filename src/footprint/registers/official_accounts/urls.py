"""Paths of official accounts."""

from django.urls import path

from footprint.registers.official_accounts import views

app_name = "official_accounts"
urlpatterns = [
    path("", views.list_accounts, name="list_accounts"),
    path("export/<str:form>/", views.export_accounts, name="export_accounts"),
    path("add/", views.add_account, name="add_account"),
    path("approve/", views.approve_openings, name="approve_openings"),
    path("policy/", views.compare_policy, name="compare_policy"),
    path("policy/print/<str:form>/", views.show_live_policy, name="show_live_policy"),
    path(
        "policy/print/<str:form>/<str:format>/", views.print_live_policy, name="print_live_policy"
    ),
    path("lookalikes/", views.list_lookalikes, name="list_lookalikes"),
    path("lookalikes/add/", views.add_lookalike, name="add_lookalike"),
    path("lookalikes/<int:pk>/", views.show_lookalike, name="show_lookalike"),
    path("leavers/<int:pk>/", views.show_handover, name="show_handover"),
    path("leavers/<int:pk>/done/<str:name>/", views.take_step, name="take_step"),
    path("leavers/<int:pk>/sign-off/", views.sign_off_handover, name="sign_off_handover"),
    path("<int:pk>/", views.show_account, name="show_account"),
    path("<int:pk>/change/", views.change_account, name="change_account"),
    path("<int:pk>/people/", views.name_people, name="name_people"),
    path("<int:pk>/review/", views.review_account, name="review_account"),
    path("<int:pk>/close/", views.close_account, name="close_account"),
    path("<int:pk>/decide/", views.decide_proposal, name="decide_proposal"),
]
