"""Today: what waits for me."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.TODAY_READ)
def today(request: SignedInRequest) -> HttpResponse:
    """What waits for this person at this school."""
    return TemplateResponse(request, "home/today.html")
