"""
Do two policies say the same?

Used to show that reading what was written gives the policy back. What is compared:

- which clauses are stated, and every value of the catalogue under them; sentences and places are
  not compared, and "unclear" counts as not stated;
- only what can be said (`saying.sayable`): half a pair is not written, so it cannot come back;
- values of closed lists, numbers and yes: exactly. Names of people and roles: exactly;
- short texts in the reader's words for them. The reader keeps a small vocabulary ("office e-mail"
  for any way of writing to the office; "POSH" for the helpline for professionals; the channels
  that it knows by name; "SLT"). A text for which it has no word is written as it stands, and is
  left out of the comparison: no reader without that school's own list could tell it apart;
- `days` and `expected` together: "within 2 school days" and the number 2 are the same statement,
  wherever it came from (a sentence, or the school's own word at adoption);
- a service whose age is the general minimum age has no age of its own; a channel whose keepers
  are known by name needs no role.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from footprint.rulebook.policy import Clause, Plain, Policy, Value
from footprint.rulebook.reading.names import (
    EMAIL_ADDRESS,
    LEARNING,
    READ_ONLY,
    channel_names,
    people_in,
    roles_in,
)
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.reading.topics.accounts import reply_time_in
from footprint.rulebook.reading.topics.channels import banned_in, watcher_in
from footprint.rulebook.reading.topics.contacts import contact_in
from footprint.rulebook.reading.topics.images import policy_named_in
from footprint.rulebook.reading.topics.incidents import time_in
from footprint.rulebook.reading.topics.keepers import bodies_in
from footprint.rulebook.reading.topics.questions import helplines_in, short_names
from footprint.rulebook.reading.topics.staff import orders_in
from footprint.rulebook.reading.wording import canonical
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.writing.people import prohibition_orders
from footprint.rulebook.writing.phrasing import inside, several
from footprint.rulebook.writing.presence import POSH, helpline_name, way_to
from footprint.rulebook.writing.saying import sayable

_POSH_WORD = "POSH"
Fold = Callable[[str], "tuple[str, ...]"]


def same_policy(one: Policy, other: Policy) -> bool:
    """Whether the two state the same clauses with the same values; see the module's docstring."""
    return not differences(one, other)


def differences(
    one: Policy, other: Policy
) -> dict[tuple[ClauseName, str], tuple[Plain | None, Plain | None]]:
    """{(clause, key): (value in one, value in the other)} for all that is not the same."""
    mine, theirs = meant(one), meant(other)
    places = [*mine, *(place for place in theirs if place not in mine)]
    return {
        place: (mine.get(place), theirs.get(place))
        for place in places
        if mine.get(place) != theirs.get(place)
    }


def meant(policy: Policy) -> Mapping[tuple[ClauseName, str], Plain]:
    """Every value that can be said, in the form in which it is compared."""
    values: dict[tuple[ClauseName, str], Plain] = {}
    for name in ClauseName:
        for key, value in _meant(sayable(policy.clause(name))).items():
            values[name, key] = value
    return MappingProxyType(values)


def _meant(clause: Clause) -> Mapping[str, Plain]:
    found = {key: _compared(clause.name, key, each.value) for key, each in clause.values.items()}
    if clause.name is ClauseName.DELETION_REQUEST:
        found = _one_time(found)
    if clause.name is ClauseName.MINIMUM_AGE:
        found["exceptions"] = _other_ages(found)
    if clause.name is ClauseName.CHANNEL_KEEPERS:
        found["roles"] = _unnamed(found)
    held = {key: Value(each, None) for key, each in found.items()}
    # Without what lost its other half: no sites where no inspectors are spoken of.
    left = sayable(replace(clause, values=MappingProxyType(held)))
    return {key: each.value for key, each in left.values.items()}


def _compared(name: ClauseName, key: str, value: Plain) -> Plain:
    """One value in the reader's words; empty where the reader has no word for it."""
    fold = _WORDS.get((name, key))
    if fold is None:
        return value
    if isinstance(value, Mapping):
        return _folded_pairs(fold, value)
    found = tuple(dict.fromkeys(word for each in several(value) for word in fold(each)))
    return found if isinstance(value, tuple) else "".join(found[:1])


def _folded_pairs(fold: Fold, pairs: Mapping[str, Plain]) -> Mapping[str, Plain]:
    folded: dict[str, Plain] = {}
    for channel, value in pairs.items():
        known = [each for each in channel_names(f"{channel} ") if each not in LEARNING]
        names = tuple(word for each in several(value) for word in fold(each))
        if known and names:
            folded[known[0]] = names
    return folded


def _one_time(found: dict[str, Plain]) -> dict[str, Plain]:
    """ "within 2 school days" and 2 are one statement: it is kept as the number."""
    match = _SCHOOL_DAYS.fullmatch(str(found.get("expected", "")))
    if match is None:
        return found
    number = _NUMBERS.get(match["days"]) or int(match["days"]) if _is_number(match["days"]) else 0
    if not number:
        return found
    return {**{key: each for key, each in found.items() if key != "expected"}, "days": number}


_SCHOOL_DAYS = re.compile(r"within (?P<days>\w+) (?:school |working )?days?")
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "ten": 10}


def _is_number(word: str) -> bool:
    return word.isdigit() or word in _NUMBERS


def _other_ages(found: Mapping[str, Plain]) -> Plain:
    ages = found.get("exceptions")
    if not isinstance(ages, Mapping):
        return ()
    known = {name: age for each, age in ages.items() for name in channel_names(f"{each} ")}
    return {name: age for name, age in known.items() if age != found.get("general")}


def _unnamed(found: Mapping[str, Plain]) -> Plain:
    roles, named = found.get("roles"), found.get("keepers")
    if not isinstance(roles, Mapping):
        return ()
    taken = set(named) if isinstance(named, Mapping) else set()
    return {channel: who for channel, who in roles.items() if channel not in taken}


def _one(word: str | None) -> tuple[str, ...]:
    return (word,) if word else ()


def _contact(text: str) -> tuple[str, ...]:
    sentence = f"Please direct a question {way_to(text)}."
    return _one(contact_in(Sentence(sentence, "", 0, 0, "paragraph")))


def _own(text: str) -> tuple[str, ...]:
    return tuple(name for name in channel_names(f"{text} ") if name not in LEARNING | READ_ONLY)


def _learning(text: str) -> tuple[str, ...]:
    return tuple(name for name in channel_names(f"{text} ") if name in LEARNING)


def _posh(text: str) -> tuple[str, ...]:
    return (_POSH_WORD,) if helpline_name(text) == POSH else ()


def _people(text: str) -> tuple[str, ...]:
    return tuple(name.text for name in people_in(text))


def _offices(text: str) -> tuple[str, ...]:
    return tuple(name.text for name in roles_in(inside(text)))


def _address(text: str) -> tuple[str, ...]:
    match = EMAIL_ADDRESS.fullmatch(text.strip())
    return (match.group().lower(),) if match else ()


_WORDS: Mapping[tuple[ClauseName, str], Fold] = {
    (ClauseName.REPUTATION, "inspection_sites"): lambda text: channel_names(f"{text} "),
    (ClauseName.REPUTATION, "helpline"): _posh,
    (ClauseName.REPUTATION, "helpline_email"): _address,
    (ClauseName.CHANNEL_KEEPERS, "keepers"): _people,
    (ClauseName.CHANNEL_KEEPERS, "roles"): _offices,
    (ClauseName.CHANNEL_KEEPERS, "guidance"): bodies_in,
    (ClauseName.OFFICIAL_ACCOUNTS, "accounts"): _own,
    (ClauseName.OFFICIAL_ACCOUNTS, "reply_within"): lambda text: _one(
        reply_time_in(canonical(text))
    ),
    (ClauseName.OFFICIAL_ACCOUNTS, "enquiries_to"): _contact,
    (ClauseName.EMAIL_OFFICIAL, "ruled_out"): banned_in,
    (ClauseName.REMOTE_LEARNING_CHANNELS, "channels"): _learning,
    (ClauseName.REMOTE_LEARNING_CHANNELS, "monitored_by"): lambda text: _one(
        watcher_in(f"monitored by {canonical(text)}.")
    ),
    (ClauseName.IMAGE_PERMISSION, "refers_to"): lambda text: _one(
        policy_named_in(f"our {text if text.lower().endswith('policy') else f'policy on {text}'}.")
    ),
    (ClauseName.DELETION_REQUEST, "expected"): lambda text: _one(time_in(canonical(text))),
    (ClauseName.THIRD_PARTY_REPORT, "helpline_name"): _posh,
    (ClauseName.QUESTIONS, "parents_ask"): _contact,
    (ClauseName.QUESTIONS, "parents_helpline"): helplines_in,
    (ClauseName.QUESTIONS, "call_on"): short_names,
    (ClauseName.STAFF_CONDUCT, "prohibition_orders"): lambda text: _one(_orders(text)),
}


def _orders(text: str) -> str | None:
    return orders_in(canonical(prohibition_orders(text)))
