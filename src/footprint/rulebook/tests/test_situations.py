"""Sixty situations: what must be offered, what must not, and what holds for them all."""

from collections import Counter
from itertools import product

import pytest

from footprint.rulebook.decisions.opinion import TELLING
from footprint.rulebook.decisions.ways import OFF_THE_TRACK, Case, Way, rule_on_ways
from footprint.rulebook.facts import Signal
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ConductTag, Flag, Matter, Poster, PostKind
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD, SILENT
from footprint.rulebook.tests.situations import FAIR, SITUATIONS, Situation


@pytest.mark.parametrize("row", SITUATIONS, ids=[row.what for row in SITUATIONS])
def test_what_is_and_is_not_offered(row: Situation) -> None:
    offered = rule_on_ways(policy=row.policy, case=row.case).offered

    assert not row.must - offered, "must be offered"
    assert not row.must_not & offered, "must not be offered"
    assert not {Way.BAN, Way.SOLICITOR} & offered


def test_there_are_sixty_and_no_row_says_both() -> None:
    assert len(SITUATIONS) == 60
    assert not [each for each, number in Counter(s.what for s in SITUATIONS).items() if number > 1]
    assert not [row.what for row in SITUATIONS if row.must & row.must_not]
    assert all(row.must_not for row in SITUATIONS)


def test_the_table_meets_every_word_of_the_field() -> None:
    assert {row.kind for row in SITUATIONS} == set(PostKind)
    assert {row.poster for row in SITUATIONS} == set(Poster)
    assert {row.matter for row in SITUATIONS} == set(Matter)
    assert {flag for row in SITUATIONS for flag in row.flags} == set(Flag)
    assert {tag for row in SITUATIONS for tag in row.conduct} == set(ConductTag)
    assert {way for row in SITUATIONS for way in row.must} >= set(Way) - {
        Way.BAN,
        Way.SOLICITOR,
        Way.SOCIAL_CARE,
    }


def test_a_fair_opinion_of_the_table_is_what_the_gate_protects() -> None:
    for row in FAIR:
        assert rule_on_ways(policy=row.policy, case=row.case).opinion.protected, row.what


def _all_cases() -> list[Case]:
    flag_sets = [frozenset[Flag](), *(frozenset({flag}) for flag in Flag)]
    tag_sets = [frozenset[ConductTag](), *(frozenset({tag}) for tag in ConductTag)]
    return [
        Case(Signal(kind, flags), poster, matter, tags, illegal, False, fake, agreed)
        for kind, flags, tags, poster, matter, illegal, fake, agreed in product(
            PostKind,
            flag_sets,
            tag_sets,
            Poster,
            Matter,
            (False, True),
            (False, True),
            (False, True),
        )
    ]


@pytest.mark.parametrize("policy", [OAKFIELD, LARKHILL, SILENT])
def test_what_holds_for_every_post_by_everybody(policy: Policy) -> None:
    for case in _all_cases()[::11]:  # the lists are of 5, 12, 8, 6, 7, 2: 11 meets them all
        offered = rule_on_ways(policy=policy, case=case).offered

        assert not {Way.BAN, Way.SOLICITOR} & offered
        assert {Way.LADO, Way.SOCIAL_CARE} <= offered
        if case.signal.flags & TELLING or case.matter in (
            Matter.ALLEGATION,
            Matter.ALLEGATION_HEAD,
        ):
            assert Way.DELETION_REQUEST not in offered
        if case.matter in OFF_THE_TRACK:
            assert {Way.POLICE, Way.PREVENT} <= offered
        elif not case.signal.flags and not case.potentially_illegal:
            assert (Way.POLICE in offered) == (ConductTag.ILLEGAL in case.conduct)
        if case.poster in (Poster.THIRD_PARTY, Poster.NOT_KNOWN):
            assert Way.DELETION_REQUEST not in offered
