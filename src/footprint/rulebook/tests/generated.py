"""
Policies as hypothesis draws them: any clause stated or not, with any of its parts.

A file of its own because the tests of the reading back, of the short forms and of the printed
policy draw the same ones. All names and addresses are invented.
"""

from collections.abc import Mapping
from types import MappingProxyType

from hypothesis import strategies as st

from footprint.rulebook.catalogue import CATALOGUE, Entry, Part, PartKind
from footprint.rulebook.policy import Clause, Plain, Policy, Quote, Value
from footprint.rulebook.terms import ClauseName, Stated
from footprint.rulebook.writing.blocks import SchoolFacts

OWN = ("Instagram", "Facebook", "X", "TikTok", "YouTube", "LinkedIn", "Threads", "Bluesky")
KEPT = (*OWN, "Google reviews", "Mumsnet", "Nextdoor")
LESSONS = ("Google Classroom", "Microsoft Teams", "Seesaw", "Tapestry", "Zoom")
PEOPLE = (
    "Ms Oriel Haddow", "Mr Joss Whitcombe", "Rowan Ashdown", "Mrs Dervla Quillinan",
    "Mr Tobias O'Fennimore", "Dr Ines Calloway-Brandt", "Miss Lyle",
)  # fmt: skip
ROLES = (
    "School business manager", "Office manager", "Headteacher", "Communications team",
    "Deputy head", "Computing lead", "Senior leadership team",
)  # fmt: skip
CONTACTS = (
    "office e-mail", "school office", "e-mail", "telephone", "Headteacher", "class teacher",
    "designated safeguarding lead", "website",
)  # fmt: skip

# What the reader has a word for: these come back exactly as they went in.
KNOWN: Mapping[tuple[ClauseName, str], tuple[str, ...]] = {
    (ClauseName.REPUTATION, "inspection_sites"): ("Mumsnet", "Facebook", "Google reviews", "X"),
    (ClauseName.REPUTATION, "helpline"): ("POSH",),
    (ClauseName.REPUTATION, "helpline_email"): ("help@advice.example", "schools@safe.example"),
    (ClauseName.CHANNEL_KEEPERS, "guidance"): (
        "LGfL", "UK Safer Internet Centre", "Harbour Trust", "SWGfL", "Kestrel Education Trust",
    ),
    (ClauseName.OFFICIAL_ACCOUNTS, "accounts"): OWN,
    (ClauseName.OFFICIAL_ACCOUNTS, "reply_within"): (
        "within two working days", "within 24 hours", "within one school day", "the same day",
    ),
    (ClauseName.OFFICIAL_ACCOUNTS, "enquiries_to"): CONTACTS,
    (ClauseName.COMPLAINTS_PROCEDURE, "stages"): (
        "class teacher", "form tutor", "head of year", "Headteacher", "chair of governors",
        "governors", "trust",
    ),
    (ClauseName.EMAIL_OFFICIAL, "ruled_out"): (
        "WhatsApp", "chat apps", "messaging apps", "personal social media accounts",
        "personal mobiles", "personal e-mail accounts", "text messages", "private messages",
    ),
    (ClauseName.REMOTE_LEARNING_CHANNELS, "channels"): LESSONS,
    (ClauseName.REMOTE_LEARNING_CHANNELS, "monitored_by"): (
        "SLT", "DSL", "Headteacher", "staff", "computing lead",
    ),
    (ClauseName.STAFF_CONDUCT, "prohibition_orders"): (
        "40 in 3 years", "more than 200 in 5 years", "several", "a significant number",
        "named, without a number", "hundreds",
    ),
    (ClauseName.IMAGE_PERMISSION, "refers_to"): (
        "Images of Children Policy", "Digital Images and Video", "Photography and Filming Policy",
    ),
    (ClauseName.DELETION_REQUEST, "expected"): (
        "promptly", "within 24 hours", "by the end of the school day", "without delay",
        "as soon as possible", "within two school days", "the same day", "immediately",
    ),
    (ClauseName.THIRD_PARTY_REPORT, "helpline_name"): ("POSH",),
    (ClauseName.QUESTIONS, "parents_ask"): CONTACTS,
    (ClauseName.QUESTIONS, "parents_helpline"): ("NSPCC", "Parent Zone", "Family Lives"),
    (ClauseName.QUESTIONS, "call_on"): (
        "local authority advisers", "trust", "POSH", "LGfL", "NSPCC", "SWGfL", "diocese",
    ),
}  # fmt: skip

# What people put in by hand: written as it stands, and no reader can know it for what it is.
FREE: Mapping[tuple[ClauseName, str], tuple[str, ...]] = {
    (ClauseName.OFFICIAL_ACCOUNTS, "enquiries_to"): (
        "office@oakfield.example", "the front desk", "reception, Elm building",
    ),
    (ClauseName.QUESTIONS, "parents_ask"): (
        "office@oakfield.example", "Mrs Dervla Quillinan", "the front desk",
    ),
    (ClauseName.OFFICIAL_ACCOUNTS, "accounts"): ("the school blog", "Oakfield Radio"),
    (ClauseName.DELETION_REQUEST, "expected"): ("before the next lesson", "once it is noticed"),
    (ClauseName.THIRD_PARTY_REPORT, "helpline_name"): ("the county's advice line",),
    (ClauseName.REPUTATION, "helpline"): ("the county's advice line",),
    (ClauseName.REMOTE_LEARNING_CHANNELS, "channels"): ("the Oakfield Classroom",),
    (ClauseName.QUESTIONS, "parents_helpline"): ("the county's family line",),
    (ClauseName.QUESTIONS, "call_on"): ("the county's digital advisers",),
}  # fmt: skip

NAMES = (
    "Oakfield Primary School", "St Brendan's Catholic Academy", "Larkhill Learning Trust School",
    "The Prince's Free School", "Ysgol y Bryn", "Staffa Community College",
)  # fmt: skip
GOVERNORS = (
    "governors", "LCMs", "local committee members", "trustees", "academy council members",
    "board members", "",
)  # fmt: skip

FACTS = st.builds(
    SchoolFacts,
    school_name=st.sampled_from(NAMES),
    governors_word=st.sampled_from(GOVERNORS),
    office_email=st.sampled_from(("", "office@oakfield.example")),
    minute=st.sampled_from(("", "Full governing body, item 7")),
    adopted_on=st.none() | st.dates(),
    review_on=st.none() | st.dates(),
)


def policies(*, free: bool = False) -> st.SearchStrategy[Policy]:
    """Any policy; with `free`, texts that the reader has no word for as well."""
    clauses = st.tuples(*(_clauses(entry, free) for entry in CATALOGUE))
    return clauses.map(_policy)


def one_clause() -> st.SearchStrategy[Policy]:
    """A policy that states one clause and nothing else."""
    return (
        st.sampled_from(CATALOGUE)
        .flatmap(lambda entry: _stated(entry, False))
        .map(lambda clause: _policy((clause,)))
    )


def _policy(clauses: tuple[Clause | None, ...]) -> Policy:
    held = {clause.name: clause for clause in clauses if clause is not None}
    return Policy("1", MappingProxyType(held))


def _clauses(entry: Entry, free: bool) -> st.SearchStrategy[Clause | None]:
    return st.none() | _stated(entry, free)


def _stated(entry: Entry, free: bool) -> st.SearchStrategy[Clause]:
    parts = st.fixed_dictionaries(
        {}, optional={part.key: _values(entry.name, part, free) for part in entry.parts}
    )
    return parts.map(lambda values: _clause(entry.name, values))


def _clause(name: ClauseName, values: Mapping[str, Plain]) -> Clause:
    if not values:
        return Clause(name, Stated.NOT_STATED)
    quote = Quote("A sentence of the school's own.", "page 1")
    given = {"days", "answer_days"}
    held = {key: Value(each, None if key in given else quote) for key, each in values.items()}
    return Clause(name, Stated.STATED, MappingProxyType(held), (quote,))


def _values(name: ClauseName, part: Part, free: bool) -> st.SearchStrategy[Plain]:
    if part.kind is PartKind.YES:
        return st.just(True)
    if part.kind is PartKind.NUMBER:
        return st.integers(1, 30) if part.at_adoption else st.integers(8, 18)
    if part.kind is PartKind.CHOICE:
        return st.sampled_from([value for value, _ in part.choices])
    if part.kind is PartKind.CHOICES:
        return _some([value for value, _ in part.choices]).map(
            lambda chosen: tuple(value for value, _ in part.choices if value in chosen)
        )
    if part.kind is PartKind.AGES:
        ages = st.dictionaries(st.sampled_from(OWN), st.integers(8, 18), min_size=1, max_size=4)
        return ages.map(MappingProxyType)
    if part.kind is PartKind.KEEPERS:
        names = _some(PEOPLE if part.key == "keepers" else ROLES, most=3)
        kept = st.dictionaries(st.sampled_from(KEPT), names, min_size=1, max_size=3)
        return kept.map(MappingProxyType)
    pool = (*KNOWN[name, part.key], *(FREE.get((name, part.key), ()) if free else ()))
    return _some(pool, most=4) if part.kind is PartKind.TEXTS else st.sampled_from(pool)


def _some(pool: tuple[str, ...] | list[str], most: int = 10) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(pool), min_size=1, max_size=most, unique=True).map(tuple)
