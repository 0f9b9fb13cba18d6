"""
Sign as a class: the text on the whiteboard or a phone, the names below it, a tick for each.

For everybody who works with pupils, so the door asks for the permission to name them; whoever has
it may record a class signing too.
"""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from footprint.people.models import Person
from footprint.registers.agreements import actions
from footprint.registers.agreements.forms import TickForm
from footprint.registers.agreements.layout import pieces_of
from footprint.registers.agreements.models import AgreementText, How, State
from footprint.registers.agreements.standing import (
    Standing,
    classes_of,
    in_class,
    standing_of,
    stands,
)
from footprint.registers.agreements.views.finding import (
    audience_called,
    names_for,
    text_or_404,
    texts_in_use,
    today,
)
from footprint.rulebook.decisions.signing import GROUPS
from footprint.rulebook.terms import Audience
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.PEOPLE_NAME)
def list_classes(request: SignedInRequest) -> HttpResponse:
    """Every class with its agreement, and how many have signed."""
    names = names_for(request)
    texts = [
        text
        for audience, text in texts_in_use(request.school_id).items()
        if GROUPS[audience].part is Audience.PUPIL
    ]
    context = {
        "groups": [
            {
                "text": text,
                "name": names[text.for_whom],
                "classes": classes_of(text, on=today()),
            }
            for text in texts
        ]
    }
    return TemplateResponse(request, "agreements/list_classes.html", context)


@requires(Permission.PEOPLE_NAME)
def sign_class(request: SignedInRequest, audience: str, class_name: str) -> HttpResponse:
    """The text for everybody to read, then the names; those who are absent are left."""
    asked = audience_called(audience)
    text = text_or_404(request.school_id, asked)
    pupils = list(in_class(stands(text, on=today()), asked, class_name).for_list())
    if GROUPS[asked].part is not Audience.PUPIL or not pupils:
        raise Http404(class_name)
    waiting = [pupil for pupil in pupils if standing_of(pupil) is not Standing.SIGNED]
    everybody = [pupil.pk for pupil in waiting] if request.GET.get("tick") == "all" else []
    form = TickForm(request.POST or None, people=waiting, initial={"people": everybody})
    if form.is_valid() and _recorded(request, text, form, class_name, waiting):
        return redirect("agreements:list_classes")
    context = {
        "form": form,
        "text": text,
        "pieces": pieces_of(text.body),
        "class_name": class_name,
        "waiting": waiting,
        "signed": [pupil for pupil in pupils if standing_of(pupil) is Standing.SIGNED],
        "all_ticked": bool(everybody),
    }
    return TemplateResponse(request, "agreements/sign_class.html", context)


def _recorded(
    request: SignedInRequest,
    text: AgreementText,
    form: TickForm,
    class_name: str,
    waiting: list[Person],
) -> bool:
    ticked = form.cleaned_data["people"]
    if request.POST.get("seen") != str(text.pk):
        form.add_error(None, _("The text has changed while you had it open. Read it again first."))
        return False
    now = timezone.now()
    try:
        count = actions.record_answers(
            text=text,
            people=ticked,
            state=State.SIGNED,
            how=How.CLASS,
            signed_on=timezone.localdate(now),
            by=request.user,
            now=now,
        )
    except actions.NotOfThisAudience:
        form.add_error(None, _("Somebody in the class has changed. Look at the names again."))
        return False
    words = ngettext(
        "%(count)d pupil of %(name)s has signed", "%(count)d pupils of %(name)s have signed", count
    ) % {"count": count, "name": class_name}
    if left := len(waiting) - len(ticked):
        words += ". " + ngettext("%(left)d is left", "%(left)d are left", left) % {"left": left}
    messages.success(request, words)
    return True
