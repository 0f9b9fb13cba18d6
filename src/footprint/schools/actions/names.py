"""The names that are watched, and the words that tell this school from others of its name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.matching.names import normalise
from footprint.matching.watch_terms import check_watch_term
from footprint.matching.word_lists import COMMON_WORDS, GIVEN_NAMES
from footprint.schools.models import School, SchoolName
from footprint.users.models import User

SHORT = 4  # letters; a watched name of fewer is refused


class NameAlreadyWatched(Exception):
    """The school watches this name already."""


class WordsChangedMeanwhile(Exception):
    """Somebody else saved other words since the page was shown."""


@dataclass(frozen=True)
class Words:
    """What a post must and must not hold beside a name of the school."""

    must_include: tuple[str, ...]
    must_not_include: tuple[str, ...]


def words_of(school: School) -> Words:
    """The words that hold now."""
    return Words(tuple(school.must_include), tuple(school.must_not_include))


@transaction.atomic
def add_name(*, school: School, text: str, by: User, now: datetime) -> SchoolName:
    """
    Watch one more name of the school.

    Raises:
        WatchTermRefused: it is the name of a person, or too common to be of use; says which.
        NameAlreadyWatched: it is watched already, in whatever letters.
    """
    text = " ".join(text.split())
    check_watch_term(text, people=_people_of(school))
    if school.names.filter(text__iexact=text).exists():
        raise NameAlreadyWatched(text)
    name = SchoolName.objects.create(school=school, text=text)
    record(
        by=by.username,
        action="schools.name_added",
        target=f"school_name:{name.pk}",
        school_id=school.pk,
        now=now,
        details={"name": text},
    )
    return name


@transaction.atomic
def remove_name(*, name: SchoolName, by: User, now: datetime) -> None:
    """Stop watching a name. Of two people at once, the second changes nothing."""
    taken, _ = SchoolName.objects.filter(pk=name.pk).delete()
    if not taken:
        return
    record(
        by=by.username,
        action="schools.name_removed",
        target=f"school_name:{name.pk}",
        school_id=name.school_id,
        now=now,
        details={"name": name.text},
    )


@transaction.atomic
def change_words(*, school: School, words: Words, before: Words, by: User, now: datetime) -> None:
    """
    Change what a post must and must not hold.

    Args:
        before: the words as the person saw them.

    Raises:
        WatchTermRefused: a word that must be there is the name of a person.
        WordsChangedMeanwhile: they are not what the person saw any more.
    """
    people = _people_of(school)
    for word in words.must_include:
        if not _narrows_only(word):
            check_watch_term(word, people=people)
    locked = School.objects.select_for_update().get(pk=school.pk)
    if words_of(locked) != before:
        raise WordsChangedMeanwhile(school.pk)
    School.objects.filter(pk=school.pk).update(
        must_include=list(words.must_include), must_not_include=list(words.must_not_include)
    )
    record(
        by=by.username,
        action="schools.words_changed",
        target=f"school:{school.pk}",
        school_id=school.pk,
        now=now,
        details={
            "must_include": len(words.must_include),
            "must_not_include": len(words.must_not_include),
        },
    )


def _narrows_only(word: str) -> bool:
    """
    True for "school" or "Ely": too common or short to watch, and useful beside a name.

    Whose name it is stays forbidden here too: the school's name and a pupil's would be a watch
    on the pupil.
    """
    plain = normalise(word).split()
    is_short = sum(char.isalpha() for char in word) < SHORT
    return all(each in COMMON_WORDS or (is_short and each not in GIVEN_NAMES) for each in plain)


def _people_of(school: School) -> Sequence[str]:
    """Names that may not be watched: for now those of the people who sign in at the school."""
    found = User.objects.filter(memberships__school=school) | User.objects.filter(
        memberships__trust__schools=school
    )
    return sorted(set(found.values_list("name", flat=True)))
