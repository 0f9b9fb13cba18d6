"""What words make of an act: forbidden, discouraged, allowed; may or must."""

import re

from footprint.rulebook.reading.matching import any_of, has
from footprint.rulebook.terms import Stance

_STRONG_NO = any_of(
    "must not", "may not", "not allowed", "not be allowed", "not permitted", "not be permitted",
    "forbidden", "prohibited", "prohibition", "shall not", "never", "under no circumstances",
    "in no circumstances", "not acceptable", "unacceptable", "banned", "not expected to",
    "no pupil", "no staff", "no member", "decline", "declines", "declined", "refuse", "refuses",
    "refused", "turn down", "turned down", "ruled out", "expected not to", "required not to",
    "must be ignored", "are not to", "is not to", "must neither", "shall neither", "not possible",
    "must have no", "not tolerated", "full stop", "left unanswered", "none", "stay out of",
    "keep out of", "on no account", "not on any account", "off limits", "out of the question",
    "stay off", "steer clear", "reject", "rejects", "rejected", "are ignored", "is ignored",
    "not open to", "keeps out of", "stays out of", "kept out of", "barred",
)  # fmt: skip
_SOFT_NO = any_of(
    "discourage*", "avoid", "avoids", "avoided", "avoiding", "better not", "advised not",
    "advised against", "advise against", "asked not", "ask that you do not", "asks * not",
    "requested not", "rather you did not", "not advised", "not recommended", "recommended not",
    "inadvisable", "unwise", "think carefully", "not encouraged", "encouraged not", "prefer that",
    "think twice", "prudent", "cautious", "preferred that", "would prefer", "preferable",
    "please do not", "recommend that * do not", "urged not", "advisable not", "not advisable",
    "best not", "preferably", "would rather", "would sooner", "much rather", "not a good idea",
    "counsel* caution", "with caution", "be wary", "wary of", "very carefully", "hesitate",
    "think hard", "think long and hard", "not wise", "ill advised", "not ideal", "sparingly",
    "would not recommend", "do not recommend", "does not recommend", "do not encourage",
    "does not encourage",
)  # fmt: skip
_ASKED_NOT = re.compile(
    r"\b(?:ask|asks|asked|advised?|request|requested|urged?|encouraged?|prefer)\b"
    r"[^.;]{0,60}\bnot to\b"
    r"|\b(?:ask|asks|asked|request|requested)\b[^.;]{0,90}\bby:? (?:not|never)\b"
    r"|\b(?:ask|asks|asked)\b[^.;:]{0,60}: not\b"
    r"|\bnot\b[^.;]{0,25}\b(?:encouraged?|recommended|advis(?:ed|able))\b"
    r"|\b(?:ask|asks|request|requests) that\b[^.;]{0,60}\bnot\b"
    r"|\b(?:ask|asked) (?:\w+ ){1,4}(?:to keep|to refrain)\b"
)
_WEAK_NO = any_of(
    "not", "refrain", "nor", "no", "nobody", "no one", "without", "neither", "have no place",
    "nothing", "has no place", "free of", "free from", "wait until", "wait for", "wrong for",
    "wrong to",
)  # fmt: skip
_ASKED = re.compile(r"\b(?:we|school) asks?\b|\bare asked\b")
_KEEP_OUT = re.compile(
    r"\b(?:keep|keeps|kept|leave|leaves|left|stay|stays) (?:\w+,? ){0,8}(?:out of|off)\b"
)
_YES = any_of("may", "can", "are allowed", "is allowed", "permitted", "welcome to", "free to")
NOT = any_of(
    "not", "never", "nothing", "avoid*", "refrain*", "nobody", "no one", "forbidden", "prohibited",
    "nor", "neither", "unacceptable", "discourage*", "without", "have no place", "no", "banned",
    "cease", "instead of", "rather than", "ruled out", "decline", "zero tolerance", "breach*",
    "unsuitable for", "none",
)  # fmt: skip


def stance_of(text: str) -> Stance:
    """
    What a clause in one vocabulary says of the act in it; NOT_STATED without any such word.

    "Must avoid" is a ban; "should avoid" and "are asked not to" are advice.
    """
    text = _CONDITION.sub("", text)
    left = _NOT_BARRED.sub(" ", text)
    if left != text:  # "does not forbid friendship": allowed, unless the rest says otherwise
        said = stance_of(left)
        return Stance.ALLOWED if said is Stance.NOT_STATED else said
    if _STRONG_NO.search(text) or has(text, _MUST_AVOID):
        return Stance.FORBIDDEN
    kept_out = _KEEP_OUT.search(text)
    if _SOFT_NO.search(text) or _ASKED_NOT.search(text) or (kept_out and _ASKED.search(text)):
        return Stance.DISCOURAGED
    if _WEAK_NO.search(text) or kept_out:
        return Stance.FORBIDDEN
    return Stance.ALLOWED if _YES.search(text) else Stance.NOT_STATED


_NOT_BARRED = re.compile(
    r"\b(?:not|nor)(?: (?:seek|seeks|wish|wishes|try|intend|want) to| normally| usually)? "
    r"(?:prevent|forbid|prohibit|object to|ban|rule out|mind|stop|discourage)(?:ed|en)?\b"
    r"|\bnothing (?:in this \w+ )?(?:stops|prevents|forbids)\b"
)
_CONDITION = re.compile(
    r"\b(?:provided|providing|so long as|as long as|on condition) (?:that )?[^.;]*|"
    r"\b(?:must|should|may) not do so without\b[^.;]*"
)
_MUST_AVOID = any_of("must avoid", "must refrain", "must always avoid", "must be avoided")

_MAY = any_of(
    "may", "can", "could", "might", "where possible", "where appropriate", "if necessary",
    "consider*", "reserves the right", "if appropriate", "where necessary",
)  # fmt: skip
_PERHAPS = re.compile(
    r"\b(?:may|might|could) have\b"
    r"|\b(?:that|which|who|what|where|whether) (?:\w+ )?(?:may|might|could|"
    r"can) (?:well )?(?:be|amount|"
    r"constitute|put|break|involve|contain|point|suggest|need)\b"
)  # "a crime may have been committed"
_FIRM = any_of("will", "must", "shall", "should", "always", "is to be", "are to be", "need to")


def may_or_must(text: str) -> str:
    """
    "may" or "must" for a step: the last word of that kind before the step is named.

    Args:
        text: one vocabulary, up to the words that name the step. A plain statement ("we report
            it to the site") is a commitment: "must".
    """
    text = _PERHAPS.sub(" ", text)
    may = [match.start() for match in _MAY.finditer(text)]
    firm = [match.start() for match in _FIRM.finditer(text)]
    return "may" if may and (not firm or may[-1] > firm[-1]) else "must"


_CLAUSE_END = re.compile(
    r";|\. |\bhowever\b|, but\b|, so\b| but (?=staff|pupil|parent)|\bwhereas\b|\bwhile\b|"
    r", and (?=it is |we |never\b|not\b)|(?<!between \w{5})(?<!between \w{6})(?<!\bstaff)"
    r"(?<!\bpupil)(?<!\bparent)(?<!\bgovernor)(?<!\bvolunteer)(?:,| and|, and) "
    r"(?=(?:staff|pupil|parent|we) (?:must|should|may|are|will|shall|can|do|is|be)\b)"
)


def clauses_of(text: str) -> list[str]:
    """A sentence in one vocabulary cut where its subject changes."""
    return [part.strip() for part in _CLAUSE_END.split(text) if part and part.strip()]
