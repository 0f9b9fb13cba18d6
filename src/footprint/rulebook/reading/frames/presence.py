"""Frames on the school's own presence: what is said of it, its accounts, its channels."""

import re
from collections.abc import Iterable, Iterator

from footprint.rulebook.reading.frames.frame import Frame, actor, apply_frames, stated
from footprint.rulebook.reading.matching import Found, Text
from footprint.rulebook.reading.names import LEARNING, READ_ONLY, channel_names
from footprint.rulebook.reading.topics.accounts import reply_time_in
from footprint.rulebook.reading.topics.contacts import contact_in
from footprint.rulebook.reading.topics.posting import posters_in
from footprint.rulebook.reading.units import Unit
from footprint.rulebook.terms import ClauseName

_OURS = ClauseName.OFFICIAL_ACCOUNTS
_NOT_US = ("pupil", "parent")

_FRAMES = (
    Frame(ClauseName.REPUTATION, "monitors", True, needs="monitor said_of_us school",
          lacks="inspectors|teach|picture|settings|friendship", not_by=_NOT_US),
    Frame(ClauseName.REPUTATION, "answers_fairly", True, needs="answer comment fair",
          lacks="complaints_policy|pupil", not_by=("pupil", "parent", "staff"),
          whole=True),
    Frame(ClauseName.REPUTATION, "inspection_check", True,
          needs="inspectors monitor|see online_place"),
    Frame(_OURS, "parent_groups", "unofficial", needs="parent_group unofficial parent|you",
          not_by=("staff",), whole=True),
    Frame(ClauseName.EMAIL_OFFICIAL, "parents", True,
          needs="email official_channel parent communication", lacks="negated|comment"),
    Frame(ClauseName.EMAIL_OFFICIAL, "pupils", True, needs="official_channel staff pupil messaging",
          near="email", lacks="negated|parent|friendship", whole=True),
)  # fmt: skip


def read(units: Iterable[Unit], text: Text) -> Iterator[Found]:
    """REPUTATION, OFFICIAL_ACCOUNTS and EMAIL_OFFICIAL."""
    listed = list(units)
    yield from apply_frames(_FRAMES, listed)
    silent, heading = -_SOON, ""
    for unit in listed:
        sites = channel_names(unit.sentence.text)
        if sites and unit.has("inspectors monitor|see online_place"):
            yield stated(unit, ClauseName.REPUTATION, "inspection_sites", sites)
        yield from _accounts(unit)
        yield from _not_about_children(unit)
        on_accounts = unit.recalls("account_noun|official_place") or "who posts?" in unit.text
        only = on_accounts and _ONLY_THEY.search(unit.text) and not _A_JOB.search(unit.text)
        alone = on_accounts and _NOBODY_ELSE.search(unit.whole) and unit.has("publish school")
        if (only or alone) and (who := posters_in(unit.sentence, unit.text)):
            yield stated(unit, _OURS, "may_post", who)
        answers = list(_answers(unit))
        if any(each.value == "never" for each in answers):
            silent, heading = unit.sentence.number, unit.sentence.heading
        yield from answers
        place = contact_in(unit.sentence)
        just_said = unit.sentence.number - silent < _SOON and unit.sentence.heading == heading
        if place in _DESKS and just_said and _GO.search(unit.text):
            yield stated(unit, _OURS, "enquiries_to", place)


_GO = re.compile(
    r"\b(?:please|instead|should|can|ring|phone|telephone|write|ask|contact|call|invited|directed|go)\b"
    r"|\bemail (?:us|the|our|office|[\w.]+@)"
)
_DESKS = ("school office", "office e-mail", "e-mail", "telephone", "website")
_SOON = 3  # sentences after "we do not answer there" in which "ring the office" is the way instead
_PUT = r"(?:posts?|posting|posted|publish\w*|put|puts|upload\w*|appears?|write|add|adds)"
_ONLY_THEY = re.compile(
    rf"\b(?:only|solely|nobody|no one|none)\b(?:\W+\w+){{0,12}}?\W+{_PUT}\b"
    rf"|\b{_PUT}\b(?:\W+\w+){{0,8}}?\W+(?:only|solely|alone|without (?:the|his|her|"
    rf"their) approval)\b"
    rf"|\b{_PUT}\b[^.;]{{0,40}}\b(?:limited|restricted|confined|reserved) to\b"
    rf"|\b(?:permission|allowed|authorised|trusted) to {_PUT}\b|\bwho (?:may |can )?posts?\?"
    r"|\baccess is (?:restricted|limited)\b|\bgiven access\b"
)
_NOBODY_ELSE = re.compile(r"\b(?:nobody|no one) else (?:does|do|may|can|is|has)\b")
_A_JOB = re.compile(r"\b(?:your|their|up|take up|in|a) posts?\b")
_US = r"(?:we|our|us|school|schools|academy|college|nursery|trust|federation|centre)"
_HOLDS = (
    r"(?:has|have|runs?|operates?|keeps?|maintains?|uses?|publishes|publish|manages?|owns?|posts?|"
    r"shares?|is on|are on|on|account|accounts|page|pages|channels?|feeds?)"
)
_WE_HOLD = re.compile(rf"\b{_US}\b(?:\W+\w+){{0,8}}?\W+{_HOLDS}\b")
_KEPT = re.compile(
    r"^[\w ]+: (?:\w+: )?(?:runs?|manages?|looks? after|updates?|maintains?)\b[^.;]*"
    r"\b(?:accounts?|pages?|channels?)\b"
)
_BELONGS = re.compile(
    rf"\b(?:accounts?|pages?|channels?|feeds?|group)\b[^.;]{{0,60}}\b(?:belongs? to|of|"
    rf"for) (?:the )?{_US}\b"
    rf"|\b(?:account|page|channel|feed)s? (?:is|are|on)\b"
)
_NOT_OURS = (
    "friendship|request|following|young|inspectors|settings|remove|parent_group|"
    "formerpupil|consent|complaint|event|police|unofficial"
)


_THEIR_OWN = re.compile(r"\b(?:own|personal|private)\b")
_FIND_US = re.compile(
    r"\b(?:follow|find|like) (?:us|the school|the academy|our (?:school|page|account)s?) on\b"
)
_OFFICIAL = re.compile(r"\bofficial (?:\w+ ){0,3}(?:accounts?|pages?|channels?|presence|feeds?)\b")
_BY_US = re.compile(rf"(?:yes,? )?(?:the |each )?{_US}\b")


def _accounts(unit: Unit) -> Iterator[Found]:
    named = tuple(
        name for name in channel_names(unit.sentence.full) if name not in LEARNING | READ_ONLY
    )
    by_us = _BY_US.match(unit.sentence.own)
    if named and _FIND_US.search(unit.text):
        yield stated(unit, _OURS, "accounts", named)
        yield stated(unit, _OURS, "status", "has")
        return
    if not named or unit.within(_NOT_OURS) or unit.is_against:
        return
    if actor(unit) in _NOT_US and not by_us:
        return
    headed = (
        not _THEIR_OWN.search(unit.above)
        and unit.of_above & {"account_noun"}
        and re.search(rf"\b{_US}\b", unit.above)
    )
    ours = (
        _WE_HOLD.search(unit.text)
        or _OFFICIAL.search(unit.text)
        or _KEPT.search(unit.text)
        or (headed and len(unit.text.split()) <= 20)
    )
    if ours and (unit.has("account_noun|have_account") or headed):
        status = (
            "may_have"
            if re.search(r"\b(?:may|might|can) (?:have|open|set up)\b", unit.text)
            else "has"
        )
        yield stated(unit, _OURS, "accounts", named)
        yield stated(unit, _OURS, "status", status)


_ROW_ASKS = re.compile(r"\?: (?:\w+: )?\w")


def _answers(unit: Unit) -> Iterator[Found]:
    """Whether messages on the school's own accounts are answered, and how soon."""
    if unit.has("friendship|request|following|young|complaint"):
        return
    question = unit.sentence.asked or _ROW_ASKS.search(unit.text)
    there = unit.recalls("account_noun") or (question and unit.knows("inbox"))
    if not there or unit.has("remove|formerpupil|device"):
        return
    ours = (question or unit.recalls("us")) and not unit.has("pupil")
    asked_no = question and unit.has("answer inbox") and re.search(r": no\b", unit.text)
    if (asked_no or unit.has("unanswered")) and unit.knows("inbox") and ours:
        yield stated(unit, _OURS, "answers", "never")
    elif (
        unit.has("answer inbox") and ours and not unit.has("negated") and actor(unit) not in _NOT_US
    ):
        general = unit.has("unless_general question") or "general" in unit.text
        yield stated(unit, _OURS, "answers", "general_enquiries" if general else "always")
        if time := reply_time_in(unit.whole):
            yield stated(unit, _OURS, "reply_within", time)


_ABOUT_PUPILS = re.compile(
    r"\b(?:about|mention|name|discuss|identify|of) (?:a |an |any |your |their |"
    r"individual |named |other |"
    r"particular )*pupil\b"
)


def _not_about_children(unit: Unit) -> Iterator[Found]:
    """Parents do not write about children there."""
    told = unit.has("publish|messaging|discuss") and unit.is_against
    if not told or not _ABOUT_PUPILS.search(unit.text) or not unit.lacks("picture|answer"):
        return
    there = unit.recalls("account_noun|inbox") and not unit.recalls("parent_group")
    if there and actor(unit) not in ("staff", "pupil"):
        yield stated(unit, _OURS, "not_about_children", True)
