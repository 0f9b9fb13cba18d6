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
    r"\bpost (?:what|things|content|material|anything)\b"
    r"|\b(?:(?:your|their|up|in) posts?|photo of|friend|follow|delete|report|third party|"
    r"parent (?:may|should|must)|only be|"
    r"pupil (?:may|should|must)|will only|only share)\b"
)
_WHO = (
    ("headteacher", any_of("headteacher")),
    ("slt", any_of("slt", "deputyhead", "deputy manager")),
    ("office", any_of("office", "secretary", "clerk", "admin team", "admin staff",
                      "administrators", "administrator",
                      "business manager", "reception")),
    ("communications", any_of("communications officer", "communications team", "communications",
                              "marketing", "marketing officer", "external relations")),
    ("teachers", any_of("heads of department", "class staff", "department leads")),
    ("authorised", any_of("authorised", "trained", "approved staff", "nominated", "say so",
                          "designated staff")),
)  # fmt: skip
_TEACHERS = re.compile(r"\b(?:class |form )?teachers\b|\bclass leads\b|\bpractitioners\b", re.I)


def read(text: Text) -> Iterator[Result]:
    """OFFICIAL_ACCOUNTS: `may_post`."""
    for sentence in text.body:
        said = sentence.said
        only = _ONLY.search(said)
        if _HEADED.search(said) or (only and not _OTHER.search(said)):
            start = only.start() if only else 0
            yield from _found(sentence, sentence, said[start:])
        elif _NOBODY_ELSE.search(said):
            for before in text.before(sentence, most=1):
                yield from _found(before, sentence)


def _found(named: Sentence, says_so: Sentence, said: str = "") -> Iterator[Found]:
    """Those whom one sentence names; the other says that nobody else may."""
    if who := posters_in(named, said) or posters_in(named, named.said):
        yield Found(ClauseName.OFFICIAL_ACCOUNTS, "may_post", who, says_so)


# "Only staff authorised by the headteacher may post": that is not the headteacher.
_SAY_SO = re.compile(
    r"\b(authorised|approved|nominated|chosen|named|agreed|appointed|trained|"
    r"permitted) by (?:the )?"
    r"(?:headteacher|slt|office|dsl)\b|(?<=with )(?:the )?headteacher (?=say so)"
)


def posters_in(sentence: Sentence, said: str) -> tuple[str, ...]:
    """Those of the closed list whom a sentence, or a clause of it in one vocabulary, names."""
    who = members(_SAY_SO.sub(r"\g<1>", said), _WHO)
    if _TEACHERS.search(sentence.text) and "teachers" not in who:
        who = (*who, "teachers")
    return who
