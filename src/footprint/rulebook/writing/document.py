"""The school's whole policy in plain words, from the adopted policy."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from footprint.rulebook.policy import Clause, Policy
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.writing import families, incidents, people, presence
from footprint.rulebook.writing.blocks import Block, SchoolFacts, heading, paragraph, title
from footprint.rulebook.writing.letters import british_date
from footprint.rulebook.writing.saying import sayable

Writer = Callable[[Clause, SchoolFacts], Iterator[Block]]

WRITERS: Mapping[ClauseName, Writer] = {
    **presence.WRITERS,
    **people.WRITERS,
    **families.WRITERS,
    **incidents.WRITERS,
}

# A heading speaks to the reader of this text as well as to people: it names no kind of people
# but where the whole section is about them.
SECTIONS: tuple[tuple[str, tuple[ClauseName, ...]], ...] = (
    ("Being fair to one another", (ClauseName.CONDUCT,)),
    (
        "When something worries you",
        (ClauseName.PRIVATE_CONCERNS, ClauseName.COMPLAINTS_PROCEDURE),
    ),
    ("Old enough for an app", (ClauseName.MINIMUM_AGE, ClauseName.UNDERAGE_SUPPORT)),
    ("Learning together", (ClauseName.ONLINE_SAFETY_LESSONS, ClauseName.PARENT_SUPPORT)),
    ("Our good name", (ClauseName.REPUTATION, ClauseName.CHANNEL_KEEPERS)),
    ("Our own accounts", (ClauseName.OFFICIAL_ACCOUNTS,)),
    (
        "How we write to each other",
        (ClauseName.EMAIL_OFFICIAL, ClauseName.REMOTE_LEARNING_CHANNELS),
    ),
    (
        "Friends and followers",
        (
            ClauseName.NO_FRIENDING,
            ClauseName.NO_FOLLOWING,
            ClauseName.EXCEPTIONS,
            ClauseName.BREACH_NOTICE,
        ),
    ),
    ("What we expect of staff", (ClauseName.STAFF_CONDUCT,)),
    ("Pictures of one another", (ClauseName.IMAGE_PERMISSION,)),
    ("Agreements and personal data", (ClauseName.ACCEPTABLE_USE, ClauseName.DATA_PROTECTION)),
    (
        "When something goes wrong",
        (
            ClauseName.DELETION_REQUEST,
            ClauseName.THIRD_PARTY_REPORT,
            ClauseName.POLICE,
            ClauseName.BREACH_ROUTE,
        ),
    ),
    ("Keeping extremism out", (ClauseName.EXTREMISM,)),
    ("Who to ask", (ClauseName.QUESTIONS,)),
)


def write_policy(policy: Policy, facts: SchoolFacts) -> tuple[Block, ...]:
    """
    The policy as headings, paragraphs and lists, in British English for anybody to read.

    Nothing is written that the policy does not state: a silent clause has no line, and a section
    without a line has no heading. What cannot be said in a sentence of its own
    (`saying.unsaid`) is left out. Reading the blocks gives the same policy back
    (`comparing.same_policy` says what that means).

    Raises:
        KeyError: a value of a closed list that the catalogue does not have.
    """
    blocks = [title("Social media policy"), paragraph(_introduction(facts))]
    for name, clauses in SECTIONS:
        written = [block for each in clauses for block in clause_in_sentences(policy, each, facts)]
        if written:
            blocks += [heading(name), *written]
    blocks += _adoption(policy, facts)
    return tuple(blocks)


def clause_in_sentences(policy: Policy, name: ClauseName, facts: SchoolFacts) -> tuple[Block, ...]:
    """The blocks of one clause; () where the policy is silent."""
    clause = sayable(policy.clause(name))
    return tuple(_flowing(WRITERS[name](clause, facts))) if clause.is_stated else ()


def _flowing(blocks: Iterable[Block]) -> Iterator[Block]:
    """Sentences that follow each other as one paragraph; the line above a list stands alone."""
    kept: Block | None = None
    for block in blocks:
        if kept and _goes_on(kept, block):
            kept = kept._replace(text=f"{kept.text} {block.text}")
            continue
        if kept:
            yield kept
        kept = block
    if kept:
        yield kept


def _goes_on(before: Block, block: Block) -> bool:
    both = before.kind == block.kind == "paragraph"
    return both and not before.text.endswith(":") and not block.text.endswith(":")


def _introduction(facts: SchoolFacts) -> str:
    return (
        f"This is the social media policy of {facts.school_name}. It says in plain words how "
        "everybody in our school community behaves online."
    )


def _adoption(policy: Policy, facts: SchoolFacts) -> Iterator[Block]:
    line = adoption_line(policy, facts)
    if line:
        yield heading("About this policy")
        yield paragraph(line)


def adoption_line(policy: Policy, facts: SchoolFacts) -> str:
    """Version, day of the adoption, minute and next review: as far as they are recorded."""
    version = f"Version {policy.version}" if policy.version else "This version"
    said = []
    if facts.adopted_on:
        minute = f" ({facts.minute.strip()})" if facts.minute.strip() else ""
        said.append(f"{version} was adopted on {day(facts.adopted_on)}{minute}.")
    elif policy.version:
        said.append(f"This is version {policy.version}.")
    if facts.review_on:
        said.append(f"It is due for its next review on {day(facts.review_on)}.")
    return " ".join(said)


def version_line(policy: Policy, facts: SchoolFacts) -> str:
    """The same in a few words, for the foot of a page: "version 2 of 3 March 2026"."""
    version = f"version {policy.version}" if policy.version else ""
    return f"{version} of {day(facts.adopted_on)}".strip() if facts.adopted_on else version


def day(when: date) -> str:
    """ "3 March 2026": without the day of the week, which nobody needs years later."""
    return british_date(when).split(" ", 1)[1]
