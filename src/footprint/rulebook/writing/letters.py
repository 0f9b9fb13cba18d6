"""
The letters that ask for a post to be deleted, as text from facts. A person reads, edits and sends.

Courteous, short and without a threat: they quote the policy, say by when, and offer a conversation.
Source: the "Social media incidents" section; where the policy is silent they claim nothing of it.
"""

from dataclasses import dataclass
from datetime import date

from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True)
class Letter:
    """A letter: greeting, text and signature, one paragraph each; no markup."""

    subject: str
    paragraphs: tuple[str, ...]

    def as_text(self) -> str:
        """The paragraphs with an empty line between them, without the subject."""
        return "\n\n".join(self.paragraphs)


def deletion_request_letter(
    *,
    policy: Policy,
    school_name: str,
    recipient: str,
    post_url: str,
    posted_on: date | None,
    due: date | None,
    sender_name: str,
    sender_role: str,
) -> Letter:
    """
    Write the letter that asks the author to delete a post.

    Args:
        recipient: the name to greet; "" where it is not known.
        post_url: "" where the post has no address (a private group); the letter then says "the
            one that we spoke of".
        posted_on: the day of the post; None where it is not known.
        due: the last day to delete it; None where nothing states one: the letter then says "as
            soon as you can".
    """
    asking = (
        f"I am writing from {school_name} about {_the_post(posted_on)}{_which(post_url)}",
        *_address(post_url),
        *_policy_says(policy),
        f"Please would you delete the post {_by(due)}?",
    )
    return Letter(
        f"A post about {school_name}: please would you delete it",
        (_greeting(recipient), *asking, *_CONVERSATION, _signature(sender_name, sender_role)),
    )


def follow_up_letter(
    *,
    policy: Policy,
    school_name: str,
    recipient: str,
    post_url: str,
    asked_on: date,
    due: date | None,
    sender_name: str,
    sender_role: str,
) -> Letter:
    """
    Write the second letter, when the post is still there after the first.

    Args:
        asked_on: the day of the first request.
        due: the new last day; None where nothing states one.
        recipient, post_url: as in `deletion_request_letter`.
    """
    asking = (
        f"On {british_date(asked_on)} {school_name} asked you to delete a post{_which(post_url)}",
        *_address(post_url),
        "When we looked again it was still there. You may not have seen our first message, or "
        "there may be a reason that we do not know of.",
        *_policy_says(policy),
        f"Please would you delete the post {_by(due)}, or tell us if something stands in the way?",
    )
    return Letter(
        f"A post about {school_name}: our request of {british_date(asked_on)}",
        (_greeting(recipient), *asking, *_CONVERSATION, _signature(sender_name, sender_role)),
    )


def british_date(day: date) -> str:
    """A day as people write it here: "Tuesday 3 March 2026". The same on every machine."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


_CONVERSATION = (
    "If there is a worry behind the post we would like to hear it. You are welcome to ring or to "
    "come in for a talk, at a time that suits you, and to bring somebody with you.",
    "Thank you for your help.",
)


def _greeting(recipient: str) -> str:
    return f"Dear {recipient.strip()}," if recipient.strip() else "Hello,"


def _the_post(posted_on: date | None) -> str:
    return f"a post of {british_date(posted_on)}" if posted_on else "a post"


def _which(post_url: str) -> str:
    return ":" if post_url.strip() else ", the one that we spoke of."


def _address(post_url: str) -> tuple[str, ...]:
    return (post_url.strip(),) if post_url.strip() else ()


def _policy_says(policy: Policy) -> tuple[str, ...]:
    clause = policy.clause(ClauseName.DELETION_REQUEST)
    if not clause.is_stated or clause.quote is None:
        return ("We believe that it may upset people at our school.",)
    return (f"Our social media policy says: “{clause.quote.text}”",)


def _by(due: date | None) -> str:
    return f"by the end of {british_date(due)}" if due else "as soon as you can"


def _signature(sender_name: str, sender_role: str) -> str:
    lines = (line.strip() for line in ("With kind regards", sender_name, sender_role))
    return "\n".join(line for line in lines if line)
