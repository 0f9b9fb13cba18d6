"""
Which version is a page about, and what keeps which?

A file of its own because the pages of the review and of the adoption ask it in the same way.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from footprint.policies.kept import Kept, kept_versions
from footprint.policies.models import PolicyVersion, PolicyVersionQuerySet
from footprint.users.access import SignedInRequest

Arguments = ParamSpec("Arguments")


def versions_for(request: SignedInRequest) -> PolicyVersionQuerySet:
    """What the person may see of the school that they work in."""
    return PolicyVersion.objects.seen_by(request.user).of_school(request.school_id)


def kept_for(request: SignedInRequest) -> list[Kept]:
    """What keeps which version; nothing for who signed in without the second factor."""
    if not request.second_factor:
        return []
    return kept_versions(user=request.user, school_id=request.school_id)


def on_draft(
    view: Callable[Concatenate[SignedInRequest, PolicyVersion, Arguments], HttpResponse],
) -> Callable[..., HttpResponse]:
    """
    Hand the draft to the view: (request, pk, ...) outside, (request, version, ...) inside.

    Whoever comes after somebody else adopted it, or set it aside, is told so: "not found" would
    leave them wondering where their work went.
    """

    @wraps(view)
    def found(
        request: SignedInRequest, pk: int, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> HttpResponse:
        version = get_object_or_404(versions_for(request).with_text(), pk=pk)
        if version.is_draft:
            return view(request, version, *args, **kwargs)
        messages.info(request, _what_became_of(version))
        return redirect("policies:list_versions")

    return found


def _what_became_of(version: PolicyVersion) -> str:
    if version.adopted_on is None:
        return _("This draft was set aside. Its clauses can no longer be decided on.")
    return _("This is version %(number)s now: %(who)s recorded its adoption on %(day)s.") % {
        "number": version.number,
        "who": version.adopted_by,
        "day": date_format(version.adopted_on, "j F Y"),
    }
