"""What came on paper, and striking out what was recorded by mistake."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from footprint.design.forms import Form
from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.choosing import chosen, classes_of, register_of
from footprint.registers.image_permissions.forms import ClassForm, PaperForm
from footprint.registers.image_permissions.givers import givers_for
from footprint.registers.image_permissions.models import ImagePermission, ImageUse
from footprint.registers.image_permissions.views.listing import school_of
from footprint.registers.image_permissions.views.showing import person_of
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.IMAGES_CHANGE)
def record_paper(request: SignedInRequest, pk: int) -> HttpResponse:
    """One signed sheet, for one person."""
    person, today = person_of(request, pk), timezone.localdate()
    givers = givers_for([person], on=today)[person.pk]
    uses = ImageUse.objects.of_school(request.school_id).offered()
    form = PaperForm(request.POST or None, person=person, givers=givers, uses=uses)
    if form.is_valid():
        count = actions.record_paper(said=form.said(), by=request.user, now=timezone.now())
        messages.success(request, _stored(count))
        return redirect("image_permissions:show_person", pk=pk)
    context = {"form": form, "person": person, "givers": givers}
    return TemplateResponse(request, "image_permissions/record_paper.html", context)


@requires(Permission.IMAGES_CHANGE)
def record_class(request: SignedInRequest) -> HttpResponse:
    """The sheets of a class in one go."""
    school, today = school_of(request), timezone.localdate()
    classes = classes_of(school, today)
    name = request.GET.get("class_name", "")
    register = register_of(request.user, school, today)
    people = list(chosen(register, school, {"class_name": name})) if name in classes else []
    form = ClassForm(
        request.POST or None,
        people=people,
        givers=givers_for(people, on=today),
        uses=ImageUse.objects.of_school(school.pk).offered(),
    )
    if people and form.is_valid():
        count = actions.record_paper(said=form.said(), by=request.user, now=timezone.now())
        messages.success(request, _stored(count))
        return redirect(f"{reverse('image_permissions:list_permissions')}?class_name={name}")
    context = {"form": form, "classes": classes, "class_name": name if people else ""}
    return TemplateResponse(request, "image_permissions/record_class.html", context)


@requires(Permission.IMAGES_CHANGE)
def strike_out(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask once, then end an answer that was recorded by mistake."""
    seen = ImagePermission.objects.seen_by(request.user).of_school(request.school_id)
    permission = get_object_or_404(seen.current().on_paper().with_names(), pk=pk)
    back = reverse("image_permissions:show_person", args=[permission.person_id])
    if request.method == "POST":
        try:
            actions.strike_out(permission=permission, by=request.user, now=timezone.now())
        except actions.AnswerHasEnded:
            messages.info(request, _("This answer was changed or struck out before you."))
        else:
            messages.success(request, _("The answer was struck out"))
        return redirect(back)
    context = {
        "form": Form(),
        "question": _("Strike out this answer?"),
        "consequence": _(
            "%(use)s: “%(answer)s” for %(person)s, recorded for %(giver)s. Strike it out only if "
            "it was recorded by mistake: a change of mind is a new answer. It stays in the history."
        )
        % {
            "use": permission.use.label,
            "answer": permission.get_answer_display(),
            "person": permission.person.name,
            "giver": permission.giver.name,
        },
        "button": _("Strike it out"),
        "warning": True,
        "cancel_url": back,
    }
    return TemplateResponse(request, "design/confirm.html", context)


def _stored(count: int) -> str:
    if not count:
        return _("Nothing new: these answers were stored already")
    return ngettext("%(count)d answer was stored", "%(count)d answers were stored", count) % {
        "count": count
    }
