"""From a mention to an item: suggested with reasons, once, on a desk where somebody sits."""

import pytest

from footprint.audit.models import Event
from footprint.inbox.actions import receive
from footprint.inbox.jobs import receive_waiting
from footprint.inbox.models import Item
from footprint.inbox.tests.factories import make_item, make_mention
from footprint.listening.models import Mention
from footprint.policies.tests.factories import make_adopted
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD
from footprint.users.models import Membership
from tests.cast import NOW, Cast

PRAISE = "Thank you Oakfield Primary for a wonderful summer fair, the staff worked so hard"
THREAT = "somebody should put that Oakfield Primary caretaker in hospital"


def test_a_mention_becomes_one_item_with_reasons_and_the_policy_in_force(cast: Cast) -> None:
    version = make_adopted(cast.oakfield, OAKFIELD, cast.head)

    item = make_item(cast.oakfield, PRAISE)

    assert (item.suggested_kind, item.policy_version) == ("praise", version)
    item.mention.refresh_from_db()
    assert item.mention.received_at == NOW
    assert any(reason["quote"] for reason in item.reasons)
    assert Event.objects.get(target=f"item:{item.pk}").by == "system: inbox.receive"


def test_receiving_again_makes_no_second_item(cast: Cast) -> None:
    mention = make_mention(cast.oakfield, PRAISE)

    first = receive(mention=mention, now=NOW)
    second = receive(mention=mention, now=NOW)

    assert first is not None
    assert second is None
    assert Item.objects.count() == 1


def test_without_a_policy_an_item_is_made_that_says_so(cast: Cast) -> None:
    item = make_item(cast.oakfield, PRAISE)

    assert item.policy_version is None
    assert item.due_date is None
    assert not any(reason["quote"] for reason in item.reasons)


def test_a_threat_is_for_today_on_the_safeguarding_leads_desk(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)

    item = make_item(cast.oakfield, THREAT)

    assert item.suggested_urgent
    assert (item.matter, item.desk) == ("safeguarding", "dsl")
    assert item.due_date is not None
    assert item.due_date.isoformat() == "2026-11-16"


def test_no_item_lies_on_an_empty_desk(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    Membership.objects.filter(user=cast.keeper).delete()

    item = make_item(cast.oakfield, PRAISE)

    assert item.suggested_desk == "social_media_manager"
    assert item.desk == "office"
    assert "Nobody is" in item.reasons[-1]["sentence"]


def test_two_schools_with_two_policies_get_two_suggestions(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    make_adopted(cast.riverside, LARKHILL, cast.stranger)

    here = make_item(cast.oakfield, "What time does the office open?")
    there = make_item(cast.riverside, "What time does the office open?")

    assert here.reasons != there.reasons


def test_the_job_receives_what_waits_and_goes_on_after_a_broken_one(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = make_mention(cast.oakfield, "broken")
    make_mention(cast.oakfield, PRAISE)
    real = receive

    def sometimes(*, mention: Mention, now: object) -> Item | None:
        if mention.pk == broken.pk:
            raise RuntimeError("cannot be read")
        return real(mention=mention, now=now)  # type: ignore[arg-type]

    monkeypatch.setattr("footprint.inbox.jobs.receive", sometimes)

    made = receive_waiting.func()

    assert made == 1
    assert list(Mention.objects.not_received()) == [broken]
