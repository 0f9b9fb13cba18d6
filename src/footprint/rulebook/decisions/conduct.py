"""
When is a post "bullying", "rude", "bringing the school into disrepute"? One question for each word.

Source: the list of what posts must not be in a policy's part on conduct. Policies use the words
and do not say what they mean, so each has one plain question whose yes is the test, and what is
not enough for it. A person answers; nothing is ticked by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from footprint.rulebook.facts import Reason, silent, stated
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, ConductTag


@dataclass(frozen=True)
class TagTest:
    """
    The test of one word.

    Args:
        question: answered yes where the word fits.
        not_enough: what does not make the word fit by itself.
    """

    question: str
    not_enough: str


TESTS: Mapping[ConductTag, TagTest] = MappingProxyType(
    {
        ConductTag.BULLYING: TagTest(
            "Is it aimed at a person, to hurt them, and done again and again or by several people?",
            "One hard sentence, or many people who hold the same opinion of the school.",
        ),
        ConductTag.AGGRESSIVE: TagTest(
            "Would it make a reasonable person afraid of what the author may do?",
            "Anger, capital letters, or saying that one will complain.",
        ),
        ConductTag.RUDE: TagTest(
            "Are the words impolite, whatever they are about?",
            "Plain speaking. And rude words alone are never a matter for the police.",
        ),
        ConductTag.INSULTING: TagTest(
            "Does it belittle somebody as a person, apart from how they did their work?",
            "Saying that somebody did their work badly.",
        ),
        ConductTag.ILLEGAL: TagTest(
            "Could it break the law, such as a threat, hate, or naming an accused teacher?",
            "Being untrue, unkind or unwelcome. You need not be sure; the police decide.",
        ),
        ConductTag.INAPPROPRIATE: TagTest(
            "Would the school have to stop it if it were said aloud in an assembly?",
            "A subject or a tone that one does not like.",
        ),
        ConductTag.DISREPUTE: TagTest(
            "Does it state as a fact what the author knows to be untrue, or show the author "
            "behaving, as one of the school, in a way that shames it?",
            "Criticism, however unwelcome: an honest opinion never brings a school into disrepute.",
        ),
    }
)
# "Illegal" is the law's word: it counts whether a policy uses it or not.
_OF_THE_LAW = frozenset({ConductTag.ILLEGAL})
WORDS: Mapping[ConductTag, str] = MappingProxyType(
    {tag: tag.value for tag in ConductTag}
    | {
        ConductTag.INAPPROPRIATE: "otherwise inappropriate",
        ConductTag.DISREPUTE: "such that they bring the school into disrepute",
    }
)


@dataclass(frozen=True)
class TagHint:
    """
    What to ask oneself before ticking a word.

    Args:
        counts: whether the word can make a breach under this policy.
        reason: the policy's sentence, or that it does not use the word.
    """

    test: TagTest
    counts: bool
    reason: Reason

    @property
    def words(self) -> str:
        """Question, what is not enough, and the policy's silence where it is silent."""
        note = "" if self.counts else f" {self.reason.sentence}"
        return f"{self.test.question} Not enough: {_lower(self.test.not_enough)}{note}"


def hints_for(*, policy: Policy) -> Mapping[ConductTag, TagHint]:
    """The test of every word, and whether this policy uses it. Never raises."""
    return MappingProxyType({tag: _hint(policy, tag) for tag in ConductTag})


def named_in(policy: Policy) -> frozenset[ConductTag]:
    """The words that the policy's list of what posts must not be uses."""
    clause = policy.clause(ClauseName.CONDUCT)
    found = clause.get("must_not_be") if clause.is_stated else None
    named = {str(each) for each in found} if isinstance(found, tuple) else set()
    return frozenset(tag for tag in ConductTag if tag.value in named)


def _hint(policy: Policy, tag: ConductTag) -> TagHint:
    if tag in named_in(policy):
        clause = policy.clause(ClauseName.CONDUCT)
        sentence = f"Your policy says that posts must not be {WORDS[tag]}."
        return TagHint(TESTS[tag], True, stated(sentence, clause, "must_not_be"))
    return TagHint(TESTS[tag], tag in _OF_THE_LAW, silent(f"that posts must not be {WORDS[tag]}"))


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
