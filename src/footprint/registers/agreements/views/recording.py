"""Signatures on paper, recorded by the office; and taking back a mistake."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from footprint.people.models import PersonQuerySet
from footprint.registers.agreements import actions
from footprint.registers.agreements.forms import CorrectForm, PaperForm
from footprint.registers.agreements.models import AgreementText, How, Signature, State
from footprint.registers.agreements.standing import just, stands, unanswered
from footprint.registers.agreements.views.finding import (
    ClassFilter,
    audience_called,
    names_for,
    text_or_404,
    today,
)
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.AGREEMENTS_CHANGE)
def record_paper(request: SignedInRequest, audience: str) -> HttpResponse:
    """Tick whose papers came back; all that are recorded at once bear the same day."""
    asked = audience_called(audience)
    text = text_or_404(request.school_id, asked)
    classes = ClassFilter(request, asked)
    people = list(_chosen(request, text, classes).for_list())
    key = _one(request)
    form = PaperForm(
        request.POST or None,
        people=people,
        today=today(),
        initial={"signed_on": today(), "people": [key] if key else []},
    )
    if form.is_valid() and _recorded(request, text, form):
        return redirect("agreements:show_audience", audience=asked.value)
    context = {
        "form": form,
        "text": text,
        "name": names_for(request)[asked],
        "people": people,
        "person": key or "",
        "classes": classes,
    }
    return TemplateResponse(request, "agreements/record_paper.html", context)


def _one(request: SignedInRequest) -> int | None:
    key = request.POST.get("person") or request.GET.get("person") or ""
    return int(key) if key.isdecimal() else None


def _chosen(request: SignedInRequest, text: AgreementText, classes: ClassFilter) -> PersonQuerySet:
    """Those without an answer; or one person, who may have changed their mind."""
    if key := _one(request):
        return just(stands(text, on=today()), key)
    return classes.of(unanswered(text, on=today()))


def _recorded(request: SignedInRequest, text: AgreementText, form: PaperForm) -> bool:
    given = form.cleaned_data
    try:
        count = actions.record_answers(
            text=text,
            people=given["people"],
            state=State(given["state"]),
            how=How.PAPER,
            signed_on=given["signed_on"],
            by=request.user,
            now=timezone.now(),
        )
    except actions.SignedBeforeItHeld:
        words = _("The text holds from %(day)s; nobody can have signed it before.")
        first = date_format(text.in_use_from, "j F Y") if text.in_use_from else ""
        form.add_error("signed_on", words % {"day": first})
        return False
    except actions.NotOfThisAudience:
        form.add_error("people", _("Somebody in the list has changed. Look at the list again."))
        return False
    words = ngettext("%(count)d answer was recorded", "%(count)d answers were recorded", count)
    messages.success(request, words % {"count": count})
    return True


@requires(Permission.AGREEMENTS_CHANGE)
def correct_answer(request: SignedInRequest, pk: int) -> HttpResponse:
    """End an answer that was recorded by mistake; it stays on record with the reason."""
    seen = Signature.objects.seen_by(request.user).of_school(request.school_id)
    answer = get_object_or_404(seen.current().select_related("person", "text"), pk=pk)
    form = CorrectForm(request.POST or None)
    if form.is_valid():
        done = actions.correct_answer(
            answer=answer,
            reason=form.cleaned_data["reason"],
            by=request.user,
            now=timezone.now(),
        )
        if done:
            messages.success(request, _("The answer counts no more. It stays on record."))
        return redirect("agreements:show_person", pk=answer.person_id)
    context = {"form": form, "answer": answer}
    return TemplateResponse(request, "agreements/correct_answer.html", context)
