"""The map of all addresses. Every view says who may open it (`@requires`, `@public`)."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from footprint.config.environment import Mode

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("footprint.home.urls")),
    path("account/", include("footprint.users.account_urls")),
    path("me/", include("footprint.users.urls")),
    path("policy/", include("footprint.policies.urls")),
    path("guidance/", include("footprint.guidance.urls")),
    path("schools/", include("footprint.schools.urls")),
    path("listening/", include("footprint.listening.urls")),
    path("inbox/", include("footprint.inbox.urls")),
    path("incidents/", include("footprint.incidents.urls")),
    path("concerns/", include("footprint.concerns.urls")),
    path("reports/", include("footprint.reports.urls")),
    path("people/", include("footprint.people.urls")),
    path("agreements/", include("footprint.registers.agreements.urls")),
    path("pictures/", include("footprint.registers.image_permissions.urls")),
    path("connections/", include("footprint.registers.connection_exceptions.urls")),
    path("accounts/", include("footprint.registers.official_accounts.urls")),
    path("lessons/", include("footprint.registers.lessons.urls")),
    path("checks/", include("footprint.rota.urls")),
    path("publishing/", include("footprint.publishing.urls")),
]
# In Welsh under /cy/; no cookie or header decides the language, so a link always shows the same.
urlpatterns += i18n_patterns(
    path("for/", include("footprint.website.urls")), prefix_default_language=False
)
if settings.MODE is not Mode.PRODUCTION:  # the gallery of components: invented content only
    urlpatterns.append(path("design/", include("footprint.design.urls")))
