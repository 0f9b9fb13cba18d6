"""Pages of the guidance pack: what holds today, what is to come, and the school's own values."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.guidance import actions
from footprint.guidance.at_school import FactAtSchool, fact_for, facts_for
from footprint.guidance.fact import Theme
from footprint.guidance.forms import ConfirmForm, override_form
from footprint.guidance.models import FactOverride
from footprint.guidance.pack import load_pack
from footprint.guidance.wording import THEMES, nations_in_words, shown_to
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission


@requires(Permission.POLICIES_READ)
def list_facts(request: SignedInRequest) -> HttpResponse:
    """All facts of the school's nation by theme, with what is to come first."""
    school, today = _school(request), _today()
    by_theme = facts_for(school=school, on=today)
    everything = [each for facts in by_theme.values() for each in facts]
    context = {
        "themes": [
            {"slug": theme.value, "name": THEMES[theme], "facts": by_theme[theme]}
            for theme in Theme
            if by_theme[theme]
        ],
        "coming": [(each, change) for each in everything for change in each.coming],
        "unchecked": sum(1 for each in everything if each.fact and not each.fact.is_checked),
        "total": len(everything),
        "nation": school.get_nation_display(),
        "today": today,
    }
    return TemplateResponse(request, "guidance/list_facts.html", context)


@requires(Permission.POLICIES_READ)
def show_fact(request: SignedInRequest, key: str) -> HttpResponse:
    """One fact: value, dates, source, who checked it, and the school's own value beside it."""
    school, today = _school(request), _today()
    each = _fact_or_404(school, key, today)
    mine = FactOverride.objects.seen_by(request.user).of_school(school.pk).about(key)
    history = load_pack().history(key, nation=school.nation)
    context = {
        "each": each,
        "nations": nations_in_words(each.any_fact.nations),
        "audience": shown_to(each.any_fact.audience),
        "earlier": [
            fact for fact in history if not fact.holds_on(today) and not fact.begins_after(today)
        ],
        "own_earlier": [
            {"override": override, "words": override.in_words(each.any_fact)}
            for override in mine
            if override.ended_at
        ],
        "theme": THEMES[each.any_fact.theme],
        "may_change": may(request.user, Permission.GUIDANCE_CHANGE, school.pk),
    }
    return TemplateResponse(request, "guidance/show_fact.html", context)


@requires(Permission.GUIDANCE_CHANGE)
def override_fact(request: SignedInRequest, key: str) -> HttpResponse:
    """Put the school's own value beside a fact."""
    school = _school(request)
    each = _fact_or_404(school, key, _today())
    form = override_form(each.any_fact, request.POST or None, _as_it_stands(each))
    if form.is_valid():
        try:
            actions.override_fact(
                school=school,
                key=key,
                value=form.cleaned_data["value"],
                reason=form.cleaned_data["reason"],
                seen=form.cleaned_data["seen"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.ChangedMeanwhile:
            form.add_error(
                None,
                _("Somebody else changed this while you had it open. Look at the fact again."),
            )
        else:
            messages.success(request, _("Your school’s own value was saved"))
            return redirect("guidance:show_fact", key=key)
    return TemplateResponse(request, "guidance/override_fact.html", {"form": form, "each": each})


@requires(Permission.GUIDANCE_CHANGE)
def end_override(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask once, then go by the pack again."""
    mine = FactOverride.objects.seen_by(request.user).of_school(request.school_id)
    override = get_object_or_404(mine, pk=pk)
    each = _fact_or_404(_school(request), override.key, _today())
    if request.method == "POST":
        try:
            actions.end_override(override=override, by=request.user, now=timezone.now())
        except actions.ChangedMeanwhile:
            messages.info(request, _("Somebody else ended or changed it before you."))
        else:
            messages.success(request, _("Your school goes by the guidance pack again"))
        return redirect("guidance:show_fact", key=override.key)
    context = {
        "form": ConfirmForm(),
        "question": _("End your school’s own value?"),
        "consequence": _(
            "%(title)s: your school said “%(own)s”. From now on it goes by the guidance pack. "
            "What your school said, and why, stays on record."
        )
        % {"title": each.title, "own": override.in_words(each.any_fact)},
        "button": _("End it"),
        "warning": True,
        "cancel_url": reverse("guidance:show_fact", args=[override.key]),
    }
    return TemplateResponse(request, "design/confirm.html", context)


def _school(request: SignedInRequest) -> School:
    return get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)


def _today() -> date:
    return timezone.localdate(timezone.now())


def _fact_or_404(school: School, key: str, on: date) -> FactAtSchool:
    found = fact_for(school=school, key=key, on=on)
    if found is None:
        raise Http404(key)
    return found


def _as_it_stands(each: FactAtSchool) -> dict[str, object]:
    if each.override is None:
        return {}
    return {
        "value": each.override.value,
        "reason": each.override.reason,
        "seen": each.override.pk,
    }
