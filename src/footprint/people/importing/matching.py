"""Who of the file is whom of the register: by key, else by name and birth or e-mail, else asked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from footprint.people.importing.children import Children
from footprint.people.importing.incoming import Incoming, Reading, is_contact
from footprint.people.importing.problem import BadCell, Problem
from footprint.people.importing.register import Known, Register, plain_name
from footprint.rulebook.terms import Audience

NEW = "new"
_MOST_ROWS_NAMED = 4


@dataclass(frozen=True)
class Question:
    """
    Whether somebody of the file is one of these; a person must say.

    Args:
        options: those of the register who may be meant.
        key_of: whose key the file gives to somebody of another name; they cannot both have it.
    """

    ref: str
    row: int
    name: str
    why: str
    options: tuple[Known, ...]
    key_of: str = ""


@dataclass
class Matched:
    """{ref: the person of the register, or None for somebody new}; the others are asked about."""

    children: Children
    found: dict[str, Known | None]
    questions: list[Question] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def match_people(reading: Reading, register: Register, answers: Mapping[str, str]) -> Matched:
    """
    Pupils first: whose parent somebody is helps to know them. A file none of whose keys is known
    comes from another system, and then a differing key says nothing.

    Args:
        answers: {ref: key of the person in the register, or "new"}; others are ignored.
    """
    found: dict[str, Known | None] = {}
    children = Children(reading.people, register, found, reading.unread)
    matched = Matched(children, found)
    taken: dict[int, Incoming] = {}
    once = _each_once(reading.people, matched.problems)
    keys_are_new = not any(each.details.external_id in register.by_key for each in once)
    for person in sorted(once, key=lambda each: Audience.PUPIL not in each.parts):
        try:
            known = _decided(person, register, matched, answers, keys_are_new)
            if isinstance(known, Question):
                matched.questions.append(known)
                continue
            if known and known.pk in taken:
                raise BadCell(f"{person.name} is the same person as in row {taken[known.pk].row}.")
        except BadCell as error:
            matched.problems.append(Problem(person.row, f"Row {person.row}: {error}"))
            continue
        found[person.ref] = known
        if known:
            taken[known.pk] = person
    return matched


def _decided(
    person: Incoming,
    register: Register,
    matched: Matched,
    answers: Mapping[str, str],
    keys_are_new: bool,
) -> Known | Question | None:
    asked = _find(person, register, matched.children, keys_are_new)
    if not isinstance(asked, Question):
        return asked
    answer = answers.get(person.ref)
    if answer == NEW and asked.key_of:
        raise BadCell(
            f"the key “{person.details.external_id}” belongs to {asked.key_of}. Take it from them "
            "first, or mend the file."
        )
    if answer == NEW:
        return None
    chosen = (known for known in asked.options if str(known.pk) == answer)
    return next(chosen, asked)


def _each_once(people: Iterable[Incoming], problems: list[Problem]) -> list[Incoming]:
    """Without those who stand in the file twice: which row is right, only a person can tell."""
    by_key: dict[str, list[int]] = defaultdict(list)
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for each in people:
        by_key[each.details.external_id].append(each.row)
        alike[_likeness(each)].append(each.row)
    kept = []
    for each in people:
        key, twins = each.details.external_id, alike[_likeness(each)]
        if key and len(by_key[key]) > 1:
            why = f"the key “{key}” stands in the rows {_in_words(by_key[key])}."
        elif not key and len(twins) > 1:
            rows = _in_words(twins)
            why = f"{each.name} stands in the rows {rows}, and nothing tells them apart."
        else:
            kept.append(each)
            continue
        problems.append(Problem(each.row, f"Row {each.row}: {why}"))
    return kept


def _likeness(person: Incoming) -> tuple[object, ...]:
    """The same for two rows that nothing tells apart."""
    details = person.details
    name = plain_name(details.given_name, details.family_name)
    if details.external_id:
        return (details.external_id,)
    if is_contact(person) and not details.email:
        return (name, person.ref)  # the child in whose row they stand tells them apart
    return (name, details.born_on, details.email.casefold(), Audience.PUPIL in person.parts)


def _in_words(rows: list[int]) -> str:
    shown = [str(row) for row in rows[:_MOST_ROWS_NAMED]]
    if len(rows) > _MOST_ROWS_NAMED:
        shown.append("more")
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def _find(
    person: Incoming, register: Register, children: Children, keys_are_new: bool
) -> Known | Question | None:
    key = person.details.external_id
    if key and key in register.by_key:
        known = register.by_key[key]
        if not _is_somebody_else(person, known):
            return known
        why = f"The key “{key}” belongs to {known.name} in the register."
        return Question(person.ref, person.row, person.name, why, (known,), known.name)
    candidates = [
        each for each in register.named(person.details) if _may_be(person, each, keys_are_new)
    ]
    linked = children.relatives(person) if candidates else set()
    sure = [
        each
        for each in candidates
        if (keys_are_new or not _have_two_keys(person, each))
        and (each.pk in linked or _is_surely(person, each))
    ]
    if len(sure) == 1:
        return sure[0]
    if not candidates:
        return None
    why = "The register has this name, and nothing else says whether it is the same person."
    return Question(person.ref, person.row, person.name, why, tuple(sure or candidates))


def _is_somebody_else(person: Incoming, known: Known) -> bool:
    """A key that was given to another person: neither name nor birth fits."""
    mine, theirs = person.details, known.details
    if mine.born_on and mine.born_on == theirs.born_on:
        return False
    given = {theirs.given_name.casefold(), theirs.known_as.casefold()} - {""}
    return (
        mine.given_name.casefold() not in given
        and mine.family_name.casefold() != theirs.family_name.casefold()
    )


def _may_be(person: Incoming, known: Known, keys_are_new: bool) -> bool:
    mine, theirs = person.details, known.details
    if not keys_are_new and _have_two_keys(person, known) and mine.born_on is None:
        return False  # two keys of one system are two people; of the same birth it is asked
    if mine.born_on and theirs.born_on and mine.born_on != theirs.born_on:
        return False
    return (Audience.PUPIL in person.parts) == (Audience.PUPIL in known.parts)


def _have_two_keys(person: Incoming, known: Known) -> bool:
    """Somebody known by this very key has been found before."""
    return bool(person.details.external_id and known.details.external_id)


def _is_surely(person: Incoming, known: Known) -> bool:
    """The same birth, e-mail or telephone; of pupils the same class, which two rarely share."""
    mine, theirs = person.details, known.details
    return (
        bool(mine.email and mine.email.casefold() == theirs.email.casefold())
        or bool(mine.born_on and mine.born_on == theirs.born_on)
        or bool(mine.phone and _digits(mine.phone) == _digits(theirs.phone))
        or bool(mine.class_name and mine.class_name == theirs.class_name)
    )


def _digits(phone: str) -> str:
    return "".join(filter(str.isdigit, phone))
