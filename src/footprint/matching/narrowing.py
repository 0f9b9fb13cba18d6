"""
One school, several or none: what the names, the places and the talk around them leave over.

Nothing is guessed. Where two schools fit equally well, both are named; where the place that is
named has no school of that name, none is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from footprint.matching.answers import NOTHING, Answer, Context
from footprint.matching.heads import is_holy
from footprint.matching.mentions import Mention
from footprint.matching.places import WEIGHTS, Place, Places
from footprint.matching.register import RegisteredSchool
from footprint.matching.school_words import Tail, agrees, listed, may_agree

_MOST_SHOWN = 20
_MOST_REMEMBERED = 20_000
_ANY_SCHOOL = Tail(kinds=frozenset({"school"}))
_SCHOOL_TALK = listed(
    """
    school schools pupil pupils teacher teachers headteacher class classroom ofsted uniform pta
    governors governor homework term assembly playground nativity sats gcse gcses lessons
    reception year yr primary academy drop pick sen senco inset detention
    """
)
_BESIDE = 2  # points more for a place right beside the name
_AROUND = 1.5  # points for what is known of the author, the source and the thread


Groups = Mapping[str, Mapping[tuple[Tail, bool], frozenset[int]]]


@dataclass
class _Looked:
    """What became of one mention."""

    fits: frozenset[int] = frozenset()
    reasons: list[str] = field(default_factory=list)


class Narrowing:
    """Decides with the whole register in mind."""

    def __init__(self, schools: Sequence[RegisteredSchool], groups: Groups, places: Places) -> None:
        self._schools = schools
        self._groups = groups
        self._places = places
        self._fits: dict[tuple[str, Tail, bool], frozenset[int]] = {}
        self._number_of = {school.school_id: number for number, school in enumerate(schools)}

    def decide(
        self,
        text: str,
        words: Sequence[str],
        mentions: Sequence[Mention],
        sites: frozenset[int],
        context: Context,
    ) -> Answer:
        """
        The answer for one text.

        Args:
            words: the text's line, as `blocks` writes it, cut at its spaces.
            mentions: all names in it; those inside longer ones are left out here.
            sites: the schools whose web address stands in it.
        """
        if sites:
            looked = [_Looked(sites, ["has the school's web address"])]
        else:
            apart = _longest(each for each in mentions if self._counts(each, words))
            named = any(not each.not_school for each in apart)
            everywhere = self._places.found(words) if named else []
            apart = _but_places(apart, everywhere)
            outside = _outside(everywhere, apart)
            around = self._around(context)
            looked = [self._look(each, words, outside, around, text) for each in apart]
            looked = self._with_neighbours(looked)
        return self._answer(looked)

    def _counts(self, mention: Mention, words: Sequence[str]) -> bool:
        """False for the words of everyday that most heads are."""
        if mention.not_school:
            return mention.tail != Tail() or is_holy(mention.head)
        return bool(self._fitting(mention, words))

    def _look(
        self,
        mention: Mention,
        words: Sequence[str],
        places: Sequence[Place],
        around: Mapping[int, float] | None,
        text: str,
    ) -> _Looked:
        name = _shown(mention, words)
        if mention.not_school:
            return _Looked(reasons=[f"“{name}” stands with “{mention.not_school}”: not a school"])
        fits = self._fitting(mention, words)
        if not fits:
            return _Looked()
        placed = [*places, *self._in_tag(mention)]
        if mention.place and not any(place.end == 0 for place in placed):
            return _Looked()
        return self._narrow(mention, name, fits, placed, around or {}, text)

    def _in_tag(self, mention: Mention) -> list[Place]:
        place = self._places.joined_place(mention.place) if mention.place else None
        return [place] if place else []

    def _fitting(self, mention: Mention, words: Sequence[str]) -> frozenset[int]:
        """The schools that may be called so; none where nothing says that it is a school."""
        talk = bool(mention.place) or not _SCHOOL_TALK.isdisjoint(words)
        asked = (mention.head, mention.tail, talk)
        if (known := self._fits.get(asked)) is None:
            if len(self._fits) >= _MOST_REMEMBERED:
                self._fits.clear()
            known = self._fits[asked] = frozenset().union(*self._called(*asked))
        return known

    def _called(self, head: str, said: Tail, school_talk: bool) -> list[frozenset[int]]:
        groups = self._groups[head]
        if said == Tail():
            whole = [each for (_, is_whole), each in groups.items() if is_whole]
            return whole or ([*groups.values()] if school_talk and is_holy(head) else [])
        if said == _ANY_SCHOOL and head in self._places.schools_at:
            # "a Durham school" may be any school there
            return [each for (tail, _), each in groups.items() if _says_little(tail)]
        exact = [each for (tail, _), each in groups.items() if agrees(said, tail)]
        return exact or [each for (tail, _), each in groups.items() if may_agree(said, tail)]

    def _narrow(
        self,
        mention: Mention,
        name: str,
        fits: frozenset[int],
        places: Sequence[Place],
        around: Mapping[int, float],
        text: str,
    ) -> _Looked:
        points: dict[int, float] = defaultdict(float)
        told: list[str] = []
        for place in dict.fromkeys(places):
            there = fits & self._places.schools_at[place.words]
            beside = _is_beside(place, mention, text)
            if not there and beside and place.kind == "place":
                return self._elsewhere(name, place, fits)
            if there and _meant(place, text):
                told.append(place.words)
                for number in there:
                    points[number] += WEIGHTS[place.kind] + _BESIDE * beside
        for number in fits & around.keys() if around else ():
            points[number] += around[number]
        best = max(points.values(), default=0)
        left = frozenset(each for each in points if points[each] == best) if best else fits
        return _Looked(left, [_because(name, told, fits, left, bool(around) and best > 0)])

    def _elsewhere(self, name: str, place: Place, fits: frozenset[int]) -> _Looked:
        listed = [self._whereabouts(number) for number in sorted(fits)[:3]]
        more = f" and {len(fits) - 3} more places" if len(fits) > 3 else ""
        return _Looked(
            reasons=[
                f"names “{name}” in {place.words.title()}; the schools called so are in "
                f"{', '.join(listed)}{more}"
            ]
        )

    def why_not(self, answer: Answer, watched: str) -> str:
        """Why a post is not about the watched school, in words; "" if it may be."""
        if answer.school == watched or watched in answer.candidates or not answer.reasons:
            return ""
        yours = self._whereabouts(self._number_of[watched])
        if answer.school is None:
            return answer.reasons[0]
        other = self._whereabouts(self._number_of[answer.school])
        return f"is about the school in {other}; yours is in {yours}"

    def _whereabouts(self, number: int) -> str:
        school = self._schools[number]
        return school.locality or school.town or school.authority or "a place not in the register"

    def _around(self, context: Context) -> dict[int, float]:
        points: dict[int, float] = defaultdict(float)
        for words in (context.author_place, context.source):
            for place in self._places.in_words(words) if words else ():
                for number in self._places.schools_at[place.words]:
                    points[number] += _AROUND
        for ids in (context.scope, context.thread):
            for school_id in ids & self._number_of.keys():
                points[self._number_of[school_id]] += 2 * _AROUND
        return dict(points)

    def _with_neighbours(self, looked: Sequence[_Looked]) -> list[_Looked]:
        """A school that is certain pulls an uncertain one beside it to its own town."""
        towns = {
            self._schools[number].town
            for each in looked
            if len(each.fits) == 1
            for number in each.fits
        } - {""}
        if not towns:
            return list(looked)
        return [each if len(each.fits) < 2 else self._pulled(each, towns) for each in looked]

    def _pulled(self, looked: _Looked, towns: set[str]) -> _Looked:
        near = frozenset(each for each in looked.fits if self._schools[each].town in towns)
        if not near:
            return looked
        town = ", ".join(sorted(towns))
        return _Looked(near, [*looked.reasons, f"a school in {town} is named beside it"])

    def _answer(self, looked: Sequence[_Looked]) -> Answer:
        reasons = tuple(dict.fromkeys(reason for each in looked for reason in each.reasons))
        named = [each.fits for each in looked if each.fits]
        if not named:
            return Answer(reasons=reasons) if reasons else NOTHING
        shared = frozenset.intersection(*named)
        fits = shared or frozenset().union(*named)
        if not shared:
            reasons = (*reasons, "names more than one school")
        ids = tuple(self._schools[number].school_id for number in sorted(fits)[:_MOST_SHOWN])
        return Answer(ids[0] if len(fits) == 1 else None, ids, reasons)


def _longest(mentions: Iterable[Mention]) -> list[Mention]:
    """Without those that lie within another: "St Mary" in "St Mary Magdalene School"."""
    kept: list[Mention] = []
    for each in sorted(mentions, key=lambda it: (it.start, -it.end, it.head)):
        if not kept or each.end > kept[-1].end:
            if kept and each.start < kept[-1].end - 1:
                continue  # crosses it: the first one stands
            kept.append(each)
        elif (each.start, each.end) == (kept[-1].start, kept[-1].end) and each.tail != Tail():
            kept.append(each)
    return kept


def _outside(places: Iterable[Place], mentions: Sequence[Mention]) -> list[Place]:
    """Places that touch no name: "The Croft" is a hamlet, and the Croft School is not there."""
    return [
        place
        for place in _longest_places(places)
        if not any(each.start < place.end and place.start < each.end for each in mentions)
    ]


def _longest_places(places: Iterable[Place]) -> list[Place]:
    """Without "Over" in "Over Peover"."""
    kept: list[Place] = []
    for each in sorted(places, key=lambda it: (it.start, -it.end)):
        if not kept or each.end > kept[-1].end:
            kept.append(each)
    return kept


def _but_places(mentions: Iterable[Mention], places: Iterable[Place]) -> list[Mention]:
    """Without "St Edmunds" in "Bury St Edmunds"."""
    spans = [(each.start, each.end) for each in places]
    return [
        each
        for each in mentions
        if each.tail != Tail() or not any(a < each.start and each.end <= b for a, b in spans)
    ]


def _is_beside(place: Place, mention: Mention, text: str) -> bool:
    """Right behind the name ("…, Putney", "… in Putney") or in a hashtag with it."""
    return place.end == 0 or 0 <= place.start - mention.end <= 4


def _meant(place: Place, text: str) -> bool:
    """Reading is a town and a lesson: one word must be written as a name, or all is small."""
    if " " in place.words or place.kind != "place":
        return True
    return place.words.title() in text or place.words.upper() in text or text.islower()


def _says_little(tail: Tail) -> bool:
    return tail.kinds <= {"school", "primary", "secondary", "nursery", "middle"} and not tail.faith


def _shown(mention: Mention, words: Sequence[str]) -> str:
    line = " " + " ".join(words) + " "
    return line[mention.start : mention.end].strip().replace(" s ", "'s ").removesuffix(" s")


def _because(
    name: str, told: Sequence[str], fits: frozenset[int], left: frozenset[int], around: bool
) -> str:
    count = "the only school called so" if len(fits) == 1 else f"{len(fits)} schools are called so"
    if told:
        names = ", ".join(dict.fromkeys(place.title() for place in told))
        return f"names “{name}” and {names}; {count}, {len(left)} there"
    if around and len(left) < len(fits):
        return f"names “{name}”; {count}, {len(left)} where the author, source or thread is"
    return f"names “{name}”; {count}"
