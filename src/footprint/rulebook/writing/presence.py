"""The school's own presence in plain words: its good name, its channels, its accounts."""

from collections.abc import Iterator

from footprint.rulebook.catalogue.presence import POSTERS
from footprint.rulebook.policy import Clause
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.writing.blocks import Block, SchoolFacts, list_of, paragraph
from footprint.rulebook.writing.phrasing import (
    inside,
    joined,
    members_of,
    pairs_of,
    several,
    text_of,
    texts_of,
)

POSH = "the Professionals’ Online Safety Helpline (POSH)"


def reputation(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """How the school knows and answers what is said about it."""
    if clause.get("monitors"):
        yield _say(clause, "We keep track of what is said about the school online.")
    if clause.get("answers_fairly"):
        yield _say(clause, "We answer criticism and praise alike: fairly, calmly and politely.")
    if days := clause.get("answer_days"):
        yield _say(
            clause,
            f"When a post about the school needs an answer, we give it within {days_of(days)}, or "
            "we note why we do not.",
        )
    if clause.get("inspection_check"):
        sites = texts_of(clause, "inspection_sites")
        where = f", for example on {joined(sites)}" if sites else ""
        yield _say(clause, f"Inspectors may look at what is said about the school online{where}.")
    if helpline := text_of(clause, "helpline"):
        address = text_of(clause, "helpline_email")
        writing = f" You can write to it at {address}." if address else ""
        yield _say(clause, f"{_helpline(helpline, address)} helps schools with their reputation.")
        if writing and not _is_posh(helpline):
            yield _say(clause, writing.strip())


def _helpline(name: str, address: str) -> str:
    if not _is_posh(name):
        return name[:1].upper() + name[1:]
    inside = f"POSH, {address}" if address else "POSH"
    return f"The Professionals’ Online Safety Helpline ({inside})"


def _is_posh(name: str) -> bool:
    return helpline_name(name) == POSH


def helpline_name(name: str) -> str:
    """A helpline as it is written: the one for professionals by its full name."""
    known = {"posh", "the professionals’ online safety helpline", POSH.lower()}
    return POSH if name.strip().lower().replace("'", "’") in known else name


def days_of(days: object) -> str:
    """ "1 school day", "3 school days"."""
    return f"{days} school day" if days == 1 else f"{days} school days"


def channel_keepers(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """Who looks after which channel: today's names where a register is kept."""
    lines = []
    named = pairs_of(clause, "keepers")
    live = facts.keepers if named and facts.keepers is not None else None
    for channel, names in (live if live is not None else named).items():
        lines.append(f"{_is(channel)} looked after by {joined(several(names))}.")
    for channel, roles in pairs_of(clause, "roles").items():
        if channel in named:  # a name says more than an office
            continue
        holders = joined([f"the {inside(role)}" for role in several(roles)])
        lines.append(f"{_is(channel)} looked after by {holders}.")
    if len(lines) == 1:
        yield _say(clause, lines[0])
    else:
        yield from list_of("This is who looks after what:", lines, clause.name)
    if guidance := texts_of(clause, "guidance"):
        yield _say(clause, f"They follow the guidance of {joined(guidance)}.")


def _is(channel: str) -> str:
    return f"{channel} are" if channel.lower().endswith("reviews") else f"{channel} is"


def official_accounts(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """The accounts, and what happens to a message there."""
    if accounts := texts_of(clause, "accounts"):
        have = "may have" if clause.get("status") == "may_have" else "have"
        what = "an official account" if len(accounts) == 1 else "official accounts"
        yield _say(clause, f"We {have} {what} on {joined(accounts)}.")
        listed = (f"{channel}: {address}" for channel, address in facts.accounts or ())
        yield from list_of("This is where to find us:", listed, clause.name)
    if answered := answers(clause):
        yield _say(clause, answered)
    if place := text_of(clause, "enquiries_to"):
        yield _say(clause, f"Please send enquiries {way_to(place)} instead.")
    if clause.get("not_about_children"):
        yield _say(clause, "Please do not write there about individual children.")
    if who := members_of(clause, "may_post"):
        yield _say(clause, f"Only {joined([_POSTERS[each] for each in who])} may post there.")
    if groups := text_of(clause, "parent_groups"):
        yield _say(clause, _GROUPS[groups])


_POSTERS = dict(POSTERS)
_GROUPS = {
    "unofficial": "The chat groups of parents are not run by the school.",
    "official": "The school runs chat groups for parents.",
}


def answers(clause: Clause) -> str:
    """What happens to messages at the accounts, in one sentence; "" where it is not stated."""
    within = f" {text_of(clause, 'reply_within')}" if clause.get("reply_within") else ""
    return {
        "never": "We do not answer messages there.",
        "general_enquiries": f"We answer general enquiries there{within}, and nothing else.",
        "always": f"We answer messages that reach us there{within}.",
    }.get(text_of(clause, "answers"), "")


_WAYS = {
    "office e-mail": "by e-mail to the school office",
    "school office": "to the school office",
    "e-mail": "by e-mail",
    "telephone": "by telephone",
    "website": "through our website",
    "headteacher": "to the Headteacher",
    "class teacher": "to the class teacher",
    "designated safeguarding lead": "to the designated safeguarding lead",
}


def way_to(place: str) -> str:
    """How a message gets there: "by e-mail to the school office", "to the Headteacher"."""
    return _WAYS.get(place.lower(), f"to {place}")


def email_official(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """What people write with, and what they do not."""
    if clause.get("parents"):
        yield _say(clause, "E-mail is the official channel between the school and parents.")
    if clause.get("pupils"):
        yield _say(clause, "E-mail is the official channel between staff and pupils.")
    if ruled_out := texts_of(clause, "ruled_out"):
        yield _say(clause, f"Ruled out for school business: {joined(ruled_out)}.")


def remote_learning(clause: Clause, facts: SchoolFacts) -> Iterator[Block]:
    """Where lessons from home take place."""
    if channels := texts_of(clause, "channels"):
        yield _say(clause, f"For remote learning we use {joined(channels)}.")
    if clause.get("by_year_group"):
        yield _say(clause, "What we use depends on the year group.")
    if who := text_of(clause, "monitored_by"):
        the = "" if who.lower().startswith(("the ", "our ")) or who == "staff" else "the "
        yield _say(clause, f"What happens there is monitored by {the}{who}.")


def _say(clause: Clause, text: str) -> Block:
    return paragraph(text, clause.name)


WRITERS = {
    ClauseName.REPUTATION: reputation,
    ClauseName.CHANNEL_KEEPERS: channel_keepers,
    ClauseName.OFFICIAL_ACCOUNTS: official_accounts,
    ClauseName.EMAIL_OFFICIAL: email_official,
    ClauseName.REMOTE_LEARNING_CHANNELS: remote_learning,
}
