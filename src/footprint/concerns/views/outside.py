"""For everybody: no account, cookie, script or file; and nothing kept of who it was."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from footprint.concerns import actions
from footprint.concerns.forms import (
    AnonymousForm,
    ChildForm,
    OutsideForm,
    ParentForm,
    ReceiptForm,
    ReplyForm,
)
from footprint.concerns.help import help_lines, next_reading
from footprint.concerns.models import Concern, Way
from footprint.concerns.receipts import new_ticket, receipt_for
from footprint.concerns.slowing import READING, REPORTS, Pace
from footprint.concerns.wording import TITLES
from footprint.schools.models import School
from footprint.users.access import public


@csrf_exempt  # nobody is signed in here, so nothing can be done in anybody's name
@public
def tell_as_parent(request: HttpRequest, slug: str) -> HttpResponse:
    """A private concern, easier than a post."""
    return _tell(request, slug, ParentForm)


@csrf_exempt
@public
def tell_without_name(request: HttpRequest, slug: str) -> HttpResponse:
    """A report that nobody can trace; the receipt leads to the answers."""
    return _tell(request, slug, AnonymousForm)


@csrf_exempt
@public
def tell_as_child(request: HttpRequest, slug: str) -> HttpResponse:
    """The same in a child's words."""
    return _tell(request, slug, ChildForm)


@csrf_exempt
@public
def read_answers(request: HttpRequest, slug: str) -> HttpResponse:
    """The eight words in, the messages out. The words never stand in an address."""
    school = _school(slug)
    form = ReceiptForm(request.POST or None)
    if form.is_valid():
        if READING.pace(_sender(request), now=timezone.now()) is Pace.WAIT:
            form.add_error(None, _wait())
        else:
            concern = _found(school, form)
            if concern is not None:
                return _conversation(request, concern, form, ReplyForm())
            form.add_error("receipt", _("No report has these words. Check each of the eight."))
    return _page(request, "read_answers", school, form=form)


@csrf_exempt
@public
@require_POST
def write_back(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep what the reporter writes, and show the messages again."""
    school = _school(slug)
    receipt = ReceiptForm(request.POST)
    concern = _found(school, receipt) if receipt.is_valid() else None
    if concern is None:
        return redirect("concerns:read_answers", slug=slug)
    form = ReplyForm(request.POST)
    if form.is_valid():
        now = timezone.now()
        if REPORTS.pace(_sender(request), now=now) is Pace.WAIT:
            form.add_error(None, _wait())
        else:
            try:
                actions.add_reporters_words(
                    concern=concern, text=form.cleaned_data["text"], now=now
                )
            except actions.AlreadyClosed:
                form.add_error(None, _("It is closed. Please write a new report."))
            else:
                return _conversation(request, concern, receipt, ReplyForm(), kept=True)
    return _conversation(request, concern, receipt, form)


def _tell(request: HttpRequest, slug: str, form_class: type[OutsideForm]) -> HttpResponse:
    school, now = _school(slug), timezone.now()
    form = form_class(request.POST or None, initial={"ticket": new_ticket()})
    if form.is_valid():
        pace = REPORTS.pace(_sender(request), now=now)
        if pace is Pace.WAIT:
            form.add_error(None, _wait())
        else:
            receipt = receipt_for(form.cleaned_data["ticket"])
            try:
                concern, ruling = actions.receive(
                    school=school,
                    told=form.told(),
                    receipt=receipt,
                    apart=pace is Pace.KEEP_APART or form.looks_like_a_machine,
                    now=now,
                )
            except actions.NobodyMayRead:
                return _page(request, "not_kept", school, way=form.way)
            context = {"receipt": receipt, "ruling": ruling, "yes": concern.answers}
            return _page(request, "received", school, way=form.way, **context)
    title = TITLES[form.way]
    return _page(request, "tell", school, form=form, way=form.way, title=title)


def _conversation(
    request: HttpRequest,
    concern: Concern,
    receipt: ReceiptForm,
    form: ReplyForm,
    *,
    kept: bool = False,
) -> HttpResponse:
    context = {
        "concern": concern,
        "words": receipt.cleaned_data["receipt"],
        "form": form,
        "kept": kept,
        "sent": concern.messages.all(),
    }
    return _page(request, "conversation", concern.school, **context)


def _page(
    request: HttpRequest, name: str, school: School, *, way: Way = Way.ANONYMOUS, **context: Any
) -> HttpResponse:
    """The address says what somebody does here: kept by no cache, told to no other site."""
    today = timezone.localdate()
    shared = {
        "school": school,
        "way": way.value,
        "help": help_lines(school=school, way=way, on=today),
        "read_on": next_reading(school, today),
        "danger": True,
    }
    response = TemplateResponse(request, f"concerns/{name}.html", {**shared, **context})
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _school(slug: str) -> School:
    return get_object_or_404(School.objects.with_slug(slug))


def _found(school: School, form: ReceiptForm) -> Concern | None:
    return Concern.objects.of_school(school.pk).with_receipt(form.digest).first()


def _sender(request: HttpRequest) -> str:
    """Only ever handed to `slowing`, which keeps a salted hash of it in memory."""
    return str(request.META.get("REMOTE_ADDR", ""))


def _wait() -> str:
    return _(
        "Many reports come from here just now. Yours is not sent yet: it is still below. Wait a "
        "minute, then send it again."
    )
