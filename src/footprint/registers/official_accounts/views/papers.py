"""The written policy with today's accounts and keepers, as a page, a PDF, a Word file."""

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse

from footprint.policies.models import PolicyVersion
from footprint.policies.printing.choosing import paper_of
from footprint.policies.printing.files import as_file, form_named
from footprint.policies.printing.layout import pieces_of
from footprint.registers.official_accounts.live import live_facts
from footprint.registers.official_accounts.views.finding import today, version_in_force
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.POLICIES_READ)
def show_live_policy(request: SignedInRequest, form: str) -> HttpResponse:
    """One form of the policy in force as a page."""
    printed, version = form_named(form), _version(request)
    paper = paper_of(printed, version.policy, live_facts(version, on=today()))
    title, *pieces = pieces_of(paper.blocks)
    context = {
        "version": version,
        "form_name": form,
        "paper": paper,
        "heading": title.text,
        "pieces": [piece for piece in pieces if piece.text != paper.school],
    }
    return TemplateResponse(request, "official_accounts/show_live_policy.html", context)


@requires(Permission.POLICIES_READ)
def print_live_policy(request: SignedInRequest, form: str, format: str) -> HttpResponse:
    """The same as a file."""
    printed, version = form_named(form), _version(request)
    paper = paper_of(printed, version.policy, live_facts(version, on=today()))
    return as_file(paper, printed=printed, version=version, format=format)


def _version(request: SignedInRequest) -> PolicyVersion:
    version = version_in_force(request)
    if version is None:
        raise Http404("no adopted policy")
    return version
