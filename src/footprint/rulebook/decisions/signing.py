"""
Which acceptable use agreement is for whom, and does the policy say that they sign one?

Source: the "AUPs" sentence of a school's social media policy. A policy that says that all members
of the school community sign names every audience; one that lists some leaves the others unnamed,
and we do not add them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from footprint.rulebook.facts import Reason, silent, stated
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import AgreementAudience, Audience, ClauseName


@dataclass(frozen=True)
class Group:
    """
    The people whom one agreement is for.

    Args:
        part: what they are in the school.
        years: the first and last year group, for pupils; -1 is nursery, 0 reception.
    """

    part: Audience
    years: tuple[int, int] | None = None

    def holds(self, part: Audience, year_group: int | None) -> bool:
        """Whether somebody of this part and year belongs to the group."""
        if part is not self.part:
            return False
        if self.years is None:
            return True
        first, last = self.years
        return year_group is not None and first <= year_group <= last


GROUPS: Mapping[AgreementAudience, Group] = MappingProxyType(
    {
        AgreementAudience.INFANTS: Group(Audience.PUPIL, (-1, 2)),
        AgreementAudience.JUNIORS: Group(Audience.PUPIL, (3, 6)),
        AgreementAudience.SECONDARY: Group(Audience.PUPIL, (7, 13)),
        AgreementAudience.PARENTS: Group(Audience.PARENT),
        AgreementAudience.STAFF: Group(Audience.STAFF),
        AgreementAudience.GOVERNORS: Group(Audience.GOVERNOR),
        AgreementAudience.VOLUNTEERS: Group(Audience.VOLUNTEER),
        AgreementAudience.CONTRACTORS: Group(Audience.CONTRACTOR),
    }
)
_WORDS: Mapping[Audience, str] = MappingProxyType(
    {
        Audience.PUPIL: "pupils",
        Audience.PARENT: "parents",
        Audience.STAFF: "staff",
        Audience.GOVERNOR: "governors",
        Audience.VOLUNTEER: "volunteers",
        Audience.CONTRACTOR: "contractors",
    }
)


@dataclass(frozen=True)
class SigningRuling:
    """Whether the policy says that an audience signs, and the sentence that it rests on."""

    named: bool
    reason: Reason


def rule_on_signing(*, policy: Policy, audience: AgreementAudience) -> SigningRuling:
    """Say whether the policy names this audience as signing an acceptable use agreement."""
    clause = policy.clause(ClauseName.ACCEPTABLE_USE)
    part = GROUPS[audience].part
    who = _WORDS[part]
    signers = clause.get("signed_by")
    if clause.is_stated and isinstance(signers, tuple) and part.value in signers:
        return SigningRuling(
            True, stated(f"Your policy says that {who} sign.", clause, "signed_by")
        )
    if clause.is_stated and clause.get("all_sign"):
        sentence = f"Your policy says that everybody signs, and so {who} do."
        return SigningRuling(True, stated(sentence, clause, "all_sign"))
    return SigningRuling(False, silent(f"that {who} sign"))
