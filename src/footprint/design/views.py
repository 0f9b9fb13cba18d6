"""The gallery: every component on one page, to look at after a change."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib.messages import add_message, constants
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from footprint.design.forms.gallery import GalleryForm
from footprint.design.uploads import takes_files


@dataclass(frozen=True)
class Entry:
    """One entry of the menu, as ``navigation`` holds them."""

    label: str
    url: str
    current: bool = False
    count: int = 0


MENU = [
    Entry("Today", "#today"),
    Entry("Inbox", "#inbox", current=True, count=4),
    Entry("Incidents", "#incidents", count=1),
    Entry("Policy", "#policy"),
    Entry("Report", "#report"),
]
SCHOOLS = [{"pk": 1, "name": "Oakfield Primary"}, {"pk": 2, "name": "Elmbank Primary"}]
CLAUSE = (
    "Parents are asked to raise a worry with the school first. Comments that are rude or name a "
    "member of staff will be removed from the school's own pages. The headteacher decides who may "
    "post on them."
)
SENTENCE = (
    "Comments that are rude or name a member of staff will be removed from the school's own pages."
)


# Public, and only in demonstration mode: whoever wires the address sees to both.
@takes_files
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component; a form that is sent comes back with its errors."""
    sent = request.method == "POST"
    form = GalleryForm(request.POST, request.FILES) if sent else GalleryForm()
    if hasattr(request, "_messages"):
        add_message(request, constants.SUCCESS, "The reply was recorded")
        add_message(request, constants.INFO, "The feed could not be read since this morning")

    context = {
        "form": form,
        "demo": True,
        "navigation": MENU,
        "school": SCHOOLS[0],
        "schools": SCHOOLS,
        "clause": CLAUSE,
        "sentence": SENTENCE,
        "at": datetime(2026, 11, 3, 9, 40, tzinfo=UTC),
    }
    return TemplateResponse(request, "design/gallery.html", context)
