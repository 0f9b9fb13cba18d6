"""The names that are watched, and the words that tell this school from others of its name."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.matching.watch_terms import WatchTermRefused
from footprint.schools import actions
from footprint.schools.forms import ConfirmForm, NameForm, WordsForm
from footprint.schools.models import School, SchoolName
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission


@requires(Permission.LISTENING_READ)
def list_names(request: SignedInRequest) -> HttpResponse:
    """The names this school goes by, and the words beside them."""
    school = _school(request)
    context = {
        "names": list(SchoolName.objects.seen_by(request.user).of_school(school.pk)),
        "words": actions.words_of(school),
        "may_change": may(request.user, Permission.LISTENING_CHANGE, school.pk),
    }
    return TemplateResponse(request, "schools/list_names.html", context)


@requires(Permission.LISTENING_CHANGE)
def add_name(request: SignedInRequest) -> HttpResponse:
    """Watch one more name; the name of a person is refused, with the reason."""
    form = NameForm(request.POST or None)
    if form.is_valid():
        try:
            actions.add_name(
                school=_school(request),
                text=form.cleaned_data["text"],
                by=request.user,
                now=timezone.now(),
            )
        except WatchTermRefused as refusal:
            form.add_error("text", str(refusal))
        except actions.NameAlreadyWatched:
            form.add_error("text", _("This name is watched already"))
        else:
            messages.success(request, _("The name is watched from now on"))
            return redirect("schools:list_names")
    return TemplateResponse(request, "schools/add_name.html", {"form": form})


@requires(Permission.LISTENING_CHANGE)
def change_words(request: SignedInRequest) -> HttpResponse:
    """Change what a post must and must not hold beside a name."""
    school = _school(request)
    sent = request.method == "POST"
    form = WordsForm(request.POST) if sent else WordsForm.showing(actions.words_of(school))
    if sent and form.is_valid():
        try:
            actions.change_words(
                school=school,
                words=form.words(),
                before=form.before(),
                by=request.user,
                now=timezone.now(),
            )
        except WatchTermRefused as refusal:
            form.add_error("must_include", str(refusal))
        except actions.WordsChangedMeanwhile:
            form.add_error(
                None,
                _("Somebody else changed these words while you had them open. Look at them again."),
            )
        else:
            messages.success(request, _("The words were saved"))
            return redirect("schools:list_names")
    return TemplateResponse(request, "schools/change_words.html", {"form": form})


@requires(Permission.LISTENING_CHANGE)
def remove_name(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask once, then stop watching a name."""
    mine = SchoolName.objects.seen_by(request.user).of_school(request.school_id)
    name = get_object_or_404(mine, pk=pk)
    if request.method == "POST":
        actions.remove_name(name=name, by=request.user, now=timezone.now())
        messages.success(request, _("The name is not watched any more"))
        return redirect("schools:list_names")
    context = {
        "form": ConfirmForm(),
        "question": _("Stop watching “%(name)s”?") % {"name": name.text},
        "consequence": _(
            "Posts that name the school only in this way will be thrown away from now on. What "
            "was found stays."
        ),
        "button": _("Stop watching"),
        "warning": True,
        "cancel_url": reverse("schools:list_names"),
    }
    return TemplateResponse(request, "design/confirm.html", context)


def _school(request: SignedInRequest) -> School:
    return get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)
