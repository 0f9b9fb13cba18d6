"""Who may post on the school's own accounts."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.matching import Found, Result, Text, any_of, members
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.terms import ClauseName

_ONLY = re.compile(
    r"\b(?:only|solely)\b[^.;]{0,160}\bposts?(?:ed|ing)?\b|\bposts?(?:ed|ing)?\b[^.;]{0,80}\b(?:only|solely)\b"
    r"|\bcontent may be (?:posted|published)\b|\bonly people who may post\b"
    r"|\bno (?:post|content|item) (?:is|may be|will be) (?:published|posted)\b[^.;]*\bapproved by\b"
    r"|\bposts are (?:put|made|written|published)\b[^.;]* by\b"
    r"|\b(?:authorised|permitted|allowed) to post\b"
)
_NOBODY_ELSE = re.compile(r"\b(?:nobody|no one) else\b[^.;]*\b(?:posts?|publish\w*)\b")
_HEADED = re.compile(r"\bwho (?:may|can) post:|\bposting:")
_OTHER = re.compile(
    r"\b(?:photo of|friend|follow|delete|report|third party|parent (?:may|should|must)|only be|"
    r"pupil (?:may|should|must)|will only|only share)\b"
)
_WHO = (
    ("headteacher", any_of("headteacher")),
    ("slt", any_of("slt", "deputyhead", "deputy manager")),
    ("office", any_of("office", "secretary", "clerk", "administrators", "administrator",
                      "business manager", "reception")),
    ("communications", any_of("communications officer", "communications team", "communications",
                              "marketing", "marketing officer")),
    ("teachers", any_of("heads of department", "class staff", "department leads")),
    ("authorised", any_of("authorised", "trained", "approved staff", "nominated",
                          "designated staff")),
)  # fmt: skip
_TEACHERS = re.compile(r"\b(?:class |form )?teachers\b|\bclass leads\b|\bpractitioners\b", re.I)


def read(text: Text) -> Iterator[Result]:
    """OFFICIAL_ACCOUNTS: `may_post`."""
    for sentence in text.body:
        said = sentence.said
        if _HEADED.search(said) or (_ONLY.search(said) and not _OTHER.search(said)):
            yield from _found(sentence, sentence)
        elif _NOBODY_ELSE.search(said):
            for before in text.before(sentence, most=1):
                yield from _found(before, sentence)


def _found(named: Sentence, says_so: Sentence) -> Iterator[Found]:
    """Those whom one sentence names; the other says that nobody else may."""
    who = members(named.said, _WHO)
    if _TEACHERS.search(named.text) and "teachers" not in who:
        who = (*who, "teachers")
    if who:
        yield Found(ClauseName.OFFICIAL_ACCOUNTS, "may_post", who, says_so)
