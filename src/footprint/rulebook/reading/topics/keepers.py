"""Who looks after which channel: people by name, or offices where no name is given."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from footprint.rulebook.reading.matching import Found, Result, Text, any_of, has
from footprint.rulebook.reading.names import (
    LEARNING,
    Name,
    channels_in,
    organisations_in,
    people_in,
    roles_in,
)
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.terms import ClauseName

_ACTIVE = (
    r"responsible for|manag(?:es?|ing)|looks? after|looking after|runs?|in charge of|charge of|"
    r"checks?|monitors?|oversees?|updates?|maintains?|posts? on|keeps?|administers?|"
    r"(?:is )?(?:the )?administrators? of|puts? (?:\w+ )?up(?: on)?|has charge of|sees to|"
    r"keeps up|takes? care of|"
    r"holds? the (?:password|login)s? (?:to|for|of)|owns?|edits?|posts? to|leads? on"
)
_PASSIVE = (
    r"(?:managed|run|looked after|maintained|overseen|updated|checked|monitored|administered|kept|"
    r"moderated|kept up|edited|owned|led|handled|held)(?: \w+)? by|the job of|task of|"
    r"responsibility of|in the hands of|contact for|lies with|"
    r"rests with|falls to|by|with"
)
_VERB = re.compile(rf"\b(?:(?P<passive>{_PASSIVE})|(?P<active>{_ACTIVE}))\b", re.IGNORECASE)
_KEEPS = any_of(
    "responsib*", "manag*", "look* after", "runs", "run", "run by", "charge of", "checks",
    "checking", "oversee*", "overseen", "maintain*", "administer*", "updated by", "moderate*",
    "lies with", "rests with", "updates", "has charge", "take* care of", "kept up by", "kept by",
    "hold* the password", "administrator of", "puts things up", "put * up", "falls to",
)  # fmt: skip
_FOLLOWS = any_of("guidance", "guidelines", "guide", "advice from", "guidance document")
_WORKS_BY = any_of("follow", "follows", "following", "in line with", "work* from", "work to", "use")
_ALL_OF_THEM = re.compile(
    r"\b(?:all (?:of them|three|four|these|our)|both|these|they|them|the page|the account|"
    r"the (?:social media )?(?:accounts|pages|channels|feeds)|our (?:accounts|pages|channels))\b",
    re.IGNORECASE,
)

_Sort: TypeAlias = Literal["who", "channel", "active", "passive"]
_Finder: TypeAlias = Callable[[str], list[Name]]


class _Piece(NamedTuple):
    sort: _Sort
    text: str
    at: int


def read(text: Text) -> Iterator[Result]:
    """CHANNEL_KEEPERS, whole."""
    for sentence in text.with_words(_KEEPS):
        yield from _of_sentence(sentence, text)
    yield from _of_pairs(text)


def _of_sentence(sentence: Sentence, text: Text) -> Iterator[Found]:
    for key, finder in (("keepers", people_in), ("roles", roles_in)):
        kept = _kept(sentence, finder, text)
        if kept:
            yield Found(ClauseName.CHANNEL_KEEPERS, key, kept, sentence)
            yield from _guidance(sentence, text)
            return


def _guidance(sentence: Sentence, text: Text) -> Iterator[Found]:
    """The guidance is named in the sentence itself or within the two that follow it."""
    for each in (sentence, *text.after(sentence, most=2)):
        if has(each.said, _FOLLOWS, _WORKS_BY) and (bodies := bodies_in(each.text)):
            yield Found(ClauseName.CHANNEL_KEEPERS, "guidance", bodies, each)


def bodies_in(text: str) -> tuple[str, ...]:
    """Organisations that are named, without people and channels."""
    people = {word for name in people_in(text) for word in name.text.split()}
    return tuple(
        name
        for name in organisations_in(text)
        if name.split()[0] not in people and not channels_in(name)
    )


def _kept(sentence: Sentence, finder: _Finder, text: Text) -> Mapping[str, tuple[str, ...]]:
    """Channel -> names, read off the order of names, verbs and channels in the sentence."""
    whole = sentence.full  # "The business manager will:" may stand above the list
    named = channels_in(whole) or _meant(sentence, text)
    channels = [each for each in named if each.text not in LEARNING]
    kept: dict[str, tuple[str, ...]] = {}
    start = 0
    for part in whole.split(";"):
        own = [each for each in channels if start <= each.start < start + len(part) + 1]
        shifted = [Name(each.text, each.start - start, each.end - start) for each in own]
        kept.update(_assigned(_pieces(part, finder, shifted)))
        start += len(part) + 1
    return MappingProxyType(kept)


def _meant(sentence: Sentence, text: Text) -> list[Name]:
    """ "All three", "they": the channels of the sentence before."""
    pronoun = _ALL_OF_THEM.search(sentence.full)
    before = [each for each in text.around(sentence, most=2) if each.number < sentence.number]
    if pronoun is None or not before:
        return []
    named = channels_in(before[-1].text)
    return [Name(name.text, pronoun.start(), pronoun.end()) for name in named]


def _pieces(text: str, finder: _Finder, channels: Sequence[Name]) -> list[_Piece]:
    pieces = [_Piece("who", name.text, name.start) for name in finder(text)]
    pieces += [_Piece("channel", name.text, name.start) for name in channels]
    for verb in _VERB.finditer(text):
        pieces.append(_Piece("passive" if verb["passive"] else "active", "", verb.start()))
    return sorted(pieces, key=lambda piece: piece.at)


def _assigned(pieces: Sequence[_Piece]) -> Mapping[str, tuple[str, ...]]:
    """
    Names and channels on the two sides of each verb belong together.

    "A and B run Facebook and C runs X" cuts into [A B] run [Facebook] [C] runs [X]; a second
    object without a verb of its own ("... and Mr C of the X account") goes by the nearest name.
    """
    kept: dict[str, tuple[str, ...]] = {}
    runs = _runs(pieces)
    for place, (sort, _) in enumerate(runs):
        if sort not in ("active", "passive"):
            continue
        left = runs[place - 1] if place else ("none", ())
        right = runs[place + 1] if place + 1 < len(runs) else ("none", ())
        _assign(kept, left, right)
        _carry_on(kept, runs[place + 1 :])
    return MappingProxyType(kept)


_Run: TypeAlias = tuple[str, tuple[str, ...]]


def _assign(kept: dict[str, tuple[str, ...]], left: _Run, right: _Run) -> None:
    sides = {left[0]: left[1], right[0]: right[1]}
    if "who" in sides and "channel" in sides:
        for channel in sides["channel"]:
            names = (*kept.get(channel, ()), *sides["who"])
            kept[channel] = tuple(dict.fromkeys(names))


def _carry_on(kept: dict[str, tuple[str, ...]], rest: Sequence[_Run]) -> None:
    """After "A looks after X", the pair "and B (after) Y" without a verb between them."""
    later = rest[1:]
    for one, other in pairwise((*later[:2], ("none", ()))):
        if one[0] in ("active", "passive") or other[0] in ("active", "passive"):
            return
        _assign(kept, one, other)


def _runs(pieces: Sequence[_Piece]) -> list[_Run]:
    """Neighbours of one sort together; a verb right beside a verb counts once."""
    runs: list[_Run] = []
    for piece in pieces:
        sort = "active" if piece.sort == "passive" else piece.sort
        if runs and runs[-1][0] == sort:
            runs[-1] = (sort, (*runs[-1][1], piece.text))
        else:
            runs.append((sort, (piece.text,)))
    return runs


_PAIR = re.compile(r"\s*[:–—-]\s")


def _of_pairs(text: Text) -> Iterator[Found]:
    """Table rows and list items: a channel, then who looks after it."""
    for sentence in text.body:
        head, mark, rest = _split(sentence.text)
        if mark and _is_channel(head) and _only_people(rest):
            yield _pair(head, rest, sentence)
    for one, other in pairwise(text.body):
        cells = one.kind == other.kind == "table_cell"
        if cells and _is_channel(one.text, most=8) and _only_people(other.text):
            yield _pair(one.text, other.text, other)
        elif cells and one.where == other.where and _CHARGE.search(other.row):
            yield from _roles_of_row(one, other)


_CHARGE = re.compile(r"responsib|manage|look|keeper|owner|run by|lead\b", re.IGNORECASE)


def _roles_of_row(one: Sentence, other: Sentence) -> Iterator[Found]:
    """A cell of channels, then a cell of who is responsible for them."""
    channels, roles = channels_in(one.text), tuple(role.text for role in roles_in(other.text))
    if channels and roles and not people_in(other.text):
        kept = MappingProxyType({name.text: roles for name in channels})
        yield Found(ClauseName.CHANNEL_KEEPERS, "roles", kept, other)


def _split(text: str) -> tuple[str, bool, str]:
    mark = _PAIR.search(text)
    return (text[: mark.start()], True, text[mark.end() :]) if mark else (text, False, "")


def _is_channel(text: str, *, most: int = 4) -> bool:
    return bool(channels_in(text)) and len(text.split()) <= most


def _only_people(text: str) -> bool:
    return bool(people_in(text)) and len(text.split()) <= 9


def _pair(channel: str, people: str, sentence: Sentence) -> Found:
    names = tuple(name.text for name in people_in(people))
    kept = MappingProxyType({name.text: names for name in channels_in(channel)})
    return Found(ClauseName.CHANNEL_KEEPERS, "keepers", kept, sentence)
