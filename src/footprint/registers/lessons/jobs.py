"""What the worker calls about lessons: a note at the start of a term."""

from datetime import date, timedelta

from django.utils import timezone
from django_tasks import task

from footprint.policies.models import PolicyVersion
from footprint.registers.lessons import actions
from footprint.registers.lessons.models import Lesson
from footprint.registers.lessons.school_year import term_before, term_of
from footprint.rulebook.decisions.lessons_promised import promised_lessons
from footprint.schools.calendars import calendar_of
from footprint.schools.models import School
from footprint.worker.periodic import periodic

START = timedelta(days=28)  # what is not said in the first weeks of a term is not said at all


@periodic(
    "40 7 * * *",
    sentence="Says at the start of a term that the policy promises lessons about life online and "
    "none was recorded in the term before.",
)
@task()
def remind_of_lessons() -> int:
    """On school days only; returns how many messages were queued, each once."""
    now = timezone.now()
    today = timezone.localdate(now)
    return sum(
        actions.tell_of_term(school=school, term=term_before(school, on=today), now=now)
        for school in School.objects.all()
        if _says_it_today(school, today) and _went_without(school, today)
    )


def _says_it_today(school: School, today: date) -> bool:
    begun = term_of(school, on=today).first
    return today < begun + START and calendar_of(school, around=today).is_working_day(today)


def _went_without(school: School, today: date) -> bool:
    """The promise held in the term before and holds now, and nothing was recorded in that term."""
    term = term_before(school, on=today)
    before = _promising(school, term.first)
    if before is None or before.adopted_at is None or not _promising(school, today):
        return False
    known_then = timezone.localdate(before.adopted_at) <= term.last  # else the school was not here
    lessons = Lesson.objects.of_school(school.pk).taught().between(term.first, term.last)
    return known_then and not lessons.exists()


def _promising(school: School, on: date) -> PolicyVersion | None:
    """The version in force on that day, if it says what lessons cover."""
    version = PolicyVersion.objects.in_force(school_id=school.pk, on=on)
    return version if version and promised_lessons(policy=version.policy).topics else None
