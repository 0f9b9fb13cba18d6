"""
What to say on the telephone instead of a letter, and what to send the helpline: text from facts.

Short and without a threat, as the letters are. Whoever calls reads it first and says it in their
own words. The pack for the helpline holds words only: no picture, and no name of a child.
"""

from dataclasses import dataclass
from datetime import date, datetime

from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.writing.letters import british_date

NOT_KNOWN = "not known"


def call_script(
    *, policy: Policy, school_name: str, posted_on: date | None, due: date | None
) -> str:
    """
    Write what to say to the author of a post.

    Args:
        posted_on: None where the day is not known.
        due: the last day; None where nothing states one.
    """
    post = f"the post of {british_date(posted_on)}" if posted_on else "a post"
    by = f"by the end of {british_date(due)}" if due else "as soon as you can"
    clause = policy.clause(ClauseName.DELETION_REQUEST)
    says: tuple[str, ...] = ()
    if clause.is_stated and clause.quote:
        says = (f"Our social media policy says: “{clause.quote.text}”",)
    return "\n\n".join(
        (
            f"I am ringing from {school_name} about {post}. Is this a good moment?",
            "First I would like to hear what is behind it. (Listen. Do not argue.)",
            *says,
            f"Please would you delete it {by}?",
            "You are welcome to come in for a talk, at a time that suits you, with somebody.",
            "(No threat, no word on other families, and no word on whether a child is a pupil "
            "here. Afterwards write down what was said.)",
        )
    )


@dataclass(frozen=True)
class PackReport:
    """One report to a platform, in words."""

    platform: str
    reported_at: datetime
    route: str
    rule: str
    reference: str
    answer: str


@dataclass(frozen=True)
class Pack:
    """
    What the helpline asks for.

    Args:
        school, caller, role: who asks for help.
        what: kind and conduct in words; `words`: what the post says, as captured.
        where: its address; "" where it has none.
        posted_at, captured_at: in the school's own time; None where not known.
        harm: what harm it does and to whom, in roles.
    """

    school: str
    caller: str
    role: str
    what: str
    words: str
    where: str
    posted_at: datetime | None
    captured_at: datetime | None
    reports: tuple[PackReport, ...]
    harm: str
    number: int


def helpline_text(pack: Pack) -> str:
    """The pack as plain text, to be read out or sent. Never holds a picture."""
    return "\n\n".join(
        (
            f"{pack.school}, our number {pack.number}\n{pack.caller}, {pack.role}".rstrip(", "),
            f"What: {pack.what or NOT_KNOWN}",
            f"Words of the post: {pack.words or 'none were captured'}",
            f"Where: {pack.where or 'it has no address that we know of'}",
            f"When posted: {_moment(pack.posted_at)}\nWhen captured: {_moment(pack.captured_at)}",
            "Platform: " + ("\n".join(map(_report, pack.reports)) or "not reported to it yet"),
            f"Harm: {pack.harm or 'not written down yet'}",
            "No picture is attached, and none of a child will be sent.",
        )
    )


def _report(report: PackReport) -> str:
    parts = [f"{report.platform}, {_moment(report.reported_at)}, by {report.route}"]
    parts += [f"rule: {report.rule}"] if report.rule else []
    parts += [f"reference: {report.reference}"] if report.reference else []
    return "; ".join([*parts, f"answer: {report.answer or 'none yet'}"])


def _moment(moment: datetime | None) -> str:
    return f"{british_date(moment.date())}, {moment:%H:%M}" if moment else NOT_KNOWN
