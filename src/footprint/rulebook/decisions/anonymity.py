"""
Would a public word name a teacher whom a pupil accuses?

Source: section 141F of the Education Act 2002, as dated in the guidance pack: until charge nobody
may identify such a teacher in public, true or not, and an answer, a letter or a printed page can do
it as well as a post. It is a warning, for a person to read: nothing is stopped by it.
"""

from collections.abc import Collection

from footprint.rulebook.terms import Flag, Matter

FACT = "law.s141f"
_ACCUSED = frozenset({Matter.ALLEGATION, Matter.ALLEGATION_HEAD})
_TELLING = frozenset({Flag.ALLEGATION, Flag.STAFF_CONTACT})


def could_name_an_accused_teacher(
    *, matter: Matter, flags: Collection[Flag], staff_accused: bool = False
) -> bool:
    """
    Whether to warn before something about this matter is said, sent or printed.

    Args:
        flags: what the post contains or reports, as confirmed, else as suggested.
        staff_accused: somebody is named in it as accused.

    Never raises. Rather one warning too many: what a parent accuses whom of is often unclear.
    """
    return staff_accused or matter in _ACCUSED or bool(_TELLING & set(flags))
