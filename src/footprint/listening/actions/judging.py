"""Does a post name this school? Asked of the matcher, with the names of all schools in mind."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from footprint.connectors.base import FoundPost
from footprint.listening.models import Reason
from footprint.matching.matcher import Findings, Matcher
from footprint.matching.names import SchoolNames
from footprint.schools.models import School


@dataclass(frozen=True)
class Verdict:
    """
    Whether a post is kept, and why.

    Args:
        reason: why it is not kept; None where it is.
        sentence: the same for people, with the name or word that decided.
    """

    reason: Reason | None
    sentence: str

    @property
    def is_kept(self) -> bool:
        """Kept, because it names the school."""
        return self.reason is None


class Judge:
    """
    Judges posts for one school. Reads the names once: make one for each batch.

    The other schools' names are known too, so that "about another school" can be told from
    "names no school of ours"; only this school's names make a post be kept.
    """

    def __init__(self, school: School) -> None:
        self._school_id = school.pk
        self._matcher = Matcher(_names_of(each) for each in School.objects.with_names())

    def verdict(self, post: FoundPost, *, beside: str = "") -> Verdict:
        """Judge a post; `beside` is what staff called the source, where one has a name."""
        context = f"{beside}\n{post.url}"
        return self._read(self._matcher.look(f"{post.title}\n{post.text}", context=context))

    def verdict_on_text(self, text: str) -> Verdict:
        """Judge a text that stands by itself."""
        return self._read(self._matcher.look(text))

    def _read(self, findings: Findings) -> Verdict:
        for match in findings.matches:
            if match.school_id == self._school_id:
                return Verdict(None, _("This post %(why)s.") % {"why": match.reason})
        for dropped in findings.dropped:
            if dropped.school_id == self._school_id:
                why = _("This post %(why)s.") % {"why": dropped.reason}
                return Verdict(Reason.ANOTHER_SCHOOL, why)
        if findings.matches or findings.dropped:
            return Verdict(
                Reason.ANOTHER_SCHOOL, _("This post names another school, and not this one.")
            )
        return Verdict(Reason.NO_SCHOOL, _("This post has none of the watched names."))


def judge_text(*, school: School, text: str) -> Verdict:
    """What the watched names make of a text. Nothing of it is stored."""
    return Judge(school).verdict_on_text(text)


def _names_of(school: School) -> SchoolNames:
    return SchoolNames(
        school_id=school.pk,
        names=tuple(name.text for name in school.names.all()),
        must_include=tuple(school.must_include),
        must_not_include=tuple(school.must_not_include),
    )
