"""Two versions of the school's policy side by side."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from footprint.policies.comparing import compare
from footprint.policies.forms import CompareForm
from footprint.policies.models import PolicyVersion
from footprint.policies.views.finding import kept_for, versions_for
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.POLICIES_READ)
def compare_versions(request: SignedInRequest) -> HttpResponse:
    """What one version says and another does not; at first the newest two."""
    seen = versions_for(request).with_text()
    versions = {str(each.pk): each for each in (*seen.drafts(), *seen.adopted())}
    chosen = {**_newest_two(list(versions.values())), **request.GET.dict()}
    options = [(key, _label(version)) for key, version in versions.items()]
    form = CompareForm(chosen, versions=options) if len(versions) > 1 else None
    comparison = None
    if form and form.is_valid():
        before = versions[form.cleaned_data["before"]]
        after = versions[form.cleaned_data["after"]]
        comparison = compare(before, after)
    context = {"form": form, "comparison": comparison, "kept": kept_for(request)}
    return TemplateResponse(request, "policies/compare_versions.html", context)


def _newest_two(versions: list[PolicyVersion]) -> dict[str, str]:
    """Drafts come first, then adopted versions from the newest: the last change."""
    if len(versions) < 2:
        return {}
    adopted = [version for version in versions if not version.is_draft]
    after = versions[0] if len(adopted) < 2 else adopted[0]
    before = next(version for version in [*adopted, *versions] if version != after)
    return {"before": str(before.pk), "after": str(after.pk)}


def _label(version: PolicyVersion) -> str:
    if version.adopted_on is None:
        day = date_format(version.created_at, "j F Y")
        return _("Draft of %(day)s: %(title)s") % {"day": day, "title": version.title}
    day = date_format(version.adopted_on, "j F Y")
    return _("Version %(number)s, adopted on %(day)s") % {"number": version.number, "day": day}
