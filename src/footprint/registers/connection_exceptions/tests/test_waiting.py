"""What waits for whom, as the page "Today" asks."""

import pytest

from footprint.registers.connection_exceptions.models import ConnectionException
from footprint.registers.connection_exceptions.tests.factories import (
    TODAY,
    adopted,
    allowed,
    by_staff,
    declared,
    reported,
)
from footprint.registers.connection_exceptions.waiting import waiting_for
from tests.cast import Cast


@pytest.mark.parametrize(
    ("who", "decide", "review", "reports"),
    [
        ("head", 1, 1, 2),
        ("chair", 1, 0, 1),
        ("dsl", 0, 0, 1),
        ("deputy", 0, 0, 1),
        ("office", 0, 0, 0),
        ("teacher", 0, 0, 0),
        ("governor", 0, 0, 0),
        ("stranger", 0, 0, 0),
    ],
)
def test_each_sees_what_waits_for_them(
    cast: Cast, who: str, decide: int, review: int, reports: int
) -> None:
    adopted(cast)
    declared(cast)
    declared(cast, user=cast.head, other="Robin Oakapple")
    old = allowed(cast, other="Piers Oakapple")
    ConnectionException.objects.filter(pk=old.pk).update(looked_at_on=TODAY.replace(year=2025))
    reported(cast)
    reported(cast, reporter=cast.keeper, **by_staff(cast.teacher))
    reported(cast, reporter=cast.keeper, **by_staff(cast.head))

    found = waiting_for(getattr(cast, who), cast.oakfield.pk, on=TODAY)

    counts = (found.to_decide.count(), found.to_review.count(), found.reports.count())
    assert counts == (decide, review, reports)
    assert found.count() == sum(counts)
    assert found.for_chair == (who == "chair")
