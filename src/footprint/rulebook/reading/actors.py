"""Who is to do, or not to do, what a sentence says."""

import re

from footprint.rulebook.reading.sentences import Sentence

_PEOPLE = re.compile(r"\b(?:staff|pupil|parent|governor|you|they)\b")
_CALLED = {"governor": "staff", "you": "parent"}
_TOLD_TO = re.compile(
    r"\b(?:ask|asks|expect|expects|require|requires|remind|reminds|advise|advises|encourage|"
    r"encourages|discourage|discourages|request|requests|prefer)\s+(?:that |all |any |our |the )*"
    r"(?P<who>staff|pupil|parent|governor|you)\b"
)
_OF_SOMEBODY = re.compile(r"\b(?:of|about|with|by|to|for|from)\b")
_MODAL = re.compile(
    r"\b(?:must|should|may|will|shall|can|could|are|is|do|does|need|never|might|have to|has to)\b"
)


def actor_of(sentence: Sentence) -> str | None:
    """
    Who is to do, or not to do, what the sentence says: "staff", "pupil", "parent"; None: unsaid.

    Whom it asks ("we ask parents not to ..."), else whom it names before its verb, else whom its
    heading names where that is one kind of people. Governors count as staff, "you" as a parent
    unless the heading says otherwise.
    """
    said = sentence.said
    if told := _TOLD_TO.search(said):
        return _called(told["who"], sentence)
    if sentence.mood and (first := _PEOPLE.match(sentence.own)):
        return _called(first.group(), sentence)
    modal = _MODAL.search(said)
    named = _PEOPLE.search(said[: modal.start()] if modal else "")
    aside = named and _OF_SOMEBODY.search(said[: named.start()])
    if named and not aside and named.group() != "they":
        return _called(named.group(), sentence)
    heads = {_CALLED.get(each, each) for each in _PEOPLE.findall(sentence.under)} - {"they"}
    return heads.pop() if len(heads) == 1 else None


def _called(who: str, sentence: Sentence) -> str:
    if who == "you":
        heads = [each for each in _PEOPLE.findall(sentence.under) if each not in ("you", "they")]
        of_pupils = re.search(r"\bpupil\b|\bthem\b|\byour pupil\b", sentence.said)
        meant = heads[0] if len(heads) == 1 else "parent"
        return "parent" if meant == "pupil" and (of_pupils or "your" in sentence.under) else meant
    return _CALLED.get(who, who)
