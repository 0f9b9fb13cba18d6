"""Whole classes at once: up a year, or out of the school; shown first, then done."""

import hashlib
from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.people import actions
from footprint.people.actions import Move
from footprint.people.forms import MoveForm
from footprint.people.forms.moving import Group
from footprint.people.models import Person
from footprint.people.views.listing import school_of
from footprint.people.wording import year_word
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.PEOPLE_CHANGE)
def move_classes(request: SignedInRequest) -> HttpResponse:
    """First what would happen to whom; the second button does it."""
    school = school_of(request)
    seen = Person.objects.seen_by(request.user).of_school(school.pk)
    groups = [Group(*row) for row in seen.present(timezone.localdate()).classes()]
    form = MoveForm(request.POST or None, groups=groups)
    moves: Sequence[Move] = form.moves() if form.is_valid() else []
    if moves and request.POST.get("sure") == _digest(moves):
        try:
            number = actions.move_classes(
                school=school, moves=moves, by=request.user, now=timezone.now()
            )
        except actions.ClassChanged:
            form.add_error(
                None, _("A class has changed since you looked. Nothing was moved: look again.")
            )
        except (actions.AlreadyLeft, actions.LeavesBeforeJoining):
            form.add_error(
                "leaves_on", _("Somebody of a class joined after this day, or has left already")
            )
        else:
            messages.success(request, _("%(number)s pupils were moved") % {"number": number})
            return redirect("people:list_people")
    context = {
        "form": form,
        "groups": groups,
        "rows": [_row(form, number) for number in range(len(groups))],
        "moves": [_in_words(move) for move in moves] if form.is_valid() else [],
        "digest": _digest(moves),
        "number": sum(move.pupils for move in moves),
        "nothing": form.is_bound and form.is_valid() and not moves,
    }
    return TemplateResponse(request, "people/move_classes.html", context)


def _digest(moves: Sequence[Move]) -> str:
    """Only what was shown is done: whoever changes a field and presses enter sees it first."""
    return hashlib.sha256(repr(moves).encode()).hexdigest()


def _row(form: MoveForm, number: int) -> dict[str, object]:
    name = f"class{number}"
    return {
        "what": form[f"what{number}"],
        "class": form[name] if name in form.fields else None,
        "pupils": form[f"pupils{number}"],
    }


def _in_words(move: Move) -> str:
    group = Group(move.year_group, move.class_name, move.pupils)
    if move.leaves_on:
        return _("%(group)s: leaves the school") % {"group": group.words}
    to = ", ".join(filter(None, [year_word(move.to_year), move.to_class]))
    return _("%(group)s: moves to %(to)s") % {"group": group.words, "to": to}
