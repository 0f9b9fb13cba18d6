"""
What waits for one person in the register of lessons.

A file of its own because Today, the page "Registers" and this room's first page show the same.
"""

from dataclasses import dataclass
from datetime import date

from footprint.policies.models import PolicyVersion
from footprint.registers.lessons.models import Lesson
from footprint.registers.lessons.school_year import school_year_of, term_of
from footprint.rulebook.decisions.lessons_promised import TOPIC_STRANDS, promised_lessons
from footprint.schools.models import School
from footprint.users.access import may
from footprint.users.models import User
from footprint.users.permissions import Permission


@dataclass(frozen=True)
class Waiting:
    """
    What this person can do something about; each is empty for those who cannot.

    Args:
        to_say: planned lessons whose day has passed: were they taught? Those who answer for the
            school see all of them, others their own.
        untaught: topics that the policy promises and of whose strand no year had a lesson this
            school year. From the second term on: before that, nothing is late.
    """

    to_say: list[Lesson]
    untaught: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.to_say) + len(self.untaught)


def waiting_for(user: User, school_id: int, *, on: date) -> Waiting:
    """Six queries at most."""
    if not may(user, Permission.LESSONS_CHANGE, school_id):
        return Waiting([], ())
    answers_for_it = may(user, Permission.REPORTS_READ, school_id)
    late = Lesson.objects.seen_by(user).of_school(school_id).past_their_day(on)
    if not answers_for_it:
        late = late.recorded_by_user(user)
    return Waiting(
        to_say=list(late.for_list()),
        untaught=untaught_topics(school_id, on=on) if answers_for_it else (),
    )


def untaught_topics(school_id: int, *, on: date) -> tuple[str, ...]:
    """Promised topics without a lesson in their strand this school year; none in its first term."""
    school = School.objects.get(pk=school_id)
    year = school_year_of(school, on=on)
    if term_of(school, on=on).first == year.first:
        return ()
    version = PolicyVersion.objects.in_force(school_id=school_id, on=on)
    topics = promised_lessons(policy=version.policy if version else None).topics
    lessons = Lesson.objects.of_school(school_id).taught().between(year.first, year.last)
    taught = lessons.by_strand() if topics else {}
    return tuple(topic for topic in topics if TOPIC_STRANDS[topic] not in taught)
