"""Signing in, one's own account, choosing a school, and the demo's one-click sign-in."""

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST

from footprint.users.access import SignedInRequest, public, requires, roles_of
from footprint.users.forms import SignInForm
from footprint.users.middleware import SESSION_KEY
from footprint.users.models import User
from footprint.users.permissions import Permission
from footprint.users.places import people_by_place, roles_in_words

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class SignIn(LoginView):  # type: ignore[misc]  # allauth publishes no types
    """allauth's sign-in; in demo mode the page also lists the invented people."""

    form_class = SignInForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        places = people_by_place() if settings.DEMO else {}
        return {**super().get_context_data(**kwargs), "places": places}


@requires(Permission.TODAY_READ)
def show_me(request: SignedInRequest) -> HttpResponse:
    """One's own account: name, roles in words, password, second factor."""
    context = {
        "places": roles_in_words(request.user),
        "has_second_factor": is_mfa_enabled(request.user),
    }
    return TemplateResponse(request, "users/me.html", context)


@requires(Permission.TODAY_READ)
def choose_school(request: SignedInRequest) -> HttpResponse:
    """Work in another school of one's own; any other answers as if it did not exist."""
    if request.method != "POST":
        return TemplateResponse(request, "users/choose_school.html")
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


@public
def not_here(request: HttpRequest) -> HttpResponse:
    """Sign-up and addresses of one's own: allauth asks for their names; here they do not exist."""
    raise Http404("accounts are made by the school")
