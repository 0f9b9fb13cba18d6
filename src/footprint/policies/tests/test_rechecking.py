"""Dated facts are asked again of what was adopted: on the policy's page, on Today, in a review."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine

from footprint.guidance import checks
from footprint.guidance.actions import end_override, override_fact
from footprint.guidance.pack import Pack, load_pack
from footprint.guidance.tests.factories import chirp
from footprint.policies.models import PolicyVersion
from footprint.policies.rechecking import findings_now, outdated_count, recheck
from footprint.policies.tests.factories import adopt, make_adopted, make_draft, make_reviewed
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import OAKFIELD, clause, replacing
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, text_of

TODAY = date(2026, 11, 16)
WHATSAPP = "The policy says 16 for WhatsApp."
SENTENCE = "WhatsApp is for people of 16 and over; everything else for 13 and over."
AGES = clause(ClauseName.MINIMUM_AGE, SENTENCE, general=13, exceptions={"WhatsApp": 16})
AGED = replacing(OAKFIELD, AGES)


@pytest.fixture(autouse=True)
def on_monday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def version(cast: Cast) -> PolicyVersion:
    return make_adopted(cast.oakfield, AGED, cast.head, on=date(2024, 3, 1))


def leads(version: PolicyVersion, on: date = TODAY) -> list[str]:
    return [each.shown.lead for each in recheck(version, on=on)]


def test_what_is_out_of_date_comes_with_sentence_fact_date_and_source(
    version: PolicyVersion,
) -> None:
    found = recheck(version, on=TODAY)[0]

    assert found.shown.lead == WHATSAPP
    assert found.shown.quote == SENTENCE
    assert "13 (since April 2024)" in found.shown.more
    assert "Source:" in found.shown.more
    assert "Checked November 2026" in found.shown.more
    assert (found.key, found.is_coming) == ("age.whatsapp", False)


def test_a_fact_that_changed_after_the_adoption_is_new(version: PolicyVersion) -> None:
    assert WHATSAPP not in leads(version, on=date(2024, 3, 31))
    assert [each.is_new for each in recheck(version, on=TODAY)][:1] == [True]

    PolicyVersion.objects.filter(pk=version.pk).update(adopted_on=date(2025, 1, 1))
    version.refresh_from_db()
    assert [each.is_new for each in recheck(version, on=TODAY)][:1] == [False]


def test_a_new_entry_of_the_pack_is_found_without_anybody_doing_anything(
    version: PolicyVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = outdated_count(version, on=TODAY)
    changed = [
        chirp(key="age.whatsapp", title="WhatsApp: minimum age", value=16)
        if fact.key == "age.whatsapp"
        else fact
        for fact in load_pack().entries
    ]

    monkeypatch.setattr(checks, "load_pack", lambda: Pack(tuple(changed)))

    assert outdated_count(version, on=TODAY) == before - 1


def test_what_is_only_to_come_counts_for_nobody(cast: Cast) -> None:
    general = replacing(OAKFIELD, clause(ClauseName.MINIMUM_AGE, "You must be 13.", general=13))
    version = make_adopted(cast.oakfield, general, cast.head)

    assert [each.is_coming for each in recheck(version, on=TODAY)] == [True]
    assert outdated_count(version, on=TODAY) == 0


# --- the school's own value ---


def test_a_school_that_says_so_itself_is_not_out_of_date(
    cast: Cast, version: PolicyVersion
) -> None:
    override = override_fact(
        school=cast.oakfield, key="age.whatsapp", value=16, reason="We ask for more.",
        seen=None, by=cast.head, now=NOW,
    )  # fmt: skip
    assert WHATSAPP not in leads(version)

    end_override(override=override, by=cast.head, now=NOW)
    assert WHATSAPP in leads(version)


def test_a_policy_that_differs_from_the_schools_own_value_is_told_so(
    cast: Cast, version: PolicyVersion
) -> None:
    override_fact(
        school=cast.oakfield, key="age.whatsapp", value=14, reason="Agreed with parents.",
        seen=None, by=cast.head, now=NOW,
    )  # fmt: skip

    found = recheck(version, on=TODAY)[0]

    assert found.shown.lead == WHATSAPP
    assert found.shown.more.startswith(
        "Your school goes by 14 years (since 16 November 2026: “Agreed with parents”)."
    )


def test_another_school_keeps_the_pack(cast: Cast) -> None:
    theirs = make_adopted(cast.riverside, AGED, cast.stranger)
    override_fact(
        school=cast.oakfield, key="age.whatsapp", value=16, reason="We ask for more.",
        seen=None, by=cast.head, now=NOW,
    )  # fmt: skip

    assert WHATSAPP in leads(theirs)


# --- the pages ---


@pytest.mark.usefixtures("version")
def test_the_policys_page_shows_it_and_who_may_decide_gets_the_way_to(cast: Cast) -> None:
    head = fetch_page(client_of(cast.head), "/policy/")
    section = first(head, "section[aria-labelledby=dated]")

    assert WHATSAPP in text_of(section)
    assert f"“{SENTENCE}”" in text_of(section)
    assert "New since the adoption" in text_of(section)
    assert section.css_first("a[href='/guidance/facts/age.whatsapp/']") is not None
    assert section.css_first("a[href='/guidance/facts/age.whatsapp/own-value/']") is not None
    teacher = first(
        fetch_page(client_of(cast.teacher), "/policy/"), "section[aria-labelledby=dated]"
    )
    assert WHATSAPP in text_of(teacher)
    assert "Our school says something else" not in text_of(teacher)


def test_an_older_version_is_not_checked_any_more(cast: Cast, version: PolicyVersion) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head, number=2)

    page = fetch_page(client_of(cast.head), f"/policy/versions/{version.pk}/")

    assert WHATSAPP not in text_of(page)


@pytest.mark.usefixtures("version")
def test_today_tells_who_may_draft_and_nobody_else(cast: Cast) -> None:
    line = "1 statement of your policy is out of date"

    assert line in text_of(fetch_page(client_of(cast.office), "/"))
    assert line not in text_of(fetch_page(client_of(cast.teacher), "/"))
    assert line not in text_of(fetch_page(client_of(cast.stranger), "/"))


def test_a_review_asks_the_facts_of_the_day_on_which_it_is_opened(cast: Cast) -> None:
    with time_machine.travel(datetime(2024, 3, 1, 9, tzinfo=UTC)):
        draft = make_draft(cast.oakfield, cast.head)
    assert any(WHATSAPP in each.lead for each in findings_now(draft, on=TODAY))

    page = fetch_page(client_of(cast.head), f"/policy/drafts/{draft.pk}/")
    assert text_of(page).count(WHATSAPP) == 1

    override_fact(
        school=cast.oakfield, key="age.whatsapp", value=16, reason="We ask for more.",
        seen=None, by=cast.head, now=NOW,
    )  # fmt: skip
    page = fetch_page(client_of(cast.head), f"/policy/drafts/{draft.pk}/")
    assert WHATSAPP not in text_of(page)
    assert "without saying which years" in text_of(page)  # what the reader itself found stays


@pytest.mark.parametrize(("own", "written"), [(None, "WhatsApp 13"), (14, "WhatsApp 14"), (16, "")])
def test_what_is_printed_says_todays_age_beside_the_policys(
    cast: Cast, version: PolicyVersion, own: int | None, written: str
) -> None:
    if own:
        override_fact(
            school=cast.oakfield, key="age.whatsapp", value=own, reason="We ask for more.",
            seen=None, by=cast.head, now=NOW,
        )  # fmt: skip

    for form in ("policy", "parents"):
        address = f"/policy/versions/{version.pk}/print/{form}/"
        words = text_of(fetch_page(client_of(cast.teacher), address))
        assert "WhatsApp" in words
        assert (f"own rules of the services are otherwise: {written}." in words) is bool(written)
        assert "16" in words


def test_it_is_asked_of_what_was_adopted_not_of_what_was_read(cast: Cast) -> None:
    version = adopt(make_reviewed(cast.oakfield, cast.head), cast.head)

    assert WHATSAPP in leads(version)
