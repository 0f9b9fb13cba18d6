"""When a post of our own community does harm: who asks for it to be deleted, and by when."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.matching import (
    Found,
    Result,
    Text,
    any_of,
    members,
)
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.terms import ClauseName

_ASK = any_of(
    "ask", "asks", "asked", "request*", "require", "requires", "required", "tell", "told", "expect",
    "instruct*", "insist*", "will", "be made", "requiring", "requesting", "asking",
)  # fmt: skip
_DELETE = any_of("delete")
_POSTED = any_of(
    "you",
    "post",
    "posts",
    "posted",
    "comment*",
    "content",
    "material",
    "it",
    "message*",
    "them",
    "remark*",
    "its",
    "publish*",
)
_HOST = any_of(
    "platform", "platforms", "host", "hosted", "provider", "website", "social media company",
    "company", "site", "sites", "page administrator", "reporting tools", "service provider", "app",
    "facebook", "instagram", "tiktok", "social media service",
)  # fmt: skip
POST_TAGS = (
    ("inappropriate", any_of("inappropriate")),
    ("upsetting", any_of("upsetting", "hurtful", "distressing", "distress*")),
    ("violent", any_of("violent")),
    ("abusive", any_of("abusive")),
    ("offensive", any_of("offensive")),
    ("bullying", any_of("bullying", "bully", "bullies")),
    ("threatening", any_of("threatening")),
    ("defamatory", any_of("defamatory", "libellous", "defames")),
)
_NOT_DELETION = any_of("not delete", "data", "do not delete", "right to")
_WHEN = re.compile(
    r"\bwithin (?:the )?(?:\w+ ){0,2}?(?:school |working )?(?:hours?|days?)\b|\bpromptly\b"
    r"|\bimmediately\b|\bwithout delay\b|\bstraight away\b|\bat once\b"
    r"|\bas soon as (?:is )?(?:reasonably )?(?:possible|practicable)\b"
    r"|\bas soon as (?:they|he or she|you) can\b|\bthat (?:same )?day\b"
    r"|\bby the (?:end of (?:the |that )?(?:\w+ ){0,3}?day|next (?:\w+ )?(?:morning|day))\b"
    r"|\bforthwith\b"
    r"|\bthe same day\b|\bquickly\b|\bswiftly\b|\bright away\b|\bas quickly as possible\b"
)
_DAYS = re.compile(r"\bwithin (?P<days>\w+) (?:school |working )?days?\b")
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "ten": 10}
_PROPER = re.compile(r"\b[A-Z][\w.'’]+(?: [A-Z][\w.'’]+)* (?:will|may) (?:request|ask|require)")

_REPORT = any_of(
    "report", "reports", "reported", "reporting", "ask", "notify", "use", "flag", "contact"
)


def read(text: Text) -> Iterator[Result]:
    """DELETION_REQUEST, whole."""
    for sentence in text.with_words(_ASK, _DELETE, _POSTED):
        if not _to_host(sentence.said) and not _NOT_DELETION.search(sentence.said):
            yield from _deletion(sentence, text)


def _to_host(said: str) -> bool:
    """ "Ask the platform to take it down" is a report, not a request to the author."""
    match = re.search(
        r"\b(?:ask|report|reported|request|requests|contact)\b(?P<whom>.{0,80})", said
    )
    return bool(match and _HOST.search(match["whom"]) and _DELETE.search(said))


def _deletion(sentence: Sentence, text: Text) -> Iterator[Found]:
    clause = ClauseName.DELETION_REQUEST
    said = sentence.said
    requester = _requester(sentence)
    tags = members(said, POST_TAGS) or _tags_before(sentence, text)
    if not requester and not tags and "asked to" not in said and "request" not in said:
        return
    if tags:
        yield Found(clause, "posts", tags, sentence)
    if requester:
        yield Found(clause, "requested_by", requester, sentence)
    for each in (sentence, *text.after(sentence, most=1)):
        if each is sentence or any_of("this", "delete").search(each.said):
            yield from _due(each)


def _tags_before(sentence: Sentence, text: Text) -> tuple[str, ...]:
    """ "Posts that mock or bully are not tolerated. The head will ask ...": which posts is said
    before the request, under the same heading."""
    if not re.search(r"\bask|\brequest", sentence.said):
        return ()
    before = [each for each in text.before(sentence, most=2) if _BAD_POSTS.search(each.said)]
    return members(before[-1].said, POST_TAGS) if before else ()


_BAD_POSTS = re.compile(r"\b(?:posts?|comments?|content|remarks?|publishe[sd]|published)\b")


def _due(sentence: Sentence) -> Iterator[Found]:
    clause = ClauseName.DELETION_REQUEST
    if time := time_in(sentence.said):
        yield Found(clause, "expected", time, sentence)
    if number := days_in(sentence.said):
        yield Found(clause, "days", number, sentence)


def days_in(said: str) -> int:
    """ "Within two school days" is 2; 0 where no number of days is given."""
    days = _DAYS.search(said)
    if days is None:
        return 0
    return _NUMBERS.get(days["days"]) or (int(days["days"]) if days["days"].isdigit() else 0)


def time_in(said: str) -> str | None:
    """By when, in a sentence in one vocabulary: "promptly", "within 24 hours"."""
    match = _WHEN.search(said)
    return match.group() if match else None


_REQUEST = re.compile(
    r"(?P<who>[^.;]*?)\b(?:will|may|can|shall|must)?\s*(?:ask|asks|request|requests|"
    r"require|requires|requiring|requesting|asking|"
    r"instruct|insist)\b"
)
_ACTS = re.compile(r"(?P<who>[^.;]*?)\b(?:will|may|can|shall)\b")
_DEEMED_BY = re.compile(r"\b(?:deemed|considered|judged) by (?P<who>[^.;,]{0,60})")
_ASKED_BY = re.compile(r"\b(?:asked|required|requested|told) by (?P<who>[^.;,]{0,60})")


def _requester(sentence: Sentence) -> str | None:
    said = sentence.said
    by = _ASKED_BY.search(said)
    match = by or _REQUEST.search(said)
    if match is None:
        return None
    # The subject stands right before the verb; "by a member of the school community" does not.
    before = re.split(r"[,:]", match["who"])
    who = match["who"] if by else before[-1]
    if len(before) > 1 and who.split()[:1] == ["who"]:  # "... by the head, who will ask ..."
        who = before[-2].rpartition(" by ")[2]
    if not who.strip(" ,") and not by:
        who = match["who"]
    named = desk_in(who) or _subject(said)
    return named or ("school" if _PROPER.search(sentence.text) else None)


def _subject(said: str) -> str | None:
    """ "The head will write to any parent ..., requiring ...": who acts stands before "will"."""
    acts = _ACTS.search(said)
    deemed = _DEEMED_BY.search(said)
    last = re.split(r"[,:]", acts["who"])[-1] if acts else ""
    return desk_in(last) or (desk_in(deemed["who"]) if deemed else None)


def desk_in(who: str) -> str | None:
    head, dsl = "headteacher" in who, re.search(r"\bdsl\b", who)
    if head and dsl:
        return "headteacher_or_dsl"
    if head or dsl:
        return "headteacher" if head else "dsl"
    return "school" if re.search(r"\b(?:school|we|academy|trust|federation)\b", who) else None
