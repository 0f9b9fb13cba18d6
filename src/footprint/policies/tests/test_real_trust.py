"""
The difference view at work: three real policies as three schools of one invented trust.

They lie beside the project on some machines only; no word of theirs stands here. What must be
shown as different is worked out from the table of what a person read in them.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from footprint.policies import actions
from footprint.policies.models import PolicyVersion, TrustPolicy
from footprint.policies.tests.factories import MEETING, adopt, make_sister
from footprint.policies.trusts import own_names
from footprint.rulebook.policy import Plain
from footprint.rulebook.terms import ClauseName
from footprint.schools.models import School
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, text_of

FOLDER = Path(__file__).resolve().parents[5] / "shared" / "policies"
TABLE = FOLDER / "expected.tsv"
DOCUMENTS = {  # {the file's name: (the invented school, what it calls its governors)}
    "trent": ("Oakfield Primary School", "governors"),
    "st-margarets": ("Ashby Infant School", "governors"),
    "nest": ("Thornbury Road Junior School", "LCMs"),
}
VOCABULARY = "no_friending"  # there the three differ only in what they call their governors
pytestmark = pytest.mark.skipif(
    not TABLE.exists(), reason="the real policies are not beside the project"
)


@pytest.fixture
def versions(cast: Cast) -> dict[str, PolicyVersion]:
    """{the file's name: what the school adopted of it, confirmed as it was read}."""
    found = {}
    for document, (name, word) in DOCUMENTS.items():
        school = School.objects.filter(name=name).first() or make_sister(cast.oakfield, name)
        school.governors_word = word
        school.save()
        found[document] = _adopted(school, document, cast.head)
    return found


def _adopted(school: School, document: str, by: User) -> PolicyVersion:
    version = actions.upload(
        school=school,
        data=(FOLDER / f"{document}.txt").read_bytes(),
        filename=f"{document}.txt",
        insist=False,
        by=by,
        now=NOW,
    )
    for review in version.reviews.all():
        actions.confirm_as_read(review=review, seen=None, by=by, now=NOW)
    return adopt(version, by)


def differing_in_table() -> set[str]:
    """The clauses in which a person who read the three found that they differ."""
    said = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            said[row["clause"]].append({row[document] for document in DOCUMENTS})
    return {clause for clause, rows in said.items() if any(len(each) > 1 for each in rows)}


def differing_on(page: LexborHTMLParser) -> set[str]:
    headings = page.css("h3[id^=clause-]")
    return {str(each.attributes["id"]).removeprefix("clause-") for each in headings}


def compared(cast: Cast, with_version: PolicyVersion | None = None) -> LexborHTMLParser:
    """The trust's page; compared with this school's version, or else with the trust's policy."""
    query = f"?reference={with_version.school_id}" if with_version else ""
    return fetch_page(client_of(cast.trust_lead), f"/policy/trust/{query}")


def member(value: Plain | None, number: int) -> str:
    """One of a list of texts."""
    assert isinstance(value, tuple)
    return str(value[number])


def test_they_differ_where_a_person_found_it_and_nowhere_else(
    cast: Cast, versions: dict[str, PolicyVersion]
) -> None:
    page = compared(cast, versions["trent"])

    assert differing_on(page) == differing_in_table() - {VOCABULARY}


def test_other_words_for_the_same_people_are_shown_as_words(
    cast: Cast, versions: dict[str, PolicyVersion]
) -> None:
    page = compared(cast, versions["trent"])

    governors = text_of(first(page, "section[aria-labelledby=words-1]"))
    advisers = text_of(first(page, "section[aria-labelledby=words-2]"))
    assert governors.startswith("What governors are called")
    assert "Thornbury Road Junior School LCMs" in governors
    assert advisers.startswith("Whom staff may call on for advice")
    assert "local authority advisers" in advisers
    named = versions["st-margarets"].policy.clause(ClauseName.QUESTIONS).get("call_on")
    ashby = member(named, 0)
    assert "authority" not in ashby  # they are named after their own place
    assert ashby in advisers


def test_no_school_reads_the_names_of_anothers_people(
    cast: Cast, versions: dict[str, PolicyVersion]
) -> None:
    keepers = versions["trent"].policy.clause(ClauseName.CHANNEL_KEEPERS).get("keepers")
    assert isinstance(keepers, Mapping)
    names = {member(people, 0) for people in keepers.values()}

    taken = _take(cast, versions["trent"])
    drafts = _propose(cast, taken)

    shown = text_of(compared(cast, versions["trent"]))
    kept = [str(taken.content), *(str(draft.as_it_stands) for draft in drafts), shown]
    assert [name for name in names for words in kept if name in words] == []


def test_a_new_policy_of_the_trust_is_proposed_to_each_and_one_keeps_its_own(
    cast: Cast, versions: dict[str, PolicyVersion]
) -> None:
    taken = _take(cast, versions["nest"])

    drafts = {draft.school_id: draft for draft in _propose(cast, taken)}

    assert set(drafts) == {versions["trent"].school_id, versions["st-margarets"].school_id}
    takes = _adopt_all_but(drafts[versions["trent"].school_id], set(), cast.head)
    asks = ClauseName.DELETION_REQUEST
    keeps = _adopt_all_but(drafts[versions["st-margarets"].school_id], {asks}, cast.head)
    assert own_names(takes.policy, taken) == frozenset()
    assert own_names(keeps.policy, taken) == {asks}
    assert keeps.policy.clause(asks) == versions["st-margarets"].policy.clause(asks)
    assert differing_on(compared(cast)) == {asks}


def _take(cast: Cast, version: PolicyVersion) -> TrustPolicy:
    return actions.take_as_trust_policy(
        trust=cast.trust, version=version, adopted_on=MEETING, by=cast.trust_lead, now=NOW
    )


def _propose(cast: Cast, taken: TrustPolicy) -> list[PolicyVersion]:
    schools = School.objects.filter(trust=cast.trust)
    return actions.propose(trust_policy=taken, schools=schools, by=cast.trust_lead, now=NOW)


def _adopt_all_but(draft: PolicyVersion, kept: set[ClauseName], by: User) -> PolicyVersion:
    for review in draft.reviews.all():
        decide = actions.keep_ours if review.name in kept else actions.confirm_as_read
        decide(review=review, seen=None, by=by, now=NOW)
    return adopt(draft, by, on=NOW.date())
