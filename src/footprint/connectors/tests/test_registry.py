"""Every kind is listed once, under its own name, with honest words for staff."""

from footprint.connectors.base import Connector
from footprint.connectors.registry import FETCHED, UPLOADED


def test_each_kind_is_listed_under_its_own_name() -> None:
    connectors: list[Connector] = list(FETCHED.values())

    assert [connector.kind for connector in connectors] == list(FETCHED)
    assert [reader.kind for reader in UPLOADED.values()] == list(UPLOADED)
    assert not set(FETCHED) & set(UPLOADED)


def test_each_kind_says_what_it_can_and_cannot_see() -> None:
    words = [(each.label, each.can_see, each.cannot_see) for each in FETCHED.values()]
    words += [(each.label, each.can_see, each.cannot_see) for each in UPLOADED.values()]

    for label, can_see, cannot_see in words:
        assert label
        assert can_see.endswith(".")
        assert cannot_see.endswith(".")
