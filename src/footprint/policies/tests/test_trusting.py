"""A trust takes a policy and proposes it; each school decides."""

from datetime import timedelta

import pytest

from footprint.audit.models import Event
from footprint.notices.models import Notice
from footprint.policies import actions
from footprint.policies.drifting import drift
from footprint.policies.models import Decision, PolicyVersion, TrustPolicy
from footprint.policies.tests.factories import (
    MEETING,
    adopt,
    make_adopted,
    make_draft,
    make_reviewed,
    make_sister,
    make_trust_policy,
)
from footprint.policies.trusts import is_trusts, own_names, proposed, without_local
from footprint.rulebook.decisions.difference import states_the_same
from footprint.rulebook.policy import Clause, Policy, Value, clause_from_json
from footprint.rulebook.terms import ClauseName, Role, Stated
from footprint.rulebook.tests.factories import (
    LARKHILL,
    OAKFIELD,
    SILENT,
    clause,
    replacing,
    without,
)
from footprint.schools.models import School
from footprint.users.models import Membership, User
from tests.cast import NOW, Cast

KEEPERS = ClauseName.CHANNEL_KEEPERS
SAID = "Somebody looks after it."
NAMED = clause(KEEPERS, SAID, keepers={"Facebook": ("Ada",)})
BOTH = clause(KEEPERS, SAID, keepers={"Facebook": ("Ada",)}, guidance=("the trust",))
GUIDED = clause(KEEPERS, "They follow the trust.", guidance=("the trust",))
SILENCE = Clause(KEEPERS, Stated.NOT_STATED)

# --- what is the trust's, and what the school's own ---


@pytest.mark.parametrize(
    ("whole", "left"),
    [(NAMED, set()), (BOTH, {"guidance"}), (GUIDED, {"guidance"}), (SILENCE, set())],
)
def test_names_are_no_part_of_a_trusts_policy(whole: Clause, left: set[str]) -> None:
    kept = without_local(Policy("1", {KEEPERS: whole})).clause(KEEPERS)

    assert set(kept.values) == left
    assert kept.is_stated is bool(left)
    assert SAID not in [quote.text for quote in kept.quotes]  # the sentence that names her


def test_a_sentence_that_names_somebody_leaves_every_clause() -> None:
    accounts = clause(ClauseName.OFFICIAL_ACCOUNTS, SAID, accounts=("Facebook",))
    policy = Policy("1", {KEEPERS: NAMED, ClauseName.OFFICIAL_ACCOUNTS: accounts})

    kept = without_local(policy).clause(ClauseName.OFFICIAL_ACCOUNTS)

    assert kept.get("accounts") == ("Facebook",)
    assert SAID not in str(kept)


@pytest.mark.parametrize(
    ("trusts", "own", "keys"),
    [
        (GUIDED, NAMED, {"guidance", "keepers"}),
        (SILENCE, NAMED, {"keepers"}),
        (GUIDED, SILENCE, {"guidance"}),
        (SILENCE, SILENCE, set()),
        (SILENCE, GUIDED, set()),
    ],
)
def test_a_proposal_keeps_the_schools_own_names(
    trusts: Clause, own: Clause, keys: set[str]
) -> None:
    found = proposed(trusts, own)

    assert set(found.values) == keys
    assert found.is_stated is bool(keys)


def test_names_do_not_make_a_clause_a_schools_own() -> None:
    other = clause(KEEPERS, SAID, keepers={"Facebook": ("Ben",)})

    assert is_trusts(other, Policy("1", {KEEPERS: NAMED}))
    assert not is_trusts(GUIDED, Policy("1", {KEEPERS: NAMED}))


def test_drift_counts_clauses_and_shows_each_schools_words(cast: Cast) -> None:
    sister, none = make_sister(cast.oakfield), make_sister(cast.oakfield, "Millbrook School")
    ours = make_adopted(cast.oakfield, OAKFIELD, cast.head)
    theirs = make_adopted(sister, without(OAKFIELD, ClauseName.POLICE), cast.head)
    versions = {cast.oakfield.pk: ours, sister.pk: theirs}

    found = drift(OAKFIELD, [cast.oakfield, sister, none], versions)

    rows = [(each.school, each.version, each.differs) for each in found.schools]
    assert rows == [(cast.oakfield, ours, 0), (sister, theirs, 1), (none, None, 0)]
    [row] = found.clauses
    assert row.reference.name is ClauseName.POLICE
    assert [(each.school, each.clause.is_stated) for each in row.variants] == [(sister, False)]
    assert row.same == (cast.oakfield,)


def test_the_lines_that_only_a_school_has_are_known(cast: Cast) -> None:
    own = clause(ClauseName.POLICE, "We call.", involved="must", where=("illegal", "dangerous"))
    theirs = make_adopted(cast.oakfield, replacing(OAKFIELD, own), cast.head)

    found = drift(OAKFIELD, [cast.oakfield], {cast.oakfield.pk: theirs})

    [variant] = found.clauses[0].variants
    assert variant.own == ("They are involved: must",)


# --- taking ---


def _take(cast: Cast, version: PolicyVersion) -> TrustPolicy:
    return actions.take_as_trust_policy(
        trust=cast.trust, version=version, adopted_on=MEETING, by=cast.trust_lead, now=NOW
    )


def test_taking_writes_the_next_number_without_names(cast: Cast) -> None:
    first = _take(cast, make_adopted(cast.oakfield, OAKFIELD, cast.head))
    second = _take(cast, make_adopted(make_sister(cast.oakfield), LARKHILL, cast.head))

    assert (first.number, second.number) == (1, 2)
    assert second.policy.version == "2"
    assert first.policy.clause(KEEPERS).get("keepers") is None
    assert states_the_same(
        first.policy.clause(ClauseName.POLICE), OAKFIELD.clause(ClauseName.POLICE)
    )
    event = Event.objects.filter(action="policies.taken_by_trust").earliest("number")
    assert (event.by, event.school_id) == (cast.trust_lead.email, cast.oakfield.pk)


def test_a_decided_draft_can_be_taken_and_an_undecided_one_not(cast: Cast) -> None:
    with pytest.raises(actions.CannotTake, match="Decide on every clause"):
        _take(cast, make_draft(cast.oakfield, cast.head, "larkhill.txt"))

    assert _take(cast, make_reviewed(cast.oakfield, cast.head)).number == 1


def test_what_cannot_be_taken(cast: Cast) -> None:
    version = make_adopted(cast.oakfield, OAKFIELD, cast.head)
    _take(cast, version)
    with pytest.raises(actions.CannotTake, match="says already"):
        _take(cast, version)
    with pytest.raises(actions.CannotTake, match="does not belong"):
        _take(cast, make_adopted(cast.riverside, LARKHILL, cast.stranger))
    with pytest.raises(actions.CannotTake, match="in the future"):
        actions.take_as_trust_policy(
            trust=cast.trust,
            version=make_adopted(make_sister(cast.oakfield), LARKHILL, cast.head),
            adopted_on=NOW.date() + timedelta(days=1),
            by=cast.trust_lead,
            now=NOW,
        )
    assert TrustPolicy.objects.count() == 1


# --- proposing ---


def _propose(cast: Cast, trust_policy: TrustPolicy, *schools: School) -> list[PolicyVersion]:
    return actions.propose(trust_policy=trust_policy, schools=schools, by=cast.trust_lead, now=NOW)


def _head_of(school: School) -> User:
    head = User.objects.create_user(f"head@s{school.pk}.example", name="Ida Head", joined_at=NOW)
    Membership.objects.create(user=head, role=Role.HEADTEACHER.value, school=school)
    return head


def test_a_school_that_differs_gets_a_draft_and_its_head_a_message(cast: Cast) -> None:
    sister = make_sister(cast.oakfield)
    head = _head_of(sister)
    version = make_adopted(cast.oakfield, OAKFIELD, cast.head)
    make_adopted(sister, LARKHILL, cast.head)

    drafts = _propose(cast, _take(cast, version), cast.oakfield, sister)

    [draft] = drafts  # Oakfield says all of it already
    assert (draft.school, draft.document, draft.is_draft) == (sister, None, True)
    assert draft.title == "Proposed by the trust (its version 1)"
    assert draft.reviews.count() == len(ClauseName)
    assert not draft.reviews.exclude(decision="").exists()
    read = clause_from_json(
        ClauseName.OFFICIAL_ACCOUNTS, draft.reviews.get(name="official_accounts").as_read
    )
    assert read == OAKFIELD.clause(ClauseName.OFFICIAL_ACCOUNTS)
    [notice] = Notice.objects.all()
    assert notice.to == head.email
    assert f"/policy/drafts/{draft.pk}/" in notice.body
    event = Event.objects.get(action="policies.proposed_by_trust")
    assert event.school_id == sister.pk


def test_proposing_twice_adds_nothing(cast: Cast) -> None:
    sister = make_sister(cast.oakfield)
    trust_policy = _take(cast, make_adopted(cast.oakfield, OAKFIELD, cast.head))

    assert len(_propose(cast, trust_policy, sister)) == 1
    assert _propose(cast, trust_policy, sister) == []
    actions.set_aside(version=PolicyVersion.objects.drafts().get(), by=cast.head, now=NOW)
    assert len(_propose(cast, trust_policy, sister)) == 1


def test_only_the_latest_is_proposed_and_only_within_the_trust(cast: Cast) -> None:
    old = _take(cast, make_adopted(cast.oakfield, OAKFIELD, cast.head))
    new = _take(cast, make_adopted(make_sister(cast.oakfield), LARKHILL, cast.head))

    with pytest.raises(actions.CannotPropose, match="newer"):
        _propose(cast, old, cast.oakfield)
    assert [draft.school for draft in _propose(cast, new, cast.oakfield, cast.riverside)] == [
        cast.oakfield
    ]


def test_a_school_takes_some_keeps_some_and_adopts_itself(cast: Cast) -> None:
    sister = make_sister(cast.oakfield)
    head = _head_of(sister)
    own = replacing(
        without(LARKHILL, ClauseName.EXTREMISM),
        clause(ClauseName.POLICE, "We call them.", involved="must"),
    )
    make_adopted(sister, own, head)
    trust_policy = _take(cast, make_adopted(cast.oakfield, OAKFIELD, cast.head))
    [draft] = _propose(cast, trust_policy, sister)
    for review in draft.reviews.all():
        decide = actions.keep_ours if review.name == "police" else actions.confirm_as_read
        decide(review=review, seen=None, by=head, now=NOW)

    adopted = adopt(draft, head, on=NOW.date())

    assert draft.reviews.get(name="police").decision == Decision.KEPT
    assert adopted.policy.clause(ClauseName.POLICE) == own.clause(ClauseName.POLICE)
    assert own_names(adopted.policy, trust_policy) == {ClauseName.POLICE}
    assert adopted.number == 2


def test_without_a_policy_there_is_nothing_to_keep(cast: Cast) -> None:
    trust_policy = make_trust_policy(make_adopted(cast.oakfield, OAKFIELD, cast.head))
    [draft] = _propose(cast, trust_policy, make_sister(cast.oakfield))
    review = draft.reviews.get(name="police")

    actions.keep_ours(review=review, seen=None, by=cast.head, now=NOW)

    kept = draft.reviewed.clause(ClauseName.POLICE)
    assert kept == SILENT.clause(ClauseName.POLICE)


def test_a_value_keeps_its_sentence_through_the_trust(cast: Cast) -> None:
    trust_policy = _take(cast, make_adopted(cast.oakfield, OAKFIELD, cast.head))
    [draft] = _propose(cast, trust_policy, make_sister(cast.oakfield))

    read = draft.as_it_stands.clause(ClauseName.POLICE)

    assert isinstance(read.values["involved"], Value)
    assert read.values["involved"].quote == OAKFIELD.clause(ClauseName.POLICE).quote
