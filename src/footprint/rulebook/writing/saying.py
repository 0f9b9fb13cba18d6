"""
Which of a clause's values can be said in a sentence of their own, and which cannot.

A rule on friends needs to say with whom; "may then call on the trust" needs to say who may. A
policy that a person corrected by hand may hold half of such a pair. Half a pair is not written:
a sentence would have to guess the other half.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from footprint.rulebook.policy import Clause, Policy
from footprint.rulebook.terms import ClauseName, Stated

# (clause, key) -> groups of keys; of each group one at least must be stated too.
_NEEDS: Mapping[tuple[ClauseName, str], tuple[tuple[str, ...], ...]] = {
    (ClauseName.REPUTATION, "inspection_sites"): (("inspection_check",),),
    (ClauseName.REPUTATION, "helpline_email"): (("helpline",),),
    (ClauseName.CHANNEL_KEEPERS, "guidance"): (("keepers", "roles"),),
    (ClauseName.OFFICIAL_ACCOUNTS, "accounts"): (("status",),),
    (ClauseName.OFFICIAL_ACCOUNTS, "status"): (("accounts",),),
    (ClauseName.OFFICIAL_ACCOUNTS, "reply_within"): (("answers",),),
    (ClauseName.REMOTE_LEARNING_CHANNELS, "by_year_group"): (("channels",),),
    (ClauseName.REMOTE_LEARNING_CHANNELS, "monitored_by"): (("channels",),),
    (ClauseName.NO_FRIENDING, "stance"): (("adults",), ("covers",)),
    (ClauseName.NO_FRIENDING, "adults"): (("stance",), ("covers",)),
    (ClauseName.NO_FRIENDING, "covers"): (("stance",), ("adults",)),
    (ClauseName.NO_FOLLOWING, "pupils_follow_adults"): (("adults",),),
    (ClauseName.NO_FOLLOWING, "adults"): (("pupils_follow_adults",),),
    (ClauseName.EXCEPTIONS, "family_links"): (("approved_by",),),
    (ClauseName.EXCEPTIONS, "declared"): (("approved_by",),),
    (ClauseName.IMAGE_PERMISSION, "refers_to"): (("permission_for",),),
    (ClauseName.THIRD_PARTY_REPORT, "helpline_name"): (("helpline",),),
    (ClauseName.POLICE, "where"): (("involved",),),
    (ClauseName.QUESTIONS, "call_on"): (("staff_ask",),),
}
BROKEN_REFERENCE = "a school policy (the reference is broken)"  # as the reader reports one


def sayable(clause: Clause) -> Clause:
    """The clause with what can be said of it; not stated where nothing can."""
    if not clause.is_stated:
        return Clause(clause.name, Stated.NOT_STATED)
    values = {key: value for key, value in clause.values.items() if _can_be_said(clause, key)}
    if not values:
        return Clause(clause.name, Stated.NOT_STATED)
    return replace(clause, values=MappingProxyType(values))


def unsaid(policy: Policy) -> tuple[tuple[ClauseName, str], ...]:
    """
    The stated values that a written policy leaves out, in the catalogue's order.

    Show them to the school: half a rule, a reply time for messages that are never answered, a
    reference that is broken in its own document.
    """
    return tuple(
        (name, key)
        for name in ClauseName
        if policy.clause(name).is_stated
        for key in policy.clause(name).values
        if not _can_be_said(policy.clause(name), key)
    )


def _can_be_said(clause: Clause, key: str) -> bool:
    value = clause.get(key)
    if _is_empty(value) or value == BROKEN_REFERENCE:
        return False
    if key == "reply_within" and clause.get("answers") == "never":
        return False
    groups = _NEEDS.get((clause.name, key), ())
    return all(any(not _is_empty(clause.get(other)) for other in group) for group in groups)


def _is_empty(value: object) -> bool:
    """Nothing, an empty text or list, or "no": silence and "no" are the same to a document."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value is False or (isinstance(value, tuple | Mapping) and not value)
