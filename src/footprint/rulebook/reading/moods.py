"""What a column or heading such as "Don't", "Never" or "OK" makes of the lines below it."""

import re

_LEAD = r"(?:please |we |things (?:we |you |to |that we |that are )?|what (?:we|you) )?"
_MOODS = (
    (
        "must not:",
        r"(?:do not|do nots|don't|donts|don'ts|do n't|never|not ok|not okay|not acceptable|"
        r"unacceptable|not allowed|not permitted|must not|may not|will not|won't|can't|cannot)"
        r"(?: do| ever)?",
    ),
    ("should not:", r"should not|shouldn't|avoid|to avoid|not recommended"),
    ("must:", r"(?:do|dos|do's|always|must|will|should|always do)(?: always)?"),
    ("may:", r"(?:ok|okay|acceptable|allowed|permitted|may|can|are ok|are allowed)"),
)
_MOOD = tuple((mood, re.compile(rf"{_LEAD}(?:{words})")) for mood, words in _MOODS)
_DECORATION = re.compile(r"[^a-z' ]+")


# A heading that is nothing but people, in one vocabulary: "Headteachers", "Staff and governors",
# "What we ask of parents". The last of the roles may be one that no vocabulary has.
_ROLE = (
    r"(?:headteacher|deputyhead|slt|dsl|deputydsl|staff|governor|pupil|parent|volunteer|contractor|"
    r"adults|office|slt|line manager|local authority|everyone|everybody)"
)
_BEFORE = (
    r"(?:(?:what|how) (?:we|the school|you|i) (?:expects?|asks?|wants?|needs?|"
    r"promises?)(?: of| from)?|"
    r"(?:the |a |our )?(?:expectations|responsibilit(?:y|ies)|duties|roles?|promises|"
    r"rules|guidance|"
    r"part|commitments?|standards?)(?: and responsibilities)?(?: of| for| from| to)?|as (?:a|an)|"
    r"if you are(?: a)?|for|all|our|the|every|each|other|your|to|advice|section \w+|part \w+:?|"
    r"a word to|a note to|notes? for)"
)
_AFTER = (
    r"(?: (?:responsibilities|duties|roles?|promises|rules|will|must|should|only|conduct|"
    r"expectations|who work here|here|of the school|in school|at the school|as individuals|"
    r"commitments|members|use of social media|and social media|on social media|online|"
    r"personal use|personal accounts))*"
)
_ONLY_PEOPLE = re.compile(
    rf"(?:{_BEFORE} )*(?P<who>{_ROLE}"
    rf"(?:(?:, and |, | and | or |: )(?:the |all |other )?{_ROLE})*){_AFTER}:?"
)


def people_of(heading: str) -> str:
    """
    "dsl:" for a heading "Safeguarding leads"; "" for one that says more than whom it is for.

    Duties below such a heading do not say again whose they are ("Bring in the police if ...").

    Args:
        heading: in one vocabulary.
    """
    match = _ONLY_PEOPLE.fullmatch(heading)
    return f"{match['who']}:" if match else ""


def mood_of(text: str) -> str:
    """
    "must not:", "should not:", "must:" or "may:" for a text that says only that; else "".

    A line below "Never" means the opposite of what it says by itself ("Accept requests from
    pupils"), so the word must not get lost.
    """
    said = _DECORATION.sub(" ", text.lower().replace("’", "'"))
    said = " ".join(said.split())
    return next((mood for mood, words in _MOOD if words.fullmatch(said)), "")
