"""Names that a document gives an office: "Mrs Ash, our headteacher" is the headteacher later on."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Fr|Sir|Sister|Father|Canon)\.?"
_NAME = rf"(?P<{{0}}>{_TITLE} [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{{{0,2}}}})"
_OFFICE = (
    r"(?P<{0}>(?i:executive head ?teacher|head ?teacher|headmaster|headmistress|principal|"
    r"head of school|head|designated safeguarding (?:lead|officer|person)|"
    r"designated senior person|designated child protection officer|safeguarding lead|dsl|dsp|"
    r"(?:in charge of|responsible for) safeguarding|"
    r"school secretary|school administrator|office manager))\b"
)
_ARTICLE = r"(?i:the |our |who is |who is our |is |is the |is our )*"
_BETWEEN = r"(?:,? \(|, | is |: ?| [–—-] |\n\n| )"
_GIVEN = (
    re.compile(_NAME.format("name") + r"(?:,? \(|, | )" + _ARTICLE + _OFFICE.format("office")),
    re.compile(_OFFICE.format("office") + _BETWEEN + _NAME.format("name")),
)
_SHORT = MappingProxyType(
    {
        "head": "headteacher",
        "in charge of safeguarding": "dsl",
        "responsible for safeguarding": "dsl",
    }
)


def officers_in(text: str) -> Mapping[str, str]:
    """
    Name -> office, for people with a title (Mr, Mrs ...) whom the text itself gives an office.

    "Mrs Orla Ash" is "Mrs Ash" later on; "I" is the headteacher where one signs as the author.
    """
    found: dict[str, str] = {}
    for pattern in _GIVEN:
        for match in pattern.finditer(text):
            office = match["office"].lower()
            office = _SHORT.get(office, office)
            title, *names = match["name"].split()
            found.setdefault(match["name"], office)
            found.setdefault(f"{title} {names[-1]}", office)
    for pattern in _TERMS:
        for match in pattern.finditer(text):
            term = match["term"].removesuffix("s")
            found.setdefault(f"{term}s", "staff")
            found.setdefault(term, "staff")
    if _SIGNED.search(text):
        found["I"] = "headteacher"
    return MappingProxyType(found)


# A term of the document's own: all employees and governors ("Relevant Persons").
_TERMS = (
    re.compile(
        r"\b(?:[Ee]mployees?|[Ss]taff|works? (?:at|for|in))\b[^.;]{0,120}"
        r"\((?:together )?[\"“‘'](?P<term>[A-Z][A-Za-z ]{3,30})[\"”’']\)"
    ),
    re.compile(
        r"[\"“‘'](?P<term>[A-Z][A-Za-z ]{3,30})[\"”’'] means [^.;]{0,60}"
        r"\b(?:employees?|staff|works? (?:at|for|in))\b"
    ),
)
_SIGNED = re.compile(
    rf"\b(?:[Bb]y|[Ff]rom) {_TITLE} [A-Z][^\n]{{0,40}}, (?i:(?:the |our )?(?:head|principal))"
    r"|\b(?:[Bb]y|[Ff]rom) (?:the|our|your) (?i:head ?teacher|head|principal)\n"
)
_FIRST_PERSON = (
    (re.compile(r"\bI'll\b|\bI’ll\b"), "the headteacher will"),
    (re.compile(r"\b(?:I|me)\b"), "the headteacher"),
    (re.compile(r"\b[Mm]y\b"), "our"),
)


def with_offices(text: str, officers: Mapping[str, str]) -> str:
    """The text with the office in place of each such name; for matching only."""
    for name, office in officers.items():
        if name != "I":
            text = text.replace(name, office)
    if "I" in officers and not text.endswith("?"):
        for words, instead in _FIRST_PERSON:
            text = words.sub(instead, text)
    return text
