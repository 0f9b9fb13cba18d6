from itertools import product

import pytest

from footprint.rulebook.decisions.permission import (
    OWN_NOT_KNOWN,
    SENTENCES,
    Given,
    Ground,
    MayUse,
    PermissionFacts,
    PermissionRuling,
    may_picture_be_used,
    may_picture_of_all,
)
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, PictureUse
from footprint.rulebook.tests.factories import SILENT, clause, policy

DISAGREE, DO_NOT_PUBLISH = Ground.DISAGREE, Ground.REFUSED
GIVEN, LEFT, NO_ANSWER, OWN_NO = Ground.GIVEN, Ground.LEFT, Ground.NO_ANSWER, Ground.OWN_NO
YES, NO, WITHDRAWN = Given.YES, Given.NO, Given.WITHDRAWN
NEVER, NOT_YET = MayUse.DO_NOT_PUBLISH, MayUse.NOT_YET
SENTENCE = "At Oakfield we ask before a photograph of somebody is put online."
STATED = policy(clause(ClauseName.IMAGE_PERMISSION, SENTENCE, permission_for=("photographs",)))
WORDS_ONLY = policy(
    clause(ClauseName.IMAGE_PERMISSION, SENTENCE, permission_for=("other_information",))
)
POLICIES = {"stated": STATED, "silent": SILENT, "not about pictures": WORDS_ONLY, "none": None}

# What the parents' answers and a pupil's own view come to, when nobody is protected.
PARENTS = {
    "none": (),
    "one yes": (YES,),
    "one no": (NO,),
    "one withdrawn": (WITHDRAWN,),
    "yes and yes": (YES, YES),
    "yes and no": (YES, NO),
    "yes and withdrawn": (YES, WITHDRAWN),
    "no and no": (NO, NO),
    "no and withdrawn": (NO, WITHDRAWN),
    "both withdrawn": (WITHDRAWN, WITHDRAWN),
}
ANSWERS = {
    # what the parents say: without an own view or with a yes, with an own no or withdrawal
    "none": ((NOT_YET, NO_ANSWER), (NOT_YET, OWN_NO)),
    "one yes": ((MayUse.YES, GIVEN), (NOT_YET, OWN_NO)),
    "one no": ((NEVER, DO_NOT_PUBLISH), (NEVER, DO_NOT_PUBLISH)),
    "one withdrawn": ((NEVER, DO_NOT_PUBLISH), (NEVER, DO_NOT_PUBLISH)),
    "yes and yes": ((MayUse.YES, GIVEN), (NOT_YET, OWN_NO)),
    "yes and no": ((NOT_YET, DISAGREE), (NOT_YET, DISAGREE)),
    "yes and withdrawn": ((NOT_YET, DISAGREE), (NOT_YET, DISAGREE)),
    "no and no": ((NEVER, DO_NOT_PUBLISH), (NEVER, DO_NOT_PUBLISH)),
    "no and withdrawn": ((NEVER, DO_NOT_PUBLISH), (NEVER, DO_NOT_PUBLISH)),
    "both withdrawn": ((NEVER, DO_NOT_PUBLISH), (NEVER, DO_NOT_PUBLISH)),
}
OWN = (None, *Given)
EVERY = list(product((False, True), PARENTS, OWN, PictureUse, POLICIES))


def rule(facts: PermissionFacts, use: PictureUse, on: Policy | None = STATED) -> PermissionRuling:
    return may_picture_be_used(policy=on, facts=facts, use=use)


def test_every_ground_has_its_sentence_and_each_is_reached() -> None:
    assert set(SENTENCES) == set(Ground)
    assert SENTENCES[Ground.REFUSED] == "Do not publish a picture of this person."
    reached = {ground for pair in ANSWERS.values() for _, ground in pair}
    assert reached | {LEFT} == set(Ground)


def test_the_table_is_whole() -> None:
    pairs = {tuple(sorted(pair)) for pair in product(Given, repeat=2)}
    listed = {tuple(sorted(said)) for said in PARENTS.values()}
    assert listed == {(), *((one,) for one in Given), *pairs}
    assert set(ANSWERS) == set(PARENTS)
    assert len(EVERY) == 2 * 10 * 4 * 5 * 4


@pytest.mark.parametrize(("protected", "parents", "own", "use", "on"), EVERY)
def test_parents_and_pupil_answer_and_protection_beats_them_all(
    protected: bool, parents: str, own: Given | None, use: PictureUse, on: str
) -> None:
    facts = PermissionFacts(protected=protected, given=PARENTS[parents], own=own, own_is_asked=True)

    ruling = rule(facts, use, POLICIES[on])

    refuses = own in (NO, WITHDRAWN)
    expected = (NEVER, DO_NOT_PUBLISH) if protected else ANSWERS[parents][refuses]
    assert (ruling.may, ruling.ground) == expected


@pytest.mark.parametrize(("parents", "own"), list(product(PARENTS, OWN)))
def test_a_protection_cannot_be_told_from_a_no(parents: str, own: Given | None) -> None:
    """Not by a word, not by a reason more or less."""
    protected = PermissionFacts(protected=True, given=PARENTS[parents], own=own, own_is_asked=True)

    for use in PictureUse:
        assert rule(protected, use) == rule(PermissionFacts(given=(NO,)), use)


@pytest.mark.parametrize("own", OWN)
def test_a_young_pupils_own_answer_does_not_count(own: Given | None) -> None:
    facts = PermissionFacts(given=(YES,), own=own, own_is_asked=False)

    assert rule(facts, PictureUse.WEBSITE).may is MayUse.YES


@pytest.mark.parametrize(
    ("own", "expected"),
    [(None, NO_ANSWER), (YES, GIVEN), (NO, DO_NOT_PUBLISH), (WITHDRAWN, DO_NOT_PUBLISH)],
)
@pytest.mark.parametrize("parents", PARENTS)
def test_an_adult_decides_alone(parents: str, own: Given | None, expected: Ground) -> None:
    facts = PermissionFacts(given=PARENTS[parents], own=own, own_is_asked=True, decides_alone=True)

    assert rule(facts, PictureUse.PRESS).ground is expected


@pytest.mark.parametrize("parents", PARENTS)
def test_a_yes_is_for_the_time_at_the_school_and_a_no_for_longer(parents: str) -> None:
    ruling = rule(PermissionFacts(given=PARENTS[parents], here=False), PictureUse.WEBSITE)

    stays = ANSWERS[parents][0][0] is NEVER
    assert ruling.ground is (DO_NOT_PUBLISH if stays else LEFT)


def test_an_open_view_of_an_older_pupil_is_mentioned_beside_the_yes() -> None:
    facts = PermissionFacts(given=(YES,), own_is_asked=True)

    assert rule(facts, PictureUse.WEBSITE).reasons[-1].sentence == OWN_NOT_KNOWN
    known = PermissionFacts(given=(YES,), own=YES, own_is_asked=True)
    assert len(rule(known, PictureUse.WEBSITE).reasons) == 2


@pytest.mark.parametrize("use", PictureUse)
@pytest.mark.parametrize("on", POLICIES)
def test_the_policy_is_cited_where_it_speaks_and_named_silent_where_not(
    use: PictureUse, on: str
) -> None:
    reason = rule(PermissionFacts(given=(YES,)), use, POLICIES[on]).reasons[1]

    if on == "stated" and use is not PictureUse.INSIDE_SCHOOL:
        assert reason.quote is not None
        assert reason.quote.text == SENTENCE
    else:
        assert reason.quote is None
        assert reason.sentence.startswith("Your policy does not say")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([], MayUse.YES),
        ([(YES,)], MayUse.YES),
        ([(YES,), ()], NOT_YET),
        ([(YES,), (), (NO,)], NEVER),
    ],
)
def test_a_picture_of_several_needs_a_yes_for_each(
    answers: list[tuple[Given, ...]], expected: MayUse
) -> None:
    rulings = [rule(PermissionFacts(given=each), PictureUse.WEBSITE) for each in answers]

    assert may_picture_of_all(rulings) is expected
