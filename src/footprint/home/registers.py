"""
What waits in the registers for one person, and where each register is.

A file of its own because it asks seven rooms, and says the same on Today and on the page of all
registers. Each room decides itself what waits for whom; here it gets a sentence and a link.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy as n_

from footprint.concerns.models import Concern
from footprint.publishing.waiting import waiting_for as in_publishing
from footprint.registers.agreements.waiting import to_answer, to_keep
from footprint.registers.connection_exceptions.waiting import waiting_for as in_connections
from footprint.registers.image_permissions.waiting import waiting_for as in_pictures
from footprint.registers.lessons.waiting import waiting_for as in_lessons
from footprint.registers.official_accounts.waiting import waiting_for as in_accounts
from footprint.rota.waiting import waiting_for as in_rota
from footprint.schools.models import School
from footprint.users.access import may
from footprint.users.models import User
from footprint.users.permissions import Permission


@dataclass(frozen=True)
class Task:
    """Something that waits: how much of what, and where it is done."""

    sentence: str
    url: str
    urgent: bool = False


@dataclass(frozen=True)
class Register:
    """One register as the page of all registers shows it; `url_name` is its first page."""

    title: Promise
    sentence: Promise
    url_name: str
    permission: Permission


P = Permission
REGISTERS = (
    Register(
        _("People"),
        _("Pupils, families, staff and everybody else; who has joined, moved or left."),
        "people:list_people",
        P.PEOPLE_READ,
    ),
    Register(
        _("My agreements"),
        _("The acceptable use agreements that are for you."),
        "agreements:list_mine",
        P.AGREEMENTS_SIGN,
    ),
    Register(
        _("Agreements"),
        _("Who has signed which acceptable use agreement, and who has not."),
        "agreements:list_agreements",
        P.AGREEMENTS_READ,
    ),
    Register(
        _("May this picture go up?"),
        _("Yes or not yet, for the people in a picture and the place it is for."),
        "image_permissions:check_picture",
        P.IMAGES_ASK,
    ),
    Register(
        _("Permission for pictures"),
        _("What families allow, use by use, and what they have withdrawn."),
        "image_permissions:list_permissions",
        P.IMAGES_READ,
    ),
    Register(
        _("Publishing"),
        _("Drafts for the official accounts: checked, approved, put out, taken down."),
        "publishing:list_drafts",
        P.PUBLISHING_DRAFT,
    ),
    Register(
        _("May I?"),
        _("What your policy says about being connected with somebody online."),
        "connection_exceptions:ask_connection",
        P.CONNECTIONS_DECLARE,
    ),
    Register(
        _("My declared links"),
        _("Links with pupils or families that you have told the school of."),
        "connection_exceptions:list_mine",
        P.CONNECTIONS_DECLARE,
    ),
    Register(
        _("Declared links"),
        _("Who is connected with whom, what was decided, and until when."),
        "connection_exceptions:list_connections",
        P.CONNECTIONS_READ,
    ),
    Register(
        _("Official accounts"),
        _("Every account and channel: who keeps it, what it answers, what looks like it."),
        "official_accounts:list_accounts",
        P.ACCOUNTS_READ,
    ),
    Register(
        _("Checks of channels"),
        _("Who looks where, and how often; what they saw, or that there was nothing."),
        "rota:list_due",
        P.CHECKS_READ,
    ),
    Register(
        _("Lessons and families"),
        _("What each year is taught about life online, the gaps, what families were offered."),
        "lessons:list_lessons",
        P.LESSONS_READ,
    ),
)


def registers_for(user: User, school_id: int) -> list[Register]:
    """Those that this person may open at this school."""
    return [each for each in REGISTERS if may(user, each.permission, school_id)]


def tasks_for(user: User, school: School, *, on: date) -> list[Task]:
    """Everything that waits for this person in the registers, what cannot wait first."""
    found = [
        *_concerns(user, school),
        *_checks(user, school, on),
        *_publishing(user, school, on),
        *_connections(user, school, on),
        *_agreements(user, school, on),
        *_pictures(user, school, on),
        *_accounts(user, school, on),
        *_lessons(user, school, on),
    ]
    return sorted(found, key=lambda task: not task.urgent)


def _concerns(user: User, school: School) -> Iterator[Task]:
    mine = Concern.objects.seen_by(user).of_school(school.pk).open()
    concerns = reverse("concerns:list_concerns")
    urgent = n_("%d concern about somebody’s safety", "%d concerns about somebody’s safety")
    yield from _count(mine.apart(False).urgent().count(), urgent, concerns, urgent=True)
    other = n_("%d concern to look at", "%d concerns to look at")
    yield from _count(mine.apart(False).not_urgent().count(), other, concerns)
    apart = n_("%d report kept apart to look at", "%d reports kept apart to look at")
    yield from _count(mine.apart(True).count(), apart, f"{concerns}?show=apart")


def _checks(user: User, school: School, on: date) -> Iterator[Task]:
    waiting = in_rota(user, school.pk, on=on)
    due, channels = reverse("rota:list_due"), reverse("rota:list_channels")
    yield from _some(waiting.mine, n_("%d channel to look at", "%d channels to look at"), due)
    missed = n_("%d check was not done", "%d checks were not done")
    yield from _some(waiting.escalated, missed, due, urgent=True)
    idle = n_("Nobody looks at %d channel", "Nobody looks at %d channels")
    yield from _some(waiting.unlooked, idle, channels, urgent=True)


def _publishing(user: User, school: School, on: date) -> Iterator[Task]:
    waiting = in_publishing(user, school.pk, on=on)
    drafts, tasks = reverse("publishing:list_drafts"), reverse("publishing:list_take_downs")
    down = n_("%d post to take down", "%d posts to take down")
    yield from _some(waiting.take_downs, down, tasks, urgent=True)
    approve = n_("%d draft for you to approve", "%d drafts for you to approve")
    yield from _some(waiting.to_approve, approve, drafts)
    back = n_("%d draft came back to you", "%d drafts came back to you")
    yield from _some(waiting.sent_back, back, drafts)
    ready = n_("%d approved draft to put out", "%d approved drafts to put out")
    yield from _some(waiting.to_put_out, ready, drafts)


def _connections(user: User, school: School, on: date) -> Iterator[Task]:
    waiting = in_connections(user, school.pk, on=on)
    kind = "head_" if waiting.for_chair else ""
    links = reverse(f"connection_exceptions:list_{kind}connections")
    review = reverse(f"connection_exceptions:review_{kind}connections")
    reports = reverse("connection_exceptions:list_attempts")
    tried = n_("%d report of an attempt to connect", "%d reports of attempts to connect")
    yield from _count(waiting.reports.count(), tried, reports, urgent=True)
    decide = n_("%d declared link to decide", "%d declared links to decide")
    yield from _count(waiting.to_decide.count(), decide, links)
    again = n_("%d declared link to review", "%d declared links to review")
    yield from _count(waiting.to_review.count(), again, review)


def _agreements(user: User, school: School, on: date) -> Iterator[Task]:
    sign = n_("%d agreement for you to sign", "%d agreements for you to sign")
    yield from _some(to_answer(user, school.pk, on=on), sign, reverse("agreements:list_mine"))
    ask = n_(
        "Agreements: %d group was never asked in full",
        "Agreements: %d groups were never asked in full",
    )
    yield from _some(to_keep(user, school.pk, on=on), ask, reverse("agreements:list_agreements"))


def _pictures(user: User, school: School, on: date) -> Iterator[Task]:
    waiting = in_pictures(user, school, on=on)
    register = reverse("image_permissions:list_permissions")
    protected = reverse("image_permissions:list_protections")
    disagree = n_(
        "Pictures: the parents of %d pupil disagree", "Pictures: the parents of %d pupils disagree"
    )
    yield from _some(waiting.disagree, disagree, register)
    silent = n_("Pictures: %d family has not answered", "Pictures: %d families have not answered")
    yield from _some(waiting.unanswered, silent, register)
    again = n_("%d protection to look at again", "%d protections to look at again")
    yield from _some(waiting.to_review, again, protected)


def _accounts(user: User, school: School, on: date) -> Iterator[Task]:
    waiting = in_accounts(user, school.pk, on=on)
    accounts = reverse("official_accounts:list_accounts")
    decide = n_(
        "%d account to be opened or closed: your decision",
        "%d accounts to be opened or closed: your decision",
    )
    yield from _some(waiting.proposals, decide, accounts)  # the list has them on top
    left = n_("%d account of somebody who has left", "%d accounts of people who have left")
    yield from _some(waiting.handovers, left, accounts, urgent=True)
    mend = n_("%d account needs attention", "%d accounts need attention")
    yield from _some(waiting.to_mend, mend, accounts)


def _lessons(user: User, school: School, on: date) -> Iterator[Task]:
    waiting = in_lessons(user, school.pk, on=on)
    lessons = reverse("lessons:list_lessons")  # it has both on top
    say = n_("%d planned lesson: was it taught?", "%d planned lessons: were they taught?")
    yield from _some(waiting.to_say, say, lessons)
    promised = n_(
        "Lessons: %d topic of your policy was not taught yet",
        "Lessons: %d topics of your policy were not taught yet",
    )
    yield from _some(waiting.untaught, promised, lessons)


def _some(
    rows: Sequence[object], words: Promise, url: str, *, urgent: bool = False
) -> Iterator[Task]:
    yield from _count(len(rows), words, url, urgent=urgent)


def _count(count: int, words: Promise, url: str, *, urgent: bool = False) -> Iterator[Task]:
    if count:
        yield Task(str(words % count), url, urgent)
