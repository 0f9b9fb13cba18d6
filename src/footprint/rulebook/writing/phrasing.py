"""Turns of phrase that several sections share: lists of words, people, stances, desks."""

from collections.abc import Mapping, Sequence

from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.policy import Clause, Plain
from footprint.rulebook.reading.wording import canonical
from footprint.rulebook.terms import Stance
from footprint.rulebook.writing.blocks import SchoolFacts

DESKS = {
    "headteacher": "the Headteacher",
    "dsl": "the designated safeguarding lead",
    "office": "the school office",
    "headteacher_or_dsl": "the Headteacher or the designated safeguarding lead",
    "line_manager": "their line manager",
    "school": "the school",
}


def joined(words: Sequence[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def texts_of(clause: Clause, key: str) -> tuple[str, ...]:
    """The members of a list of short texts; () where the policy does not say."""
    value = clause.get(key)
    return tuple(str(each) for each in value) if isinstance(value, tuple) else ()


def members_of(clause: Clause, key: str) -> tuple[str, ...]:
    """The members of a closed list, in the catalogue's order."""
    part = next(part for part in BY_NAME[clause.name].parts if part.key == key)
    stated = texts_of(clause, key)
    return tuple(member for member, _ in part.choices if member in stated)


def text_of(clause: Clause, key: str) -> str:
    """One short text, or a member of a closed list; "" where the policy does not say."""
    value = clause.get(key)
    return value.strip() if isinstance(value, str) else ""


def pairs_of(clause: Clause, key: str) -> Mapping[str, Plain]:
    """The pairs of a mapping; empty where the policy does not say."""
    value = clause.get(key)
    return value if isinstance(value, Mapping) else {}


def several(value: Plain) -> tuple[str, ...]:
    """One value or a tuple of them as texts."""
    return tuple(str(each) for each in value) if isinstance(value, tuple) else (str(value),)


def governors(facts: SchoolFacts) -> str:
    """What the school calls its governors, in words that a stranger understands too."""
    word = facts.governors_word.strip() or "governors"
    known = canonical(word) == "governor"
    return word if known else f"{word} (our governors)"


def people(members: Sequence[str], facts: SchoolFacts, last: str = "and") -> str:
    """Kinds of people in plain words, in one list."""
    return joined([people_word(member, facts) for member in members], last)


def people_word(member: str, facts: SchoolFacts) -> str:
    """One kind of people, in the plural."""
    words = {
        "pupil": "pupils",
        "parent": "parents",
        "staff": "staff",
        "governor": governors(facts),
        "volunteer": "volunteers",
        "contractor": "contractors",
    }
    return words[member]


def ruled(who: str, stance: str, *, do: str, doing: str) -> str:
    """
    A sentence on what somebody may do: "Staff must not follow ...", "... may follow ...".

    Args:
        do, doing: the act and all that follows it ("follow pupils", "following pupils").
    """
    if stance == Stance.FORBIDDEN:
        return f"{who} must not {do}."
    if stance == Stance.DISCOURAGED:
        return f"{who} are discouraged from {doing}."
    return f"{who} may {do}."


_TITLES = ("Headteacher", "Principal")


def inside(role: str) -> str:
    """A role within a sentence: "the school business manager", but "the Headteacher"."""
    plain = role[1:].islower() and role.split()[0] not in _TITLES
    return role[:1].lower() + role[1:] if plain else role


def upper_first(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def todays_ages(stated: Mapping[str, object], facts: SchoolFacts) -> str:
    """ "WhatsApp 13": what services that the policy names say themselves, where it is otherwise."""
    ages = (facts.ages or {}).items()
    return joined([f"{service} {years}" for service, years in ages if service in stated])
