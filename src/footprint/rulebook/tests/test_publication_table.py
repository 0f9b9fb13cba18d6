"""
Every draft there can be, placed: who is in the picture, where it goes, what was answered, who is
protected, and what the policy says of the place.

The tables are written out on purpose. A new member of `Audience`, `PictureUse`, `Given`, `Stance`,
`FindingKind` or `AnswersMode` fails here until somebody has decided where it belongs.
"""

from itertools import product

import pytest

from footprint.rulebook.decisions.permission import (
    SENTENCES,
    Given,
    Ground,
    PermissionFacts,
    may_picture_be_used,
)
from footprint.rulebook.decisions.publication import (
    ANSWERED,
    MAY_BE_KEPT,
    ChangeKind,
    DraftFacts,
    rule_on_publication,
)
from footprint.rulebook.decisions.publication_places import Place, stance_on
from footprint.rulebook.decisions.publication_text import (
    BEHIND,
    CHANGE,
    EFFECTS,
    THE_SCHOOLS_CHOICE,
    WHY,
    Effect,
    FindingKind,
    TextFinding,
    effect_of,
    reason_for,
)
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import (
    AnswersMode,
    Audience,
    ClauseName,
    ConductTag,
    PictureUse,
    Platform,
    Stance,
)
from footprint.rulebook.tests.factories import SILENT, clause, policy

# Whose answer counts for whom: a pupil's parents', an adult's own.
DECIDES_ALONE = {
    Audience.PUPIL: False,
    Audience.PARENT: True,
    Audience.STAFF: True,
    Audience.GOVERNOR: True,
    Audience.VOLUNTEER: True,
    Audience.CONTRACTOR: True,
}
# What an answer lets the picture do, when nobody is protected.
GOES = {None: False, Given.YES: True, Given.NO: False, Given.WITHDRAWN: False}
# What the policy says of the place, and whether that lets anything go there.
OPEN = {
    Stance.FORBIDDEN: False,
    Stance.DISCOURAGED: None,  # no part of a policy that is looked for says so of a place
    Stance.ALLOWED: True,
    Stance.NOT_STATED: True,
}
RULED_OUT = clause(ClauseName.EMAIL_OFFICIAL, "We do not use Facebook.", ruled_out=("Facebook",))
NAMED = clause(ClauseName.OFFICIAL_ACCOUNTS, "We have a Facebook page.", accounts=("Facebook",))
POLICIES = {
    Stance.FORBIDDEN: policy(RULED_OUT),
    Stance.ALLOWED: policy(NAMED),
    Stance.NOT_STATED: SILENT,
}
PLATFORMS = dict.fromkeys(PictureUse) | {PictureUse.OFFICIAL_ACCOUNT: Platform.FACEBOOK}
EVERY = list(product(Audience, PictureUse, GOES, (False, True), POLICIES))


def test_every_member_of_every_closed_list_is_placed() -> None:
    assert set(DECIDES_ALONE) == set(Audience)
    assert set(GOES) == {None, *Given}
    assert set(OPEN) == set(Stance)
    assert {stance for stance, goes in OPEN.items() if goes is not None} == set(POLICIES)
    assert set(EFFECTS) == set(BEHIND) == set(WHY) == set(CHANGE) == set(FindingKind)
    assert all(set(row) == set(PictureUse) for row in EFFECTS.values())
    assert set(ANSWERED) == set(AnswersMode)
    assert set(ChangeKind) > MAY_BE_KEPT
    assert len(EVERY) == 6 * 5 * 4 * 2 * 3


@pytest.mark.parametrize(("audience", "use", "answer", "protected", "stance"), EVERY)
def test_a_picture_goes_out_only_with_a_yes_unprotected_and_where_the_policy_lets_it(
    audience: Audience, use: PictureUse, answer: Given | None, protected: bool, stance: Stance
) -> None:
    alone = DECIDES_ALONE[audience]
    facts = PermissionFacts(
        protected=protected,
        given=(answer,) if answer and not alone else (),
        own=answer if alone else None,
        decides_alone=alone,
    )
    place = Place("here", use, PLATFORMS[use])
    said = may_picture_be_used(policy=POLICIES[stance], facts=facts, use=use)
    draft = DraftFacts("Sports day", pictures=1, people=("one",), said_who=True)

    ruling = rule_on_publication(
        policy=POLICIES[stance], draft=draft, places=(place,), answers={("one", "here"): said}
    )

    shut = use is PictureUse.OFFICIAL_ACCOUNT and not OPEN[stance]
    assert ruling.go is (GOES[answer] and not protected and not shut)
    kinds = {change.kind for change in ruling.places[0].changes}
    blocked = protected or not GOES[answer]
    assert kinds == ({ChangeKind.PERSON} if blocked else set()) | (
        {ChangeKind.RULED_OUT} if shut else set()
    )


@pytest.mark.parametrize(("use", "answer"), list(product(PictureUse, GOES)))
def test_nobody_can_tell_a_protection_from_a_no(use: PictureUse, answer: Given | None) -> None:
    """Not by a word, not by a change or a note more or less."""

    def ruling(facts: PermissionFacts) -> object:
        said = may_picture_be_used(policy=SILENT, facts=facts, use=use)
        draft = DraftFacts("Sports day", pictures=1, people=("one",), said_who=True, named=("one",))
        place = Place("here", use, PLATFORMS[use])
        return rule_on_publication(
            policy=SILENT, draft=draft, places=(place,), answers={("one", "here"): said}
        )

    given = (answer,) if answer else ()
    protected = PermissionFacts(protected=True, given=given)
    assert ruling(protected) == ruling(PermissionFacts(given=(Given.NO,)))
    assert SENTENCES[Ground.REFUSED] in str(ruling(protected))


@pytest.mark.parametrize("use", PictureUse)
@pytest.mark.parametrize("stance", POLICIES)
def test_a_place_has_one_stance(use: PictureUse, stance: Stance) -> None:
    found, reason = stance_on(POLICIES[stance], Place("here", use, PLATFORMS[use]))

    expected = stance if use is PictureUse.OFFICIAL_ACCOUNT else Stance.NOT_STATED
    assert found is expected
    assert (reason.quote is None) is (expected is Stance.NOT_STATED)


SAID_OF = {
    FindingKind.FULL_NAME: "information",
    FindingKind.PHONE: "information",
    FindingKind.EMAIL: "information",
    FindingKind.POSTCODE: "information",
    FindingKind.ADDRESS: "information",
    FindingKind.BIRTH: "information",
    FindingKind.CONFIRMS_PUPIL: "children",
    FindingKind.FINDABLE_CHILD: "information",
    FindingKind.OPINION: "opinions",
    FindingKind.CONDUCT: "conduct",
    FindingKind.PRIVATE_LINK: "channels",
    FindingKind.INVITES_ANSWER: None,  # by what is answered at the account
    FindingKind.REVIEW_REQUEST: None,  # no part of a policy that is looked for speaks of it
}
SPEAKING = policy(
    clause(ClauseName.IMAGE_PERMISSION, "information", permission_for=("other_information",)),
    clause(ClauseName.OFFICIAL_ACCOUNTS, "children", not_about_children=True),
    clause(ClauseName.STAFF_CONDUCT, "opinions", not_attributable_to=("school",)),
    clause(ClauseName.CONDUCT, "conduct", must_not_be=("insulting",)),
    clause(ClauseName.EMAIL_OFFICIAL, "channels", ruled_out=("WhatsApp",)),
)


def finding(kind: FindingKind) -> TextFinding:
    return TextFinding(
        kind,
        "these words",
        0,
        5,
        tags=frozenset({ConductTag.INSULTING}),
        platform=Platform.WHATSAPP,
    )


@pytest.mark.parametrize("kind", FindingKind)
def test_each_finding_cites_its_clause_or_says_that_the_policy_is_silent(kind: FindingKind) -> None:
    assert set(SAID_OF) == set(FindingKind)
    said = reason_for(SPEAKING, finding(kind))
    silent = reason_for(SILENT, finding(kind))

    assert (said.quote.text if said.quote else None) == SAID_OF[kind]
    assert silent.quote is None
    assert silent.sentence.startswith("Your policy does not say")


@pytest.mark.parametrize(("kind", "use", "on"), list(product(FindingKind, PictureUse, (0, 1))))
def test_a_silent_policy_stops_for_the_sake_of_people_and_not_of_taste(
    kind: FindingKind, use: PictureUse, on: int
) -> None:
    stated: Policy = (SILENT, SPEAKING)[on]

    effect = effect_of(stated, finding(kind), use)

    expected = EFFECTS[kind][use]
    if kind in THE_SCHOOLS_CHOICE and not on and expected is Effect.STOPS:
        expected = Effect.SAID
    assert effect is expected


ANSWERED_AT = list(product((None, *AnswersMode), (SILENT, "never", "general_enquiries", "always")))


@pytest.mark.parametrize(("register", "said"), ANSWERED_AT)
def test_an_invitation_to_write_is_stopped_only_where_nothing_is_answered(
    register: AnswersMode | None, said: object
) -> None:
    """The register of accounts says it of one account, so it goes before the policy."""
    by_policy = AnswersMode(said) if isinstance(said, str) else None
    stated = clause(ClauseName.OFFICIAL_ACCOUNTS, "Answers.", accounts=("Facebook",), answers=said)  # type: ignore[arg-type]
    on = policy(stated) if by_policy else SILENT
    place = Place("here", PictureUse.OFFICIAL_ACCOUNT, Platform.FACEBOOK, register)
    draft = DraftFacts("Message us", findings=(finding(FindingKind.INVITES_ANSWER),))

    [ruling] = rule_on_publication(policy=on, draft=draft, places=(place,), answers={}).places

    mode = register or by_policy
    assert ruling.go is not (mode is AnswersMode.NEVER)
    if not ruling.go:
        [change] = ruling.changes
        cited = change.reasons[1].quote is not None
        assert cited is (register in (None, by_policy))
