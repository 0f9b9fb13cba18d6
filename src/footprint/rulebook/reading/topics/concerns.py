"""Concerns in private first."""

from collections.abc import Iterator

from footprint.rulebook.reading.actors import actor_of
from footprint.rulebook.reading.matching import Found, Result, Rule, Text, any_of, apply
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.terms import ClauseName

_WORRY = any_of(
    "concern*", "complain*", "worr*", "issue", "issues", "unhappy", "grievance*", "dissatisf*",
    "angry", "problem", "problems", "upset", "bothering", "bothers us", "worries us",
    "criticis*", "anything wrong",
    "dissatisfaction", "fed up", "not happy", "difficulty", "disagree*", "speaking up",
    "displeased",
)  # fmt: skip
_COME = any_of(
    "contact", "speak", "talk", "come", "raise", "raised", "bring", "approach", "discuss", "ring",
    "get in touch", "email", "phone", "call", "see us", "see", "take", "tell us", "appointment",
    "let us know", "address*", "bringing", "raising", "contacting", "make an appointment",
    "appointment", "come in", "pop in",
)  # fmt: skip
_PRIVATELY = any_of(
    "directly", "direct", "in private", "privately", "in person", "face to face", "in confidence",
    "confidentially", "straight to", "with us", "with the school", "to the school", "to us",
    "see us", "to staff", "with staff", "to the headteacher", "with the headteacher",
    "to the staff", "with the staff", "to their pupil staff", "to your pupil staff", "talk to us",
    "speak to us", "contact the staff", "contact the form tutor", "email the form tutor",
    "form tutor", "head of year", "pupil tutor", "to their tutor", "instead",
)  # fmt: skip
# "We speak to the tutor when something bothers us": the "we" of a school's house rules.
_PARENTS = any_of("parent", "you", "bothers us", "worries us")
_NOT_PARENTS = any_of(
    "staff must",
    "staff should",
    "dsl",
    "helpline",
    "staff who",
    "police",
    "staff are",
    "comment from staff",
    "photo",
    "follow",
    "friend*",
    "13",
    "bullying",
)
_HARM = any_of("delete", "report", "reported")

_RULES = (
    Rule(
        ClauseName.PRIVATE_CONCERNS,
        "directly_in_private",
        True,
        needs=(_WORRY, _COME, _PRIVATELY),
        lacks=(_NOT_PARENTS, _HARM),
        about=_PARENTS,
    ),
)
_HEADING_WORRY = (
    Rule(
        ClauseName.PRIVATE_CONCERNS,
        "directly_in_private",
        True,
        needs=(_COME, any_of("in private", "privately", "directly", "in person", "face to face")),
        lacks=(_NOT_PARENTS, any_of("follow*", "friend*", "pupil must")),
        about=_PARENTS,
    ),
)


def read(text: Text) -> Iterator[Result]:
    """PRIVATE_CONCERNS, in its plainest forms."""
    yield from apply(_RULES, text)
    for found in apply(_HEADING_WORRY, text):
        before = " ".join(each.said for each in text.around(found.sentence, most=1))
        if _WORRY.search(found.sentence.asked) or _WORRY.search(before):
            yield found
    for sentence in text.with_words(_COME, _PRIVATELY):
        if _is_invited(sentence):
            yield Found(ClauseName.PRIVATE_CONCERNS, "directly_in_private", True, sentence)


def _is_invited(sentence: Sentence) -> bool:
    """ "Come in and talk to the class teacher", under a heading on a worry or complaint."""
    if _NOT_PARENTS.search(sentence.said) or actor_of(sentence) in ("staff", "pupil"):
        return False
    return bool(_WORRY.search(sentence.under) and _PERSON.search(sentence.said))


_PERSON = any_of("staff", "headteacher", "form tutor", "head of year", "us", "tutor", "key person")
