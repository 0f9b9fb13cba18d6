"""
Is this fair opinion, and so which steps are offered at all?

Respectful criticism of the school's work is not an incident: it is answered, not removed. Source:
the "fair, responsible manner" of a policy's reputation part, and its list of what posts must not
be. Rudeness by itself is never a matter for the police, and criticism does not become a breach by
being unwelcome for the school's name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from footprint.rulebook.decisions.conduct import WORDS, named_in
from footprint.rulebook.facts import Reason, Signal, silent, stated
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import Act, ClauseName, ConductTag, Flag, PostKind

# What may be done about a post that breaks no rule.
GENTLE: Mapping[PostKind, tuple[Act, ...]] = MappingProxyType(
    {
        PostKind.PRAISE: (Act.REPLY, Act.PASS_ON_PRAISE, Act.LEAVE),
        PostKind.CRITICISM: (Act.REPLY, Act.INVITE_IN, Act.PASS_ON_FEEDBACK, Act.LEAVE),
        PostKind.CONCERN: (
            Act.REPLY,
            Act.INVITE_IN,
            Act.PASS_ON_FEEDBACK,
            Act.LEAVE,
            Act.OPEN_INCIDENT,  # what somebody tells of may have to be looked into
        ),
        PostKind.ENQUIRY: (Act.REPLY, Act.PASS_ON_FEEDBACK, Act.LEAVE),
        PostKind.NEUTRAL: (Act.REPLY, Act.LEAVE),
    }
)
HEAVY = (
    Act.OPEN_INCIDENT,
    Act.REQUEST_DELETION,
    Act.PLATFORM_REPORT,
    Act.POLICE,
    Act.BAN,
    Act.SOLICITOR,
)
# A post with one of these is more than opinion, whatever else it is.
HARMFUL = frozenset(
    {
        Flag.INSULT,
        Flag.BULLYING,
        Flag.THREAT,
        Flag.HATE,
        Flag.EXTREMISM,
        Flag.SELF_HARM,
        Flag.SEXUAL,
        Flag.STAFF_CONTACT,
        Flag.ALLEGATION,
        Flag.PRIVACY,
    }
)
_FOR_POLICE = frozenset({Flag.THREAT, Flag.EXTREMISM, Flag.SEXUAL})
# Somebody may be telling of harm: asking them to delete it could silence a report.
TELLING = frozenset({Flag.ALLEGATION, Flag.SELF_HARM, Flag.STAFF_CONTACT})
# The safety questions come first; no answer in public, nothing is simply left.
_SAFETY_FIRST = TELLING | _FOR_POLICE
_OPINIONS = frozenset({PostKind.CRITICISM, PostKind.PRAISE, PostKind.CONCERN})


@dataclass(frozen=True)
class OpinionRuling:
    """
    Which acts are offered.

    Args:
        protected: nothing in the post breaks a rule or may harm somebody.
        offered: what the screen offers, the mildest first.
        withheld: the heavier acts that it does not offer.
    """

    protected: bool
    offered: tuple[Act, ...]
    withheld: tuple[Act, ...]
    reasons: tuple[Reason, ...]


def rule_on_opinion(
    *, policy: Policy, signal: Signal, conduct: frozenset[ConductTag]
) -> OpinionRuling:
    """
    Say which acts are offered about a post.

    Args:
        signal: kind and flags as a person confirmed them.
        conduct: what a person says the post is, in the words that policies use.

    Never raises. A word that the policy does not use makes no breach of it ("illegal" does: that
    is the law's word). A ban or a solicitor's letter is never offered: no part of a policy
    that is looked for speaks of them.
    """
    breaches = _breaches(policy, signal.kind, conduct)
    protected = not breaches and not (signal.flags & HARMFUL)
    offered = _gentle(signal) if protected else _with_heavy(signal, breaches)
    withheld = tuple(act for act in HEAVY if act not in offered)
    reasons = (
        *_why(policy, protected),
        *_why_no_breach(policy, signal.kind, conduct - breaches),
        *_why_withheld(policy, protected, withheld),
    )
    return OpinionRuling(protected, offered, withheld, reasons)


def _breaches(
    policy: Policy, kind: PostKind, conduct: frozenset[ConductTag]
) -> frozenset[ConductTag]:
    breaches = conduct & (named_in(policy) | {ConductTag.ILLEGAL})
    if kind in _OPINIONS and breaches == {ConductTag.DISREPUTE}:
        return frozenset()
    return breaches


def _gentle(signal: Signal) -> tuple[Act, ...]:
    acts = GENTLE[signal.kind]
    if Flag.UNDERAGE in signal.flags and Act.OPEN_INCIDENT not in acts:
        return (*acts, Act.OPEN_INCIDENT)  # a child may need help, though nobody did wrong
    return acts


def _with_heavy(signal: Signal, breaches: frozenset[ConductTag]) -> tuple[Act, ...]:
    acts = () if signal.flags & _SAFETY_FIRST else GENTLE[signal.kind]
    gentle = tuple(act for act in acts if act is not Act.OPEN_INCIDENT)
    removal: tuple[Act, ...] = ()
    if not signal.flags & TELLING:
        removal = (Act.REQUEST_DELETION, Act.PLATFORM_REPORT)
    elif breaches:  # whoever tells of harm is not asked to delete it, however they put it
        removal = (Act.PLATFORM_REPORT,)
    police = ConductTag.ILLEGAL in breaches or bool(signal.flags & _FOR_POLICE)
    return (*gentle, Act.OPEN_INCIDENT, *removal, *((Act.POLICE,) if police else ()))


def _why(policy: Policy, protected: bool) -> tuple[Reason, ...]:
    if not protected:
        clause = policy.clause(ClauseName.CONDUCT)
        if clause.is_stated:
            sentence = "The post seems to be more than an opinion. Your policy says what posts "
            return (stated(sentence + "must not be.", clause, "must_not_be"),)
        return (silent("what posts must not be; the post may still harm somebody"),)

    clause = policy.clause(ClauseName.REPUTATION)
    if clause.is_stated and clause.get("answers_fairly"):
        sentence = "Nothing in the post breaks a rule. Your policy promises a fair answer."
        return (stated(sentence, clause, "answers_fairly"),)
    return (Reason("Nothing in the post breaks a rule of your policy."),)


def _why_no_breach(
    policy: Policy, kind: PostKind, passed_over: frozenset[ConductTag]
) -> tuple[Reason, ...]:
    reasons = []
    for tag in (each for each in ConductTag if each in passed_over):
        if tag is ConductTag.DISREPUTE and kind in _OPINIONS and tag in named_in(policy):
            sentence = "An opinion does not break the policy only by hurting the school's name."
            reasons.append(Reason(sentence))
        else:
            reasons.append(silent(f"that posts must not be {WORDS[tag]}"))
    return tuple(reasons)


def _why_withheld(policy: Policy, protected: bool, withheld: tuple[Act, ...]) -> tuple[Reason, ...]:
    if protected:
        sentence = "People may criticise a school. Deletion, bans, police and solicitors are not "
        return (Reason(sentence + "offered against an opinion."),)
    reasons = [Reason("A ban or a solicitor's letter is never offered here: take advice first.")]
    clause = policy.clause(ClauseName.POLICE)
    if Act.POLICE in withheld and clause.is_stated:
        sentence = "The police are for posts that may be illegal or dangerous; this was not said."
        reasons.append(stated(sentence, clause, "where"))
    return tuple(reasons)
