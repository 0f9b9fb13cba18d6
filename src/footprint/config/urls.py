"""The map of all addresses. Every view says who may open it (`@requires`, `@public`)."""

from django.urls import include, path

urlpatterns = [
    path("", include("footprint.home.urls")),
    path("account/", include("footprint.users.account_urls")),
    path("people/", include("footprint.users.urls")),
    path("policy/", include("footprint.policies.urls")),
    path("schools/", include("footprint.schools.urls")),
    path("listening/", include("footprint.listening.urls")),
    path("inbox/", include("footprint.inbox.urls")),
    path("incidents/", include("footprint.incidents.urls")),
    path("reports/", include("footprint.reports.urls")),
    path("design/", include("footprint.design.urls")),
]
