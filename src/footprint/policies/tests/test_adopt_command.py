"""`footprint adopt FILE`: the whole of it without a browser, or a plain refusal."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from footprint.policies.models import ClauseReview, PolicyDocument, PolicyVersion
from footprint.policies.tests.factories import SAMPLES, make_draft
from footprint.rulebook.terms import ClauseName
from tests.cast import Cast


def _adopt(file: str = "oakfield.txt", **options: object) -> str:
    out = StringIO()
    asked = {
        "school": "Oakfield Primary School",
        "on": "2025-09-01",
        "minute": "Full governing body, item 7",
        "by": "head@oakfield.example",
        **options,
    }
    words = [f"--{key.replace('_', '-')}={value}" for key, value in asked.items()]
    call_command("adopt", str(SAMPLES / file), *words, stdout=out)
    return out.getvalue()


def test_the_policy_is_adopted_in_the_name_of_the_person(cast: Cast) -> None:
    said = _adopt(review_on="2027-09-01", answer_days=2)

    version = PolicyVersion.objects.get()
    assert (version.adopted_on, version.review_on) == (date(2025, 9, 1), date(2027, 9, 1))
    assert version.adopted_by == cast.head
    assert version.policy.clause(ClauseName.REPUTATION).get("answer_days") == 2
    assert not ClauseReview.objects.exclude(decided_by=cast.head).exists()
    assert "Oakfield Primary School adopted version 1 on 1 September 2025" in said


def test_it_says_what_the_policy_does_not_say_last(cast: Cast) -> None:
    said = _adopt("home_made.txt").splitlines()

    assert said[-1].startswith("Does not say: ")
    assert sum(line.startswith("Does not say: ") for line in said) > 5


def test_it_says_what_stays_open_and_which_number_was_not_needed(cast: Cast) -> None:
    said = _adopt(days=4)

    assert "--days was not used: the document does not leave it open." in said
    assert "school days until a post is answered, or it is noted why not. Without a number" in said
    days = PolicyVersion.objects.get().policy.clause(ClauseName.DELETION_REQUEST).values["days"]
    assert days.value == 2


def test_findings_are_told(cast: Cast) -> None:
    said = _adopt()

    version = PolicyVersion.objects.get()
    assert version.findings
    for finding in version.findings:
        assert f"Found: {finding['sentence']} {finding['what_to_do']}" in said


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"school": "No School"}, "There is no school called “No School”"),
        ({"by": "nobody@oakfield.example"}, "There is no account for nobody@oakfield.example"),
        ({"by": "dsl@oakfield.example"}, "Dinah Lead may not adopt a policy at Oakfield"),
        ({"by": "head@riverside.example"}, "Sam Stranger may not adopt a policy at Oakfield"),
        ({"file": "no-such-file.txt"}, "cannot be opened"),
        ({"file": "not_policies/recipe.txt"}, "recipe.txt is not a social media policy"),
        ({"on": "2999-01-01"}, "The day of adoption lies in the future"),
        ({"review_on": "2025-08-01"}, "The review must come after the adoption"),
        ({"days": "-1"}, "--days must be from 0 to 60"),
        ({"answer_days": "61"}, "--answer-days must be from 0 to 60"),
        ({"minute": " "}, "Give the reference of the minute"),
    ],
)
def test_a_refusal_is_one_sentence_and_leaves_nothing(
    cast: Cast, options: dict[str, str], sentence: str
) -> None:
    with pytest.raises(CommandError) as refusal:
        _adopt(**options)

    assert sentence in str(refusal.value)
    assert refusal.value.returncode == 2
    assert not PolicyDocument.objects.exists()


def test_a_document_under_review_is_not_adopted_behind_its_back(cast: Cast) -> None:
    make_draft(cast.oakfield, cast.dsl)

    with pytest.raises(CommandError, match="already under review"):
        _adopt()

    assert PolicyVersion.objects.drafts().count() == 1
