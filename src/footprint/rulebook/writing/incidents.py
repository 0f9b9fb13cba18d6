"""Permissions, agreements, and what happens when something goes wrong, in plain words."""

from collections.abc import Iterator

from footprint.rulebook.policy import Clause
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.writing.blocks import Block, SchoolFacts, list_of, paragraph
from footprint.rulebook.writing.phrasing import (
    DESKS,
    joined,
    members_of,
    people_word,
    text_of,
    upper_first,
)
from footprint.rulebook.writing.presence import POSH, days_of, helpline_name

SUBJECTS = {
    "photographs": "photographs",
    "videos": "videos",
    "other_information": "any other information about other people",
}
ROUTES = {
    "behaviour_policy": "behaviour policy",
    "code_of_conduct": "code of conduct",
    "code_of_conduct_or_handbook": "code of conduct or staff handbook",
    "disciplinary_procedure": "disciplinary procedure",
}


def image_permission(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """Permission before an upload, and pictures from school events."""
    if subjects := members_of(clause, "permission_for"):
        what = joined([SUBJECTS[each] for each in subjects], "or")
        verb = "is" if subjects == ("other_information",) else "are"
        yield _say(clause, f"We ask for permission before {what} {verb} uploaded.")
    if name := text_of(clause, "refers_to"):
        is_title = name.lower().endswith("policy")
        named = f"our {name}" if is_title else f"our policy on {name}"
        yield _say(clause, f"More on this stands in {named}.")
    events = {
        "forbidden": "Pictures of others from school events must not be shared online.",
        "discouraged": "Sharing pictures of others from school events online is discouraged.",
        "allowed": "Pictures of others from school events may be shared online.",
    }
    if stance := text_of(clause, "school_events"):
        yield _say(clause, events[stance])


def acceptable_use(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """Who signs."""
    if clause.get("all_sign"):
        yield _say(
            clause, "Every member of the school community signs an acceptable use agreement."
        )
    signers = (people_word(each, facts) for each in members_of(clause, "signed_by"))
    yield from list_of("An acceptable use agreement is signed by:", signers, clause.name)


def data_protection(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """The policy that it stands beside."""
    if clause.get("refers_to"):
        yield _say(clause, "Our data protection policy holds for social media too.")


def breach_route(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """Under which rules a breach is dealt with."""
    for key, who in (("pupils", "pupil"), ("staff", "member of staff")):
        if route := text_of(clause, key):
            yield _say(
                clause,
                f"If a {who} breaks this policy, that is dealt with under our {ROUTES[route]}.",
            )


def deletion_request(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """Who asks for what to be deleted, and by when."""
    tags = members_of(clause, "posts")
    what = f"a post that is {joined(tags, 'or')}" if tags else "a post that breaks these rules"
    opening = f"If a member of our school community writes {what}"
    if desk := text_of(clause, "requested_by"):
        yield _say(clause, f"{opening}, {DESKS[desk]} asks for it to be deleted.")
    else:
        yield _say(clause, f"{opening}, that person is asked to delete it.")
    if due := when_due(clause):
        yield _say(clause, f"We expect the post to be deleted {due}.")


def when_due(clause: Clause) -> str:
    """By when a post goes, in the policy's words and in days; "" where neither is known."""
    expected, days = text_of(clause, "expected"), clause.get("days")
    within = f"within {days_of(days)}" if days else ""
    if not (expected and within):
        return expected or within
    if "day" in expected and expected.startswith("within"):
        return expected
    return f"{expected}, which here means {within}"


def third_party_report(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """What happens to a post from outside."""
    modal = {"must": "will", "may": "may"}
    outside = "If a post comes from somebody outside the school community, the school"
    if platform := text_of(clause, "platform"):
        yield _say(
            clause, f"{outside} {modal[platform]} report it to the platform where it stands."
        )
        outside = "It"
    if helpline := text_of(clause, "helpline"):
        name = _for_professionals(text_of(clause, "helpline_name"))
        also = " also" if outside == "It" else ""
        yield _say(clause, f"{outside} {modal[helpline]}{also} contact {name} for help.")


def _for_professionals(name: str) -> str:
    """The helpline by its name, and what it is where the name does not say."""
    full, what = helpline_name(name), "the helpline for professionals"
    if full == POSH or what in full.lower():
        return full
    return f"{what} ({full})" if full else what


def police(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """When the police are involved."""
    modal = {"must": "will", "may": "may"}[text_of(clause, "involved")]
    words = {"illegal": "against the law", "dangerous": "dangerous"}
    where = joined([words[each] for each in members_of(clause, "where")], "or")
    doing = f"the school {modal} involve the police or other authorities."
    yield _say(clause, f"Where a post is {where}, {doing}" if where else upper_first(doing))


ACTS = {
    "support": "support",
    "promote": "promote",
    "give_voice": "give a voice to",
    "browse": "browse",
    "download": "download",
    "send": "send",
}


def extremism(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """The Prevent duty, and what staff do not do."""
    if clause.get("prevent_duty"):
        yield _say(clause, "The Prevent duty binds our school, online as everywhere else.")
    if acts := members_of(clause, "staff_must_not"):
        listed = joined([ACTS[act] for act in acts], "or")
        yield _say(clause, f"Staff must not {listed} anything extremist.")


def _say(clause: Clause, text: str) -> Block:
    return paragraph(text, clause.name)


WRITERS = {
    ClauseName.IMAGE_PERMISSION: image_permission,
    ClauseName.ACCEPTABLE_USE: acceptable_use,
    ClauseName.DATA_PROTECTION: data_protection,
    ClauseName.BREACH_ROUTE: breach_route,
    ClauseName.DELETION_REQUEST: deletion_request,
    ClauseName.THIRD_PARTY_REPORT: third_party_report,
    ClauseName.POLICE: police,
    ClauseName.EXTREMISM: extremism,
}
