"""What an account is called; a new member of a closed list fails here until it has a name."""

import pytest

from footprint.registers.official_accounts.models import OfficialAccount
from footprint.registers.official_accounts.wording import (
    ACCOUNT_PLATFORMS,
    ANSWERS,
    CHANNELS,
    PLATFORMS,
    name_of,
)
from footprint.rulebook.terms import AnswersMode, ChannelKind, Platform

# Places that a school reads and has no account in.
READ_ONLY = {Platform.MUMSNET, Platform.NEWS, Platform.WEB, Platform.EMAIL}


def test_every_member_has_its_words() -> None:
    assert set(PLATFORMS) == set(Platform)
    assert set(CHANNELS) == set(ChannelKind)
    assert set(ANSWERS) == set(AnswersMode)
    assert set(ACCOUNT_PLATFORMS) | READ_ONLY == set(Platform)
    assert not set(ACCOUNT_PLATFORMS) & READ_ONLY


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"platform": "instagram", "handle": "@oak"}, "Instagram @oak"),
        ({"platform": "facebook"}, "Facebook"),
        ({"platform": "other", "handle": "LinkedIn"}, "LinkedIn"),
        ({"channel": "classroom"}, "Google Classroom"),
        ({"channel": "other", "handle": "Seesaw"}, "Seesaw"),
        ({"channel": "other"}, "Another channel"),
    ],
)
def test_what_an_account_is_called(fields: dict[str, str], name: str) -> None:
    assert name_of(OfficialAccount(**fields)) == name
