"""An adopted version in our own plain words: as a page, a PDF, a Word file."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone

from footprint.policies.models import PolicyVersion
from footprint.policies.printing.choosing import paper_of
from footprint.policies.printing.facts import facts_of
from footprint.policies.printing.files import as_file, form_named
from footprint.policies.printing.layout import pieces_of
from footprint.policies.views.finding import versions_for
from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.writing.saying import unsaid
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission


@requires(Permission.POLICIES_READ)
def show_paper(request: SignedInRequest, pk: int, form: str) -> HttpResponse:
    """One form of the policy as a page; those who can mend it are told what is not in it."""
    printed, version = form_named(form), _version(request, pk)
    paper = paper_of(printed, version.policy, facts_of(version, on=timezone.localdate()))
    title, *pieces = pieces_of(paper.blocks)
    may_draft = may(request.user, Permission.POLICIES_DRAFT, request.school_id)
    context = {
        "version": version,
        "form_name": form,
        "paper": paper,
        "heading": title.text,
        "pieces": [piece for piece in pieces if piece.text != paper.school],  # stands above
        "unsaid": _unsaid(version) if may_draft and form == "policy" else [],
    }
    return TemplateResponse(request, "policies/show_paper.html", context)


@requires(Permission.POLICIES_READ)
def print_policy(request: SignedInRequest, pk: int, form: str, format: str) -> HttpResponse:
    """The same as a file."""
    printed, version = form_named(form), _version(request, pk)
    paper = paper_of(printed, version.policy, facts_of(version, on=timezone.localdate()))
    return as_file(paper, printed=printed, version=version, format=format)


def _version(request: SignedInRequest, pk: int) -> PolicyVersion:
    adopted = versions_for(request).adopted().select_related("school")
    return get_object_or_404(adopted, pk=pk)


def _unsaid(version: PolicyVersion) -> list[str]:
    lines = []
    for name, key in unsaid(version.policy):
        part = next(part for part in BY_NAME[name].parts if part.key == key)
        lines.append(f"{BY_NAME[name].title}: {part.label}")
    return lines
