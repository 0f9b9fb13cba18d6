"""What happened online points to strands: complete over everything that a matter can carry."""

import pytest

from footprint.rulebook.decisions.lesson_needs import BY_CONDUCT, BY_FLAG, strands_behind
from footprint.rulebook.terms import ConductTag, Flag, Strand

S = Strand


@pytest.mark.parametrize(
    ("flags", "conduct", "expected"),
    [
        ((), (), set()),
        ((Flag.INSULT,), (), {S.RELATIONSHIPS}),
        ((Flag.BULLYING,), (), {S.BULLYING}),
        ((Flag.THREAT,), (), {S.BULLYING}),
        ((Flag.HATE,), (), {S.BULLYING, S.SELF_IMAGE}),
        ((Flag.EXTREMISM,), (), {S.INFORMATION}),
        ((Flag.SELF_HARM,), (), {S.WELL_BEING}),
        ((Flag.SEXUAL,), (), {S.RELATIONSHIPS, S.PRIVACY}),
        ((Flag.STAFF_CONTACT,), (), {S.RELATIONSHIPS}),
        ((Flag.ALLEGATION,), (), set()),
        ((Flag.PRIVACY,), (), {S.PRIVACY, S.REPUTATION}),
        ((Flag.UNDERAGE,), (), {S.WELL_BEING}),
        ((), (ConductTag.BULLYING,), {S.BULLYING}),
        ((), (ConductTag.AGGRESSIVE,), {S.RELATIONSHIPS}),
        ((), (ConductTag.RUDE,), {S.RELATIONSHIPS}),
        ((), (ConductTag.INSULTING,), {S.RELATIONSHIPS}),
        ((), (ConductTag.ILLEGAL,), set()),
        ((), (ConductTag.INAPPROPRIATE,), {S.REPUTATION}),
        ((), (ConductTag.DISREPUTE,), {S.REPUTATION}),
        ((Flag.BULLYING,), (ConductTag.BULLYING,), {S.BULLYING}),
        ((Flag.PRIVACY,), (ConductTag.RUDE,), {S.PRIVACY, S.REPUTATION, S.RELATIONSHIPS}),
    ],
)  # fmt: skip
def test_a_matter_points_to_strands(
    flags: tuple[Flag, ...], conduct: tuple[ConductTag, ...], expected: set[Strand]
) -> None:
    assert strands_behind(flags=flags, conduct=conduct) == expected


def test_every_flag_and_every_tag_has_its_place() -> None:
    """A new one fails here until somebody has said what it points to, or that it does not."""
    assert {flag.name for flag in BY_FLAG} == {flag.name for flag in Flag}
    assert {tag.name for tag in BY_CONDUCT} == {tag.name for tag in ConductTag}


def test_only_those_without_a_strand_on_purpose_have_none() -> None:
    assert [flag for flag in Flag if not BY_FLAG[flag]] == [Flag.ALLEGATION]
    assert [tag for tag in ConductTag if not BY_CONDUCT[tag]] == [ConductTag.ILLEGAL]
