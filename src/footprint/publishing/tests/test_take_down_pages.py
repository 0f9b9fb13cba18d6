"""Take-downs on pages, and the school's own numbers."""

import pytest
from django.urls import reverse

from footprint.publishing import actions
from footprint.publishing.models import Period, TakeDown
from footprint.publishing.tests.factories import (
    HOUR,
    Desk,
    approved,
    make_desk,
    make_draft,
    put_out,
    with_picture,
)
from footprint.registers.image_permissions.tests.factories import make_protection
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of


def _task(cast: Cast) -> tuple[Desk, TakeDown]:
    desk = make_desk(cast)
    put_out(approved(with_picture(make_draft(cast, desk.key), desk.child), cast.head), desk.key)
    make_protection(desk.child, cast.dsl, now=NOW + HOUR)
    actions.make_take_downs(school=cast.oakfield, by="the test", now=NOW + 2 * HOUR)
    return desk, TakeDown.objects.get()


def test_what_has_to_come_down_is_listed_and_closed_with_proof(cast: Cast) -> None:
    _desk, task = _task(cast)
    client = client_of(cast.keeper)
    address = reverse("publishing:close_take_down", args=[task.pk])
    tasks = reverse("publishing:list_take_downs")

    assert "Nell Brackwater" in text_of(fetch_page(client, tasks))
    assert "looked after" not in text_of(fetch_page(client, address)).lower()
    client.post(address, {"outcome": "taken_down", "proof": "Opened the address: gone"})

    task.refresh_from_db()
    assert task.done_by == cast.keeper
    assert "Nell" not in text_of(fetch_page(client, tasks))
    assert "Taken down" in text_of(fetch_page(client, f"{tasks}?show=done"))
    assert "Opened the address: gone" in text_of(fetch_page(client, address))


@pytest.mark.parametrize(
    ("name", "status"),
    [("office", 200), ("head", 200), ("keeper", 200), ("teacher", 404), ("governor", 404),
     ("stranger", 404)],
)  # fmt: skip
def test_who_may_open_a_take_down(cast: Cast, name: str, status: int) -> None:
    _desk, task = _task(cast)
    person: User = getattr(cast, name)

    address = reverse("publishing:close_take_down", args=[task.pk])
    fetch_page(client_of(person), address, status=status)


def test_the_schools_own_numbers_are_set_by_those_who_approve(cast: Cast) -> None:
    address = reverse("publishing:set_periods")
    client = client_of(cast.head)
    assert "Footprint suggests 10 school days." in text_of(fetch_page(client, address))

    client.post(address, {"draft_days": "5", "take_down_days": ""})

    period = Period.objects.get()
    assert (period.draft_days, period.take_down_days) == (5, None)
    words = text_of(fetch_page(client, address))
    assert "Your school lets a draft wait for 5 school days." in words
    fetch_page(client_of(cast.office), address, status=404)
    bad = post_page(client, address, {"draft_days": "0", "take_down_days": "61"})
    assert len(bad.css(".govuk-error-summary li")) == 2
