"""Guidance's clocks on an incident: from the pack, or the school's own value, and cited."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from footprint.guidance.actions import override_fact
from footprint.incidents import actions
from footprint.incidents.clocks import clocks_of, clocks_of_matter, helpline_from
from footprint.incidents.models import Incident, ReferredTo, ReportAnswer
from footprint.incidents.tests.factories import THURSDAY, assessed, opened
from footprint.rulebook.terms import Matter, Platform
from footprint.schools.models import Closure, Nation, School
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, text_of

MONDAY = NOW.date()  # the cast's day
WEDNESDAY = date(2026, 11, 18)


def reported(cast: Cast, **changes: Any) -> Incident:
    """An incident whose post was reported to its platform this Monday."""
    incident = assessed(cast)
    actions.report_to_platform(
        incident=incident,
        platform=Platform.FACEBOOK,
        route="Report post",
        rule="",
        reference="",
        next_date=THURSDAY,
        revision=incident.revision,
        by=cast.head,
        now=changes.get("now", NOW),
    )
    incident.refresh_from_db()
    return incident


def accused(cast: Cast) -> Incident:
    return opened(cast, matter=Matter.ALLEGATION)


def due(incident: Incident, key: str) -> date | None:
    found = {clock.at_school.key: clock.due for clock in clocks_of(incident, on=MONDAY)}
    return found.get(key)


def own(cast: Cast, key: str, value: int, reason: str = "Our authority says so.") -> None:
    override_fact(
        school=cast.oakfield, key=key, value=value, reason=reason, seen=None, by=cast.head, now=NOW
    )


def test_the_helpline_two_days_and_anybody_a_week_after_a_silent_platform(cast: Cast) -> None:
    incident = reported(cast)

    assert due(incident, "clock.posh") == WEDNESDAY
    assert due(incident, "clock.report_harmful_content") == MONDAY + timedelta(days=7)


def test_the_schools_own_value_counts_instead(cast: Cast) -> None:
    own(cast, "clock.posh", 24)

    assert due(reported(cast), "clock.posh") == date(2026, 11, 17)
    assert helpline_from(school=cast.oakfield, reported_on=MONDAY) == date(2026, 11, 17)
    assert helpline_from(school=cast.riverside, reported_on=MONDAY) == WEDNESDAY


def test_after_a_refusal_nobody_waits(cast: Cast) -> None:
    incident = reported(cast)
    incident.platform_reports.update(answer=ReportAnswer.REFUSED, answered_at=NOW)

    assert due(incident, "clock.posh") == MONDAY
    assert due(incident, "clock.report_harmful_content") == MONDAY


def test_no_clock_runs_for_what_was_removed_asked_or_closed(cast: Cast) -> None:
    incident = reported(cast)
    incident.referrals.create(
        to=ReferredTo.HELPLINE, reason="-", referred_at=NOW, referred_by=cast.head
    )
    assert due(incident, "clock.posh") is None
    assert due(incident, "clock.report_harmful_content") is not None

    incident.platform_reports.update(answer=ReportAnswer.REMOVED, answered_at=NOW)
    assert clocks_of(incident, on=MONDAY) == []


@pytest.mark.parametrize("matter", [Matter.ALLEGATION, Matter.ALLEGATION_HEAD])
def test_an_accusation_against_an_adult_has_its_last_limit(cast: Cast, matter: Matter) -> None:
    found = clocks_of_matter(school=cast.oakfield, matter=matter, since=NOW, on=MONDAY)

    assert [(clock.due, clock.is_limit) for clock in found] == [(date(2026, 11, 17), True)]


def test_the_lado_works_while_the_school_is_closed(cast: Cast) -> None:
    Closure.objects.create(
        school=cast.oakfield, first_day=MONDAY, last_day=MONDAY + timedelta(days=4), name="Break"
    )

    assert due(accused(cast), "clock.lado") == date(2026, 11, 17)


def test_over_a_weekend_and_a_bank_holiday(cast: Cast) -> None:
    christmas_eve = datetime(2026, 12, 24, 9, tzinfo=UTC)

    [clock] = clocks_of_matter(
        school=cast.oakfield, matter=Matter.ALLEGATION, since=christmas_eve, on=MONDAY
    )

    assert clock.due == date(2026, 12, 29)  # 25 December, a weekend, its substitute day


def test_once_the_lado_knows_the_clock_is_gone(cast: Cast) -> None:
    incident = accused(cast)
    incident.referrals.create(
        to=ReferredTo.LADO, reason="-", referred_at=NOW, referred_by=cast.head
    )

    assert due(incident, "clock.lado") is None


def test_where_the_pack_is_silent_no_clock_is_invented(cast: Cast) -> None:
    School.objects.filter(pk=cast.oakfield.pk).update(nation=Nation.SCOTLAND)
    cast.oakfield.refresh_from_db()  # "LADO" is an English office

    assert (
        clocks_of_matter(school=cast.oakfield, matter=Matter.ALLEGATION, since=NOW, on=MONDAY) == []
    )
    assert clocks_of_matter(school=cast.oakfield, matter=Matter.CONDUCT, since=NOW, on=MONDAY) == []


def test_the_page_cites_fact_source_and_date(cast: Cast) -> None:
    incident = reported(cast)

    page = fetch_page(client_of(cast.head), f"/incidents/{incident.pk}/")
    words = text_of(first(page, "main"))

    assert "from Wednesday 18 November 2026" in words
    assert "Guidance, not your policy." in words
    assert "48 hours" in words
    assert "Checked November 2026. Source:" in words
    assert page.css_first("a[href='/guidance/facts/clock.posh/']") is not None


def test_the_page_says_whose_value_it_is_and_why(cast: Cast) -> None:
    own(cast, "clock.lado", 2)

    words = text_of(fetch_page(client_of(cast.head), f"/incidents/{accused(cast).pk}/"))

    assert "now; by Wednesday 18 November 2026 at the latest" in words
    assert "2 working days (your school’s own value: Our authority says so.)" in words


def test_the_form_of_the_report_suggests_that_day(cast: Cast) -> None:
    own(cast, "clock.posh", 96)
    incident = assessed(cast)

    page = fetch_page(client_of(cast.head), f"/incidents/{incident.pk}/platform/")

    wanted = helpline_from(school=cast.oakfield, reported_on=timezone.localdate())
    assert wanted is not None
    assert first(page, "input[name=next_date_day]").attributes["value"] == str(wanted.day)
