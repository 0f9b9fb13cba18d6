"""The page of the written policy, saved from a browser and read: the same policy again."""

from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from footprint import rulebook
from footprint.policies.documents.as_source import source_of
from footprint.policies.documents.opening import open_document
from footprint.policies.tests.factories import make_adopted
from footprint.policies.tests.test_printing import paper
from footprint.rulebook.policy import Policy
from footprint.rulebook.reading.plain_text import source_from_text
from footprint.rulebook.reading.reader import read_policy
from footprint.rulebook.tests.generated import policies
from footprint.rulebook.writing.comparing import differences
from tests.cast import Cast, client_of

SAMPLES = sorted((Path(str(rulebook.__file__)).parent / "tests" / "samples").glob("**/*.json"))


def page_read_again(cast: Cast, policy: Policy) -> Policy:
    with transaction.atomic():
        version = make_adopted(cast.oakfield, policy, cast.head)
        page = client_of(cast.teacher).get(paper(version, "policy")).content
        transaction.set_rollback(True)  # the next example adopts its own first version
    read = read_policy(source_of(open_document(page, filename="policy.html")))
    return Policy("1", read.clauses)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_page_of_a_policy_is_read_as_the_same_policy(cast: Cast, path: Path) -> None:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    policy = Policy("1", read_policy(source_from_text(text)).clauses)

    assert differences(policy, page_read_again(cast, policy)) == {}


@given(policy=policies())
@settings(
    deadline=None,
    max_examples=5,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_so_is_that_of_any_other(cast: Cast, policy: Policy) -> None:
    assert differences(policy, page_read_again(cast, policy)) == {}
