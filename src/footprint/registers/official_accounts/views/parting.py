"""The task list after a keeper has gone."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from footprint.registers.official_accounts import actions
from footprint.registers.official_accounts.forms import StepForm
from footprint.registers.official_accounts.models import Step
from footprint.registers.official_accounts.models.handovers import TASKS
from footprint.registers.official_accounts.views.finding import handover_for
from footprint.registers.official_accounts.wording import name_of
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission

HELP = {
    Step.ACCESS: gettext_lazy(
        "On the platform itself: change the password, sign out all devices, and take "
        "them off the list of users. Footprint cannot do that for you."
    ),
    Step.RECOVERY: gettext_lazy(
        "A recovery address or phone of somebody who left lets them back in."
    ),
    Step.KEEPER: gettext_lazy("Two keepers are needed; name them on the account's page."),
}


@requires(Permission.ACCOUNTS_CHANGE)
def show_handover(request: SignedInRequest, pk: int) -> HttpResponse:
    """What is done and what is left to do."""
    handover = handover_for(request, pk)
    done = {step.step: step for step in handover.steps.all()}
    tasks = [
        {"step": step, "label": step.label, "help": HELP[step], "done": done.get(step)}
        for step in TASKS
    ]
    context = {
        "handover": handover,
        "name": name_of(handover.account),
        "tasks": tasks,
        "signed_off": done.get(Step.SIGNED_OFF),
        "all_done": all(task["done"] for task in tasks),
        "may_sign_off": may(request.user, Permission.ACCOUNTS_APPROVE, request.school_id),
    }
    return TemplateResponse(request, "official_accounts/show_handover.html", context)


@require_POST
@requires(Permission.ACCOUNTS_CHANGE)
def take_step(request: SignedInRequest, pk: int, name: str) -> HttpResponse:
    """Record that one of the tasks is done."""
    handover = handover_for(request, pk)
    if name not in {step.value for step in TASKS}:
        raise Http404(name)
    form = StepForm(request.POST)
    if form.is_valid():
        try:
            actions.take_step(
                handover=handover,
                step=Step(name),
                note=form.cleaned_data["note"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.StepNotAllowed:
            messages.info(request, _("Somebody else recorded that before you."))
        else:
            messages.success(request, _("Recorded"))
    return redirect("official_accounts:show_handover", pk=pk)


@require_POST
@requires(Permission.ACCOUNTS_APPROVE)
def sign_off_handover(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close the list: everything on it is done."""
    handover = handover_for(request, pk)
    try:
        actions.sign_off(handover=handover, note="", by=request.user, now=timezone.now())
    except actions.StepNotAllowed:
        messages.warning(request, _("Something on the list is not done yet."))
    else:
        messages.success(request, _("Signed off"))
    return redirect("official_accounts:show_handover", pk=pk)
