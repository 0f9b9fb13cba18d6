"""
Which kind of post is it? One of five, with the phrase that decided it.

A post with a flag: telling of it as somebody who wants it looked into is a concern; saying it
to or about the school's adults is criticism; between pupils it is neutral. A post without one:
what happened to a child comes first, then criticism (which sarcasm dresses as praise), then a
question, then praise.
"""

from collections.abc import Iterable

from footprint.rulebook.terms import Flag, PostKind
from footprint.signals.context import Seen, Speaker, speaker_of
from footprint.signals.findings import Finding, findings
from footprint.signals.questions import question_in

_MYSELF = frozenset({"i", "me", "my", "myself"})
_OURSELVES = _MYSELF | {"we", "us", "our", "ours", "mine", "you", "your"}
_FAINT = ("concern", "criticism", "praise")  # in this order where they weigh the same
_BOOKS = ("praise", "criticism", "concern", "enquiry", "wide_kinds", "turns", "hints_concern")
_ENOUGH = 2
_CHILD = 1  # a child of the writer's makes faint words weigh more
_SAID_AGAINST = frozenset({Flag.HATE.value, Flag.EXTREMISM.value})
_ADULTS_ACCUSED = frozenset({Flag.ALLEGATION.value, Flag.STAFF_CONTACT.value})


def kind_of(seen: Seen, flagged: tuple[Finding, ...]) -> Finding:
    """Return the finding that decides the kind; `about` is the kind's name."""
    said = _said(seen)
    return _kind_of_flagged(seen, flagged, said) if flagged else _kind_of_plain(seen, said)


def _said(seen: Seen) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for name in _BOOKS:
        for finding in findings(seen, name):
            key = f"{finding.about}:{finding.variant}"
            found.setdefault(key, []).append(finding)
    return found


def _kind_of_flagged(
    seen: Seen, flagged: tuple[Finding, ...], said: dict[str, list[Finding]]
) -> Finding:
    speaker = speaker_of(seen)
    names = {finding.about for finding in flagged}
    serious = [f for f in flagged if f.about != Flag.INSULT] or list(flagged)
    if names == {Flag.INSULT.value}:
        return _kind_of_insult(seen, flagged[0], speaker)
    if _is_told_of(seen, serious, said, speaker):
        return _as(PostKind.CONCERN, serious[0], "Tells of something to look into.")
    asks = bool(said.get("enquiry:strong")) and "?" in seen.texts
    if Flag.UNDERAGE in names and asks and not seen.mentions("incrowd"):
        return _as(PostKind.CONCERN, serious[0], "Asks about something to look into.")
    if _is_at_the_school(seen, serious, speaker):
        return _as(PostKind.CRITICISM, serious[0], "Is against the school or its people.")
    return _as(PostKind.NEUTRAL, serious[0], "Is not addressed to the school.")


def _kind_of_insult(seen: Seen, finding: Finding, speaker: Speaker) -> Finding:
    about_school = seen.mentions("schoolpeople") or seen.starts_upper
    if about_school and speaker is not Speaker.PUPIL and not _bare_title(seen):
        return _as(PostKind.CRITICISM, finding, "Is rude about the school or its people.")
    return _as(PostKind.NEUTRAL, finding, "Is rude, but reads like chatter between pupils.")


def _bare_title(seen: Seen) -> bool:
    """Pupils write "mr doyle" and no job; parents write "the receptionist" or "Mr Doyle"."""
    return not seen.starts_upper and seen.mentions("pupilname")


def _is_told_of(
    seen: Seen, flagged: list[Finding], said: dict[str, list[Finding]], speaker: Speaker
) -> bool:
    own = seen.mentions("myown")
    if any(f.about in _ADULTS_ACCUSED and f.variant != "pupil" for f in flagged):
        return own or not (speaker is Speaker.PUPIL or _bare_title(seen) or _speaks_as_pupil(seen))
    if speaker is Speaker.PUPIL or (seen.mentions("incrowd") and not own):
        return False
    if all(f.about == Flag.SELF_HARM for f in flagged):
        return _is_about_another(seen, flagged)
    if _is_reported(seen, flagged) and not _speaks_as_pupil(seen):
        return True
    if any(f.about == Flag.THREAT for f in flagged):
        return False
    if any(f.about == Flag.UNDERAGE for f in flagged):
        return bool(said.get("concern:strong")) or seen.mentions("onlooker")
    hostile = any(f.about in _SAID_AGAINST for f in flagged)
    worried = bool(said.get("concern:strong")) and not hostile
    return own or seen.mentions("onlooker") or worried


def _is_about_another(seen: Seen, flagged: list[Finding]) -> bool:
    """Of somebody else: a child, "he" or "she" is spoken of, and "I" is not in the phrase."""
    of_self = any(
        _MYSELF & {w.text for w in seen.words if f.start <= w.start < f.end}
        for f in flagged
        if f.variant != "report"
    )
    return seen.mentions("another") and (not of_self or seen.mentions("myown"))


def _is_reported(seen: Seen, flagged: list[Finding]) -> bool:
    """Told of others: not the same words said by the writer of themselves."""
    own = [f for f in flagged if f.variant != "report"] if _MYSELF & set(seen.texts) else []
    return any(
        f.variant == "report"
        and not any(o.about == f.about and o.start <= f.start < o.end for o in own)
        for f in flagged
    )


def _speaks_as_pupil(seen: Seen) -> bool:
    parent = seen.mentions("myown") or seen.mentions("asparent")
    return seen.mentions("aspupil") and not parent


def _is_at_the_school(seen: Seen, flagged: list[Finding], speaker: Speaker) -> bool:
    if any(f.variant == "school" for f in flagged):
        return True
    if not any(f.about in (Flag.THREAT, Flag.PRIVACY) for f in flagged):
        return False
    if any(f.about == Flag.THREAT for f in flagged):
        named = seen.starts_upper and seen.mentions("pupilname")
        at_adults = named or seen.mentions("schooladult") or seen.mentions("myown")
        return at_adults and speaker is not Speaker.PUPIL
    return False


def _kind_of_plain(seen: Seen, said: dict[str, list[Finding]]) -> Finding:
    concern, criticism = said.get("concern:strong", []), said.get("criticism:strong", [])
    praise, enquiry = said.get("praise:strong", []), said.get("enquiry:strong", [])
    enquiry = [e for e in enquiry if not any(p.start <= e.start < p.end for p in praise)]
    praise, criticism = _not_within(praise, criticism), _not_within(criticism, praise)
    told = _told_as_news(seen, said)
    if told and not praise:
        return told
    if concern and _outweighs(seen, concern, criticism, praise, enquiry):
        return concern[0]
    if enquiry and not criticism and _is_question(seen, enquiry, praise):
        return enquiry[0]
    if criticism and len(criticism) >= len(praise):
        return criticism[0]
    if praise:
        return praise[0]
    asked = question_in(seen)
    if asked and not said.get("neutral:notice"):
        return asked
    return _kind_of_faint(seen, said, [*criticism, *enquiry])


def _not_within(these: list[Finding], those: list[Finding]) -> list[Finding]:
    """Drop what is only part of a phrase that says the opposite: "used to be a lovely school"."""
    return [f for f in these if not any(o.start < f.start < o.end for o in those)]


def _told_as_news(seen: Seen, said: dict[str, list[Finding]]) -> Finding | None:
    """News and pupils' chatter; a post in the first person, or a question, is no news."""
    chatter, news = said.get("neutral:chatter", []), said.get("neutral:news", [])
    if chatter and not seen.mentions("myown"):
        return chatter[0]
    if not news or _OURSELVES & set(seen.texts) or "?" in seen.texts:
        return None
    return news[0]


def _outweighs(
    seen: Seen,
    concern: list[Finding],
    criticism: list[Finding],
    praise: list[Finding],
    enquiry: list[Finding],
) -> bool:
    """Something told of a child or a danger is a concern even in angry or polite words."""
    if len(praise) >= len(concern):
        return False
    child = seen.mentions("kid") or seen.mentions("hazard")
    if not child and (criticism or enquiry):
        return len(concern) > len(criticism) + len(enquiry)
    return len(concern) >= len(criticism) or seen.mentions("myown")


def _is_question(seen: Seen, enquiry: list[Finding], praise: list[Finding]) -> bool:
    return not praise or "?" in seen.texts or len(enquiry) > len(praise)


def _kind_of_faint(seen: Seen, said: dict[str, list[Finding]], rest: Iterable[Finding]) -> Finding:
    """No clear phrase: the general words of praise, blame or worry, unless it is a notice."""
    notice = said.get("neutral:notice", [])
    if notice:
        return notice[0]
    weights = {kind: _weight(said.get(f"{kind}:weak", [])) for kind in _FAINT}
    weights["concern"] += _CHILD if weights["concern"] and seen.mentions("kid") else 0
    weights["praise"] += _CHILD if weights["praise"] and seen.mentions("myown") else 0
    best = max(_FAINT, key=lambda kind: weights[kind])
    if weights[best] < _ENOUGH or (best != "concern" and speaker_of(seen) is Speaker.PUPIL):
        return _nothing_found(said.get("neutral:pupils", []) or rest)
    return said[f"{best}:weak"][0]


def _weight(faint: list[Finding]) -> int:
    """A phrase says more than a word; the same word twice says no more than once."""
    return sum(1 + (len(words) > 1) for words in {tuple(f.words.lower().split()) for f in faint})


def _nothing_found(rest: Iterable[Finding]) -> Finding:
    for finding in rest:
        return finding
    sentence = "Nothing in it was recognised as praise, criticism, a concern or a question."
    return Finding(PostKind.NEUTRAL.value, "", "", sentence, 0, 0)


def _as(kind: PostKind, finding: Finding, sentence: str) -> Finding:
    return Finding(kind.value, finding.about, finding.words, sentence, finding.start, finding.end)
