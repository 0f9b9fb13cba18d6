"""Names in a sentence as the school wrote it: channels, people, roles, organisations, addresses."""

import re
from functools import lru_cache
from typing import NamedTuple


class Name(NamedTuple):
    """A name and where it stands in the text, in characters."""

    text: str
    start: int
    end: int


# (what it is called everywhere, how schools write it). The first name folds to `terms.Platform`.
_CHANNELS = (
    ("Google reviews", r"Google (?:[Rr]eviews?|[Mm]aps|[Bb]usiness)"),
    ("Google Classroom", r"Google [Cc]lassrooms?"),
    ("Google Meet", r"Google Meet"),
    ("Microsoft Teams", r"(?:Microsoft |MS )Teams|Teams"),
    ("Instagram", r"Instagram|Insta"),
    ("Facebook", r"Facebook|FB"),
    ("X", r"X\s?[-/(]\s?(?:formerly |was |previously )?(?:known as )?Twitter\)?|"
          r"Twitter\s?[-/(]\s?(?:now )?X\)?|Twitter|X(?=[\s,.;:)/]|$)"),
    ("TikTok", r"Tik ?Tok"),
    ("Snapchat", r"Snapchat"),
    ("WhatsApp", r"Whats[ -]?[Aa]pp"),
    ("YouTube", r"You ?Tube"),
    ("Mumsnet", r"Mumsnet"),
    ("Reddit", r"Reddit"),
    ("Bluesky", r"Blue ?[Ss]ky"),
    ("Mastodon", r"Mastodon"),
    ("LinkedIn", r"Linked ?In"),
    ("Threads", r"Threads"),
    ("Discord", r"Discord"),
    ("Telegram", r"Telegram"),
    ("Signal", r"Signal"),
    ("Pinterest", r"Pinterest"),
    ("Roblox", r"Roblox"),
    ("Nextdoor", r"Nextdoor"),
    ("Trustpilot", r"Trustpilot"),
    ("Parent View", r"Parent ?View"),
    ("Zoom", r"Zoom"),
    ("Seesaw", r"See[Ss]aw"),
    ("Tapestry", r"Tapestry"),
    ("ClassDojo", r"(?:Class ?)?Dojo"),
    ("Showbie", r"Showbie"),
    ("Satchel One", r"Satchel(?: One)?|Show My Homework"),
)  # fmt: skip
_CHANNEL = re.compile(
    r"\b(?=[A-Z])(?:"  # all of them begin so; most words are passed by at once
    + "|".join(rf"(?P<c{number}>{how})" for number, (_, how) in enumerate(_CHANNELS))
    + ")"
)
LEARNING = frozenset(
    ("Google Classroom", "Google Meet", "Microsoft Teams", "Zoom", "Seesaw", "Tapestry",
     "ClassDojo", "Showbie", "Satchel One")
)  # fmt: skip
READ_ONLY = frozenset(("Google reviews", "Mumsnet", "Trustpilot", "Nextdoor", "Parent View"))

_CAPITAL = (
    r"[A-Z][a-zà-ÿ]+(?:['’-][A-Z]?[a-zà-ÿ]+)*"
    r"|O['’][A-Z][a-z]+|Mc[A-Z][a-z]+|[A-Z]\.?"
)
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Fr|Sir|Sister|Father|Canon)\.?"
_PERSON = re.compile(
    rf"\b(?:{_TITLE} (?:(?:{_CAPITAL})[ ]?){{1,3}}|(?:{_CAPITAL})(?: (?:{_CAPITAL})){{1,2}})"
)
_NO_PERSON = frozenset((
    "a", "academy", "account", "acceptable", "agreement", "all", "another", "any", "app",
    "august", "behaviour", "board", "both", "business", "ce", "centre", "chair", "chapter",
    "child", "children", "church", "college", "committee", "communications", "community",
    "company", "complaints", "conduct", "council", "county", "data", "december", "designated",
    "digital", "diocese", "director", "each", "education", "email", "english", "executive",
    "external", "relations",
    "facebook", "february", "federation", "form", "friday", "google", "governing", "government",
    "governor", "governors", "guidance", "he", "head", "headmaster", "headteacher", "her",
    "high", "house", "images", "in", "infant", "infants", "instagram", "internet", "it",
    "january", "july", "june", "junior", "key", "lead", "leadership", "leader", "learning",
    "linkedin", "local", "manager", "march", "marketing", "may", "media", "microsoft", "monday",
    "my", "national", "no", "november", "nursery", "october", "of", "office", "officer", "on",
    "online", "our", "page", "parents", "photography", "policy", "posts", "prep", "prevent",
    "primary", "principal", "privacy", "procedure", "professionals", "project", "protection",
    "public", "pupils", "reputation", "reviews", "safeguarding", "safer", "safety", "saturday",
    "school", "schools", "secondary", "secretary", "section", "senior", "september", "she",
    "site", "social", "some", "staff", "stage", "student", "students", "sunday", "support",
    "teacher", "teachers", "team", "teams", "terms", "the", "their", "they", "this", "thursday",
    "tiktok", "trust", "trustees", "tuesday", "twitter", "uk", "use", "video", "we", "website",
    "wednesday", "whatsapp", "when", "where", "which", "who", "x", "year", "you", "your",
    "youtube",
))  # fmt: skip
_BEFORE_ROLE = (
    r"(?:(?:[A-Z][A-Za-z-]+|school|academy|trust|federation|nursery|pre-school|business|office|"
    r"social media|digital|communications?|marketing|computing|online safety|competence|it|ict|"
    r"deputy|assistant|executive|safeguarding|senior leadership|admin)[ ])"
)
_ROLE = re.compile(
    r"(?:(?:[Dd]irector|[Hh]ead) of (?!School\b)[A-Z]\w+(?:(?:,| and| &)? [A-Z]\w+)*|"
    rf"(?:{_BEFORE_ROLE}{{0,4}}(?i:leads?|leader|managers?|officers?|clerks?|secretar(?:y|ies)|"
    r"administrators?(?! of)|co-?ordinators?|technician|bursar|registrar|head ?teachers?|"
    r"department|assistant|receptionist|house ?(?:master|mistress)|"
    r"headmaster|headmistress|principals?|(?:deputy|assistant) head(?:teacher)?|office team|"
    r"office staff|office|team|admin)\b"
    r"|[Hh]ead of [Ss]chool\b))"
)
_NO_ROLE = re.compile(r"^(?:(?:The|Our|Each|Every|An?|All|Only|Three|Two|Both) )+")
_ORGANISATION = re.compile(
    r"\b[A-Z][A-Za-z0-9&]*(?:['’]s?)?(?:[ -](?:of |for )?[A-Z][A-Za-z0-9&]*(?:['’]s?)?)*"
)
EMAIL_ADDRESS = re.compile(
    r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"
)


@lru_cache(maxsize=4096)
def _channels(text: str) -> tuple[Name, ...]:
    return tuple(
        Name(_CHANNELS[int((match.lastgroup or "c0")[1:])][0], match.start(), match.end())
        for match in _CHANNEL.finditer(text)
    )


def channels_in(text: str) -> list[Name]:
    """Social media and learning platforms, under the name that is used everywhere."""
    return list(_channels(text))


def channel_names(text: str) -> tuple[str, ...]:
    """The same, each once, in the order of the text."""
    return tuple(dict.fromkeys(name.text for name in channels_in(text)))


def people_in(text: str) -> list[Name]:
    """People by name: with a title, or first name and surname. Best effort; a person confirms."""
    found = []
    for match in _PERSON.finditer(text):
        words = match.group().split()
        if not any(word.strip(".").lower() in _NO_PERSON for word in words):
            name = " ".join(words)
            found.append(Name(name, match.start(), match.start() + len(match.group().rstrip())))
    return found


def roles_in(text: str) -> list[Name]:
    """Offices that people hold ("School business manager")."""
    found = []
    for match in _ROLE.finditer(text):
        lead = _NO_ROLE.match(match.group())
        start = match.start() + (lead.end() if lead else 0)
        name = text[start : match.end()]
        if name.lower() not in ("team", "lead", "leader", "officer", "officers"):
            found.append(Name(name[:1].upper() + name[1:], start, match.end()))
    return found


def organisations_in(text: str) -> tuple[str, ...]:
    """Runs of capitalised words, the sentence's first word left out where it is an ordinary one."""
    found = (match.group() for match in _ORGANISATION.finditer(text))
    return tuple(dict.fromkeys(name for name in found if name.lower() not in _ORDINARY))


_ORDINARY = frozenset((
    "they", "both", "all", "the", "a", "an", "we", "our", "it", "this", "these", "staff", "he",
    "she", "their", "i", "in", "see", "please", "for",
))  # fmt: skip
