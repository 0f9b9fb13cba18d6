"""Paths of the policy's pages."""

from django.urls import path

from footprint.policies import views

app_name = "policies"
urlpatterns = [
    path("", views.show_policy, name="show_policy"),
    path("ask/", views.ask_policy, name="ask_policy"),
    path("ask/<str:case>/", views.ask_policy, name="ask_policy_about"),
    path("upload/", views.upload_document, name="upload_document"),
    path("versions/", views.list_versions, name="list_versions"),
    path("versions/compare/", views.compare_versions, name="compare_versions"),
    path("versions/<int:pk>/", views.show_version, name="show_version"),
    path("versions/<int:pk>/print/<str:form>/", views.show_paper, name="show_paper"),
    path(
        "versions/<int:pk>/print/<str:form>/<str:format>/", views.print_policy, name="print_policy"
    ),
    path("build/", views.build_policy, name="build_policy"),
    path("build/<int:pk>/<str:name>/", views.build_clause, name="build_clause"),
    path("trust/", views.trust_policies, name="trust_policies"),
    path("trust/take/", views.take_trust_policy, name="take_trust_policy"),
    path("trust/<int:pk>/", views.show_trust_policy, name="show_trust_policy"),
    path("trust/<int:pk>/propose/", views.propose_trust_policy, name="propose_trust_policy"),
    path("drafts/<int:pk>/", views.review_version, name="review_version"),
    path("drafts/<int:pk>/adopt/", views.adopt_version, name="adopt_version"),
    path("drafts/<int:pk>/set-aside/", views.set_aside_version, name="set_aside_version"),
    path("drafts/<int:pk>/confirm-same/", views.confirm_same_clauses, name="confirm_same_clauses"),
    path("drafts/<int:pk>/<str:name>/", views.review_clause, name="review_clause"),
    path("drafts/<int:pk>/<str:name>/document/", views.show_document, name="show_document"),
    path("drafts/<int:pk>/<str:name>/confirm/", views.confirm_clause, name="confirm_clause"),
    path("drafts/<int:pk>/<str:name>/deny/", views.deny_clause, name="deny_clause"),
    path("drafts/<int:pk>/<str:name>/keep/", views.keep_clause, name="keep_clause"),
    path("drafts/<int:pk>/<str:name>/reopen/", views.reopen_clause, name="reopen_clause"),
]
