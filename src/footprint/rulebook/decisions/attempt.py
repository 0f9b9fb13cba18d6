"""
Who is told of an attempt to connect, and what class of matter is it?

Source: note ** of the "Staff, pupils' and parents' SM presence" section: attempts are notified to
the designated safeguarding lead if a child made them, to the headteacher if a member of staff did.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from footprint.rulebook.decisions.connection import role_in_words
from footprint.rulebook.facts import Reason, silent, stated
from footprint.rulebook.policy import SCHOOL_ADULTS, Policy, notice_key
from footprint.rulebook.terms import ClauseName, Matter, Party, Role

YOUNG = frozenset({Party.PUPIL, Party.FORMER_PUPIL})
SUGGESTED = Role.DSL  # where the policy is silent; the reason says that it is our suggestion

# (who tried, who is told): the class must be one that whoever is told may see.
_BY_PUPIL: Mapping[Role, Matter] = {
    Role.DSL: Matter.PUPIL_CONDUCT,
    Role.HEADTEACHER: Matter.PUPIL_CONDUCT,
    Role.OFFICE: Matter.CONDUCT,
}
_BY_ADULT_TO_YOUNG: Mapping[Role, Matter] = {
    Role.DSL: Matter.SAFEGUARDING,
    Role.HEADTEACHER: Matter.ALLEGATION,
    Role.OFFICE: Matter.CONDUCT,
}


@dataclass(frozen=True)
class AttemptRuling:
    """
    Who is told of one attempt.

    Args:
        told: by the policy, or as Footprint suggests.
        by_policy: whether the policy says so; False for a suggestion.
        matter: the class, which decides who may see the report at all.
    """

    told: Role
    by_policy: bool
    matter: Matter
    reasons: tuple[Reason, ...]


def rule_on_attempt(*, policy: Policy, by: Party, to: Party, by_head: bool) -> AttemptRuling:
    """
    Say who is told that one person tried to connect with another.

    Args:
        by_head: the headteacher tried; then nothing of it goes to the headteacher.

    Never raises. Where the policy is silent, the designated safeguarding lead is suggested, and a
    reason says that this is our suggestion.
    """
    if by_head:
        sentence = (
            "It is about the headteacher. Footprint takes it to the chair of governors, whoever "
            "your policy names: nobody is told of a report about themselves."
        )
        return AttemptRuling(Role.CHAIR, False, Matter.ALLEGATION_HEAD, (Reason(sentence),))

    clause = policy.clause(ClauseName.BREACH_NOTICE)
    key = notice_key(by)
    named = clause.get(key) if clause.is_stated and key else None
    if not named:
        reason = silent(
            "who is told of such an attempt",
            f"Footprint suggests {role_in_words(SUGGESTED)}; a person decides.",
        )
        return AttemptRuling(SUGGESTED, False, _matter(by, to, SUGGESTED), (reason,))

    told = Role(str(named))
    reason = stated(f"Your policy says that {role_in_words(told)} is told.", clause, key)
    return AttemptRuling(told, True, _matter(by, to, told), (reason,))


def _matter(by: Party, to: Party, told: Role) -> Matter:
    if by is Party.PUPIL:
        return _BY_PUPIL.get(told, Matter.PUPIL_CONDUCT)
    if to not in YOUNG:
        return Matter.CONDUCT
    if by in SCHOOL_ADULTS:
        return _BY_ADULT_TO_YOUNG.get(told, Matter.ALLEGATION)
    return Matter.SAFEGUARDING
