"""What is kept of a report from outside, who may read it, and what is not kept at all."""

import logging
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from footprint.audit.models import Event
from footprint.concerns import actions
from footprint.concerns.models import Concern, Way
from footprint.concerns.receipts import digest_of, new_ticket, receipt_for
from footprint.concerns.tests.factories import make_concern, make_staff_concern, told
from footprint.notices.models import Notice
from footprint.rulebook.terms import Matter, Role, SafetyQuestion
from footprint.users.models import Membership
from footprint.vault.fields import PREFIX
from tests.cast import NOW, Cast

Q = SafetyQuestion


def readers(concern: Concern) -> set[str]:
    return {user.name for user in concern.readers()}


@pytest.mark.parametrize(
    ("way", "yes", "not_to", "matter", "first"),
    [
        (Way.PARENT, [], [], Matter.CONDUCT, "Olive Office"),
        (Way.PARENT, [Q.DANGER_NOW], [], Matter.SAFEGUARDING, "Dinah Lead"),
        (Way.CHILD, [], [], Matter.SAFEGUARDING, "Dinah Lead"),
        (Way.ANONYMOUS, [], [Role.DSL], Matter.SAFEGUARDING, "Dev Deputy"),
        (Way.ANONYMOUS, [], [Role.HEADTEACHER], Matter.SAFEGUARDING, "Dinah Lead"),
        (Way.ANONYMOUS, [Q.ADULT_ACCUSED], [], Matter.ALLEGATION, "Harriet Head"),
        (Way.CHILD, [Q.ADULT_ACCUSED], [Role.HEADTEACHER], Matter.ALLEGATION_HEAD, "Chris Chair"),
        (Way.PARENT, [Q.NUDE_IMAGE], [Role.HEADTEACHER], Matter.SAFEGUARDING, "Dinah Lead"),
        (
            Way.ANONYMOUS,
            [Q.EXTREMISM],
            [Role.DSL, Role.HEADTEACHER],
            Matter.SAFEGUARDING,
            "Dev Deputy",
        ),
    ],
)
def test_the_answers_decide_the_class_and_the_wish_whom_to_leave_out(
    cast: Cast,
    way: Way,
    yes: list[SafetyQuestion],
    not_to: list[Role],
    matter: Matter,
    first: str,
) -> None:
    concern = make_concern(cast.oakfield, told(way, yes=yes, not_to=not_to))

    assert concern.matter == matter
    assert first in readers(concern)
    left_out = {Role.HEADTEACHER: "Harriet Head", Role.DSL: "Dinah Lead"}
    assert not readers(concern) & {left_out[role] for role in not_to}
    for user in (cast.head, cast.dsl, cast.deputy, cast.office, cast.chair, cast.teacher):
        seen = Concern.objects.seen_by(user).filter(pk=concern.pk).exists()
        assert seen == (user.name in readers(concern)), user.name


def test_where_only_those_left_out_could_read_it_it_moves_to_the_chair(cast: Cast) -> None:
    Membership.objects.filter(role=Role.DEPUTY_DSL.value).delete()

    concern = make_concern(cast.oakfield, told(not_to=[Role.DSL, Role.HEADTEACHER]))

    assert readers(concern) == {"Chris Chair", "Tariq Trust"}


def test_where_nobody_is_left_nothing_is_kept(cast: Cast) -> None:
    nobody = told(not_to=[Role.HEADTEACHER])
    with pytest.raises(actions.NobodyMayRead):
        make_concern(cast.riverside, nobody)
    assert not Concern.objects.exists()


def test_nothing_of_a_report_from_outside_tells_when_or_by_whom(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="footprint"):
        concern = make_concern(cast.oakfield, now=NOW + timedelta(hours=3, minutes=17))

    assert concern.received_on == NOW.date()
    assert concern.written_by is None
    assert not Event.objects.filter(target=f"concern:{concern.pk}").exists()
    assert not Notice.objects.exists()
    assert not caplog.records
    file = next(Path(settings.KEYS).rglob(f"{concern.seal_key}.key"))
    kept_at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    assert (kept_at.date(), kept_at.time()) == (NOW.date(), time.min)
    kinds = {field.get_internal_type() for field in Concern._meta.concrete_fields}
    assert "DateTimeField" not in kinds
    assert "GenericIPAddressField" not in kinds


def test_the_words_cannot_be_read_in_the_database(cast: Cast) -> None:
    words = receipt_for(new_ticket())
    concern = make_concern(
        cast.oakfield, told(words="a quetzalcoatlus", about="Tolly"), receipt=words
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT words, about, receipt FROM concerns_concern")
        stored, about, receipt = cursor.fetchone()

    assert stored.startswith(PREFIX)
    assert about.startswith(PREFIX)
    assert receipt == digest_of(words)
    assert Concern.objects.get(pk=concern.pk).words == "a quetzalcoatlus"


def test_the_same_form_sent_twice_is_one_report(cast: Cast) -> None:
    words = receipt_for(new_ticket())
    first = make_concern(cast.oakfield, receipt=words)
    assert make_concern(cast.oakfield, receipt=words) == first
    assert Concern.objects.count() == 1


def test_staff_report_by_name_and_the_whole_circle_is_told_at_once(cast: Cast) -> None:
    concern = make_staff_concern(cast.oakfield, by=cast.teacher)

    assert concern.written_by == cast.teacher
    assert not Concern.objects.seen_by(cast.teacher).exists()
    told_of_it = set(Notice.objects.values_list("to", flat=True))
    assert told_of_it == {cast.head.email, cast.dsl.email, cast.deputy.email}
    event = Event.objects.get(target=f"concern:{concern.pk}")
    assert (event.by, event.action) == (cast.teacher.email, "concerns.reported")
    assert not any("bike shed" in notice.body for notice in Notice.objects.all())
