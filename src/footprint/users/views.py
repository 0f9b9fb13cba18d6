"""Choosing a school, the second factor, and the demo's one-click sign-in."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST

from footprint.users.access import SignedInRequest, public, requires, roles_of
from footprint.users.middleware import SESSION_KEY
from footprint.users.models import User
from footprint.users.permissions import Permission

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_POST
@requires(Permission.TODAY_READ)
def choose_school(request: SignedInRequest) -> HttpResponse:
    """Work in another school of one's own; any other answers as if it did not exist."""
    chosen = request.POST.get("school", "")
    if not chosen.isdigit() or int(chosen) not in roles_of(request.user):
        raise Http404(chosen)
    request.session[SESSION_KEY] = int(chosen)
    return redirect("home:today")


@requires(Permission.TODAY_READ)
def need_second_factor(request: SignedInRequest) -> HttpResponse:
    """Say why a second factor is needed, and lead to setting one up."""
    return TemplateResponse(request, "users/need_second_factor.html")


@public
@require_POST
def demo_sign_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign in as one of the invented people. Exists only in demo mode."""
    if not settings.DEMO:
        raise Http404("demo")
    user = get_object_or_404(User, pk=pk, is_active=True)
    login(request, user, backend=BACKEND)
    return redirect("home:today")
