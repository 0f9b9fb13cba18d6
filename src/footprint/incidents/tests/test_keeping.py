"""Open incidents keep their version; the policy's pages count them for those who may see them."""

from datetime import date

import pytest

from footprint.incidents.keeping import open_incidents
from footprint.incidents.models import Incident
from footprint.incidents.tests.factories import FAIR, assessed, close, opened
from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import make_adopted, make_reviewed
from footprint.rulebook.terms import Matter
from footprint.rulebook.tests.factories import OAKFIELD
from footprint.users.models import User
from tests.cast import Cast, client_of
from tests.pages import fetch_page, text_of

VERSIONS = "/policy/versions/"
COMPARE = "/policy/versions/compare/"


@pytest.fixture
def versions(cast: Cast) -> tuple[PolicyVersion, PolicyVersion]:
    """Version 1 keeps two incidents, version 2 one; one began before there was a policy."""
    one = make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2025, 9, 1), number=1)
    two = make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2026, 9, 1), number=2)
    for version in (one, one, two, None):
        opened(cast, policy_version=version)
    return one, two


def counts(user: User, cast: Cast) -> dict[int | None, int]:
    found = open_incidents(user=user, school_id=cast.oakfield.pk)
    assert found is not None
    return dict(found.counts)


def test_each_version_with_how_many_keep_it(
    cast: Cast, versions: tuple[PolicyVersion, PolicyVersion]
) -> None:
    one, two = versions

    assert counts(cast.head, cast) == {one.pk: 2, two.pk: 1, None: 1}


def test_what_is_closed_is_not_counted(
    cast: Cast, versions: tuple[PolicyVersion, PolicyVersion]
) -> None:
    one, _two = versions
    close(assessed(cast, FAIR, policy_version=one))

    assert counts(cast.head, cast)[one.pk] == 2


def test_nobody_gets_a_sign_of_a_matter_about_themselves(
    cast: Cast, versions: tuple[PolicyVersion, PolicyVersion]
) -> None:
    one, two = versions
    Incident.objects.filter(policy_version=two).get().shut_out.add(cast.head)
    opened(cast, policy_version=one, matter=Matter.ALLEGATION_HEAD, owner=cast.chair)

    assert counts(cast.head, cast) == {one.pk: 2, None: 1}
    page = fetch_page(client_of(cast.head), VERSIONS)
    assert [text_of(row) for row in page.css("main li")] == [
        "2 keep version 1",
        "1 began before there was a policy",
    ]


@pytest.mark.parametrize("who", ["teacher", "keeper", "stranger"])
@pytest.mark.usefixtures("versions")
def test_who_may_not_read_incidents_is_told_no_number(cast: Cast, who: str) -> None:
    assert open_incidents(user=getattr(cast, who), school_id=cast.oakfield.pk) is None


@pytest.mark.usefixtures("versions")
def test_the_pages_count_them_and_a_teacher_reads_no_number(cast: Cast) -> None:
    draft = make_reviewed(cast.oakfield, cast.head)
    head, teacher = client_of(cast.head), client_of(cast.teacher)

    for address in (VERSIONS, f"/policy/drafts/{draft.pk}/adopt/"):
        words = text_of(fetch_page(head, address))
        assert "2 keep version 1" in words
        assert "1 keeps version 2" in words
        assert "1 began before there was a policy" in words
    assert "Open incidents" not in text_of(fetch_page(teacher, COMPARE))
    without = client_of(cast.governor, second_factor=False)
    assert "Open incidents" not in text_of(fetch_page(without, VERSIONS))
