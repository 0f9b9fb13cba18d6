"""A trust's view of its schools' policies: how far they differ, and a change for all of them."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from footprint.policies import actions
from footprint.policies.drifting import drift, words_that_differ
from footprint.policies.forms import ReferenceForm, TakeForm
from footprint.policies.models import PolicyVersion, TrustPolicy
from footprint.policies.presenting import shown_policy
from footprint.rulebook.policy import Policy
from footprint.schools.models import School, Trust
from footprint.users.access import SignedInRequest, requires, schools_where
from footprint.users.permissions import Permission

TRUSTS = "trust"  # the choice of the trust's own policy among the schools to compare with


@requires(Permission.TRUST_POLICIES)
def trust_policies(request: SignedInRequest) -> HttpResponse:
    """Every school: its version and dates, and clause by clause what it says otherwise."""
    trust, schools = _trust(request), _schools(request)
    versions = PolicyVersion.objects.in_force_at_schools(schools, on=timezone.localdate())
    latest = TrustPolicy.objects.seen_by(request.user).latest_of(trust.pk if trust else None)
    references = _references(latest, schools, versions)
    form = ReferenceForm(
        {"reference": next(iter(references), ""), **request.GET.dict()},
        references=[(key, label) for key, (label, _policy) in references.items()],
    )
    reference = references[form.cleaned_data["reference"]] if _chosen(form) else None
    context = {
        "trust": trust,
        "trust_policy": latest,
        "schools": schools,
        "form": form if len(references) > 1 else None,
        "reference_label": reference[0] if reference else "",
        "drift": drift(reference[1], schools, versions) if reference else None,
        "uncompared": schools if reference is None else (),
        "words": words_that_differ(schools, versions),
        "waiting": _waiting_count(latest, schools),
    }
    return TemplateResponse(request, "policies/trust_policies.html", context)


def _chosen(form: ReferenceForm) -> bool:
    return form.is_valid() and bool(form.cleaned_data["reference"])


def _trust(request: SignedInRequest) -> Trust | None:
    return School.objects.select_related("trust").get(pk=request.school_id).trust


def _schools(request: SignedInRequest) -> list[School]:
    """The schools of this one's trust that the person may compare; it alone where it has none."""
    here = School.objects.get(pk=request.school_id)
    allowed = schools_where(request.user, Permission.TRUST_POLICIES)
    if here.trust is None:
        return [here]
    return [school for school in here.trust.schools.all() if school.pk in allowed]


def _references(
    latest: TrustPolicy | None, schools: list[School], versions: dict[int, PolicyVersion]
) -> dict[str, tuple[str, Policy]]:
    """{key: (words, policy)} of what the schools can be compared with, the trust's own first."""
    found: dict[str, tuple[str, Policy]] = {}
    if latest:
        label = _("The trust’s policy, version %(number)s") % {"number": latest.number}
        found[TRUSTS] = (label, latest.policy)
    for school in schools:
        if version := versions.get(school.pk):
            found[str(school.pk)] = (school.name, version.policy)
    return found


def _waiting_count(latest: TrustPolicy | None, schools: list[School]) -> int:
    if latest is None:
        return 0
    return len(actions.waiting_for(latest, schools, on=timezone.localdate()))


@requires(Permission.TRUST_POLICIES)
def take_trust_policy(request: SignedInRequest) -> HttpResponse:
    """Choose what becomes the trust's policy: a version in force, or a draft that is decided."""
    trust, schools = _trust(request), _schools(request)
    if trust is None:
        return redirect("policies:trust_policies")
    today = timezone.localdate()
    in_force = PolicyVersion.objects.in_force_at_schools(schools, on=today)
    decided = PolicyVersion.objects.fully_decided().of_schools(schools)
    versions = {str(each.pk): each for each in (*in_force.values(), *decided)}
    options = [(key, _taken_label(version)) for key, version in versions.items()]
    form = TakeForm(request.POST or None, versions=options, today=today)
    if form.is_valid():
        try:
            taken = actions.take_as_trust_policy(
                trust=trust,
                version=versions[form.cleaned_data["version"]],
                adopted_on=form.cleaned_data["adopted_on"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.CannotTake as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Kept. No school follows it before it has adopted it."))
            return redirect("policies:propose_trust_policy", pk=taken.pk)
    context = {"form": form, "trust": trust, "versions": versions}
    return TemplateResponse(request, "policies/take_trust_policy.html", context)


def _taken_label(version: PolicyVersion) -> str:
    if version.adopted_on is None:
        return _("%(school)s: the draft “%(title)s”") % {
            "school": version.school,
            "title": version.title,
        }
    return _("%(school)s: version %(number)s, adopted on %(day)s") % {
        "school": version.school,
        "number": version.number,
        "day": date_format(version.adopted_on, "j F Y"),
    }


@requires(Permission.TRUST_POLICIES)
def show_trust_policy(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the trust's policy says, in plain words."""
    trust_policy = _find(request, pk)
    shown = shown_policy(trust_policy.policy)
    context = {
        "trust_policy": trust_policy,
        "stated": [clause for clause in shown if clause.is_stated],
        "silent": [clause for clause in shown if not clause.is_stated],
    }
    return TemplateResponse(request, "policies/show_trust_policy.html", context)


@requires(Permission.TRUST_POLICIES)
def propose_trust_policy(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say which schools would get a draft; then lay it before them."""
    trust_policy, schools = _find(request, pk), _schools(request)
    if request.method == "POST":
        return _propose(request, trust_policy, schools)
    waiting = actions.waiting_for(trust_policy, schools, on=timezone.localdate())
    context = {
        "trust_policy": trust_policy,
        "waiting": [school for school, _own in waiting],
        "others": [school for school in schools if school not in dict(waiting)],
    }
    return TemplateResponse(request, "policies/propose_trust_policy.html", context)


def _propose(
    request: SignedInRequest, trust_policy: TrustPolicy, schools: list[School]
) -> HttpResponse:
    try:
        drafts = actions.propose(
            trust_policy=trust_policy, schools=schools, by=request.user, now=timezone.now()
        )
    except actions.CannotPropose as error:
        messages.error(request, str(error))
    else:
        sentence = ngettext(
            "Proposed to %(number)s school. It reviews the draft and adopts it itself.",
            "Proposed to %(number)s schools. Each reviews the draft and adopts it itself.",
            len(drafts),
        )
        messages.success(request, sentence % {"number": len(drafts)})
    return redirect("policies:trust_policies")


def _find(request: SignedInRequest, pk: int) -> TrustPolicy:
    """A policy of the trust of the school that the person works in."""
    trust = _trust(request)
    seen = TrustPolicy.objects.seen_by(request.user).select_related("trust", "adopted_by")
    trust_policy = get_object_or_404(seen, pk=pk)
    if trust is None or trust_policy.trust_id != trust.pk:
        raise Http404(pk)
    return trust_policy
