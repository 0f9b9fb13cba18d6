"""A warning wherever a teacher accused by a pupil could be named in public."""

import pytest

from footprint.rulebook.decisions.anonymity import could_name_an_accused_teacher
from footprint.rulebook.terms import Flag, Matter


@pytest.mark.parametrize(
    ("matter", "flags", "accused", "warns"),
    [
        (Matter.REPUTATION, (), False, False),
        (Matter.CONDUCT, (Flag.INSULT, Flag.PRIVACY), False, False),
        (Matter.REPUTATION, (Flag.ALLEGATION,), False, True),
        (Matter.SAFEGUARDING, (), False, False),
        (Matter.SAFEGUARDING, (Flag.STAFF_CONTACT,), False, True),
        (Matter.CONDUCT, (), True, True),
        (Matter.ALLEGATION, (), False, True),
        (Matter.ALLEGATION_HEAD, (), False, True),
        (Matter.LOW_LEVEL, (), False, False),
    ],
)
def test_when_it_warns(matter: Matter, flags: tuple[Flag, ...], accused: bool, warns: bool) -> None:
    found = could_name_an_accused_teacher(matter=matter, flags=flags, staff_accused=accused)
    assert found is warns
