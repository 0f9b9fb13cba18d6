"""Pages on which a person judges: the safety questions, kind and flags, desk, who is named."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.inbox import actions
from footprint.inbox.actions.receiving import NO_POLICY
from footprint.inbox.forms import ConfirmForm, MoveForm, SafetyForm, ShutOutForm
from footprint.inbox.models import Item
from footprint.inbox.views.showing import about, refuse, seen_item
from footprint.rulebook.decisions.safety import rule_on_safety, suggested_answers
from footprint.rulebook.facts import Signal
from footprint.rulebook.terms import Flag, Matter, PostKind, Role, SafetyQuestion
from footprint.users.access import SignedInRequest, holders, requires
from footprint.users.permissions import GRANTS, MATTERS, ROLE_WORDS, Permission

REFUSALS = (actions.AlreadyDecided, actions.ChangedMeanwhile, actions.SafetyFirst)


@requires(Permission.INBOX_DECIDE)
def answer_safety(request: SignedInRequest, pk: int) -> HttpResponse:
    """The four questions, before anything else."""
    item = seen_item(request, pk)
    form = SafetyForm(request.POST or None, initial={"revision": item.revision})
    if form.is_valid():
        try:
            ruling = actions.answer_safety(
                item=item,
                answers=form.answers(),
                subject_is_head=bool(form.cleaned_data["about_head"]),
                revision=form.cleaned_data["revision"],
                by=request.user,
                now=timezone.now(),
            )
        except REFUSALS as error:
            refuse(item, form, error)
        else:
            if not ruling.leaves_reputation_track:
                messages.success(request, _("No safety worry. Go on with the post itself."))
                return redirect("inbox:show_item", pk=pk)
            context = {"ruling": ruling, "item": item, "people": _told(item, ruling.alerts)}
            return TemplateResponse(request, "inbox/show_ruling.html", context)
    context = {**about(item), "form": form, "suggested": _suggested(item)}
    return TemplateResponse(request, "inbox/answer_safety.html", context)


@requires(Permission.INBOX_READ)
def show_ruling(request: SignedInRequest, pk: int) -> HttpResponse:
    """What to do now, once more."""
    item = seen_item(request, pk)
    if not any(item.safety.values()):
        return redirect("inbox:show_item", pk=pk)
    ruling = rule_on_safety(
        policy=item.policy_version.policy if item.policy_version else NO_POLICY,
        answers={question: bool(item.safety[question.value]) for question in SafetyQuestion},
        subject_is_head=item.matter == Matter.ALLEGATION_HEAD,
    )
    context = {"ruling": ruling, "item": item, "people": _told(item, ruling.alerts)}
    return TemplateResponse(request, "inbox/show_ruling.html", context)


@requires(Permission.INBOX_DECIDE)
def confirm_item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Confirm or correct what kind of post it is."""
    item = seen_item(request, pk)
    initial = {
        "revision": item.revision,
        "kind": item.shown_kind.value,
        "flags": [flag.value for flag in item.shown_flags],
    }
    form = ConfirmForm(request.POST or None, initial=initial)
    if form.is_valid():
        kind, flags = form.signal()
        try:
            actions.confirm(
                item=item,
                kind=kind,
                flags=flags,
                revision=form.cleaned_data["revision"],
                by=request.user,
                now=timezone.now(),
            )
        except REFUSALS as error:
            refuse(item, form, error)
        else:
            messages.success(request, _("Saved. Desk and date follow what you said."))
            return _back(request, pk)
    return TemplateResponse(request, "inbox/confirm_item.html", {**about(item), "form": form})


@requires(Permission.INBOX_DECIDE)
def move_item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Lay the item on another desk that may open its class."""
    item = seen_item(request, pk)
    desks = _desks(item)
    form = MoveForm(
        request.POST or None, desks=desks, initial={"revision": item.revision, "desk": item.desk}
    )
    if form.is_valid():
        desk = Role(form.cleaned_data["desk"])
        try:
            actions.move_to(
                item=item,
                desk=desk,
                revision=form.cleaned_data["revision"],
                by=request.user,
                now=timezone.now(),
            )
        except REFUSALS as error:
            refuse(item, form, error)
        else:
            messages.success(request, _("Moved to: %s") % ROLE_WORDS[desk])
            return redirect("inbox:show_item", pk=pk)
    return TemplateResponse(request, "inbox/move_item.html", {**about(item), "form": form})


@requires(Permission.INBOX_DECIDE)
def shut_out_people(request: SignedInRequest, pk: int) -> HttpResponse:
    """Name who is in it; they see nothing of it from now on."""
    item = seen_item(request, pk)
    staff = holders(item.school_id, Role, but=[request.user])
    form = ShutOutForm(
        request.POST or None,
        staff=staff,
        initial={"revision": item.revision, "people": item.shut_out.all()},
    )
    if form.is_valid():
        try:
            actions.shut_out(
                item=item,
                people=form.cleaned_data["people"],
                revision=form.cleaned_data["revision"],
                by=request.user,
                now=timezone.now(),
            )
        except REFUSALS as error:
            refuse(item, form, error)
        else:
            messages.success(request, _("Saved"))
            return redirect("inbox:show_item", pk=pk)
    context = {**about(item), "form": form}
    return TemplateResponse(request, "inbox/shut_out_people.html", context)


def _suggested(item: Item) -> list[tuple[str, str]]:
    """The questions that the words of the post point to, with the reason."""
    flags = frozenset(Flag(flag) for flag in item.suggested_flags)
    looks = Signal(PostKind(item.suggested_kind), flags, item.suggested_urgent)
    found = suggested_answers(signal=looks)
    return [(question.value, each.reason.sentence) for question, each in found.items() if each.yes]


def _told(item: Item, roles: tuple[Role, ...]) -> list[str]:
    told = holders(item.school_id, roles, but=item.shut_out.all())
    return [person.name for person in told]


def _desks(item: Item) -> list[Role]:
    """The roles that may both open this class of matter and decide in the inbox."""
    matter = Matter(item.matter)
    return [
        role for role in Role if matter in MATTERS[role] and Permission.INBOX_DECIDE in GRANTS[role]
    ]


def _back(request: SignedInRequest, pk: int) -> HttpResponse:
    """To the item; to the list where the new class is not open to this person."""
    if Item.objects.seen_by(request.user).of_school(request.school_id).with_key(pk).exists():
        return redirect("inbox:show_item", pk=pk)
    messages.info(request, _("It is now on the desk of people who may open such a matter."))
    return redirect("inbox:list_items")
