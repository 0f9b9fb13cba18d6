"""The pages of the rota: who may open them, what they show, what they do."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from footprint.listening.models import Mention
from footprint.policies.tests.factories import make_adopted
from footprint.rota import actions
from footprint.rota.models import Channel, Cover, Due, Look
from footprint.rota.tests.factories import (
    MONDAY,
    OPEN,
    due_of,
    make_channel,
    make_cover,
    make_listing,
    staff_of,
)
from footprint.rulebook.decisions.channel_check import CheckResult
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, Role
from footprint.rulebook.tests.factories import OAKFIELD, clause, replacing
from footprint.users.models import Membership, User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of

NAMED = "Mr Abel reads Mumsnet and the Google reviews of Oakfield."
WITH_PLACES: Policy = replacing(
    OAKFIELD,
    clause(
        ClauseName.CHANNEL_KEEPERS,
        NAMED,
        keepers={"Mumsnet": ("Mr Abel",), "Google reviews": ("Mr Abel",)},
    ),
)


@pytest.fixture(autouse=True)
def monday_morning() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


def url(name: str, *args: object) -> str:
    return reverse(f"rota:{name}", args=args)


def tap(user: User, channel: Channel, result: str) -> Any:
    return client_of(user).post(url("record_look", channel.pk), {"result": result})


READ = {"head", "dsl", "deputy", "office", "keeper", "teacher", "trust_lead"}
PLAN = {"head", "dsl", "deputy", "office", "keeper"}


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("list_due", READ),
        ("list_channels", READ),
        ("show_channel", READ),
        ("correct_look", READ),
        ("export_looks", READ),
        ("add_channel", PLAN),
        ("plan_from_policy", PLAN),
        ("name_checkers", PLAN),
        ("end_channel", PLAN),
        ("list_covers", PLAN),
    ],
)
def test_who_may_open_what(cast: Cast, name: str, who: set[str]) -> None:
    channel = make_channel(cast)
    look = actions.record_look(
        channel=channel, result=CheckResult.NOTHING, by=cast.teacher, now=NOW
    )
    keys: dict[str, tuple[object, ...]] = {
        "show_channel": (channel.pk,),
        "name_checkers": (channel.pk,),
        "end_channel": (channel.pk,),
        "correct_look": (look.pk,),
        "export_looks": ("csv",),
    }
    address = url(name, *keys.get(name, ()))
    people = {role: user for role, user in vars(cast).items() if isinstance(user, User)}
    opened = {
        role for role, user in people.items() if client_of(user).get(address).status_code == 200
    }
    theirs = {"stranger"} if name not in keys or name == "export_looks" else set()
    assert opened == who | theirs


def test_nobody_has_anything_to_look_at_before_something_is_planned(cast: Cast) -> None:
    assert "Nothing to look at now" in text_of(fetch_page(client_of(cast.teacher), url("list_due")))
    assert "Nobody looks at anything yet" in text_of(
        fetch_page(client_of(cast.head), url("list_channels"))
    )


def test_each_sees_what_they_are_asked_to_look_at_and_no_more(cast: Cast) -> None:
    make_channel(cast, staff_of(cast, cast.teacher), name="Mumsnet")
    make_channel(cast, staff_of(cast, cast.office), name="A Facebook group")
    mine = text_of(fetch_page(client_of(cast.teacher), url("list_due")))
    assert "1 check to do" in mine
    assert "Mumsnet" in mine
    assert "A Facebook group" not in mine


def test_one_tap_on_my_checks_records_that_nothing_was_there(cast: Cast) -> None:
    channel = make_channel(cast, staff_of(cast, cast.teacher))
    page = fetch_page(client_of(cast.teacher), url("list_due"))
    button = first(page, 'button[value="nothing"]')
    assert "Looked, nothing there" in text_of(button)

    tap(cast.teacher, channel, "nothing")

    look = Look.objects.get()
    assert (look.by, look.result, look.due) == (cast.teacher, "nothing", due_of(channel))
    after = text_of(fetch_page(client_of(cast.teacher), url("list_due")))
    assert "Nothing to look at now" in after


def test_something_seen_goes_on_to_the_report_with_the_place_filled_in(cast: Cast) -> None:
    channel = make_channel(cast, staff_of(cast, cast.teacher), name="Mumsnet local")
    answer = tap(cast.teacher, channel, "sighting")
    assert answer["Location"] == ("/listening/report/?platform=mumsnet&where=Mumsnet+local")
    client = client_of(cast.teacher)
    assert "have not told us what yet" in text_of(fetch_page(client, url("list_due")))

    with time_machine.travel(NOW + timedelta(minutes=3), tick=False):
        client.post("/listening/report/write/", {"words": "They say so", "where": "Mumsnet local"})
        assert Mention.objects.count() == 1
        assert "have not told us" not in text_of(fetch_page(client, url("list_due")))


def test_who_could_not_look_keeps_the_check(cast: Cast) -> None:
    channel = make_channel(cast, staff_of(cast, cast.teacher))
    tap(cast.teacher, channel, "could_not_look")
    assert "1 check to do" in text_of(fetch_page(client_of(cast.teacher), url("list_due")))


@pytest.mark.parametrize("result", ["", "listing_right", "nonsense"])
def test_an_answer_that_does_not_fit_records_nothing(cast: Cast, result: str) -> None:
    tap(cast.teacher, make_channel(cast), result)
    assert not Look.objects.exists()


def test_google_is_a_listing_check_and_says_why_with_the_date(cast: Cast) -> None:
    channel = make_listing(cast, staff_of(cast, cast.teacher))
    for address in (url("list_due"), url("show_channel", channel.pk)):
        page = text_of(fetch_page(client_of(cast.teacher), address))
        assert "Google is checked as a listing, not for reviews" in page
        assert "18 February 2025" in page or "Feb. 18, 2025" in page
        assert "reviews have not come back" in page
    tap(cast.teacher, channel, "listing_wrong")
    assert Look.objects.get().result == "listing_wrong"


def test_the_other_school_records_and_sees_nothing(cast: Cast) -> None:
    channel = make_channel(cast)
    assert tap(cast.stranger, channel, "nothing").status_code == 404
    assert not Look.objects.exists()
    assert channel.name not in text_of(fetch_page(client_of(cast.stranger), url("list_channels")))


def test_cover_moves_the_check_to_somebody_else(cast: Cast) -> None:
    away, cover = staff_of(cast, cast.teacher), staff_of(cast, cast.office)
    make_channel(cast, away)
    day = {
        f"{name}_{part}": value
        for name in ("first_day", "last_day")
        for part, value in (("day", 16), ("month", 11), ("year", 2026))
    }
    post_page(
        client_of(cast.head),
        url("list_covers"),
        {"person": away.pk, "by_person": away.pk, **day},
    )
    client_of(cast.head).post(url("list_covers"), {"person": away.pk, "by_person": cover.pk, **day})
    assert "1 check to do" in text_of(fetch_page(client_of(cast.office), url("list_due")))
    assert "Nothing to look at" in text_of(fetch_page(client_of(cast.teacher), url("list_due")))

    client_of(cast.head).post(url("withdraw_cover", Cover.objects.get().pk))
    assert "1 check to do" in text_of(fetch_page(client_of(cast.teacher), url("list_due")))


def test_the_leads_see_what_was_not_done_and_others_do_not(cast: Cast) -> None:
    make_channel(cast, staff_of(cast, cast.teacher), name="Mumsnet")
    late = NOW + timedelta(days=2)
    actions.escalate(school=cast.oakfield, calendar=OPEN, on=late.date(), now=late)
    with time_machine.travel(late, tick=False):
        for user, told in ((cast.head, True), (cast.dsl, True), (cast.office, False)):
            page = text_of(fetch_page(client_of(user), url("list_due")))
            assert ("Not done, and the people named" in page) is told
        mine = text_of(fetch_page(client_of(cast.teacher), url("list_due")))
        assert "Late: it was due on Monday 16 November" in mine


def test_a_channel_at_which_nobody_looks_any_more_waits_for_who_plans(cast: Cast) -> None:
    make_channel(cast, staff_of(cast, left_on=MONDAY), name="Mumsnet")
    page = text_of(fetch_page(client_of(cast.head), url("list_due")))
    assert "Mumsnet: name who looks at it" in page


def test_an_entry_is_put_right_beside_the_wrong_one(cast: Cast) -> None:
    channel = make_channel(cast, staff_of(cast, cast.teacher))
    tap(cast.teacher, channel, "nothing")
    client = client_of(cast.teacher)
    address = url("correct_look", Look.objects.get().pk)
    post_page(client, address, {"result": "could_not_look"})
    client.post(address, {"result": "could_not_look", "note": "The site was down"})

    page = text_of(fetch_page(client, url("show_channel", channel.pk)))
    assert "puts right the entry of 16 November 2026" in page
    assert Look.objects.count() == 2
    assert due_of(channel).done_on is None


def test_the_counts_for_governors(cast: Cast) -> None:
    on_time, late, missed, waiting = (make_channel(cast) for _ in range(4))
    week = timedelta(days=7)
    tap(cast.teacher, on_time, "nothing")
    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        tap(cast.teacher, late, "nothing")
    actions.make_due(channel=missed, calendar=OPEN, on=MONDAY + week)
    Due.objects.filter(channel=missed, due_on=MONDAY + week).update(done_on=MONDAY + week)
    with time_machine.travel(NOW + week, tick=False):
        page = fetch_page(client_of(cast.head), url("list_channels"))
    numbers = [text_of(node) for node in page.css(".fp-stats > *")]
    assert numbers == [
        "5 Checks due",
        "3 Done",
        "1 Of these late",
        "1 Missed",
        "1 Still to do",
    ]
    assert waiting.name in text_of(page)


def test_the_record_leaves_as_a_file(cast: Cast) -> None:
    channel = make_channel(cast, name="=Mumsnet")
    tap(cast.teacher, channel, "nothing")
    rows = client_of(cast.head).get(url("export_looks", "csv")).content.decode("utf-8-sig")
    assert "'=Mumsnet" in rows
    assert "2026-11-16 09:00,Tess Teacher" in rows
    assert "Looked, nothing there" in rows


def test_the_pages_take_the_same_number_of_queries_however_long(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    make_adopted(cast.oakfield, WITH_PLACES, cast.head)
    person, cover = staff_of(cast, cast.teacher), staff_of(cast)
    make_cover(cover, person, added_by=cast.head)
    for _ in range(30):
        make_channel(cast, person, cover)
    teacher, head = client_of(cast.teacher), client_of(cast.head)
    for client, address in ((teacher, url("list_due")), (head, url("list_channels"))):
        fetch_page(client, address)
        with django_assert_max_num_queries(26):
            fetch_page(client, address)


def test_taking_a_channel_off_keeps_its_record(cast: Cast) -> None:
    channel = make_channel(cast)
    tap(cast.teacher, channel, "nothing")
    client = client_of(cast.head)
    fetch_page(client, url("end_channel", channel.pk))
    client.post(url("end_channel", channel.pk))
    assert "Nobody looks at anything yet" in text_of(fetch_page(client, url("list_channels")))
    assert "Looked, nothing there" in text_of(fetch_page(client, url("show_channel", channel.pk)))


def test_that_something_was_seen_is_no_sign_to_whom_it_may_be_about(cast: Cast) -> None:
    """Who reads no mentions sees that somebody looked, whatever was found."""
    quiet, loud = make_channel(cast), make_channel(cast)
    tap(cast.teacher, quiet, "nothing")
    tap(cast.teacher, loud, "sighting")
    colleague = User.objects.create_user("tom@oakfield.example", name="Tom", joined_at=NOW)
    Membership.objects.create(user=colleague, role=Role.TEACHER.value, school=cast.oakfield)
    client = client_of(colleague)

    for channel in (quiet, loud):
        page = fetch_page(client, url("show_channel", channel.pk))
        assert "Looked" in text_of(first(page, "tbody"))
        assert "nothing there" not in text_of(first(page, "tbody"))
        assert "Saw something" not in text_of(first(page, "tbody"))
    rows = client.get(url("export_looks", "csv")).content.decode()
    assert "Saw something" not in rows
    for look in Look.objects.all():
        assert client.get(url("correct_look", look.pk)).status_code == 404

    for reader in (cast.teacher, cast.dsl):
        page = fetch_page(client_of(reader), url("show_channel", loud.pk))
        assert "Saw something" in text_of(first(page, "tbody"))
