"""
"What does our policy say about ...?": the cases that anybody can try, each with its own form.

A file of its own because a case is a question, its fields and the decision that answers it, and
the three must be read together.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form
from footprint.rulebook.decisions.ask import who_to_ask
from footprint.rulebook.decisions.connection import rule_on_connection
from footprint.rulebook.decisions.reply import PLATFORM_WORDS, MayAnswer, advise
from footprint.rulebook.decisions.route import Modality, Route, options
from footprint.rulebook.facts import Connection, Reason
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import (
    Audience,
    ConnectionKind,
    Party,
    Platform,
    Poster,
    PostKind,
    Stance,
)

Words = str | Promise
AUDIENCES: Mapping[Audience, Words] = {
    Audience.PUPIL: _("a pupil"),
    Audience.PARENT: _("a parent or carer"),
    Audience.STAFF: _("a member of staff"),
    Audience.GOVERNOR: _("a governor"),
    Audience.VOLUNTEER: _("a volunteer"),
    Audience.CONTRACTOR: _("a contractor"),
}
CONNECTIONS: Mapping[ConnectionKind, Words] = {
    ConnectionKind.FRIEND: _("is friends with"),
    ConnectionKind.FRIEND_REQUEST: _("asks to be friends with"),
    ConnectionKind.FOLLOW: _("follows the public account of"),
    ConnectionKind.MESSAGE: _("sends messages to"),
    ConnectionKind.GROUP: _("is in a chat group with"),
}
PARTIES: Mapping[Party, Words] = {
    Party.PUPIL: _("a pupil"),
    Party.FORMER_PUPIL: _("a former pupil"),
    Party.PARENT: _("a parent or carer"),
    Party.STAFF: _("a member of staff"),
    Party.GOVERNOR: _("a governor"),
    Party.VOLUNTEER: _("a volunteer"),
    Party.CONTRACTOR: _("a contractor"),
}
KINDS: Mapping[PostKind, Words] = {
    PostKind.ENQUIRY: _("a question"),
    PostKind.CRITICISM: _("criticism"),
    PostKind.PRAISE: _("praise"),
    PostKind.CONCERN: _("a worry about something that happened"),
}
POSTERS: Mapping[Poster, Words] = {
    Poster.PUPIL: _("a pupil"),
    Poster.PARENT: _("a parent or carer"),
    Poster.STAFF: _("a member of staff"),
    Poster.COMMUNITY: _("another member of the school community"),
    Poster.THIRD_PARTY: _("somebody outside the school"),
    Poster.NOT_KNOWN: _("nobody knows whom"),
}
STANCES: Mapping[Stance, Words] = {
    Stance.FORBIDDEN: _("It is not allowed"),
    Stance.DISCOURAGED: _("It is discouraged"),
    Stance.ALLOWED: _("It is allowed"),
    Stance.NOT_STATED: _("Your policy does not say"),
}
ANSWERS: Mapping[MayAnswer, Words] = {
    MayAnswer.YES: _("You may answer there"),
    MayAnswer.NO: _("It is not answered there"),
    MayAnswer.GENERAL_ENQUIRIES_ONLY: _("Only general enquiries are answered there"),
    MayAnswer.NOT_STATED: _("Your policy does not say"),
}
ROUTES: Mapping[Route, Words] = {
    Route.BEHAVIOUR_POLICY: _("Behaviour policy"),
    Route.CODE_OF_CONDUCT: _("Code of conduct"),
    Route.DELETION_REQUEST: _("Ask for the post to be deleted"),
    Route.PLATFORM_REPORT: _("Report it to the platform"),
    Route.HELPLINE: _("Helpline for professionals"),
    Route.POLICE: _("Police or other authorities"),
    Route.PREVENT: _("Prevent"),
}
MODALITIES: Mapping[Modality, Words] = {
    Modality.MUST: _("yes"),
    Modality.MAY: _("possible"),
    Modality.NOT_STATED: _("your policy does not say"),
}


class Case(StrEnum):
    """What can be asked."""

    CONNECTION = "connection"
    REPLY = "reply"
    POST = "post"
    ASK = "ask"


@dataclass(frozen=True)
class Answer:
    """
    What the policy says about one case.

    Args:
        outcome: the answer in one line.
        lines: more of it, such as the routes on offer.
        reasons: why, with the sentences of the policy.
    """

    outcome: Words
    lines: tuple[str, ...]
    reasons: tuple[Reason, ...]


def _choice(label: Any, words: Mapping[Any, Words]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=list(words.items()))


class ConnectionForm(Form):
    """Two people and how they would be connected."""

    by = _choice(_("Who?"), PARTIES)
    kind = _choice(_("Does what?"), CONNECTIONS)
    to = _choice(_("With whom?"), PARTIES)


class ReplyForm(Form):
    """Where, and what was written there."""

    platform = _choice(_("Where?"), PLATFORM_WORDS)
    post = _choice(_("What was written there?"), KINDS)


class PostForm(Form):
    """Who wrote the post, and how bad it may be."""

    poster = _choice(_("Who wrote the post?"), POSTERS)
    illegal = forms.BooleanField(label=_("It may be illegal"), required=False)
    dangerous = forms.BooleanField(label=_("It may be dangerous"), required=False)
    mark_optional = False


class AskForm(Form):
    """Who asks."""

    audience = _choice(_("Who has a question?"), AUDIENCES)


def _connection(policy: Policy, given: Mapping[str, Any], on: date) -> Answer:
    ruling = rule_on_connection(
        policy=policy,
        connection=Connection(
            Party(given["by"]), Party(given["to"]), ConnectionKind(given["kind"])
        ),
        exceptions=(),
        on=on,
    )
    return Answer(STANCES[ruling.stance], (), ruling.reasons)


def _reply(policy: Policy, given: Mapping[str, Any], on: date) -> Answer:
    advice = advise(
        policy=policy, platform=Platform(given["platform"]), kind=PostKind(given["post"])
    )
    lines = (advice.say_instead, *advice.cautions)
    return Answer(ANSWERS[advice.answer], tuple(filter(None, lines)), advice.reasons)


def _post(policy: Policy, given: Mapping[str, Any], on: date) -> Answer:
    advice = options(
        policy=policy,
        poster=Poster(given["poster"]),
        potentially_illegal=given["illegal"],
        dangerous=given["dangerous"],
    )
    lines = [f"{ROUTES[each.route]}: {MODALITIES[each.modality]}" for each in advice.options]
    return Answer(_("These ways are open"), tuple(lines), advice.reasons)


def _ask(policy: Policy, given: Mapping[str, Any], on: date) -> Answer:
    found = who_to_ask(policy=policy, audience=Audience(given["audience"]))
    lines: Iterable[str] = (*found.then, found.helpline)
    first = found.first[:1].upper() + found.first[1:]
    return Answer(first or STANCES[Stance.NOT_STATED], tuple(filter(None, lines)), found.reasons)


@dataclass(frozen=True)
class Question:
    """One case: what it is called, its form, and the decision behind it."""

    title: Words
    form: type[Form]
    answer: Callable[[Policy, Mapping[str, Any], date], Answer]


@dataclass(frozen=True)
class Example:
    """A case in words, with the address at which it is already filled in."""

    words: Words
    case: Case
    query: str


EXAMPLES = (
    Example(
        _("A parent asks to be friends with a teacher"),
        Case.CONNECTION,
        "by=parent&kind=friend_request&to=staff",
    ),
    Example(
        _("A pupil follows a governor’s public account"),
        Case.CONNECTION,
        "by=pupil&kind=follow&to=governor",
    ),
    Example(
        _("We want to answer a message on Instagram"), Case.REPLY, "platform=instagram&post=enquiry"
    ),
    Example(
        _("Somebody outside the school threatens a member of staff"),
        Case.POST,
        "poster=third_party&illegal=on&dangerous=on",
    ),
)
QUESTIONS: Mapping[Case, Question] = {
    Case.CONNECTION: Question(
        _("May these two be connected on social media?"), ConnectionForm, _connection
    ),
    Case.REPLY: Question(_("May we answer there?"), ReplyForm, _reply),
    Case.POST: Question(_("What follows after an abusive post?"), PostForm, _post),
    Case.ASK: Question(_("Whom do I ask?"), AskForm, _ask),
}
