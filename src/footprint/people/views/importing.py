"""A file of people: upload, columns, preview with every problem, then written or set aside."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from footprint.design.forms import Form
from footprint.design.uploads import takes_files
from footprint.people import actions
from footprint.people.forms import AnswersForm, ColumnsForm, FileForm, OrgForm, WriteForm
from footprint.people.importing.columns import guess_audience, guess_columns
from footprint.people.importing.oneroster.archive import open_archive
from footprint.people.importing.oneroster.roster import schools_in
from footprint.people.importing.plan import Plan
from footprint.people.importing.preview import plan_of, table_of
from footprint.people.importing.problem import FileRefused
from footprint.people.models import FileKind, ImportState, PeopleImport
from footprint.people.presenting import counted, shown
from footprint.people.views.listing import school_of
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

MOST_LISTED = 100  # imports of the history
WRITTEN_MEANWHILE = _("Somebody decided about this file before you.")


@requires(Permission.PEOPLE_CHANGE)
def list_imports(request: SignedInRequest) -> HttpResponse:
    """What was put in, by whom, and what became of it."""
    found = PeopleImport.objects.seen_by(request.user).of_school(request.school_id)
    imports = [(each, counted(each.counts)) for each in found.for_list()[:MOST_LISTED]]
    return TemplateResponse(request, "people/list_imports.html", {"imports": imports})


@requires(Permission.PEOPLE_CHANGE)
@takes_files
def upload_people(request: SignedInRequest) -> HttpResponse:
    """Choose a file. Nobody is written yet."""
    form = FileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            waiting = actions.take_in_file(
                school=school_of(request),
                data=file.read(),
                file_name=file.name,
                by=request.user,
                now=timezone.now(),
            )
        except FileRefused as refused:
            form.add_error("file", refused.sentence)
        else:
            return _next(waiting)
    return TemplateResponse(request, "people/upload_people.html", {"form": form})


@requires(Permission.PEOPLE_CHANGE)
def choose_columns(request: SignedInRequest, pk: int) -> HttpResponse:
    """Which column holds what; for an export of several schools, which one is this."""
    waiting = _waiting(request, pk)
    if waiting.kind == FileKind.ONEROSTER:
        return _choose_org(request, waiting)
    table = table_of(waiting)
    columns = waiting.columns or guess_columns(table.headings)
    initial = {f"column{table.headings.index(name)}": field for field, name in columns.items()}
    audience = waiting.audience if waiting.columns else guess_audience(columns)
    form = ColumnsForm(
        request.POST or None,
        initial={**initial, "audience": audience},
        table=table,
        school=waiting.school,
    )
    if form.is_valid():
        try:
            actions.confirm_columns(
                waiting=waiting,
                columns=form.columns(),
                audience=form.cleaned_data["audience"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.NotWaiting:
            messages.info(request, WRITTEN_MEANWHILE)
        return redirect("people:preview_import", pk=pk)
    context = {"form": form, "waiting": waiting, "rows": len(table.rows)}
    return TemplateResponse(request, "people/choose_columns.html", context)


def _choose_org(request: SignedInRequest, waiting: PeopleImport) -> HttpResponse:
    form = OrgForm(
        request.POST or None, orgs=schools_in(open_archive(bytes(waiting.content or b"")))
    )
    if form.is_valid():
        try:
            actions.choose_org(
                waiting=waiting,
                org=form.cleaned_data["org"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.NotWaiting:
            messages.info(request, WRITTEN_MEANWHILE)
        return redirect("people:preview_import", pk=waiting.pk)
    return TemplateResponse(request, "people/choose_org.html", {"form": form, "waiting": waiting})


@requires(Permission.PEOPLE_CHANGE)
def preview_import(request: SignedInRequest, pk: int) -> HttpResponse:
    """What the file would change, with every problem; the button at the end writes just that."""
    waiting = _waiting(request, pk)
    if waiting.columns is None:
        return redirect("people:choose_columns", pk=pk)
    plan = plan_of(waiting, on=timezone.localdate(), by_pk=request.user.pk)
    form = _write_form(request, waiting, plan)
    if form.is_valid():
        try:
            actions.write_file(
                waiting=waiting,
                seen=form.cleaned_data["seen"],
                without_the_rest=form.cleaned_data.get("without_the_rest", False),
                leavers=form.leavers(),
                by=request.user,
                now=timezone.now(),
            )
        except actions.ChangedMeanwhile:
            form.add_error(
                None,
                _("The register has changed since you opened this page. Look again: below is now."),
            )
        except actions.ProblemsLeft:
            form.add_error("without_the_rest", _("Tick that you go on without these rows"))
        except actions.NotWaiting:
            messages.info(request, WRITTEN_MEANWHILE)
            return redirect("people:show_import", pk=pk)
        else:
            messages.success(request, _("The register was updated"))
            return redirect("people:show_import", pk=pk)
        form = _shown_again(request, form, plan)
    context = {
        "waiting": waiting,
        "plan": plan,
        "shown": shown(plan, waiting.school),
        "form": form,
        "answers": AnswersForm(questions=plan.questions, school=waiting.school),
    }
    return TemplateResponse(request, "people/preview_import.html", context)


def _write_form(request: SignedInRequest, waiting: PeopleImport, plan: Plan) -> WriteForm:
    return WriteForm(
        request.POST or None,
        initial={"seen": plan.digest},
        left_out=len(plan.problems) + len(plan.questions),
        missing=plan.missing,
        school=waiting.school,
    )


def _shown_again(request: SignedInRequest, form: WriteForm, plan: Plan) -> WriteForm:
    """With what this page shows now, not what an older one had shown."""
    data = request.POST.copy()
    data["seen"] = plan.digest
    form.data = data
    return form


@require_POST
@requires(Permission.PEOPLE_CHANGE)
def answer_questions(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say who of the file is whom of the register."""
    waiting = _waiting(request, pk)
    plan = plan_of(waiting, on=timezone.localdate(), by_pk=request.user.pk)
    form = AnswersForm(request.POST, questions=plan.questions, school=waiting.school)
    form.is_valid()
    answers = form.all_the_same() if "all" in request.POST else form.answers()
    try:
        actions.answer_questions(
            waiting=waiting, answers=answers, by=request.user, now=timezone.now()
        )
    except actions.NotWaiting:
        messages.info(request, WRITTEN_MEANWHILE)
    return redirect("people:preview_import", pk=pk)


@requires(Permission.PEOPLE_CHANGE)
def set_import_aside(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask once, then throw the file away."""
    waiting = _waiting(request, pk)
    if request.method == "POST":
        try:
            actions.set_file_aside(waiting=waiting, by=request.user, now=timezone.now())
        except actions.NotWaiting:
            messages.info(request, WRITTEN_MEANWHILE)
        else:
            messages.success(request, _("The file was set aside. Nobody was written."))
        return redirect("people:list_imports")
    context = {
        "form": Form(),
        "question": _("Set this file aside?"),
        "consequence": _("“%(name)s” is thrown away, and nothing of it is written.")
        % {"name": waiting.file_name},
        "button": _("Set it aside"),
        "cancel_url": reverse("people:preview_import", args=[pk]),
    }
    return TemplateResponse(request, "design/confirm.html", context)


@requires(Permission.PEOPLE_CHANGE)
def show_import(request: SignedInRequest, pk: int) -> HttpResponse:
    """What became of a file: how many joined, changed and left, and which rows were left out."""
    found = PeopleImport.objects.seen_by(request.user).of_school(request.school_id)
    done = get_object_or_404(found.for_list(), pk=pk)
    if done.state == ImportState.WAITING:
        return _next(done)
    context = {"done": done, "counts": counted(done.counts)}
    return TemplateResponse(request, "people/show_import.html", context)


def _waiting(request: SignedInRequest, pk: int) -> PeopleImport:
    mine = PeopleImport.objects.seen_by(request.user).of_school(request.school_id).waiting()
    return get_object_or_404(mine.select_related("school"), pk=pk)


def _next(waiting: PeopleImport) -> HttpResponse:
    step = "choose_columns" if waiting.columns is None else "preview_import"
    return redirect(f"people:{step}", pk=waiting.pk)
