"""The register beside the policy: what is offered, and every way in which the two differ."""

from types import MappingProxyType
from typing import Any

import pytest

from footprint.people.tests.factories import make_person
from footprint.registers.official_accounts.against_policy import differences, suggestions
from footprint.registers.official_accounts.models import OfficialAccount, State
from footprint.registers.official_accounts.tests.factories import TODAY, make_account, make_keeper
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import Audience, ClauseName
from footprint.rulebook.tests.factories import OAKFIELD, SILENT, clause, policy, replacing
from tests.cast import Cast

LEARNING = "Lessons from home are in Google Classroom, watched by senior leaders."
RULED_OUT = "A chat app is not for school."
WITH_MORE = replacing(
    OAKFIELD,
    clause(
        ClauseName.REMOTE_LEARNING_CHANNELS,
        LEARNING,
        channels=("Google Classroom",),
        monitored_by="senior leaders",
    ),
    clause(ClauseName.EMAIL_OFFICIAL, RULED_OUT, ruled_out=("WhatsApp",)),
)


def said(whole: Policy) -> list[str]:
    accounts = OfficialAccount.objects.with_people()
    return [each.sentence for each in differences(whole, accounts, on=TODAY)]


def kept_as_the_policy_says(cast: Cast, **fields: Any) -> OfficialAccount:
    account = make_account(cast, handle="@oak", **fields)
    for family in ("Example", "Sample"):
        make_keeper(account, make_person(cast.oakfield, Audience.STAFF, family_name=family))
    return account


def test_a_register_that_says_the_same_differs_nowhere(cast: Cast) -> None:
    kept_as_the_policy_says(cast)
    make_account(cast, channel="classroom", monitored_by="Senior leaders")
    assert said(WITH_MORE) == []


def test_keepers(cast: Cast) -> None:
    account = make_account(cast, handle="@oak")
    assert said(OAKFIELD) == [
        "Your policy names Ms Example and Mr Sample as keeper of Instagram @oak; the register "
        "names nobody."
    ]
    one = make_person(cast.oakfield, Audience.STAFF, given_name="Ada", family_name="Example")
    make_keeper(account, one)
    assert said(OAKFIELD) == [
        "Your policy names Mr Sample as keeper of Instagram @oak; the register says Ada Example."
    ]
    one.left_on = TODAY
    one.save()
    assert "the register names nobody" in said(OAKFIELD)[0]


def test_what_is_answered(cast: Cast) -> None:
    kept_as_the_policy_says(cast, answers="always")
    assert said(OAKFIELD) == [
        "Your policy says otherwise of what is answered on Instagram @oak; the register says: "
        "Messages and comments."
    ]


def test_who_monitors(cast: Cast) -> None:
    kept_as_the_policy_says(cast)
    make_account(cast, channel="classroom", handle="", monitored_by="the office")
    assert said(WITH_MORE) == [
        "Your policy has Google Classroom monitored by senior leaders; the register says the "
        "office."
    ]


def test_what_the_policy_does_not_name_and_what_it_rules_out(cast: Cast) -> None:
    kept_as_the_policy_says(cast)
    make_account(cast, platform="whatsapp", handle="Parents")
    assert said(WITH_MORE) == [
        "The register has WhatsApp Parents; your policy does not name it.",
        "Your policy rules WhatsApp out; the register has WhatsApp Parents.",
    ]


def test_a_silent_policy_rules_nothing_out(cast: Cast) -> None:
    make_account(cast, platform="tiktok")
    assert said(SILENT) == []


def test_what_is_proposed_is_not_open_yet(cast: Cast) -> None:
    make_account(cast, state=State.PROPOSED)
    assert said(OAKFIELD) == ["Your policy names Instagram; in the register it is not open yet."]


@pytest.mark.parametrize(
    ("state", "offered"),
    [(State.OPEN, []), (State.PROPOSED, []), (State.CLOSED, ["Instagram"])],
)
def test_what_the_register_has_is_not_offered(cast: Cast, state: State, offered: list[str]) -> None:
    make_account(cast, state=state)
    accounts = OfficialAccount.objects.all()
    named = [each.named.name for each in suggestions(OAKFIELD, accounts, [])]
    assert [name for name in named if name != "E-mail"] == offered


def test_a_name_is_offered_only_for_people_whom_it_could_mean(cast: Cast) -> None:
    two = [make_person(cast.oakfield, Audience.STAFF, family_name="Example") for _ in range(2)]
    [first, *_] = suggestions(OAKFIELD, [], [*two, make_person(cast.oakfield, Audience.STAFF)])
    assert first.keepers == (("Ms Example", tuple(two)), ("Mr Sample", ()))


def test_places_where_the_school_has_no_account_are_not_offered() -> None:
    watched = policy(
        clause(
            ClauseName.CHANNEL_KEEPERS,
            "Mr Abel reads Mumsnet.",
            keepers=MappingProxyType({"Mumsnet": ("Mr Abel",), "Google reviews": ("Mr Abel",)}),
        )
    )
    assert suggestions(watched, [], []) == []
