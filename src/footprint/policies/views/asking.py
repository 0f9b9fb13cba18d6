"""Trying a case on the school's own policy."""

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from footprint.policies.asking import EXAMPLES, QUESTIONS, Case
from footprint.policies.models import PolicyVersion
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.POLICIES_READ)
def ask_policy(request: SignedInRequest, case: str = Case.CONNECTION.value) -> HttpResponse:
    """Answer a case with the sentence it rests on. Nothing of it is kept."""
    if case not in set(Case):
        raise Http404(case)
    today = timezone.localdate()
    version = PolicyVersion.objects.in_force(school_id=request.school_id, on=today)
    question = QUESTIONS[Case(case)]
    form = question.form(request.GET or None)
    answer = None
    if version and form.is_valid():
        answer = question.answer(version.policy, form.cleaned_data, today)
    context = {
        "version": version,
        "question": question,
        "questions": [(each.value, asked.title) for each, asked in QUESTIONS.items()],
        "case": case,
        "examples": EXAMPLES,
        "form": form,
        "answer": answer,
    }
    return TemplateResponse(request, "policies/ask_policy.html", context)
