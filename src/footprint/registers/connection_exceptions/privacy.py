"""
The questions of the private self-check, by platform, from the dated facts of the guidance pack.

A file of its own because it says what is asked of a setting, while the pack says where the
platform hides it and whether anybody has checked that. Answers are stored nowhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.guidance.fact import Fact

# The last part of a fact's key, "privacy.<platform>.<setting>": what is asked.
QUESTIONS: dict[str, Promise] = {
    "audience": _("Do only people whom I know see what I post?"),
    "requests": _("Can nobody whom I do not know send me requests or messages?"),
    "found": _("Can pupils and parents not find me by my phone number or e-mail address?"),
    "tagged": _("Am I asked before a picture or post with my name shows?"),
    "groups": _("Can only people whom I know add me to groups?"),
    "location": _("Is my location switched off?"),
    "past": _("Have I hidden what I posted before, as well?"),
}
PLATFORM_WORDS = {
    "whatsapp": "WhatsApp",
    "instagram": "Instagram",
    "facebook": "Facebook",
    "snapchat": "Snapchat",
    "tiktok": "TikTok",
    "x": "X",
}


@dataclass(frozen=True)
class Question:
    """One question, and where the platform is said to keep the setting."""

    key: str
    words: Promise
    fact: Fact


def questions_of(facts: Iterable[Fact]) -> list[tuple[str, str, list[Question]]]:
    """(slug, platform, its questions), in the order of the pack."""
    found: dict[str, list[Question]] = {}
    for fact in facts:
        _theme, platform, setting = fact.key.split(".")
        question = Question(fact.key.replace(".", "-"), QUESTIONS[setting], fact)
        found.setdefault(platform, []).append(question)
    return [(slug, PLATFORM_WORDS[slug], questions) for slug, questions in found.items()]
