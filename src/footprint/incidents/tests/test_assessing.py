"""Assessing: what was said of the post, and who is shut out from that moment."""

import pytest

from footprint.incidents import actions
from footprint.incidents.models import Incident
from footprint.incidents.tests.factories import ABUSIVE, FAIR, THURSDAY, assessed, opened
from footprint.rulebook.terms import Poster, PostKind, Step
from footprint.users.models import User
from tests.cast import NOW, Cast


def assess(incident: Incident, by: User, *shut_out: User, revision: int = 0) -> None:
    actions.assess(
        incident=incident,
        assessment=ABUSIVE,
        shut_out=shut_out,
        next_date=THURSDAY,
        revision=revision or incident.revision,
        by=by,
        now=NOW,
    )


def test_the_first_assessment_takes_the_step(cast: Cast) -> None:
    incident = assessed(cast)

    incident.refresh_from_db()
    assert incident.stands_at is Step.ASSESSED
    assert (incident.poster, incident.kind) == (Poster.PARENT, PostKind.CRITICISM)
    assert (incident.flags, incident.conduct) == (["insult"], ["insulting"])
    last = incident.entries.get(action="assessed")
    assert "It is: Insulting." in last.text


def test_a_later_one_corrects_it_where_it_stands(cast: Cast) -> None:
    incident = assessed(cast)
    actions.assess(
        incident=incident,
        assessment=FAIR,
        shut_out=(),
        next_date=THURSDAY,
        revision=incident.revision,
        by=cast.head,
        now=NOW,
    )

    incident.refresh_from_db()
    assert (incident.stands_at, incident.flags) == (Step.ASSESSED, [])
    assert incident.entries.filter(action="assessed_again").count() == 1


def test_whoever_is_named_sees_nothing_any_more_the_head_included(cast: Cast) -> None:
    incident = opened(cast, owner=cast.dsl)
    assert Incident.objects.seen_by(cast.head).count() == 1

    assess(incident, cast.dsl, cast.head)

    assert Incident.objects.seen_by(cast.head).count() == 0
    assert Incident.objects.seen_by(cast.dsl).count() == 1


def test_the_owner_cannot_be_shut_out_without_handing_over(cast: Cast) -> None:
    incident = opened(cast)

    with pytest.raises(actions.CannotSee, match="Hand it over"):
        assess(incident, cast.dsl, cast.head)

    incident.refresh_from_db()
    assert incident.stands_at is Step.OPENED
    assert not incident.shut_out.exists()


def test_nobody_shuts_themselves_out_unseen(cast: Cast) -> None:
    incident = opened(cast)

    with pytest.raises(actions.CannotSee, match="You are named"):
        assess(incident, cast.dsl, cast.dsl)


def test_whoever_was_named_and_has_left_stays_shut_out(cast: Cast) -> None:
    incident = assessed(cast, shut_out=(cast.deputy,))
    User.objects.filter(pk=cast.deputy.pk).update(is_active=False)
    incident.refresh_from_db()
    assess(incident, cast.head)  # no form lists the deputy now

    User.objects.filter(pk=cast.deputy.pk).update(is_active=True)
    assert not Incident.objects.seen_by(cast.deputy).exists()


def test_of_two_at_once_the_second_is_told(cast: Cast) -> None:
    incident = opened(cast)
    same = Incident.objects.get(pk=incident.pk)
    before = incident.revision
    assess(incident, cast.head)

    with pytest.raises(actions.ChangedMeanwhile):
        assess(same, cast.dsl, revision=before)

    assert incident.entries.filter(action="assessed").count() == 1
