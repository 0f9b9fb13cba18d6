"""Tell at the start of a term that a whole one passed without a lesson that was promised."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from footprint.notices.actions import queue
from footprint.registers.lessons.school_year import Days
from footprint.rulebook.terms import Role
from footprint.schools.models import School
from footprint.users.access import holders

TOLD = frozenset({Role.HEADTEACHER, Role.DSL})


@transaction.atomic
def tell_of_term(*, school: School, term: Days, now: datetime) -> int:
    """
    Queue one message to each who answers for the lessons; once for each term.

    Args:
        term: the one in which nothing was recorded.
    """
    return sum(
        queue(
            key=f"lessons.term:{school.pk}:{term.first.isoformat()}:{person.pk}",
            to=person.email,
            subject="Footprint: no online safety lesson was recorded last term",
            body="Your policy says what lessons about life online cover. In the term that is over "
            "no lesson was recorded. If some were taught, record them; if not, plan the "
            "next ones.\n\n" + settings.BASE_URL + reverse("lessons:list_lessons") + "\n",
            now=now,
            school_id=school.pk,
        )
        for person in holders(school.pk, TOLD)
    )
