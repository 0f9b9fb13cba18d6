"""
Which strand of online safety would a lesson be about, after what happened online?

Source: issue 4, "incidents (counts only) suggest the next lesson"; the strands are those of
Education for a Connected World. It looks at what a post contained, never at who wrote it: a lesson
is for a whole year group. A flag or a tag without a strand is there on purpose, with its reason.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from footprint.rulebook.terms import ConductTag, Flag, Strand

S = Strand
BY_FLAG: Mapping[Flag, tuple[Strand, ...]] = MappingProxyType(
    {
        Flag.INSULT: (S.RELATIONSHIPS,),
        Flag.BULLYING: (S.BULLYING,),
        Flag.THREAT: (S.BULLYING,),
        Flag.HATE: (S.BULLYING, S.SELF_IMAGE),
        Flag.EXTREMISM: (S.INFORMATION,),
        Flag.SELF_HARM: (S.WELL_BEING,),
        Flag.SEXUAL: (S.RELATIONSHIPS, S.PRIVACY),
        Flag.STAFF_CONTACT: (S.RELATIONSHIPS,),
        Flag.ALLEGATION: (),  # about an adult: nothing that pupils should have learned
        Flag.PRIVACY: (S.PRIVACY, S.REPUTATION),
        Flag.UNDERAGE: (S.WELL_BEING,),  # that strand asks why services have age limits
    }
)
BY_CONDUCT: Mapping[ConductTag, tuple[Strand, ...]] = MappingProxyType(
    {
        ConductTag.BULLYING: (S.BULLYING,),
        ConductTag.AGGRESSIVE: (S.RELATIONSHIPS,),
        ConductTag.RUDE: (S.RELATIONSHIPS,),
        ConductTag.INSULTING: (S.RELATIONSHIPS,),
        ConductTag.ILLEGAL: (),  # says how grave a post is, not what it is about
        ConductTag.INAPPROPRIATE: (S.REPUTATION,),
        ConductTag.DISREPUTE: (S.REPUTATION,),
    }
)


def strands_behind(*, flags: Iterable[Flag], conduct: Iterable[ConductTag]) -> frozenset[Strand]:
    """
    The strands that one matter points to; each once, so that a matter counts once for each.

    Args:
        flags: what the post contains or reports.
        conduct: what it must not be, in the words of the policy.
    """
    found = [strand for flag in flags for strand in BY_FLAG[flag]]
    return frozenset(found + [strand for tag in conduct for strand in BY_CONDUCT[tag]])
