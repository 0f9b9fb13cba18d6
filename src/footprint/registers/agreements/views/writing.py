"""Texts: write one from a starter or from the version before, look at it, put it in use, stop."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from footprint.registers.agreements import actions
from footprint.registers.agreements.forms import ConfirmForm, TextForm, UseForm
from footprint.registers.agreements.layout import pieces_of
from footprint.registers.agreements.models import AgreementText
from footprint.registers.agreements.starters import starter_for
from footprint.registers.agreements.views.finding import (
    audience_called,
    names_for,
    school_of,
    texts_for,
    today,
)
from footprint.registers.agreements.wording import WHO_THEY_ARE
from footprint.rulebook.terms import AgreementAudience
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission

FURTHEST = timedelta(days=366)


@requires(Permission.AGREEMENTS_CHANGE)
def write_text(request: SignedInRequest, audience: str) -> HttpResponse:
    """Write the draft of the next version; nobody is asked for a draft."""
    asked = audience_called(audience)
    texts = texts_for(request).for_audience(asked)
    draft, last = texts.drafts().first(), texts.numbered().first()
    form = TextForm(request.POST or None, initial=_initial(asked, draft or last, draft))
    if form.is_valid():
        try:
            saved = actions.save_draft(
                school=school_of(request),
                audience=asked,
                title=form.cleaned_data["title"],
                body=form.cleaned_data["body"],
                revision=form.cleaned_data["revision"] or 0,
                by=request.user,
                now=timezone.now(),
            )
        except actions.DraftChangedMeanwhile:
            form.add_error(None, _changed_meanwhile())
        else:
            messages.success(request, _("The draft is saved. This is how people will see it."))
            return redirect("agreements:show_text", pk=saved.pk)
    context = {
        "form": form,
        "audience": asked,
        "name": names_for(request)[asked],
        "who": WHO_THEY_ARE[asked],
        "starts_from": "" if draft else ("last" if last else "starter"),
    }
    return TemplateResponse(request, "agreements/write_text.html", context)


def _initial(
    audience: AgreementAudience, text: AgreementText | None, draft: AgreementText | None
) -> dict[str, Any]:
    title, body = (text.title, text.body) if text else starter_for(audience)
    return {"title": title, "body": body, "revision": draft.revision if draft else 0}


@requires(Permission.AGREEMENTS_READ)
def show_text(request: SignedInRequest, pk: int) -> HttpResponse:
    """A version as people see it; of a draft, the preview."""
    text = get_object_or_404(texts_for(request).select_related("school", "put_in_use_by"), pk=pk)
    context = {
        "text": text,
        "pieces": pieces_of(text.body),
        "name": names_for(request)[text.for_whom],
        "ended": text.has_ended(today()),
        "is_last": _is_last(request, text),
        "may_change": may(request.user, Permission.AGREEMENTS_CHANGE, request.school_id),
    }
    return TemplateResponse(request, "agreements/show_text.html", context)


def _is_last(request: SignedInRequest, text: AgreementText) -> bool:
    newest = texts_for(request).for_audience(text.for_whom).numbered().first()
    return newest is not None and newest.pk == text.pk


@requires(Permission.AGREEMENTS_CHANGE)
def use_text(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say from which day the draft holds, and whether everybody is asked again."""
    draft = _draft(request, pk)
    last = texts_for(request).for_audience(draft.for_whom).numbered().first()
    form = UseForm(
        request.POST or None,
        is_first=last is None,
        initial={"from_day": today(), "revision": draft.revision},
    )
    form.fields["from_day"].latest = today() + FURTHEST  # type: ignore[attr-defined]
    if form.is_valid() and _used(request, draft, form):
        return redirect("agreements:show_audience", audience=draft.audience)
    context = {
        "form": form,
        "text": draft,
        "last": last,
        "name": names_for(request)[draft.for_whom],
    }
    return TemplateResponse(request, "agreements/use_text.html", context)


def _used(request: SignedInRequest, draft: AgreementText, form: UseForm) -> bool:
    given = form.cleaned_data
    try:
        text = actions.put_in_use(
            draft=draft,
            revision=given["revision"],
            from_day=given["from_day"],
            material=given.get("material", True),
            reason=given.get("reason", ""),
            by=request.user,
            now=timezone.now(),
        )
    except actions.DraftChangedMeanwhile:
        form.add_error(None, _changed_meanwhile())
    except actions.DayTooEarly as error:
        words = _("The version before holds from %(day)s. Choose that day or a later one.")
        form.add_error("from_day", words % {"day": date_format(error.earliest, "j F Y")})
    else:
        day = date_format(given["from_day"], "j F Y")
        words = _("Version %(number)d holds from %(day)s")
        messages.success(request, words % {"number": text.number or 0, "day": day})
        return True
    return False


@requires(Permission.AGREEMENTS_CHANGE)
def discard_text(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask once, then throw the draft away."""
    draft = _draft(request, pk)
    if request.method == "POST":
        try:
            actions.discard_draft(draft=draft, by=request.user, now=timezone.now())
        except actions.DraftChangedMeanwhile:
            messages.info(request, _changed_meanwhile())
        else:
            messages.success(request, _("The draft was thrown away"))
        return redirect("agreements:show_audience", audience=draft.audience)
    context = {
        "form": ConfirmForm(),
        "question": _("Throw this draft away?"),
        "consequence": _("Nobody was asked to sign it. What is in use stays in use."),
        "button": _("Throw it away"),
        "warning": True,
        "cancel_url": reverse("agreements:show_text", args=[pk]),
    }
    return TemplateResponse(request, "design/confirm.html", context)


@requires(Permission.AGREEMENTS_CHANGE)
def stop_text(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask once, then ask nobody for this text any more."""
    text = get_object_or_404(texts_for(request).numbered(), pk=pk)
    if text.ended_on is not None or not _is_last(request, text):
        raise Http404(pk)
    if request.method == "POST":
        actions.stop_using(text=text, on=today(), by=request.user, now=timezone.now())
        messages.success(request, _("Nobody is asked for this agreement any more"))
        return redirect("agreements:show_audience", audience=text.audience)
    context = {
        "form": ConfirmForm(),
        "question": _("Stop asking for this agreement?"),
        "consequence": _(
            "Nobody is asked for it any more, and reminders stop. Who signed it stays on record."
        ),
        "button": _("Stop asking"),
        "warning": True,
        "cancel_url": reverse("agreements:show_text", args=[pk]),
    }
    return TemplateResponse(request, "design/confirm.html", context)


def _draft(request: SignedInRequest, pk: int) -> AgreementText:
    return get_object_or_404(texts_for(request).drafts().select_related("school"), pk=pk)


def _changed_meanwhile() -> str:
    return _("Somebody else changed this draft while you had it open. Look at it again first.")
