"""Parents' own chat groups: whose they are, what they are not for, whether staff join them."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.actors import actor_of
from footprint.rulebook.reading.matching import Found, Result, Text, any_of, has
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.reading.stances import NOT, stance_of
from footprint.rulebook.terms import ClauseName, Stance

_GROUP = any_of(
    "whatsapp group*", "chat group*", "class chat*", "group chat*", "messaging group*",
    "parent group*", "class group*", "facebook group*", "similar group*", "class whatsapp*",
    "year group whatsapp*", "parent whatsapp*", "whatsapp chat*", "the group", "these groups",
    "families group*", "community group*",
)  # fmt: skip
_PARENTS = any_of("parent", "class", "year group", "you", "yours")
_THOSE = any_of(
    "them",
    "belong to it",
    "join it",
    "they",
    "there",
    "these groups",
    "the group",
    "such groups",
    "member",
)
_NOT_OURS = re.compile(
    r"\b(?:not ours|not (?:an )?official|unofficial|not (?:run|set up|endorsed|managed|monitored|"
    r"moderated|controlled|organised|owned|administered)|do(?:es)? not (?:belong to the school|run|"
    r"set up|endorse|manage|monitor|moderate|control|administer)|no responsibility|not responsible|"
    r"not be held responsible|no control|independent of the school|nothing to do with the school)\b"
    r"|\b(?:set up|run|created|started|organised) by (?:the )?(?:parent|class rep\w*)\b"
    r"|\bparent run\b|\byours, not ours\b|\bis theirs\b"
)
_OURS = re.compile(r"\b(?:the school|we) (?:runs?|sets? up|manages?|moderates?|provides?) ")
_COMPLAINT = any_of(
    "concern*",
    "complain*",
    "worr*",
    "unhappy",
    "moan*",
    "grumbl*",
    "grievance*",
    "rant",
    "air",
    "airing",
    "issue*",
)
_JOIN = re.compile(
    r"\b(?:joins?|joining|stay out of|members? of|membership|belong to|belong|take part|be in|"
    r"are not in|"
    r"in them|be added to|participate)\b"
)
_OURSELVES = re.compile(r"\b(?:staff|governor|we are not in)\b")
_SCHOOL_ONLY = re.compile(r"\bthe school (?:does|will|takes|can|has|is)\b")


def read(text: Text) -> Iterator[Result]:
    """OFFICIAL_ACCOUNTS and STAFF_CONDUCT: `parent_groups`; PRIVATE_CONCERNS: `not_in_groups`."""
    for sentence in text.body:
        if not _is_about_groups(sentence, text):
            continue
        said = sentence.said
        if _NOT_OURS.search(said):
            yield Found(ClauseName.OFFICIAL_ACCOUNTS, "parent_groups", "unofficial", sentence)
        elif _OURS.search(said) and not NOT.search(said) and _GROUP.search(said):
            yield Found(ClauseName.OFFICIAL_ACCOUNTS, "parent_groups", "official", sentence)
        if has(said, _COMPLAINT, _DISCOURAGED) and actor_of(sentence) not in ("staff", "pupil"):
            yield Found(ClauseName.PRIVATE_CONCERNS, "not_in_groups", True, sentence)
        yield from _joining(sentence)


_DISCOURAGED = re.compile(
    r"\b(?:not|never|rather than|instead of|nor|does not help|what does not help)\b"
)


def _is_about_groups(sentence: Sentence, text: Text) -> bool:
    """It names such groups, or goes on about those of the sentences or the heading before it."""
    said = sentence.said
    if _GROUP.search(said) and has(f"{said} {sentence.under}", _PARENTS):
        return not _THE_SCHOOLS_OWN.search(said)
    if not _THOSE.search(said) and not _SUBJECT_IS_WE.search(said):
        return False
    before = text.before(sentence, most=3)
    named = any(_GROUP.search(each.said) and _PARENTS.search(each.said) for each in before)
    return named and not _THE_SCHOOLS_OWN.search(" ".join(each.said for each in before))


_SUBJECT_IS_WE = re.compile(r"^we (?:do|are) not\b")
_THE_SCHOOLS_OWN = re.compile(
    r"\b(?:we|school|nursery) (?:has|have) (?:a|an|our own) (?:closed |private )?"
)


def _joining(sentence: Sentence) -> Iterator[Found]:
    said = re.split(r"\b(?:unless|save where|save)\b", sentence.said)[0]
    spoken_of = _OURSELVES.search(said) or actor_of(sentence) == "staff"
    if not spoken_of or not _JOIN.search(said) or _SCHOOL_ONLY.search(said):
        return
    if re.search(r"\bparent who\b|\bask parent\b", said):
        return
    stance = stance_of(said)
    if stance is not Stance.NOT_STATED:
        yield Found(ClauseName.STAFF_CONDUCT, "parent_groups", stance.value, sentence)
