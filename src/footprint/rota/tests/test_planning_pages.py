"""Planning: by hand, and from what the policy names."""

from typing import Any

import pytest
import time_machine
from django.urls import reverse

from footprint.policies.tests.factories import make_adopted
from footprint.registers.official_accounts.tests.factories import make_account
from footprint.rota.models import Channel
from footprint.rota.tests.factories import (
    MONDAY,
    due_of,
    staff_of,
)
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import OAKFIELD, clause, replacing
from footprint.users.models import User
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


def test_planning_a_public_place_needs_a_rhythm_and_somebody(cast: Cast) -> None:
    person = staff_of(cast)
    client = client_of(cast.head)
    place = {"name": "Puddleford parents", "platform": "facebook", "weekday": 0}
    page = text_of(post_page(client, url("add_channel"), place))
    assert "Choose how often: your policy does not say" in page
    assert "Choose who looks at it" in page

    client.post(
        url("add_channel"), {**place, "every": "week", "person_1": person.pk, "standin": ""}
    )

    channel = Channel.objects.get()
    assert (channel.name, channel.every) == ("Puddleford parents", "week")
    assert due_of(channel).due_on == MONDAY


def test_planning_an_official_account_takes_its_name(cast: Cast) -> None:
    account = make_account(cast, handle="@oak")
    client_of(cast.head).post(
        url("add_channel"),
        {"account": account.pk, "every": "school_day", "weekday": 0, "person_1": staff_of(cast).pk},
    )
    channel = Channel.objects.get()
    assert (channel.name, channel.platform, channel.account) == (
        "Instagram @oak",
        "instagram",
        account,
    )


def test_what_the_policy_names_is_offered_with_its_sentence_and_a_person_chooses_how_often(
    cast: Cast,
) -> None:
    make_adopted(cast.oakfield, WITH_PLACES, cast.head)
    abel = staff_of(cast, family_name="Abel")
    client = client_of(cast.head)
    page = fetch_page(client, url("plan_from_policy"))
    assert NAMED in text_of(page)
    assert "Your policy does not say how often: you choose" in text_of(page)
    number = next(
        node.attributes["name"].removeprefix("take_")  # type: ignore[union-attr]
        for node in page.css("input[type=checkbox]")
        if "Mumsnet" in text_of(first(page, f'label[for="{node.attributes["id"]}"]'))
    )
    chosen = first(page, f"select[name=person_{number}_0] option[selected]")
    assert chosen.attributes["value"] == str(abel.pk)

    take = {f"take_{number}": "on", f"person_{number}_0": abel.pk, f"weekday_{number}": 0}
    assert "Choose how often" in text_of(post_page(client, url("plan_from_policy"), take))
    assert not Channel.objects.exists()
    client.post(url("plan_from_policy"), {**take, f"every_{number}": "week"})

    channel = Channel.objects.get()
    assert (channel.name, channel.platform) == ("Mumsnet", "mumsnet")
    assert NAMED in text_of(fetch_page(client, url("show_channel", channel.pk)))
