"""Ask people to sign: by e-mail, by printed links; and how often they are reminded."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from footprint.people.models import PersonQuerySet
from footprint.registers.agreements import actions
from footprint.registers.agreements.forms import ReminderForm
from footprint.registers.agreements.models import AgreementText, ReminderPlan
from footprint.registers.agreements.standing import just, unanswered, without_email
from footprint.registers.agreements.views.finding import (
    ClassFilter,
    audience_called,
    names_for,
    school_of,
    text_or_404,
    today,
)
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.AGREEMENTS_CHANGE)
def ask_people(request: SignedInRequest, audience: str) -> HttpResponse:
    """How many have not answered, and can be reached how; the button asks them."""
    asked = audience_called(audience)
    text = text_or_404(request.school_id, asked)
    classes = ClassFilter(request, asked)
    people = _chosen(request, text, classes)
    if request.method == "POST":
        keys = list(people.values_list("pk", flat=True))
        count = actions.ask(text=text, people=keys, by=request.user, now=timezone.now())
        messages.success(request, _asked_words(count))
        return redirect("agreements:show_audience", audience=asked.value)
    by_email = sum(1 for email in people.values_list("email", flat=True) if email)
    context = {
        "text": text,
        "name": names_for(request)[asked],
        "classes": classes,
        "person": request.GET.get("person", ""),
        "total": people.count(),
        "by_email": by_email,
        "without_email": people.count() - by_email,
        "plan": ReminderPlan.objects.of_school(request.school_id),
    }
    return TemplateResponse(request, "agreements/ask_people.html", context)


def _chosen(request: SignedInRequest, text: AgreementText, classes: ClassFilter) -> PersonQuerySet:
    """Those who have not answered: all, of one class, or one person."""
    people = classes.of(unanswered(text, on=today()))
    key = request.POST.get("person") or request.GET.get("person") or ""
    return just(people, int(key)) if key.isdecimal() else people


def _asked_words(count: int) -> str:
    if not count:
        return _("Nobody was asked: they were asked today already, or have no e-mail address.")
    return ngettext(
        "%(count)d message goes out within a few minutes",
        "%(count)d messages go out within a few minutes",
        count,
    ) % {"count": count}


@require_POST
@requires(Permission.AGREEMENTS_CHANGE)
def print_links(request: SignedInRequest, audience: str) -> HttpResponse:
    """A page to print: one link for each person. The links are kept nowhere else."""
    asked = audience_called(audience)
    text = text_or_404(request.school_id, asked)
    people = _chosen(request, text, ClassFilter(request, asked))
    if request.POST.get("whom") != "all":
        people = without_email(people)
    keys = list(people.values_list("pk", flat=True))
    links = actions.make_links(text=text, people=keys, by=request.user, now=timezone.now())
    context = {
        "text": text,
        "name": names_for(request)[asked],
        "slips": [
            (person, settings.BASE_URL + reverse("agreements:answer_link", args=[token]))
            for person, token in links
        ],
    }
    return TemplateResponse(request, "agreements/print_links.html", context)


@requires(Permission.AGREEMENTS_CHANGE)
def plan_reminders(request: SignedInRequest) -> HttpResponse:
    """The school's own number of reminders."""
    plan = ReminderPlan.objects.of_school(request.school_id)
    initial = {"most": plan.most, "school_days": plan.school_days} if plan else {}
    form = ReminderForm(request.POST or None, initial=initial)
    if form.is_valid():
        actions.plan_reminders(
            school=school_of(request),
            most=form.cleaned_data["most"],
            school_days=form.cleaned_data["school_days"],
            by=request.user,
            now=timezone.now(),
        )
        messages.success(request, _("The number of reminders was saved"))
        return redirect("agreements:list_agreements")
    context = {"form": form, "plan": plan}
    return TemplateResponse(request, "agreements/plan_reminders.html", context)
