"""What has to change before a draft goes out, in words."""

import pytest

from footprint.rulebook.decisions.permission import (
    OWN_NOT_KNOWN,
    SENTENCES,
    Given,
    Ground,
    PermissionFacts,
    PermissionRuling,
    may_picture_be_used,
)
from footprint.rulebook.decisions.publication import (
    ChangeKind,
    DraftFacts,
    PublicationRuling,
    rule_on_publication,
)
from footprint.rulebook.decisions.publication_places import Place
from footprint.rulebook.decisions.publication_text import FindingKind, TextFinding
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, PictureUse, Platform
from footprint.rulebook.tests.factories import OAKFIELD, SILENT, clause, quote_of, replacing

WEBSITE = Place("website", PictureUse.WEBSITE)
INSTAGRAM = Place("account:1", PictureUse.OFFICIAL_ACCOUNT, Platform.INSTAGRAM)
NAME = TextFinding(FindingKind.FULL_NAME, "Tolly Applegarth", 0, 16, "tolly")
YES = PermissionFacts(given=(Given.YES,))
NO = PermissionFacts(given=(Given.NO,))


def said(facts: PermissionFacts, use: PictureUse = PictureUse.WEBSITE) -> PermissionRuling:
    return may_picture_be_used(policy=SILENT, facts=facts, use=use)


def rule(
    draft: DraftFacts, *places: Place, on: Policy = SILENT, **facts: PermissionFacts
) -> PublicationRuling:
    places = places or (WEBSITE,)
    answers = {
        (person, place.key): said(each, place.use)
        for person, each in facts.items()
        for place in places
    }
    return rule_on_publication(policy=on, draft=draft, places=places, answers=answers)


def kinds(ruling: PublicationRuling) -> list[ChangeKind]:
    return [change.kind for place in ruling.places for change in place.changes]


PICTURE = DraftFacts("Sports day", pictures=1, said_who=True)


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (DraftFacts("Sports day"), []),
        (DraftFacts(""), [ChangeKind.NOTHING_THERE]),
        (DraftFacts("  "), [ChangeKind.NOTHING_THERE]),
        (DraftFacts("", pictures=1, said_who=True), []),
        (DraftFacts("Sports day", pictures=1), [ChangeKind.WHO_IS_IN_IT]),
        (PICTURE, []),
        (
            DraftFacts("Sports day", pictures=2, said_who=True, undescribed=1),
            [ChangeKind.DESCRIPTION],
        ),
        (DraftFacts("x", pictures=1, said_who=True, others=True), [ChangeKind.OTHERS]),
        (DraftFacts("x", pictures=1, said_who=True, others=True, others_agreed=True), []),
        (DraftFacts("x", pictures=1, said_who=True, people=("nell",)), [ChangeKind.PERSON]),
        (DraftFacts("x", said_who=True, people=("nell",)), []),  # no picture, no permission
        (DraftFacts("x", findings=(NAME,)), [ChangeKind.TEXT]),
        (DraftFacts("x", findings=(NAME,), kept=frozenset({NAME.key})), []),
    ],
)
def test_what_has_to_change(draft: DraftFacts, expected: list[ChangeKind]) -> None:
    assert kinds(rule(draft)) == expected


def test_one_child_of_several_holds_the_picture_back_and_only_there() -> None:
    draft = DraftFacts("x", pictures=1, said_who=True, people=("nell", "tolly"))
    answers = {
        ("nell", "website"): said(YES),
        ("tolly", "website"): said(NO),
        ("nell", "account:1"): said(YES),
        ("tolly", "account:1"): said(YES),
    }

    ruling = rule_on_publication(
        policy=SILENT, draft=draft, places=(WEBSITE, INSTAGRAM), answers=answers
    )

    website, instagram = ruling.places
    assert [change.person for change in website.changes] == ["tolly"]
    assert website.changes[0].reasons[0].sentence == SENTENCES[Ground.REFUSED]
    assert instagram.go
    assert not ruling.go


def test_a_person_whom_nobody_asked_is_not_said_to_be_refused() -> None:
    draft = DraftFacts("x", pictures=1, said_who=True, people=("nell",))

    [place] = rule(draft, nell=PermissionFacts()).places

    assert place.changes[0].reasons[0].sentence == SENTENCES[Ground.NO_ANSWER]


@pytest.mark.parametrize(
    ("facts", "stopped"), [(NO, True), (YES, False), (PermissionFacts(), False)]
)
def test_who_is_not_to_be_published_is_not_named_either(
    facts: PermissionFacts, stopped: bool
) -> None:
    ruling = rule(DraftFacts("Well done, Nell Brackwater", named=("nell",)), nell=facts)

    assert kinds(ruling) == ([ChangeKind.NAMED_PERSON] if stopped else [])


def test_words_may_be_kept_with_a_reason_and_people_may_not() -> None:
    draft = DraftFacts("x", 1, 0, ("nell",), True, findings=(NAME,))

    [place] = rule(draft, nell=NO).places

    assert [(change.kind, change.may_be_kept) for change in place.changes] == [
        (ChangeKind.PERSON, False),
        (ChangeKind.TEXT, True),
    ]


def test_a_finding_cites_the_policy_and_says_what_to_write_instead() -> None:
    speaks = clause(ClauseName.DATA_PROTECTION, "Our data protection policy holds.", refers_to=True)
    on = replacing(OAKFIELD, speaks)

    [place] = rule(DraftFacts("x", findings=(NAME,)), on=on).places

    [change] = place.changes
    assert change.sentence == "Write the first name only, or no name."
    assert change.reasons[1].quote == quote_of(on, ClauseName.DATA_PROTECTION)


def test_an_account_is_said_to_be_for_what_its_register_says() -> None:
    place = Place(
        "account:1", PictureUse.OFFICIAL_ACCOUNT, Platform.INSTAGRAM, purpose="News of the school"
    )

    [ruling] = rule(DraftFacts("x"), place, on=OAKFIELD).places

    sentences = [note.sentence for note in ruling.notes]
    assert "Your register says what this account is for: News of the school" in sentences
    assert "Your policy says that messages on Instagram are not answered." in sentences


def test_an_open_view_of_an_older_pupil_is_mentioned_once() -> None:
    open_view = PermissionFacts(given=(Given.YES,), own_is_asked=True)
    draft = DraftFacts("x", 1, 0, ("nell", "tolly"), True)

    [place] = rule(draft, nell=open_view, tolly=open_view).places

    assert [note.sentence for note in place.notes].count(OWN_NOT_KNOWN) == 1
    assert place.go


def test_nothing_goes_to_an_account_that_is_closed() -> None:
    closed = Place("account:1", PictureUse.OFFICIAL_ACCOUNT, Platform.INSTAGRAM, is_open=False)

    assert kinds(rule(DraftFacts("x"), closed)) == [ChangeKind.CLOSED]


def test_a_draft_that_goes_nowhere_does_not_go() -> None:
    ruling = rule_on_publication(policy=SILENT, draft=PICTURE, places=(), answers={})
    assert not ruling.go


def test_the_same_words_in_another_place_are_the_same_finding() -> None:
    elsewhere = TextFinding(FindingKind.FULL_NAME, "tolly  APPLEGARTH", 40, 57)
    assert elsewhere.key == NAME.key
