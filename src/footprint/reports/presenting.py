"""
The governors' report in words: one shape that the page, the PDF and the table are made from.

A file of its own so that none of the three can show a number that the others hide.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from footprint.inbox.models import Decided
from footprint.incidents.models import ReferredTo, ReportAnswer, RequestOutcome
from footprint.reports.disclosure import Hidden, hide
from footprint.reports.figures import JUDGED, NEVER_SHOWN, SUMS, Figures
from footprint.rulebook.terms import Outcome, Platform, Poster, PostKind

Words = str | Promise
HIDDEN: Mapping[Hidden, Words] = {
    Hidden.SMALL: gettext_lazy("fewer than 5"),
    Hidden.GIVES_AWAY: gettext_lazy("not shown"),
    Hidden.UNTOLD: gettext_lazy("not shown"),
}
KINDS: Mapping[PostKind, Words] = {
    PostKind.PRAISE: gettext_lazy("Praise"),
    PostKind.CRITICISM: gettext_lazy("Criticism"),
    PostKind.CONCERN: gettext_lazy("A worry about somebody"),
    PostKind.ENQUIRY: gettext_lazy("A question"),
    PostKind.NEUTRAL: gettext_lazy("Neither for nor against"),
}
PLATFORMS: Mapping[Platform, Words] = {
    Platform.INSTAGRAM: "Instagram",
    Platform.FACEBOOK: "Facebook",
    Platform.X: "X",
    Platform.TIKTOK: "TikTok",
    Platform.SNAPCHAT: "Snapchat",
    Platform.WHATSAPP: "WhatsApp",
    Platform.YOUTUBE: "YouTube",
    Platform.MUMSNET: "Mumsnet",
    Platform.REDDIT: "Reddit",
    Platform.BLUESKY: "Bluesky",
    Platform.MASTODON: "Mastodon",
    Platform.GOOGLE_REVIEWS: gettext_lazy("Google reviews"),
    Platform.NEWS: gettext_lazy("News sites"),
    Platform.WEB: gettext_lazy("Other web pages"),
    Platform.EMAIL: gettext_lazy("Email"),
    Platform.OTHER: gettext_lazy("Elsewhere"),
}
POSTERS: Mapping[Poster, Words] = {
    Poster.PUPIL: gettext_lazy("A pupil"),
    Poster.PARENT: gettext_lazy("A parent or carer"),
    Poster.STAFF: gettext_lazy("A member of staff"),
    Poster.COMMUNITY: gettext_lazy("Another member of the school community"),
    Poster.THIRD_PARTY: gettext_lazy("Somebody outside the school community"),
    Poster.NOT_KNOWN: gettext_lazy("Not known"),
}
OUTCOMES: Mapping[Outcome, Words] = {
    Outcome.DELETED: gettext_lazy("Closed: the author deleted the post"),
    Outcome.REMOVED_BY_PLATFORM: gettext_lazy("Closed: the platform removed the post"),
    Outcome.STILL_VISIBLE: gettext_lazy("Closed: the post is still there"),
    Outcome.RESOLVED_IN_PERSON: gettext_lazy("Closed: settled by talking"),
    Outcome.REFERRED_ON: gettext_lazy("Closed: handed on to others"),
    Outcome.NOT_A_BREACH: gettext_lazy("Closed: it broke no rule"),
}


@dataclass(frozen=True)
class Row:
    """One line: what was counted, how many, and of how many (empty where it is the whole)."""

    label: str
    value: str
    of: str = ""


@dataclass(frozen=True)
class Section:
    """One table with its heading and, where it is needed, a sentence on how it was counted."""

    title: str
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True)
class _Counts:
    """The counts as they may be shown."""

    figures: Figures
    hidden: Mapping[str, Hidden]

    def text(self, name: str) -> str:
        if name in self.hidden:
            return str(HIDDEN[self.hidden[name]])
        return str(self.figures.counts[name])

    def row(self, label: Words, name: str, of: str = "") -> Row:
        return Row(str(label), self.text(name), self.text(of) if of else "")

    def rows(self, prefix: str, words: Mapping[Any, Words], *, of: str) -> Iterable[Row]:
        """A line for each part that is not zero: a school has not all of sixteen platforms."""
        for end, label in words.items():
            name = f"{prefix}.{end}"
            if self.figures.counts[name]:
                yield self.row(label, name, of)


def sections_of(figures: Figures) -> list[Section]:
    """The whole report, small numbers hidden."""
    counts = _Counts(figures, hide(figures.counts, SUMS, never_shown=NEVER_SHOWN))
    parts = (
        _seen,
        _kinds,
        _places,
        _answered,
        _how_fast,
        _open,
        _incidents,
        _requests,
        _sources,
        _checks,
        _lessons,
    )
    return [section for part in parts if (section := part(counts)).rows]


def _seen(counts: _Counts) -> Section:
    rows = (
        Row(_("Posts looked at"), _rough(counts.figures.looked_at)),
        counts.row(_("Named the school"), "seen"),
    )
    return Section(_("What was seen"), rows, _("Posts that do not name the school are not kept."))


def _kinds(counts: _Counts) -> Section:
    note = _("What a post is, a person decided; where nobody has yet, it is the suggestion.")
    return Section(_("What kind it was"), tuple(counts.rows("kind", KINDS, of="seen")), note)


def _places(counts: _Counts) -> Section:
    return Section(_("Where it stood"), tuple(counts.rows("platform", PLATFORMS, of="seen")))


def _answered(counts: _Counts) -> Section:
    decided: dict[str, Words] = {each.value: each.label for each in Decided}
    fairness = [
        counts.row(
            _("%(kind)s that got a reply") % {"kind": KINDS[kind]},
            f"answered.{kind}",
            f"kind.{kind}",
        )
        for kind in JUDGED
    ]
    rows = [
        *counts.rows("decided", decided, of="seen"),
        counts.row(_("Not decided yet"), "decided.waiting", "seen"),
        *fairness,
    ]
    return Section(_("How it was answered"), tuple(rows))


def _how_fast(counts: _Counts) -> Section:
    days = counts.figures.median_days
    middle = _("too few to say") if days is None else f"{days:g}"
    rows = (
        Row(_("School days from arrival to decision, in the middle"), middle),
        counts.row(_("Decided by the date they were due"), "in_time", "with_due"),
    )
    return Section(_("How fast"), rows, _("Half were quicker than the middle one, half slower."))


def _open(counts: _Counts) -> Section:
    rows = (
        counts.row(_("Mentions not decided"), "open_items"),
        counts.row(_("Of these, past their date"), "overdue_items", "open_items"),
        counts.row(_("Incidents not closed"), "open_incidents"),
        counts.row(_("Of these, past their next date"), "overdue_incidents", "open_incidents"),
    )
    return Section(_("What is open today"), rows, _("Whenever it began."))


def _incidents(counts: _Counts) -> Section:
    rows = [
        counts.row(_("Incidents opened"), "incidents"),
        *counts.rows("poster", POSTERS, of="incidents"),
        counts.row(_("Closed since"), "closed", "incidents"),
        *counts.rows("outcome", OUTCOMES, of="closed"),
    ]
    note = _("The person who posted decides the route. Allegations about adults are not counted.")
    return Section(_("Incidents"), tuple(rows), note)


def _requests(counts: _Counts) -> Section:
    request: dict[str, Words] = {
        "in_time": _("The author deleted it in time"),
        "late": _("The author deleted it, but late"),
        **{each.value: each.label for each in RequestOutcome if each != RequestOutcome.DELETED},
        "waiting": _("Still waiting for the author"),
    }
    report: dict[str, Words] = {
        **{each.value: _("Platform: %(did)s") % {"did": each.label} for each in ReportAnswer},
        "waiting": _("Still waiting for the platform"),
    }
    referred: dict[str, Words] = {each.value: each.label for each in ReferredTo}
    rows = [
        counts.row(_("Authors asked to delete a post"), "requests"),
        *counts.rows("request", request, of="requests"),
        counts.row(_("Posts reported to their platform"), "reports"),
        *counts.rows("report", report, of="reports"),
        counts.row(_("Matters handed on"), "referrals"),
        *counts.rows("referral", referred, of="referrals"),
    ]
    return Section(_("What was asked of others"), tuple(rows))


def _sources(counts: _Counts) -> Section:
    figures = counts.figures
    rows = (
        Row(_("Sources that are listened to"), str(figures.sources)),
        Row(_("Could not be read at the last try"), str(figures.unread), str(figures.sources)),
    )
    note = _("“Could not look” is never “nothing there”.")
    return Section(_("Where we listened"), rows, note)


def _checks(counts: _Counts) -> Section:
    checks = counts.figures.checks
    if not checks.due:
        return Section(_("Checks by named people"), ())
    due = str(checks.due)
    rows = (
        Row(_("Checks that were due"), due),
        Row(_("Done"), str(checks.done), due),
        Row(_("Of these, after their day"), str(checks.late), str(checks.done)),
        Row(_("Missed"), str(checks.missed), due),
        Row(_("Still to do"), str(checks.waiting), due),
    )
    note = _("“Looked, nothing there” counts as done; “could not look” does not.")
    return Section(_("Checks by named people"), rows, note)


def _lessons(counts: _Counts) -> Section:
    found = counts.figures.lessons
    if not (found.lessons or found.offers):
        return Section(_("Lessons and families"), ())
    cells = str(found.cells) if found.cells else ""
    gaps = (
        Row(_("Year groups and strands without a lesson"), str(found.gaps), cells),
        Row(_("Of the others, taught to some classes only"), str(found.in_part), cells),
    )
    rows = (
        Row(_("Lessons about life online"), str(found.lessons)),
        *(gaps if found.cells else ()),
        Row(_("Offers to families"), str(found.offers)),
        Row(_("Of these, a family agreement"), str(found.agreements), str(found.offers)),
    )
    note = _("Each year group with each of the eight strands of Education for a Connected World.")
    return Section(_("Lessons and families"), rows, note)


def _rough(count: int) -> str:
    """To the nearest ten: the exact number less those not kept would give a hidden total away."""
    return _("about %(count)d") % {"count": round(count, -1)} if count else "0"
