"""Which of our schools does this text name? One pass over the text for all names of all schools."""

from collections import defaultdict
from collections.abc import Iterable

from footprint.matching.engine import engine_for
from footprint.matching.judging import Dropped, Findings, Match, judge
from footprint.matching.names import SchoolNames, readings, spellings

__all__ = ["Dropped", "Findings", "Match", "Matcher"]


class Matcher:
    """
    Names of any number of schools, built once, asked for every post.

    Names are matched as whole words: "Oakfield" is not in "Oakfielders".
    """

    def __init__(self, schools: Iterable[SchoolNames]) -> None:
        self._schools = dict(enumerate(schools))
        self._words: dict[str, set[str]] = defaultdict(set)  # spelling -> as a school wrote it
        self._named_by: dict[str, set[int]] = defaultdict(set)  # name -> whose name it is
        for number, school in self._schools.items():
            for name in school.names:
                self._named_by[name].add(number)
            for word in (*school.names, *school.must_include, *school.must_not_include):
                for spelling in spellings(word):
                    self._words[f" {spelling} "].add(word)
        self._patterns = list(self._words)
        self._engine = engine_for([pattern.encode() for pattern in self._patterns])

    def look(self, text: str, *, context: str = "") -> Findings:
        """
        Everything the text says about our schools, with what was dropped and why.

        Args:
            text: title and body of the post: names count here.
            context: what stands beside it (source, thread); must-include and must-not-include
                words count there too.
        """
        in_text = self._found(text)
        if not any(word in self._named_by for word in in_text):
            return Findings()  # nearly every post there is: it names no school of ours
        named = set().union(*(self._named_by.get(word, ()) for word in in_text))
        schools = [self._schools[number] for number in sorted(named)]
        return judge(schools, in_text=in_text, in_context=in_text | self._found(context))

    def match(self, text: str, *, context: str = "") -> tuple[Match, ...]:
        """The schools that the text names; () for a text that names none. See `look`."""
        return self.look(text, context=context).matches

    def _found(self, text: str) -> set[str]:
        found: set[str] = set()
        for reading in readings(text):
            for pattern, _, _ in self._engine.hits(f" {reading} ".encode()):
                found |= self._words[self._patterns[pattern]]
        return found
