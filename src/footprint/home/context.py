"""
What every page shows around its content: navigation, the current school, the demo banner.

A file of its own because Django asks for a context processor by its path.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from footprint.schools.models import School
from footprint.users.access import may, roles_of
from footprint.users.models import User
from footprint.users.permissions import ROLE_WORDS, Permission


@dataclass(frozen=True)
class Link:
    """One entry of the navigation."""

    label: str
    url: str
    current: bool
    count: int | None = None


PAGES = (
    ("Today", "home:today", Permission.TODAY_READ),
    ("Inbox", "inbox:list_items", Permission.INBOX_READ),
    ("Incidents", "incidents:list_incidents", Permission.INCIDENTS_READ),
    ("Registers", "home:list_registers", Permission.TODAY_READ),
    ("Listening", "listening:list_sources", Permission.LISTENING_READ),
    ("Policy", "policies:show_policy", Permission.POLICIES_READ),
    ("Reports", "reports:governors", Permission.REPORTS_READ),
)
ALSO_UNDER = {
    "/incidents/": ("/concerns/",),
    "/listening/": ("/schools/",),
    "/policy/": ("/guidance/",),
    "/registers/": (
        "/people/",
        "/agreements/",
        "/pictures/",
        "/publishing/",
        "/connections/",
        "/accounts/",
        "/checks/",
        "/lessons/",
    ),
}


def every_page(request: HttpRequest) -> dict[str, Any]:
    """The variables that the base page needs; little for somebody who is not signed in."""
    user = getattr(request, "user", None)
    found: dict[str, Any] = {"demo": settings.DEMO}
    if not isinstance(user, User):
        return found
    school_id = getattr(request, "school_id", 0)
    schools = list(School.objects.filter(pk__in=roles_of(user)))
    return {
        **found,
        "schools": schools,
        "school": next((school for school in schools if school.pk == school_id), None),
        "roles": [ROLE_WORDS[role] for role in sorted(roles_of(user).get(school_id, ()))],
        "navigation": list(_links(request, user, school_id)),
    }


def _links(request: HttpRequest, user: User, school_id: int) -> list[Link]:
    links = []
    for label, name, permission in PAGES:
        if may(user, permission, school_id):
            url = reverse(name)
            links.append(Link(label, url, _is_here(request.path, url)))
    return links


def _is_here(path: str, url: str) -> bool:
    """Names and closed days are part of listening, facts of the policy, whatever their address."""
    if url == "/":
        return path == "/"
    return path.startswith((url, *ALSO_UNDER.get(url, ())))
