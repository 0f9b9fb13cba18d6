"""Take a document, read it, and lead to the review."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.design.uploads import takes_files
from footprint.policies import actions
from footprint.policies.documents.problem import DocumentProblem
from footprint.policies.forms import UploadForm
from footprint.policies.models import PolicyVersion
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.POLICIES_DRAFT)
@takes_files
def upload_document(request: SignedInRequest) -> HttpResponse:
    """The form, with a plain sentence where the document cannot be used."""
    form = UploadForm(request.POST or None, request.FILES or None)
    not_a_policy = ""
    if form.is_valid():
        try:
            version = _upload(request, form)
        except DocumentProblem as problem:
            form.add_error("document", problem.sentence)
        except actions.AlreadyUnderReview as error:
            messages.info(request, _("This document is already under review. Go on here."))
            return redirect("policies:review_version", pk=error.version.pk)
        except actions.NotAPolicy as error:
            not_a_policy = str(error)
            form.add_error("document", _("This does not look like a social media policy"))
        else:
            return redirect("policies:review_version", pk=version.pk)
    context = {"form": form, "not_a_policy": not_a_policy}
    return TemplateResponse(request, "policies/upload_document.html", context)


def _upload(request: SignedInRequest, form: UploadForm) -> PolicyVersion:
    file = form.cleaned_data["document"]
    return actions.upload(
        school=School.objects.get(pk=request.school_id),
        data=file.read(),
        filename=file.name,
        insist=form.cleaned_data["insist"],
        by=request.user,
        now=timezone.now(),
    )
