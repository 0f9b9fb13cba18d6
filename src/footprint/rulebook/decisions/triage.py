"""
On whose desk does a post land, as which class of matter, and by when is it looked at?

Source: "we ... monitor our social media footprint ... to respond to criticism and praise" and the
notes on who is told of an attempt to connect. What a post looks like is suggested by `signals`;
a person confirms. The desk is always one that may open the suggested class.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from footprint.rulebook.decisions.deadline import answer_due
from footprint.rulebook.facts import Reason, SchoolCalendar, Signal, silent, stated
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, Flag, Matter, PostKind, Role

# The flag that decides is the first of these that a post has: the most protected class wins.
MATTER_OF_FLAG: Mapping[Flag, Matter | None] = MappingProxyType(
    {
        Flag.ALLEGATION: Matter.ALLEGATION,
        Flag.SELF_HARM: Matter.SAFEGUARDING,
        Flag.SEXUAL: Matter.SAFEGUARDING,
        Flag.THREAT: Matter.SAFEGUARDING,
        Flag.EXTREMISM: Matter.SAFEGUARDING,
        Flag.STAFF_CONTACT: Matter.SAFEGUARDING,
        Flag.BULLYING: Matter.PUPIL_CONDUCT,
        Flag.UNDERAGE: Matter.PUPIL_CONDUCT,
        Flag.HATE: Matter.CONDUCT,
        Flag.PRIVACY: Matter.CONDUCT,
        Flag.INSULT: Matter.CONDUCT,
    }
)
# For today even where the post was not marked urgent.
URGENT_FLAGS = frozenset(
    {Flag.ALLEGATION, Flag.SELF_HARM, Flag.SEXUAL, Flag.THREAT, Flag.EXTREMISM}
)
TO_DSL = "It goes to the designated safeguarding lead."


@dataclass(frozen=True)
class TriageSuggestion:
    """
    What is suggested about a post; a person confirms or corrects it.

    Args:
        desk: the role that looks at it first.
        due: the day by which somebody does, in the school's own calendar; None where neither the
            policy nor the school gave a time.
        urgent: a person should see it today, on a closed day too.
    """

    kind: PostKind
    flags: frozenset[Flag]
    matter: Matter
    desk: Role
    due: date | None
    urgent: bool
    reasons: tuple[Reason, ...]


def suggest(
    *, policy: Policy, signal: Signal, received_on: date, calendar: SchoolCalendar
) -> TriageSuggestion:
    """
    Suggest class, desk and due date of a post.

    Args:
        received_on: the day the post reached us, in the school's own calendar.

    Raises:
        ValueError: the calendar has no school day within a year.
    """
    matter = _matter(signal)
    desk, why_desk = _desk(policy, signal)
    urgent = signal.urgent or bool(signal.flags & URGENT_FLAGS)
    due, why_due = _due(policy, urgent, received_on, calendar)
    return TriageSuggestion(
        signal.kind, signal.flags, matter, desk, due, urgent, (why_desk, why_due)
    )


def _deciding_flag(signal: Signal) -> Flag | None:
    return next((flag for flag in MATTER_OF_FLAG if flag in signal.flags), None)


def _matter(signal: Signal) -> Matter:
    flag = _deciding_flag(signal)
    found = MATTER_OF_FLAG[flag] if flag else None
    if found is not None:
        return found
    return Matter.CONDUCT if signal.kind is PostKind.CONCERN else Matter.REPUTATION


def _due(
    policy: Policy, urgent: bool, received_on: date, calendar: SchoolCalendar
) -> tuple[date | None, Reason]:
    if urgent:
        return received_on, Reason("It should be seen today.")
    ruling = answer_due(policy=policy, received_on=received_on, calendar=calendar)
    return ruling.due, ruling.reason


def _desk(policy: Policy, signal: Signal) -> tuple[Role, Reason]:
    flag = _deciding_flag(signal)
    if flag is Flag.ALLEGATION:
        sentence = (
            "Your policy does not say who takes an accusation against an adult. National guidance "
            "does: the headteacher, or the chair if the headteacher is accused."
        )
        return Role.HEADTEACHER, Reason(sentence)
    if flag is Flag.STAFF_CONTACT:
        return _contact_desk(policy, by_adult=signal.urgent)
    if flag is not None and MATTER_OF_FLAG[flag] is not Matter.CONDUCT:
        return Role.DSL, _safety_reason(policy, flag)
    if flag is not None:
        return _conduct_desk(policy)
    return _kind_desk(policy, signal.kind)


def _contact_desk(policy: Policy, *, by_adult: bool) -> tuple[Role, Reason]:
    # Signals mark contact as urgent where the adult began it: that is how the two are told apart.
    clause = policy.clause(ClauseName.BREACH_NOTICE)
    key, who = ("by_staff", "an adult of the school") if by_adult else ("by_child", "a child")
    named = clause.get(key) if clause.is_stated else None
    if named is None:
        return Role.DSL, silent(f"who is told of an attempt by {who}", TO_DSL)
    if named == Role.OFFICE:  # it may not open a safeguarding matter
        sentence = "Your policy names the school office, which may not open such a matter."
        return Role.DSL, stated(f"{sentence} {TO_DSL}", clause, key)
    sentence = f"It looks like contact begun by {who}; your policy says who is told."
    return Role(str(named)), stated(sentence, clause, key)


def _safety_reason(policy: Policy, flag: Flag) -> Reason:
    clause = policy.clause(ClauseName.EXTREMISM)
    if flag is Flag.EXTREMISM and clause.is_stated:
        return stated("Your policy names the Prevent duty. The safeguarding lead looks.", clause)
    clause = policy.clause(ClauseName.UNDERAGE_SUPPORT)
    if flag is Flag.UNDERAGE and clause.is_stated:
        return stated("A pupil may be too young for a service. Your policy offers help.", clause)
    return silent("who looks first when a child's safety is in question", TO_DSL)


def _conduct_desk(policy: Policy) -> tuple[Role, Reason]:
    clause = policy.clause(ClauseName.DELETION_REQUEST)
    named = str(clause.get("requested_by") or "") if clause.is_stated else ""
    if named in ("dsl", "headteacher", "headteacher_or_dsl"):
        sentence = "It may break the rules for posts; your policy says who asks for deletion."
        desk = Role.DSL if named == "dsl" else Role.HEADTEACHER
        return desk, stated(sentence, clause, "requested_by")
    what = "which person deals with a post that breaks its rules"
    return Role.HEADTEACHER, silent(what, "It goes to the headteacher.")


def _kind_desk(policy: Policy, kind: PostKind) -> tuple[Role, Reason]:
    if kind is PostKind.CONCERN:
        return _concern_desk(policy)
    if kind is PostKind.ENQUIRY:
        return _enquiry_desk(policy)
    return _reputation_desk(policy, kind)


def _concern_desk(policy: Policy) -> tuple[Role, Reason]:
    clause = policy.clause(ClauseName.QUESTIONS)
    named = str(clause.get("staff_ask") or "") if clause.is_stated else ""
    if named == "headteacher":
        return Role.HEADTEACHER, stated("Staff ask the headteacher first.", clause, "staff_ask")
    if named in ("dsl", "headteacher_or_dsl"):
        sentence = "Somebody may need help; your policy says whom staff ask first."
        return Role.DSL, stated(sentence, clause, "staff_ask")
    return Role.DSL, silent("who reads a concern seen online", TO_DSL)


def _enquiry_desk(policy: Policy) -> tuple[Role, Reason]:
    accounts = policy.clause(ClauseName.OFFICIAL_ACCOUNTS)
    questions = policy.clause(ClauseName.QUESTIONS)
    for clause, key in ((accounts, "enquiries_to"), (questions, "parents_ask")):
        if clause.is_stated and clause.get(key):
            return Role.OFFICE, stated("Enquiries go to the school office.", clause, key)
    return Role.OFFICE, silent("who answers enquiries", "They go to the school office.")


def _reputation_desk(policy: Policy, kind: PostKind) -> tuple[Role, Reason]:
    keepers = policy.clause(ClauseName.CHANNEL_KEEPERS)
    if keepers.is_stated and keepers.get("keepers"):
        sentence = "Your policy names who looks after your channels."
        return Role.SOCIAL_MEDIA_MANAGER, stated(sentence, keepers, "keepers")

    desk, words = (
        (Role.HEADTEACHER, "headteacher")
        if kind is PostKind.CRITICISM
        else (Role.OFFICE, "school office")
    )
    clause = policy.clause(ClauseName.REPUTATION)
    if clause.is_stated:
        sentence = f"Your policy says that posts are answered, not by whom. It goes to the {words}."
        return desk, stated(sentence, clause, "answers_fairly")
    return desk, silent("who answers posts about the school", f"It goes to the {words}.")
