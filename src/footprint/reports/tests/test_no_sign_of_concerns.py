"""
Whoever a reporter leaves out, and whoever is named later, reads the same everywhere as before.

The same pages are compared as for incidents; the words of the concern are a canary.
"""

import pytest

from footprint.concerns import actions, jobs
from footprint.concerns.models import Concern, Way
from footprint.concerns.tests.factories import make_concern, make_staff_concern, told
from footprint.notices.models import Notice
from footprint.reports.tests.test_no_sign import CANARY, assert_same, everything_seen
from footprint.rulebook.terms import Role, SafetyQuestion
from footprint.users.models import User
from tests.cast import NOW, Cast

ROLES = {"head": Role.HEADTEACHER, "dsl": Role.DSL}


@pytest.mark.parametrize("who", ROLES)
def test_whoever_is_left_out_gets_no_sign(cast: Cast, who: str) -> None:
    subject: User = getattr(cast, who)
    before = everything_seen(subject)

    for way in Way:
        for yes in ([], [SafetyQuestion.ADULT_ACCUSED], [SafetyQuestion.DANGER_NOW]):
            what = told(way, yes=yes, not_to=[ROLES[who]], words=CANARY, about=CANARY)
            if way is Way.STAFF:
                make_staff_concern(cast.oakfield, by=cast.teacher, what=what)
            else:
                make_concern(cast.oakfield, what)
    jobs.tell_of_concerns.call()

    assert Concern.objects.count() == 12
    assert not Notice.objects.filter(to=subject.email).exists()
    assert Notice.objects.exists()
    assert_same(everything_seen(subject), before)


def test_whoever_is_named_later_reads_the_same_as_before_it_came(cast: Cast) -> None:
    before = everything_seen(cast.deputy)
    concern = make_concern(cast.oakfield, told(words=CANARY))
    assert everything_seen(cast.deputy) != before

    actions.shut_out_people(concern=concern, users=[cast.deputy], by=cast.dsl, now=NOW)
    actions.add_answer(concern=concern, text=CANARY, by=cast.dsl, now=NOW)
    actions.close(concern=concern, reason=CANARY, by=cast.dsl, now=NOW)

    assert_same(everything_seen(cast.deputy), before)
    assert not any(CANARY in notice.body for notice in Notice.objects.all())
