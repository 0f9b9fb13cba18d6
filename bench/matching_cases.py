"""
Posts made from the register, each with what a person would answer who has the register open.

Nothing of the product is used here: names are cut by another rule, and the sentences are other
people's wording. "Settled" posts have one right answer (no other school there has the head of
that name); "open" ones fit several; "none" are about no school.
"""

import random
import re
from collections import defaultdict
from dataclasses import dataclass

from footprint.matching.register import RegisteredSchool

_CUT = re.compile(
    r"\b(C\.?\s?of\s?E|CofE|C\.?E\.?|R\.?C\.?|VA|VC|Catholic|Church|Roman|Community|Primary|Junior"
    r"|Infants?|Academy|High|School|Nursery|College|Grammar|Voluntary|Foundation|First|Middle"
    r"|Secondary|Lower|Upper|Preparatory|Controlled|Aided|Methodist|and|&)\b.*|[(,].*",
    re.IGNORECASE,
)
_SHORTER = [
    ("Church of England", ("CE", "C of E", "CofE", "C.E.")),
    ("CofE", ("Church of England", "C of E", "CE")),
    ("Roman Catholic", ("RC", "Catholic")),
    ("Catholic", ("RC", "R.C.", "Catholic")),
    ("Primary School", ("Primary", "Prim Sch", "primary", "Primary School")),
    ("Infant School", ("Infants", "Inf School")),
    ("Junior School", ("Juniors", "Jnr School")),
    ("High School", ("High", "High Sch")),
    ("Academy", ("Acad", "Academy")),
]
_WITH_PLACE = (
    "Anyone in {place} know if {name} is shut tomorrow?",
    "{name} ({place}) sent everyone home at noon, no text, nothing",
    "Moving to {place} in May. What are people's honest views on {name}?",
    "absolutely fuming with {name}, {place}. third time this week",
    "Well done to the choir from {name} in {place}!!",
    "{place} council says the boiler at {name} will not be mended before half term",
    "the traffic by {name} is a disgrace, when will {place} police do something",
)
_WITHOUT = (
    "does anybody know if {name} is open tomorrow with this snow",
    "my two loved their time at {name} tbh",
    "{name} strikes again, letter home about socks",
    "so proud of the year 6 lot at {name} today",
)
_NO_SCHOOL = (
    "Jumble sale at {saint} Church hall, {place}, Saturday ten till two",
    "{saint} Hospital in {place} has a four hour wait tonight",
    "{saint} FC beat {place} Rovers three one",
    "Water main burst on {saint} Road, {place}",
    "my mate from {place} has just had a baby boy",
    "Anyone recommend a school uniform shop in {place}?",
    "schools across {place} are closed because of snow",
)


@dataclass(frozen=True)
class Case:
    """A post; `gold` is the school it is about, `fits` all that it may be about."""

    text: str
    gold: str | None
    fits: frozenset[str]


def cases(schools: tuple[RegisteredSchool, ...], count: int, seed: int) -> dict[str, list[Case]]:
    """`count` posts of each sort, always the same for one register and seed."""
    dice = random.Random(seed)  # noqa: S311
    at: dict[tuple[str, str], set[str]] = defaultdict(set)
    everywhere: dict[str, set[str]] = defaultdict(set)
    for school in schools:
        for name in (school.name, *school.other_names):
            everywhere[_head(name)].add(school.school_id)
            for place in {school.town, school.locality, school.authority} - {""}:
                at[(_head(name), place.casefold())].add(school.school_id)
    made: dict[str, list[Case]] = {"settled by place": [], "settled by name": [], "open": []}
    order = list(schools)
    dice.shuffle(order)
    for school in order:
        head = _head(school.name)
        if len(head) < 4 or head in everywhere.keys() & _places(school):
            continue
        place = dice.choice([each for each in (school.town, school.locality) if each] or [""])
        here = at[(head, place.casefold())] if place else set()
        if place and len(here) == 1:
            text = dice.choice(_WITH_PLACE).format(name=_written(dice, school.name), place=place)
            _add(made["settled by place"], Case(text, school.school_id, frozenset(here)), count)
        text = dice.choice(_WITHOUT).format(name=_written(dice, school.name))
        if len(everywhere[head]) == 1 and len(head.split()) > 1:
            case = Case(text, school.school_id, frozenset({school.school_id}))
            _add(made["settled by name"], case, count)
        same = [each for each in schools if each.name == school.name] if _open(made, count) else []
        if len(same) > 1:
            fits = frozenset(each.school_id for each in same)
            _add(made["open"], Case(text, None, fits), count)
    saints = sorted({_cut(each.name) for each in schools if each.name.startswith("St ")})
    towns = sorted({each.town for each in schools if each.town})
    made["none"] = [
        Case(
            dice.choice(_NO_SCHOOL).format(saint=dice.choice(saints), place=dice.choice(towns)),
            None,
            frozenset(),
        )
        for _ in range(count)
    ]
    return made


def _open(made: dict[str, list[Case]], count: int) -> bool:
    return len(made["open"]) < count


def _add(some: list[Case], case: Case, count: int) -> None:
    if len(some) < count:
        some.append(case)


def _places(school: RegisteredSchool) -> set[str]:
    return {each.casefold() for each in (school.town, school.locality, school.authority) if each}


def _cut(name: str) -> str:
    return _CUT.sub("", name).strip()


def _head(name: str) -> str:
    letters = re.sub(r"[’'`.]", "", _cut(name).casefold()).replace("saint ", "st ")
    words = re.sub(r"[^a-z0-9]+", " ", letters).strip().removeprefix("the ")
    return re.sub(r"^(st \w+?)s?(?= |$)", r"\1", words)


def _written(dice: random.Random, name: str) -> str:
    for long, short in _SHORTER:
        if long in name and dice.random() < 0.6:
            name = name.replace(long, dice.choice(short), 1)
            break
    chance = dice.random()
    if chance < 0.25:
        name = name.replace("'", "")
    elif chance < 0.5:
        name = name.replace("'", "’")
    if dice.random() < 0.3:
        name = re.sub(r"^St ", dice.choice(("St. ", "Saint ", "ST ")), name)
    chance = dice.random()
    return name.upper() if chance < 0.08 else name.lower() if chance < 0.2 else name
