"""When a post does harm: deletion request, report to the platform, helpline, police."""

import re
from collections.abc import Iterator

from footprint.rulebook.reading.matching import (
    STRONG,
    USUAL,
    WEAK,
    Found,
    Mention,
    Result,
    Text,
    any_of,
    has,
    members,
)
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.reading.stances import may_or_must
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
    "platform", "platforms", "host", "hosted", "provider", "website or", "social media company",
    "company", "site", "sites", "page administrator", "reporting tools", "service provider", "app",
    "facebook", "instagram", "tiktok", "social media service",
)  # fmt: skip
_TAGS = (
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
    r"|\bby the (?:end of (?:the |that )?(?:\w+ )?day|next (?:\w+ )?(?:morning|day))\b"
    r"|\bforthwith\b"
    r"|\bthe same day\b|\bquickly\b|\bswiftly\b|\bright away\b|\bas quickly as possible\b"
)
_DAYS = re.compile(r"\bwithin (?P<days>\w+) (?:school |working )?days?\b")
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "ten": 10}
_PROPER = re.compile(r"\b[A-Z][\w.'’]+(?: [A-Z][\w.'’]+)* (?:will|may) (?:request|ask|require)")

_REPORT = any_of(
    "report", "reports", "reported", "reporting", "ask", "notify", "use", "flag", "contact"
)
_OUTSIDE = any_of(
    "third party", "third parties", "outside", "no connection", "unconnected", "not a member",
    "unknown", "anonymous", "stranger*", "member of the public", "do not know who", "someone else",
    "not part of", "can not tell who", "persons", "not removed", "not delete", "external",
    "persons unconnected", "who wrote it", "we do not know", "somebody else", "someone we do not",
    "somebody we do not", "who posted it", "people outside", "another person", "is not known",
    "not traceable", "not connected",
)  # fmt: skip
_POSH = any_of("posh")
_HELPLINE = any_of("posh", "helpline for professionals", "helpline for schools")
_SEEK = any_of(
    "take advice",
    "for advice",
    "for support",
    "contact*",
    "ask",
    "call",
    "seek",
    "advice",
    "help",
    "support*",
    "assistance",
    "advise",
    "approach*",
    "consult*",
    "ring",
    "phone",
    "telephone",
)
_BY_US = any_of(
    "we", "school", "headteacher", "will", "may", "can", "could", "reported", "dsl", "federation"
)
_NOT_THIRD = any_of(
    "pupil will learn", "taught", "lesson*", "staff should", "questions", "call on",
    "first instance", "line manager", "when in doubt", "up to half", "friend request*", "in doubt",
    "reputation",
)  # fmt: skip

_POLICE = any_of("police")
_INVOLVE = any_of(
    "involv*", "go to the", "goes to the", "go straight to", "contact*", "inform*", "report*",
    "refer*", "call", "called", "pass", "passed", "ring", "tell", "notif*", "told",
    "bring in", "brought in", "hear about", "hears about", "hear of",
    "goes straight to", "go to", "goes to", "advice", "consult*", "involve", "hand* to",
)  # fmt: skip
_WHERE = (
    ("illegal", any_of(
        "illegal", "unlawful", "criminal", "crime", "offence", "law has been broken",
        "against the law",
        "break* the law", "broken the law", "laws", "hate crime*", "crimes", "law may have been",
        "breach of the law", "breach of any law")),
    ("dangerous", any_of("danger*", "threat", "threats", "threatening", "violence", "at harm",
        "at risk", "risk of harm")),
)  # fmt: skip


def read(text: Text) -> Iterator[Result]:
    """DELETION_REQUEST, THIRD_PARTY_REPORT and POLICE."""
    for sentence in text.with_words(_ASK, _DELETE, _POSTED):
        if not _to_host(sentence.said) and not _NOT_DELETION.search(sentence.said):
            yield from _deletion(sentence, text)
    for sentence in text.body:
        yield from _third_party(sentence, text)
    for sentence in text.with_words(_POLICE):
        yield from _police(sentence)


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
    tags = members(said, _TAGS) or _tags_before(sentence, text)
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
    return members(before[-1].said, _TAGS) if before else ()


_BAD_POSTS = re.compile(r"\b(?:posts?|comments?|content|remarks?|publishe[sd]|published)\b")


def _due(sentence: Sentence) -> Iterator[Found]:
    clause = ClauseName.DELETION_REQUEST
    if time := time_in(sentence.said):
        yield Found(clause, "expected", time, sentence)
    if days := _DAYS.search(sentence.said):
        number = _NUMBERS.get(days["days"]) or (int(days["days"]) if days["days"].isdigit() else 0)
        if number:
            yield Found(clause, "days", number, sentence)


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
    who = match["who"] if by else re.split(r"[,:]", match["who"])[-1]
    if not who.strip(" ,") and not by:
        who = match["who"]
    named = _desk(who) or _subject(said)
    return named or ("school" if _PROPER.search(sentence.text) else None)


def _subject(said: str) -> str | None:
    """ "The head will write to any parent ..., requiring ...": who acts stands before "will"."""
    acts = _ACTS.search(said)
    deemed = _DEEMED_BY.search(said)
    last = re.split(r"[,:]", acts["who"])[-1] if acts else ""
    return _desk(last) or (_desk(deemed["who"]) if deemed else None)


def _desk(who: str) -> str | None:
    head, dsl = "headteacher" in who, re.search(r"\bdsl\b", who)
    if head and dsl:
        return "headteacher_or_dsl"
    if head or dsl:
        return "headteacher" if head else "dsl"
    return "school" if re.search(r"\b(?:school|we|academy|trust|federation)\b", who) else None


def _third_party(sentence: Sentence, text: Text) -> Iterator[Found]:
    said = sentence.said
    clause = ClauseName.THIRD_PARTY_REPORT
    context = " ".join(each.said for each in text.around(sentence, most=3)) + " " + sentence.under
    if _NOT_THIRD.search(said):
        return
    outside = bool(_OUTSIDE.search(said) or _OUTSIDE.search(context))
    at = _host_report(said)
    if at is not None and (outside or _DELETE.search(said) or _DELETE.search(context)):
        yield Found(clause, "platform", may_or_must(said[:at]), sentence)
    helpline = _HELPLINE.search(said)
    if helpline and outside and has(said, _SEEK, _BY_US):
        yield Found(clause, "helpline", _modal(said, helpline), sentence)
        if _POSH.search(said):
            yield Found(clause, "helpline_name", "POSH", sentence)


_HOST_REPORT = re.compile(
    r"\b(?:report|reported|reports|ask|notify|flag|contact)\b(?=[^.;]{0,90}"
    r"\b(?:platforms?|host|provider|services?|apps?|"
    r"sites?|social media|website|company|companies|instagram|facebook|tiktok)\b)"
    r"|\buse\b(?=[^.;]{0,40}\breporting tools\b)"
)


def _host_report(said: str) -> int | None:
    """Where the report to the platform is spoken of; None where it is not."""
    match = _HOST_REPORT.search(said)
    return match.start() if match and not _ASKS_A_PERSON.match(said, match.start()) else None


_ASKS_A_PERSON = re.compile(
    r"(?:ask|contact|notify) (?:the |a |an |any )?(?:author|person|people|pupil|parent|staff|"
    r"any\w+|who\w*|them|him|her|you|those|member|poster|individual|police|dsl|headteacher)\b"
)


def _modal(said: str, name: re.Match[str]) -> str:
    """ "May" or "must" stands before the name, or after it where the sentence starts with it."""
    before, after = said[: name.start()], said[name.end() :]
    return may_or_must(after if before.strip() in ("", "the") else before)


def _police(sentence: Sentence) -> Iterator[Result]:
    clause = ClauseName.POLICE
    said = sentence.said
    if not _INVOLVE.search(said):
        yield Mention(clause, sentence)
        return
    place = _POLICE.search(said)
    modal = _modal(said, place) if place else may_or_must(said)
    where = members(said, _WHERE)
    rank = STRONG if where else USUAL if modal == "may" else WEAK
    yield Found(clause, "involved", modal, sentence, rank)
    if where:
        yield Found(clause, "where", where, sentence)
