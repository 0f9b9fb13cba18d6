"""
Which channels does the policy name, who keeps each, and what is answered there?

Source: the sections on the school's own accounts, on who looks after which channel, on e-mail and
on remote learning; and the sites that inspectors are said to read. The register of official
accounts and the rota of checks are offered from it; a person confirms every row.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.policy import Clause, Policy, Quote
from footprint.rulebook.reading.names import READ_ONLY, channel_names
from footprint.rulebook.terms import AnswersMode, ChannelKind, ClauseName, Platform

EMAIL = "E-mail"
_PLATFORMS: Mapping[str, Platform] = {
    **{each.value.replace("_", " "): each for each in Platform},
    "twitter": Platform.X,
    "x (twitter)": Platform.X,
    "insta": Platform.INSTAGRAM,
}
_CHANNELS: Mapping[str, ChannelKind] = {
    "e-mail": ChannelKind.EMAIL,
    "email": ChannelKind.EMAIL,
    "google classroom": ChannelKind.CLASSROOM,
    "classroom": ChannelKind.CLASSROOM,
    "microsoft teams": ChannelKind.TEAMS,
    "teams": ChannelKind.TEAMS,
    "website": ChannelKind.WEBSITE,
    "school website": ChannelKind.WEBSITE,
    "newsletter": ChannelKind.NEWSLETTER,
}
_NO_ACCOUNT = {name.lower() for name in READ_ONLY} | {"mumsnet", "news"}
_TITLE = re.compile(
    r"^(?:mr|mrs|ms|miss|mx|dr|rev|revd|fr|sir|sister|father|canon)\b\.?\s*", re.IGNORECASE
)


class Said(NamedTuple):
    """A sentence of the policy, with the clause that it stands in and what it states there."""

    clause: ClauseName
    key: str
    quote: Quote

    @property
    def title(self) -> str:
        """The clause in plain words."""
        return BY_NAME[self.clause].title


@dataclass(frozen=True)
class NamedChannel:
    """
    One channel that the policy names.

    Args:
        name: as the policy has it ("Instagram", "Google Classroom").
        platform, channel: what it is in our closed lists; `channel` is OTHER for what is in
            neither, `platform` None for what is not social media.
        own: the school speaks there itself; False for a place that others write in.
        keepers, roles: the people it names, or the offices where it names nobody.
        answers: None where the policy does not say.
        sentences: what is said of it, value by value; one sentence may say several.
    """

    name: str
    platform: Platform | None
    channel: ChannelKind | None
    own: bool
    keepers: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    answers: AnswersMode | None = None
    enquiries_to: str = ""
    monitored_by: str = ""
    sentences: tuple[Said, ...] = ()

    @property
    def cited(self) -> tuple[Said, ...]:
        """The sentences behind it, each once."""
        found: dict[str, Said] = {}
        for said in self.sentences:
            found.setdefault(said.quote.text, said)
        return tuple(found.values())

    def said_for(self, key: str = "") -> Said | None:
        """The sentence behind one value, else the first of all; None for none."""
        own = (said for said in self.sentences if said.key == key)
        return next(own, None) or next(iter(self.cited), None)


def named_channels(policy: Policy) -> tuple[NamedChannel, ...]:
    """
    Every channel that the policy names, each once, in the order of its clauses.

    Never raises. A silent policy names none: we suggest no channel of another school's.
    """
    found: dict[str, NamedChannel] = {}
    for each in _all_named(policy):
        key = each.name.casefold()
        known = found.get(key)
        found[key] = _together(known, each) if known else each
    return tuple(found.values())


def ruled_out(policy: Policy) -> tuple[tuple[str, Said | None], ...]:
    """(channel, sentence) of what the policy rules out for school business."""
    clause = policy.clause(ClauseName.EMAIL_OFFICIAL)
    said = said_in(clause, "ruled_out")
    return tuple((name, said) for name in _texts(clause, "ruled_out"))


def said_in(clause: Clause, key: str) -> Said | None:
    """The sentence behind one value of a clause; None where it was given without one."""
    quote = clause.quote_for(key)
    return Said(clause.name, key, quote) if quote else None


def platform_named(name: str) -> Platform | None:
    """The platform of that name; None for one that is not in our list."""
    return _PLATFORMS.get(name.strip().casefold())


def channel_named(name: str) -> ChannelKind | None:
    """The channel beside social media of that name; None for one that is not in our list."""
    return _CHANNELS.get(name.strip().casefold())


def could_be(written: str, *, given: str, family: str, known_as: str = "") -> bool:
    """
    Whether a name in a policy could mean this person: "Mrs Wickham", "Lorna Wickham".

    A surname with a title fits everybody of that surname; a person confirms.
    """
    words = _folded(_TITLE.sub("", written.strip()))
    if not words:
        return False
    firsts = {_folded(given), _folded(known_as)} - {""}
    last = _folded(family)
    if words == last:
        return True
    return any(words == f"{first} {last}" or words == f"{first[0]} {last}" for first in firsts)


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").replace(".", " ").split()).casefold()


def _all_named(policy: Policy) -> Iterator[NamedChannel]:
    yield from _accounts(policy.clause(ClauseName.OFFICIAL_ACCOUNTS))
    yield from _kept(policy.clause(ClauseName.CHANNEL_KEEPERS))
    yield from _email(policy.clause(ClauseName.EMAIL_OFFICIAL))
    yield from _learning(policy.clause(ClauseName.REMOTE_LEARNING_CHANNELS))
    watched = policy.clause(ClauseName.REPUTATION)
    for name in _texts(watched, "inspection_sites"):
        yield replace(_named(name, watched, "inspection_sites"), own=False)


def _accounts(clause: Clause) -> Iterator[NamedChannel]:
    said = clause.get("answers")
    for name in _texts(clause, "accounts"):
        yield replace(
            _named(name, clause, "accounts", "answers"),
            answers=AnswersMode(str(said)) if said in set(AnswersMode) else None,
            enquiries_to=str(clause.get("enquiries_to") or ""),
        )


def _kept(clause: Clause) -> Iterator[NamedChannel]:
    for key in ("keepers", "roles"):
        kept = clause.get(key)
        for name, who in kept.items() if isinstance(kept, Mapping) else ():
            people = tuple(str(each) for each in (who if isinstance(who, tuple) else (who,)))
            named = _named(name, clause, key)
            yield (
                replace(named, keepers=people) if key == "keepers" else replace(named, roles=people)
            )


def _email(clause: Clause) -> Iterator[NamedChannel]:
    for key in ("parents", "pupils"):
        if clause.get(key):
            yield _named(EMAIL, clause, key)
            return


def _learning(clause: Clause) -> Iterator[NamedChannel]:
    watched_by = str(clause.get("monitored_by") or "")
    for name in _texts(clause, "channels"):
        yield replace(_named(name, clause, "channels", "monitored_by"), monitored_by=watched_by)


def _named(name: str, clause: Clause, *keys: str) -> NamedChannel:
    platform, channel = platform_named(name), channel_named(name)
    if platform is Platform.EMAIL or platform is Platform.WEB:
        platform = None
    elif platform is None and channel is None:
        is_learning = clause.name is ClauseName.REMOTE_LEARNING_CHANNELS
        platform = None if is_learning else Platform.OTHER
        channel = ChannelKind.OTHER if is_learning else None
    quotes = [(key, _sentence(clause, key, name)) for key in keys if key in clause.values]
    return NamedChannel(
        name=name,
        platform=platform,
        channel=None if platform else channel,
        own=name.casefold() not in _NO_ACCOUNT,
        sentences=tuple(Said(clause.name, key, quote) for key, quote in quotes if quote),
    )


def _sentence(clause: Clause, key: str, name: str) -> Quote | None:
    """The sentence behind a value, best one that speaks of this channel by its name."""
    quote = clause.quote_for(key)
    of_it = (each for each in (*((quote,) if quote else ()), *clause.quotes) if _names(each, name))
    return next(of_it, quote)


def _names(quote: Quote, name: str) -> bool:
    return name in channel_names(f"{quote.text} ") or name.casefold() in quote.text.casefold()


def _together(one: NamedChannel, other: NamedChannel) -> NamedChannel:
    """The same channel in two clauses: what either says of it."""
    return replace(
        one,
        own=one.own,  # a place that inspectors read may still hold an account of the school's
        keepers=one.keepers or other.keepers,
        roles=one.roles or other.roles,
        answers=one.answers or other.answers,
        enquiries_to=one.enquiries_to or other.enquiries_to,
        monitored_by=one.monitored_by or other.monitored_by,
        sentences=(*one.sentences, *other.sentences),
    )


def _texts(clause: Clause, key: str) -> tuple[str, ...]:
    found = clause.get(key)
    return tuple(str(each) for each in found) if isinstance(found, tuple) else ()
