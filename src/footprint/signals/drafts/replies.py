"""What a public answer to a post should not say: on top of every draft, staff and arguing."""

import re
from collections.abc import Iterable, Iterator

from footprint.rulebook.decisions.reply_text import OF_FINDINGS, ReplyFinding, ReplyProblem
from footprint.signals.drafts.checking import Known, check_draft
from footprint.signals.drafts.names import Pupil

_CHILD = re.compile(
    r"\b(?:your|his|her|their|the) (?:child(?:ren)?|son|daughter|little one|boy|girl)\b"
    r"|\b(?:he|she|they) (?:is|are|was|were) (?:a |one of our )?pupils?\b"
    r"|\b(?:in|joined|left) (?:year|class|reception) ?\w+\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?i:the|this|that|our|your child['’]s) (?:member of staff|teacher|teaching assistant|"
    r"coach|head ?teacher|colleague|TA)\b"
    r"|\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? [A-Z]\w+"
    r"|\b(?i:suspended|dismissed|sacked|disciplin\w+|on leave|gone off sick|under investigation|"
    r"been spoken to|no longer works?)\b",
)
_ARGUES = re.compile(
    r"\byou(?: are|['’]re| were) (?:wrong|mistaken|lying|misinformed|exaggerating)\b"
    r"|\b(?:that|this|it)(?: is|['’]s| was) (?:simply )?(?:not true|untrue|false|incorrect|a lie|"
    r"nonsense|not what happened)\b"
    r"|\bnever happened\b|\bour records show\b|\bas you (?:well )?know\b|\bas we told you\b"
    r"|\bwe (?:strongly |completely )?(?:deny|dispute|reject|refute|disagree)\b"
    r"|\b(?:the facts are|let['’]s be clear|to set the record straight)\b"
    r"|\byour complaint (?:was|has been|is)\b",
    re.IGNORECASE,
)
_PATTERNS = (
    (_CHILD, ReplyProblem.CONFIRMS_PUPIL),
    (_STAFF, ReplyProblem.STAFF_MATTER),
    (_ARGUES, ReplyProblem.ARGUES),
)


def check_reply(text: str, *, pupils: Iterable[Pupil], known: Known) -> tuple[ReplyFinding, ...]:
    """
    Find what somebody should look at before it is answered in public. Each may be wrong.

    Args:
        pupils: of the school, from its register; none where it keeps none.

    Never raises.
    """
    found = {(each.problem, each.words): each for each in _found(text, pupils, known)}
    return tuple(sorted(found.values(), key=lambda each: (each.start, each.problem)))


def _found(text: str, pupils: Iterable[Pupil], known: Known) -> Iterator[ReplyFinding]:
    for pattern, problem in _PATTERNS:
        for match in pattern.finditer(text):
            yield ReplyFinding(problem, match.group(), match.start())
    checked = check_draft(text, pupils=pupils, known=known, with_picture=False)
    for each in checked.findings:
        problem_there = OF_FINDINGS[each.kind]
        if problem_there:
            yield ReplyFinding(problem_there, each.words, each.start)
