"""Before you post: look at words alone, without a draft. Nothing is stored."""

from typing import Any

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from footprint.guidance.at_school import fact_for
from footprint.publishing.checking import check_words as check
from footprint.publishing.forms import WordsForm
from footprint.publishing.presenting import changes_of, marked
from footprint.publishing.views.listing import school_of
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

REVIEWS = "law.fake_reviews"


@requires(Permission.PUBLISHING_DRAFT)
def check_words(request: SignedInRequest) -> HttpResponse:
    """What should be changed in these words, and why."""
    school, today = school_of(request), timezone.localdate()
    form = WordsForm(request.POST or None)
    context: dict[str, Any] = {
        "form": form,
        "reviews": fact_for(school=school, key=REVIEWS, on=today),
    }
    if form.is_valid():
        text = form.cleaned_data["text"]
        picture = form.cleaned_data["with_picture"]
        found = check(school, text, with_picture=picture, on=today)
        [ruling] = found.ruling.places
        findings = [change.finding for change in ruling.changes if change.finding]
        context |= {
            "checked": True,
            "has_register": found.has_register,
            "changes": changes_of(found, [""]),
            "notes": ruling.notes,
            "marked": marked(text, findings),
        }
    return TemplateResponse(request, "publishing/check_words.html", context)
