"""What a school does not say in public: opinions, insults, private links, asking for reviews."""

import re
from collections.abc import Iterator

from footprint.rulebook.decisions.publication_text import FindingKind, TextFinding
from footprint.rulebook.terms import ConductTag, Flag, Platform
from footprint.signals.reading import read

# What each flag may be in the words that policies use of posts.
TAGS = {
    Flag.INSULT: frozenset({ConductTag.INSULTING, ConductTag.RUDE}),
    Flag.BULLYING: frozenset({ConductTag.BULLYING}),
    Flag.THREAT: frozenset({ConductTag.AGGRESSIVE, ConductTag.ILLEGAL}),
    Flag.HATE: frozenset({ConductTag.INSULTING, ConductTag.ILLEGAL, ConductTag.INAPPROPRIATE}),
    Flag.SEXUAL: frozenset({ConductTag.INAPPROPRIATE, ConductTag.ILLEGAL}),
    Flag.EXTREMISM: frozenset({ConductTag.ILLEGAL, ConductTag.INAPPROPRIATE}),
}
NOT_CONDUCT = frozenset(  # what a post tells of, not how it speaks; or found by `details`
    {Flag.SELF_HARM, Flag.STAFF_CONTACT, Flag.ALLEGATION, Flag.PRIVACY, Flag.UNDERAGE}
)
_THINK = (
    r"\b(?:we|I|the school|our governors|the staff|our staff) (?:\w+ly )?(?:think|believe|feel|"
    r"support|oppose|back|condemn|reject|endorse|stand with|disagree|agree|are against|are angry|"
    r"are appalled|are furious|are disgusted|urge you to vote)\b"
)
_VIEW = (
    r"\b(?:in (?:our|my|the school['’]s) (?:opinion|view)|if you ask (?:us|me)|"
    r"(?:our|my) view is)\b"
)
_CONTESTED = (
    r"\b(?:government|council(?:lors?)?(?! house)|ministers?|prime minister|MPs?|politicians?|"
    r"part(?:y|ies)['’s]* (?:candidate|manifesto|policy|leader)|Labour|Tor(?:y|ies)|"
    r"Conservatives?|Lib(?:eral)? Dems?|Green Party|Reform(?: UK)?|Plaid|SNP|election|referendum|"
    r"Brexit|vote for|voting|strikes?|unions?|picket|protest(?:ers?|s)?|Ofsted|academis\w+|"
    r"immigration|asylum|war|ceasefire|Israel|Palestine|Gaza|abortion|"
    r"cuts|funding|VAT|(?:local )?authority|trust['’]s decision)\b"
)
_OPINIONS = (
    re.compile(rf"(?:{_THINK})[^.!?\n]{{0,120}}?(?:{_CONTESTED})", re.IGNORECASE),
    re.compile(rf"(?:{_VIEW})[^.!?\n]{{1,160}}", re.IGNORECASE),
    re.compile(
        rf"(?:{_CONTESTED})[^.!?\n]{{0,60}}?\b(?:disgrace(?:ful)?|shameful|a joke|should resign|"
        r"should be ashamed|got it wrong|is wrong|are wrong|must go|has failed|have failed|"
        r"unfair|ridiculous|scandal(?:ous)?)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:please |do )?vote (?:for|against)\b[^.!?\n]{0,60}", re.IGNORECASE),
)
# "Vote for your favourite book", "vote for our garden": nobody's opinion is in that.
_CHOOSING = re.compile(r"\b(?:vote|voting) for (?:your|our|the|a|their|me|us)\b", re.IGNORECASE)
_LINKS: tuple[tuple[str, Platform | None], ...] = (
    (r"chat\.whatsapp\.com/\S+", Platform.WHATSAPP),
    (r"wa\.me/\S+", Platform.WHATSAPP),
    (r"whatsapp\.com/channel/\S+", Platform.WHATSAPP),
    (r"discord(?:app)?\.(?:gg|com/invite)/\S+", None),
    (r"t\.me/(?:\+|joinchat/)\S+", None),
    (r"signal\.group/\S+", None),
    (r"m\.me/\S+", Platform.FACEBOOK),
    (r"facebook\.com/groups/\S+", Platform.FACEBOOK),
    (r"snapchat\.com/add/\S+", Platform.SNAPCHAT),
    (r"(?:(?<![\w-])[\w-]{1,63}\.)?zoom\.us/(?:j|my|w)/\S+", None),
    (r"teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet)/\S+", None),
    (r"meet\.google\.com/\S+", None),
    (r"classroom\.google\.com/c/\S+", None),
    (r"docs\.google\.com/(?:document|spreadsheets|presentation)/\S+", None),
    (r"drive\.google\.com/(?:drive|file|open)\S+", None),
    (r"photos\.app\.goo\.gl/\S+|photos\.google\.com/share/\S+", None),
    (r"(?:www\.)?dropbox\.com/(?:s|sh|scl)/\S+", None),
    (r"1drv\.ms/\S+|onedrive\.live\.com/\S+|(?<![\w-])[\w-]{1,63}\.sharepoint\.com/:\w:/\S+", None),
    (r"(?:www\.)?icloud\.com/(?:sharedalbum|iclouddrive|share)/?\S*", None),
    (r"we\.tl/\S+|wetransfer\.com/downloads/\S+", None),
    (r"\bmeeting ID:? ?\d[\d ]{6,14}\d", None),
    (r"\bclass code:? ?[a-z0-9]{5,8}\b", None),
)
_REVIEW = r"(?:(?<!book )(?<!film )(?<!peer )(?<!play )reviews?|five[- ]star rating|five stars)"
_ASK = r"(?:leave|write|post|give|add|submit|put up)"
_CHOSEN = (
    r"(?:staff|governors?|colleagues|team|trustees|volunteers|PTA|friends of the school|"
    r"happy (?:parents|families)|(?:parents|families) who (?:love|like|enjoy)\w*|selected parents)"
)
_REVIEWS = (
    re.compile(rf"\b{_CHOSEN}\b[^.!?\n]{{0,80}}\b{_ASK}\b[^.!?\n]{{0,40}}{_REVIEW}", re.IGNORECASE),
    re.compile(rf"\b{_ASK}\b[^.!?\n]{{0,40}}\b(?:positive|good|kind|glowing|nice|five[- ]star|"
               rf"5[- ]star|great)\b[^.!?\n]{{0,20}}{_REVIEW}", re.IGNORECASE),
    re.compile(rf"\bif you (?:love|like|enjoy)\w*\b[^.!?\n]{{0,60}}\b{_ASK}\b[^.!?\n]{{0,30}}"
               rf"{_REVIEW}", re.IGNORECASE),
)  # fmt: skip
_INVITES = re.compile(
    r"\b(?:DM|PM|message|inbox) us\b|\b(?:send|drop) us an? (?:DM|PM|direct message|message)\b|"
    r"\bcomment (?:below|on this post|under this)|\b(?:in|into) the comments\b|"
    r"\breply (?:below|here|to this (?:post|tweet))\b|\btell us below\b|\btag us\b(?! in your)",
    re.IGNORECASE,
)


def public_words(text: str) -> Iterator[TextFinding]:
    """What may be said better in public, or not at all."""
    yield from _conduct(text)
    yield from _opinions(text)
    for pattern, platform in _LINKS:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            words = match.group().rstrip(".,;:!?)”\"'")
            end = match.start() + len(words)
            yield TextFinding(
                FindingKind.PRIVATE_LINK, words, match.start(), end, platform=platform
            )
    yield from (
        _found(FindingKind.REVIEW_REQUEST, match)
        for pattern in _REVIEWS
        for match in pattern.finditer(text)
    )
    yield from (_found(FindingKind.INVITES_ANSWER, match) for match in _INVITES.finditer(text))


def _conduct(text: str) -> Iterator[TextFinding]:
    """By the phrase books that read posts about the school."""
    for reason in read(text).reasons:
        flag = next((each for each in TAGS if each.value == reason.about), None)
        if flag is not None and reason.words:
            yield TextFinding(
                FindingKind.CONDUCT, reason.words, reason.start, reason.end, tags=TAGS[flag]
            )


def _opinions(text: str) -> Iterator[TextFinding]:
    for pattern in _OPINIONS:
        for match in pattern.finditer(text):
            if not _CHOOSING.search(match.group()):
                yield _found(FindingKind.OPINION, match)


def _found(kind: FindingKind, match: re.Match[str]) -> TextFinding:
    return TextFinding(kind, match.group().strip(), match.start(), match.end())
