"""The policy in words for a seven-year-old: short sentences, one thought in each."""

from collections.abc import Iterator

from footprint.rulebook.policy import Clause, Policy
from footprint.rulebook.terms import ClauseName, Stance
from footprint.rulebook.writing.assembling import Section, one_page, shorter
from footprint.rulebook.writing.blocks import Block, SchoolFacts, list_of, paragraph
from footprint.rulebook.writing.phrasing import joined, members_of, pairs_of, text_of


def write_child_page(policy: Policy, facts: SchoolFacts) -> tuple[Block, ...]:
    """One page for young children, from stated values only; it says nothing of the rest."""
    return one_page(
        "Being online: a page for children",
        _SECTIONS,
        policy,
        facts,
        end="Ask a grown-up at school.",
    )


_NEVER = {
    "bullying": "We do not bully anybody.",
    "aggressive": "We do not write angry or scary things.",
    "rude": "We are not rude.",
    "insulting": "We do not call people names.",
    "illegal": "We do not break the law.",
    "inappropriate": "We do not post things that are not right for school.",
    "disrepute": "We do not post things that make our school look bad.",
}


def _conduct(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    for tag in members_of(clause, "must_not_be"):
        yield paragraph(_NEVER[tag], clause.name)
    if "private" in members_of(clause, "applies_to"):
        yield paragraph("This is true in chats and groups too.", clause.name)


def _grown_ups(clause: Clause) -> str:
    adults = members_of(clause, "adults")
    return "teachers and other grown-ups at school" if "staff" in adults else "helpers at school"


_TOGETHER = {"friend": "friends", "friend_request": "friend requests", "message": "messages"}


def _friends(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """Nothing where it is allowed: a page for young children invites nobody to do it."""
    stance, covers = text_of(clause, "stance"), members_of(clause, "covers")
    start = {
        Stance.FORBIDDEN.value: "We do not",
        Stance.DISCOURAGED.value: "It is better not to",
    }.get(stance)
    if start is None:
        return
    grown_ups = _grown_ups(clause)
    if "friend" in covers:
        yield paragraph(f"{start} make friends with {grown_ups} on apps.", clause.name)
    sent = [_TOGETHER[each] for each in covers if each != "friend"]
    if sent:
        yield paragraph(f"{start} send {joined(sent, 'or')} to {grown_ups} on apps.", clause.name)


def _following(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    start = {
        Stance.FORBIDDEN.value: "We do not",
        Stance.DISCOURAGED.value: "It is better not to",
    }.get(text_of(clause, "pupils_follow_adults"))
    if start:
        yield paragraph(f"{start} follow {_grown_ups(clause)} on apps.", clause.name)


def _ages(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    general, stated = clause.get("general"), pairs_of(clause, "exceptions")
    if general:
        text = f"Most apps for posting and chatting are for people of {general} and older."
        yield paragraph(text, clause.name)
    today = facts.ages or {}
    for service, years in stated.items():
        if service in today:
            text = f"Our school says {years} for {service}. {service} itself says {today[service]}."
            yield paragraph(text, clause.name)
        elif years != general:
            yield paragraph(f"{service} is for people of {years} and older.", clause.name)


def _pictures(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    words = {"photographs": "photos", "videos": "videos"}
    shown = [words[each] for each in members_of(clause, "permission_for") if each in words]
    if shown:
        text = f"We ask people before we put {joined(shown, 'or')} of them online."
        yield paragraph(text, clause.name)


_LEARN = {
    "online_behaviour": "how to behave online",
    "good_friend": "how to be a good friend online",
    "report_bullying": "what to do about bullying",
    "report_misuse": "what to do when somebody uses an app in a wrong way",
    "report_intimidation": "what to do when somebody frightens you",
    "report_abuse": "what to do when somebody hurts you",
}


def _lessons(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    topics = (_LEARN[topic] for topic in members_of(clause, "topics"))
    yield from list_of("In our lessons we learn:", topics, clause.name)


def _deletion(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    if clause.get("requested_by"):
        text = "If somebody posts something bad, a grown-up from school asks them to take it away."
        yield paragraph(text, clause.name)


C = ClauseName
_SECTIONS: tuple[Section, ...] = (
    ("What we do not do", (shorter(C.CONDUCT, _conduct),)),
    ("Pictures", (shorter(C.IMAGE_PERMISSION, _pictures),)),
    ("Grown-ups", (shorter(C.NO_FRIENDING, _friends), shorter(C.NO_FOLLOWING, _following))),
    ("How old you need to be", (shorter(C.MINIMUM_AGE, _ages),)),
    ("What we learn", (shorter(C.ONLINE_SAFETY_LESSONS, _lessons),)),
    ("When something goes wrong", (shorter(C.DELETION_REQUEST, _deletion),)),
)
