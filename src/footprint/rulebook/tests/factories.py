"""
Two invented policies that differ where decisions must differ.

Oakfield never answers on its Instagram page, names its keepers, and staff ask the DSL first.
Larkhill answers general enquiries, rules a chat app out, and leaves more unsaid.
"""

from datetime import date
from types import MappingProxyType

from footprint.rulebook.policy import Clause, Plain, Policy, Quote, Value
from footprint.rulebook.terms import ClauseName, Stated

# A week without any closed day: Monday 2 to Sunday 8 March 2026.
MONDAY = date(2026, 3, 2)
FRIDAY = date(2026, 3, 6)
SATURDAY = date(2026, 3, 7)
NEXT_MONDAY = date(2026, 3, 9)

GIVEN_AT_ADOPTION = frozenset({"days", "answer_days"})


def clause(name: ClauseName, sentence: str, **values: Plain) -> Clause:
    """A stated clause; every value rests on the sentence unless it is given at adoption."""
    quote = Quote(sentence, "page 1")
    held = {
        key: Value(value, None if key in GIVEN_AT_ADOPTION else quote)
        for key, value in values.items()
    }
    return Clause(name, Stated.STATED, MappingProxyType(held), (quote,))


def policy(*clauses: Clause) -> Policy:
    """A policy of these clauses; all others are not stated."""
    return Policy("1", MappingProxyType({each.name: each for each in clauses}))


def without(whole: Policy, *names: ClauseName) -> Policy:
    """The same policy, silent on these clauses."""
    return policy(*(each for name, each in whole.clauses.items() if name not in names))


def replacing(whole: Policy, *clauses: Clause) -> Policy:
    """The same policy with these clauses in place of its own."""
    return policy(*{**whole.clauses, **{each.name: each for each in clauses}}.values())


def quote_of(whole: Policy, name: ClauseName) -> Quote:
    """The sentence behind a stated clause."""
    found = whole.clause(name).quote
    assert found is not None
    return found


SILENT = policy()

_CONDUCT_TAGS = (
    "bullying",
    "aggressive",
    "rude",
    "insulting",
    "illegal",
    "inappropriate",
    "disrepute",
)
_ADULTS = ("staff", "governor", "volunteer", "contractor")

OAKFIELD = policy(
    clause(
        ClauseName.REPUTATION,
        "At Oakfield we read what people write of us and reply to it fairly.",
        monitors=True,
        answers_fairly=True,
        answer_days=3,
    ),
    clause(
        ClauseName.CHANNEL_KEEPERS,
        "Our Instagram page is kept by the two people listed on the notice board.",
        keepers=MappingProxyType({"Instagram": ("Ms Example", "Mr Sample")}),
    ),
    clause(
        ClauseName.CONDUCT,
        "Nobody at Oakfield posts what bullies, hurts, breaks the law or shames the school.",
        must_not_be=_CONDUCT_TAGS,
    ),
    clause(
        ClauseName.PRIVATE_CONCERNS,
        "Worried parents of Oakfield come to us first and in private.",
        directly_in_private=True,
    ),
    clause(
        ClauseName.OFFICIAL_ACCOUNTS,
        "Oakfield has one Instagram page and leaves messages there without an answer.",
        accounts=("Instagram",),
        status="has",
        answers="never",
        enquiries_to="the office e-mail address",
    ),
    clause(ClauseName.EMAIL_OFFICIAL, "Oakfield writes to parents by e-mail.", parents=True),
    clause(
        ClauseName.NO_FRIENDING,
        "Oakfield's pupils and its adults are not friends online and send no messages there.",
        stance="forbidden",
        adults=_ADULTS,
        covers=("friend", "friend_request", "message"),
    ),
    clause(
        ClauseName.NO_FOLLOWING,
        "Pupils had better not follow Oakfield's adults; staff follow no pupil.",
        pupils_follow_adults="discouraged",
        adults=_ADULTS,
        staff_follow_pupils="forbidden",
    ),
    clause(
        ClauseName.EXCEPTIONS,
        "The head of Oakfield may agree to an exception for a family.",
        approved_by="headteacher",
    ),
    clause(
        ClauseName.BREACH_NOTICE,
        "A child's attempt is told to our safeguarding lead, an adult's to the head.",
        by_child="dsl",
        by_staff="headteacher",
    ),
    clause(
        ClauseName.BREACH_ROUTE,
        "Pupils answer to the behaviour policy of Oakfield and staff to its code of conduct.",
        pupils="behaviour_policy",
        staff="code_of_conduct",
    ),
    clause(
        ClauseName.DELETION_REQUEST,
        "Oakfield asks for a hurtful post to be taken down, and quickly.",
        posts=("inappropriate", "abusive"),
        requested_by="school",
        expected="quickly",
        days=2,
    ),
    clause(
        ClauseName.THIRD_PARTY_REPORT,
        "Oakfield may tell the website of a stranger's post, and may ask the helpline.",
        platform="may",
        helpline="may",
        helpline_name="the helpline for professionals",
    ),
    clause(
        ClauseName.POLICE,
        "Oakfield may call on the police for a post that is against the law or a danger.",
        involved="may",
        where=("illegal", "dangerous"),
    ),
    clause(
        ClauseName.EXTREMISM,
        "Oakfield has duties under Prevent, online too.",
        prevent_duty=True,
    ),
    clause(
        ClauseName.QUESTIONS,
        "Parents of Oakfield ask the school office; staff go to the safeguarding lead.",
        parents_ask="the school office",
        parents_helpline="a helpline for families",
        staff_ask="dsl",
        call_on=("the county's advisers", "the helpline for professionals"),
    ),
)

LARKHILL = policy(
    clause(
        ClauseName.REPUTATION,
        "Larkhill keeps an eye on its good name and is fair to its critics.",
        monitors=True,
        answers_fairly=True,
    ),
    clause(
        ClauseName.CONDUCT,
        "Larkhill asks for posts that neither bully nor insult.",
        must_not_be=("bullying", "insulting"),
    ),
    clause(
        ClauseName.OFFICIAL_ACCOUNTS,
        "Larkhill may open pages on Facebook, X (Twitter) and Instagram for general enquiries.",
        accounts=("Facebook", "X (Twitter)", "Instagram"),
        status="may_have",
        answers="general_enquiries",
        not_about_children=True,
    ),
    clause(
        ClauseName.EMAIL_OFFICIAL,
        "Larkhill writes by e-mail; WhatsApp is not for school business.",
        parents=True,
        ruled_out=("chat apps such as WhatsApp",),
    ),
    clause(
        ClauseName.NO_FRIENDING,
        "Larkhill's staff and pupils are not friends online.",
        stance="forbidden",
        adults=("staff",),
        covers=("friend", "friend_request"),
    ),
    clause(
        ClauseName.NO_FOLLOWING,
        "Staff of Larkhill follow no pupil.",
        staff_follow_pupils="forbidden",
    ),
    clause(
        ClauseName.BREACH_NOTICE,
        "Our safeguarding lead hears of any child who tries.",
        by_child="dsl",
    ),
    clause(
        ClauseName.BREACH_ROUTE,
        "Larkhill's staff answer to the code of conduct or their handbook.",
        staff="code_of_conduct_or_handbook",
    ),
    clause(
        ClauseName.DELETION_REQUEST,
        "The head or safeguarding lead of Larkhill asks for an upsetting post to go in 24 hours.",
        requested_by="headteacher_or_dsl",
        expected="within 24 hours",
    ),
    clause(
        ClauseName.THIRD_PARTY_REPORT,
        "Larkhill must tell the website of a stranger's post.",
        platform="must",
    ),
    clause(
        ClauseName.POLICE,
        "Larkhill must call the police where a post is a danger.",
        involved="must",
        where=("dangerous",),
    ),
    clause(
        ClauseName.QUESTIONS,
        "Staff of Larkhill ask the head or the safeguarding lead.",
        staff_ask="headteacher_or_dsl",
    ),
)
