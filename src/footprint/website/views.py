"""The public pages: for everybody, without sign-in, script or cookie, from the adopted policy."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from footprint.policies.models import PolicyVersion
from footprint.policies.presenting import shown_clause, shown_policy
from footprint.registers.official_accounts.live import live_accounts
from footprint.rulebook.decisions.ask import who_to_ask
from footprint.rulebook.terms import Audience, ClauseName
from footprint.schools.models import School
from footprint.users.access import public
from footprint.website.ages import stated_ages, todays_ages
from footprint.website.connecting import KINDS, PARTIES, answer, connection_asked
from footprint.website.helplines import helplines
from footprint.website.wording import said

PAGES = (
    "show_school",
    "show_policy",
    "show_accounts",
    "show_who_to_ask",
    "show_may_i",
    "show_ages",
    "show_family_agreement",
    "show_concerns",
)
AGREED = (
    _("Which apps, sites and games we use"),
    _("With whom we talk there, and how we know them"),
    _("How long and when, and where devices are at night"),
    _("What we do not share: names, our school, pictures of others without asking"),
    _("What we do when something feels wrong, and whom we tell"),
    _("What the grown-ups promise"),
)


@public
def show_school(request: HttpRequest, slug: str) -> HttpResponse:
    """The way to all public pages of a school."""
    return _page(request, slug, "show_school")


@public
def show_policy(request: HttpRequest, slug: str) -> HttpResponse:
    """The adopted policy, clause by clause; what it does not state is not mentioned."""
    version = _school(slug)[1]
    clauses = [clause for clause in shown_policy(version.policy) if clause.stated == "stated"]
    live = live_accounts(version.school_id)
    return _page(request, slug, "show_policy", clauses=clauses, version=version, live=live)


@public
def show_accounts(request: HttpRequest, slug: str) -> HttpResponse:
    """The school's real accounts, and what each does and does not answer: the live register."""
    version = _school(slug)[1]
    accounts = version.policy.clause(ClauseName.OFFICIAL_ACCOUNTS)
    context = {
        "live": live_accounts(version.school_id),
        "named": accounts.get("accounts") or (),
        "answers": accounts.get("answers") or "",
        "not_about_children": accounts.get("not_about_children"),
        "clause": shown_clause(accounts),
        "ruled_out": version.policy.clause(ClauseName.EMAIL_OFFICIAL).get("ruled_out") or (),
    }
    return _page(request, slug, "show_accounts", **context)


@public
def show_who_to_ask(request: HttpRequest, slug: str) -> HttpResponse:
    """For a parent, a pupil, a member of staff: whom to ask, with the national helplines."""
    school, version = _school(slug)
    today = timezone.localdate()
    parents = who_to_ask(policy=version.policy, audience=Audience.PARENT)
    staff = who_to_ask(policy=version.policy, audience=Audience.STAFF)
    context = {
        "parents_ask": said(parents.first),
        "parents_helpline": said(parents.helpline),
        "staff_ask": said(staff.first),
        "staff_call_on": [said(each) for each in staff.then],
        "helplines": helplines(school=school, on=today),
    }
    return _page(request, slug, "show_who_to_ask", **context)


@public
def show_may_i(request: HttpRequest, slug: str) -> HttpResponse:
    """May two people be connected? The policy's answer; nothing that is asked is kept."""
    policy = _school(slug)[1].policy
    asked = connection_asked(request.GET.dict())
    context = {
        "parties": [(each.value, words) for each, words in PARTIES.items()],
        "kinds": [(each.value, words) for each, words in KINDS.items()],
        "asked": asked,
        "answer": answer(policy, asked, timezone.localdate()) if asked else None,
        "exceptions": policy.clause(ClauseName.EXCEPTIONS).is_stated,
    }
    return _page(request, slug, "show_may_i", danger=True, **context)


@public
def show_ages(request: HttpRequest, slug: str) -> HttpResponse:
    """Minimum ages today and from their dated changes, with sources; and what the policy says."""
    school, version = _school(slug)
    today = timezone.localdate()
    context = {
        "ages": todays_ages(school=school, on=today),
        "stated": stated_ages(version.policy),
    }
    return _page(request, slug, "show_ages", **context)


@public
def show_family_agreement(request: HttpRequest, slug: str) -> HttpResponse:
    """An agreement that a family fills in, prints and keeps. Nothing of it reaches us."""
    sentences = list(enumerate(AGREED, start=1))
    return _page(request, slug, "show_family_agreement", sentences=sentences)


@public
def show_concerns(request: HttpRequest, slug: str) -> HttpResponse:
    """How to raise a concern in private."""
    version = _school(slug)[1]
    policy = version.policy
    context = {
        "private": shown_clause(policy.clause(ClauseName.PRIVATE_CONCERNS)),
        "complaints": shown_clause(policy.clause(ClauseName.COMPLAINTS_PROCEDURE)),
    }
    return _page(request, slug, "show_concerns", danger=True, **context)


def _school(slug: str) -> tuple[School, PolicyVersion]:
    """The school and its policy in force; without an adopted policy there is nothing to show."""
    school = get_object_or_404(School, public_slug=slug)
    version = PolicyVersion.objects.in_force(school_id=school.pk, on=timezone.localdate())
    if version is None:
        raise Http404("no adopted policy")
    return school, version


def _page(request: HttpRequest, slug: str, name: str, **context: Any) -> HttpResponse:
    school, version = _school(slug)
    shared = {
        "school": school,
        "policy_version": version,
        "pages": [(page, reverse(f"website:{page}", args=[slug])) for page in PAGES],
        "here": name,
        "english_url": _in_language("en-gb", name, slug),
        "welsh_url": _in_language("cy", name, slug),
    }
    return TemplateResponse(request, f"website/{name}.html", {**shared, **context})


def _in_language(language: str, name: str, slug: str) -> str:
    with translation.override(language):
        return reverse(f"website:{name}", args=[slug])
