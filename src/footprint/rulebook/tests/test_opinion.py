from collections.abc import Iterator
from itertools import combinations

import pytest

from footprint.rulebook.decisions.opinion import (
    GENTLE,
    HARMFUL,
    HEAVY,
    TELLING,
    OpinionRuling,
    rule_on_opinion,
)
from footprint.rulebook.facts import Signal
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import Act, ClauseName, ConductTag, Flag, PostKind
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD, SILENT, quote_of

REMOVAL = {Act.REQUEST_DELETION, Act.PLATFORM_REPORT}
NEVER_FOR_OPINION = {*REMOVAL, Act.POLICE, Act.BAN, Act.SOLICITOR}


def opinion(
    kind: PostKind, *tags: ConductTag, flags: tuple[Flag, ...] = (), policy: Policy = OAKFIELD
) -> OpinionRuling:
    signal = Signal(kind, frozenset(flags))
    return rule_on_opinion(policy=policy, signal=signal, conduct=frozenset(tags))


def every_ruling() -> Iterator[tuple[frozenset[Flag], frozenset[ConductTag], OpinionRuling]]:
    flag_sets = [frozenset[Flag]()] + [frozenset({flag}) for flag in Flag]
    tag_sets = [frozenset(c) for size in range(8) for c in combinations(ConductTag, size)]
    for policy in (OAKFIELD, LARKHILL, SILENT):
        for kind in PostKind:
            for flags in flag_sets:
                for tags in tag_sets:
                    signal = Signal(kind, flags)
                    yield flags, tags, rule_on_opinion(policy=policy, signal=signal, conduct=tags)


def test_respectful_criticism_is_answered_and_never_removed() -> None:
    found = opinion(PostKind.CRITICISM)

    assert found.protected
    assert found.offered == (Act.REPLY, Act.INVITE_IN, Act.PASS_ON_FEEDBACK, Act.LEAVE)
    assert set(found.withheld) == set(HEAVY)
    assert found.reasons[0].quote == quote_of(OAKFIELD, ClauseName.REPUTATION)


@pytest.mark.parametrize(
    ("kind", "acts"),
    [
        (PostKind.PRAISE, {Act.REPLY, Act.PASS_ON_PRAISE, Act.LEAVE}),
        (PostKind.CRITICISM, {Act.REPLY, Act.INVITE_IN, Act.PASS_ON_FEEDBACK, Act.LEAVE}),
        (
            PostKind.CONCERN,
            {Act.REPLY, Act.INVITE_IN, Act.PASS_ON_FEEDBACK, Act.LEAVE, Act.OPEN_INCIDENT},
        ),
        (PostKind.ENQUIRY, {Act.REPLY, Act.PASS_ON_FEEDBACK, Act.LEAVE}),
        (PostKind.NEUTRAL, {Act.REPLY, Act.LEAVE}),
    ],
)
def test_what_is_offered_for_a_post_that_breaks_no_rule(kind: PostKind, acts: set[Act]) -> None:
    assert set(opinion(kind).offered) == acts


def test_every_kind_and_act_has_been_placed() -> None:
    assert set(GENTLE) == set(PostKind)
    assert {act for acts in GENTLE.values() for act in acts} | set(HEAVY) == set(Act)
    assert HARMFUL | {Flag.UNDERAGE} == set(Flag)


def test_the_rules_of_proportion_hold_for_every_post() -> None:
    checked = 0
    for flags, tags, found in every_ruling():
        checked += 1
        assert not set(found.offered) & set(found.withheld)
        assert set(HEAVY) <= {*found.offered, *found.withheld}
        assert found.offered
        assert found.reasons
        assert not {Act.BAN, Act.SOLICITOR} & set(found.offered)
        if found.protected:
            assert not NEVER_FOR_OPINION & set(found.offered)
            assert not flags & HARMFUL
        if Act.POLICE in found.offered:
            assert ConductTag.ILLEGAL in tags or flags & {
                Flag.THREAT,
                Flag.EXTREMISM,
                Flag.SEXUAL,
            }
        if flags & TELLING and not tags:
            assert not REMOVAL & set(found.offered)
    assert checked == 3 * 5 * 12 * 128


@pytest.mark.parametrize("kind", list(PostKind))
def test_rude_alone_never_leads_to_the_police(kind: PostKind) -> None:
    found = opinion(kind, ConductTag.RUDE)

    assert Act.REQUEST_DELETION in found.offered
    assert Act.POLICE in found.withheld
    assert any(r.quote == quote_of(OAKFIELD, ClauseName.POLICE) for r in found.reasons)


def test_a_word_that_the_policy_does_not_use_makes_no_breach() -> None:
    found = opinion(PostKind.CRITICISM, ConductTag.RUDE, policy=LARKHILL)

    assert found.protected
    assert "Your policy does not say that posts must not be rude." in [
        reason.sentence for reason in found.reasons
    ]


@pytest.mark.parametrize("policy", [OAKFIELD, LARKHILL, SILENT])
def test_what_may_be_illegal_may_go_to_the_police_whatever_the_policy_says(policy: Policy) -> None:
    assert Act.POLICE in opinion(PostKind.NEUTRAL, ConductTag.ILLEGAL, policy=policy).offered


@pytest.mark.parametrize(
    ("kind", "protected"),
    [
        (PostKind.CRITICISM, True),
        (PostKind.CONCERN, True),
        (PostKind.PRAISE, True),
        (PostKind.NEUTRAL, False),
        (PostKind.ENQUIRY, False),
    ],
)
def test_an_opinion_is_no_breach_only_by_hurting_the_schools_name(
    kind: PostKind, protected: bool
) -> None:
    assert opinion(kind, ConductTag.DISREPUTE).protected is protected
    assert not opinion(kind, ConductTag.DISREPUTE, ConductTag.INSULTING).protected


@pytest.mark.parametrize("flag", sorted(TELLING))
def test_nobody_is_asked_to_delete_what_may_be_a_report_of_harm(flag: Flag) -> None:
    found = opinion(PostKind.CONCERN, flags=(flag,))

    assert found.offered == (Act.OPEN_INCIDENT,)


def test_a_child_under_age_may_be_helped_though_nobody_did_wrong() -> None:
    found = opinion(PostKind.NEUTRAL, flags=(Flag.UNDERAGE,))

    assert found.protected
    assert Act.OPEN_INCIDENT in found.offered
    assert not NEVER_FOR_OPINION & set(found.offered)
