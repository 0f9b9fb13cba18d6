"""Names that a document gives an office: "Mrs Ash, our headteacher" is the headteacher later on."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_NAME = r"(?P<{0}>(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Revd|Fr|Sir|Sister|Father|Canon)\.? [A-Z][\w'’-]+)"
_OFFICE = (
    r"(?P<{0}>(?i:executive head ?teacher|head ?teacher|headmaster|headmistress|principal|"
    r"head of school|head|designated safeguarding (?:lead|officer|person)|"
    r"designated senior person|dsl|dsp|"
    r"school secretary|school administrator|office manager))\b"
)
_ARTICLE = r"(?i:the |our |who is |who is our |is |is the |is our )*"
_GIVEN = (
    re.compile(_NAME.format("name") + r"(?:,? \(|, | )" + _ARTICLE + _OFFICE.format("office")),
    re.compile(_OFFICE.format("office") + r"(?:,? \(|, | is | )" + _NAME.format("name")),
)
_SHORT = MappingProxyType({"head": "headteacher"})


def officers_in(text: str) -> Mapping[str, str]:
    ""
    "Name -> office, for people with a title (Mr, Mrs ...) whom the text itself gives an office."
    ""
    found: dict[str, str] = {}
    for pattern in _GIVEN:
        for match in pattern.finditer(text):
            office = match["office"].lower()
            found.setdefault(match["name"], _SHORT.get(office, office))
    return MappingProxyType(found)


def with_offices(text: str, officers: Mapping[str, str]) -> str:
    """The text with the office in place of each such name; for matching only."""
    for name, office in officers.items():
        text = text.replace(name, office)
    return text
