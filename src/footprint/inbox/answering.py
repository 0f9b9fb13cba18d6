"""
What stands in an answer that should not be said in public.

A file of its own because the page shows what the action then holds to.
"""

from datetime import date

from footprint.people.models import Person
from footprint.rulebook.decisions.reply_text import ReplyFinding
from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.signals.drafts.checking import Known
from footprint.signals.drafts.names import Pupil
from footprint.signals.drafts.replies import check_reply


def findings_in(school: School, text: str, *, on: date) -> tuple[ReplyFinding, ...]:
    """What somebody should look at; names are looked for in the school's own register."""
    names = (school.name, *school.names.values_list("text", flat=True))
    own = tuple(each for each in (school.office_email, school.office_phone) if each)
    pupils = Person.objects.of_school(school.pk).present(on).who_are(Audience.PUPIL)
    return check_reply(
        text,
        pupils=[
            Pupil(str(each.pk), each.given_name, each.family_name, each.known_as, each.class_name)
            for each in pupils
        ],
        known=Known(own, names),
    )
