"""Pictures of a draft: two questions before the file, a clean copy, its words."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.design.uploads import takes_files
from footprint.pictures.child import copy_in_child
from footprint.pictures.copying import PictureProblem
from footprint.publishing import actions
from footprint.publishing.forms import AltForm, AskFirstForm, PictureForm, RevisionForm
from footprint.publishing.models import Draft, Picture
from footprint.publishing.views.drafting import REFUSALS, own_draft
from footprint.publishing.views.listing import seen_draft
from footprint.publishing.wording import carried_in_words
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission
from footprint.vault.keys import KeyMissing


@requires(Permission.PUBLISHING_DRAFT)
@takes_files
def add_picture(request: SignedInRequest, pk: int) -> HttpResponse:
    """The two questions; only after two times no is there a place to choose a file."""
    draft = own_draft(request, pk)
    if "revision" in request.POST:
        return _upload(request, draft)
    asked = AskFirstForm(request.POST if request.method == "POST" else None)
    if not asked.is_valid():
        context = {"form": asked, "draft": draft}
        return TemplateResponse(request, "publishing/ask_first.html", context)
    if asked.stops:
        return TemplateResponse(request, "publishing/stop_here.html", {"draft": draft})
    initial = {"revision": draft.revision, "undressed": "no", "distress": "no"}
    context = {"form": PictureForm(initial=initial), "draft": draft}
    return TemplateResponse(request, "publishing/add_picture.html", context)


def _upload(request: SignedInRequest, draft: Draft) -> HttpResponse:
    form = PictureForm(request.POST, request.FILES)
    if not form.was_asked():
        return redirect("publishing:add_picture", pk=draft.pk)
    if form.is_valid():
        try:
            copy = copy_in_child(form.cleaned_data["file"].read())
            actions.add_picture(
                draft=draft,
                copy=copy,
                alt=form.cleaned_data["alt"],
                revision=form.cleaned_data["revision"],
                by=request.user,
                now=timezone.now(),
            )
        except PictureProblem as problem:
            form.add_error("file", problem.sentence)
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            _say_what_was_left_out(request, sorted(copy.carried))
            return redirect("publishing:choose_people", pk=draft.pk)
    context = {"form": form, "draft": draft}
    return TemplateResponse(request, "publishing/add_picture.html", context)


def _say_what_was_left_out(request: SignedInRequest, carried: list[str]) -> None:
    words = ", ".join(carried_in_words(carried))
    if words:
        messages.success(
            request, _("Added a clean copy. Left out of it: %(what)s.") % {"what": words}
        )
    else:
        messages.success(request, _("Added a clean copy. The picture carried nothing else."))


@requires(Permission.PUBLISHING_DRAFT)
def show_picture(request: SignedInRequest, pk: int, name: str) -> HttpResponse:
    """The clean copy, to those who may see the draft; kept by no browser."""
    picture = _picture(seen_draft(request, pk), name)
    try:
        data = actions.picture_bytes(picture)
    except KeyMissing:
        raise Http404("its key is gone") from None
    response = HttpResponse(data, content_type=f"image/{picture.format}")
    kind = "attachment" if "download" in request.GET else "inline"
    ending = "jpg" if picture.format == "jpeg" else picture.format
    response["Content-Disposition"] = f'{kind}; filename="picture-{picture.pk}.{ending}"'
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@requires(Permission.PUBLISHING_DRAFT)
def describe_picture(request: SignedInRequest, pk: int, name: str) -> HttpResponse:
    """What it shows, in words."""
    draft = own_draft(request, pk)
    picture = _picture(draft, name)
    initial = {"revision": draft.revision, "alt": picture.alt}
    form = AltForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            actions.describe_picture(
                draft=draft,
                picture=picture,
                alt=form.cleaned_data["alt"],
                revision=form.cleaned_data["revision"],
                by=request.user,
                now=timezone.now(),
            )
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            return redirect("publishing:show_draft", pk=pk)
    context = {"form": form, "draft": draft, "picture": picture}
    return TemplateResponse(request, "publishing/describe_picture.html", context)


@requires(Permission.PUBLISHING_DRAFT)
def remove_picture(request: SignedInRequest, pk: int, name: str) -> HttpResponse:
    """Take it out, for good."""
    draft = own_draft(request, pk)
    picture = _picture(draft, name)
    form = RevisionForm(request.POST or None, initial={"revision": draft.revision})
    if form.is_valid():
        try:
            actions.remove_picture(
                draft=draft,
                picture=picture,
                revision=form.cleaned_data["revision"],
                by=request.user,
                now=timezone.now(),
            )
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Removed"))
            return redirect("publishing:show_draft", pk=pk)
    context = {
        "question": _("Take this picture out?"),
        "consequence": _("It is deleted for good. What it shows: %s") % (picture.alt or "-"),
        "form": form,
        "button": _("Take it out"),
        "warning": True,
        "cancel_url": reverse("publishing:show_draft", args=[pk]),
    }
    return TemplateResponse(request, "design/confirm.html", context)


def _picture(draft: Draft, name: str) -> Picture:
    return get_object_or_404(Picture.objects.select_related("draft"), draft=draft, name=name)
