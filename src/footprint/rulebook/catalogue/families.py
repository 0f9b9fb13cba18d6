"""Pupils and parents: concerns, ages, lessons, help at home, whom to ask."""

from footprint.rulebook.catalogue.parts import (
    Entry,
    Part,
    PartKind,
    choice,
    choices,
    text,
    texts,
    yes,
)
from footprint.rulebook.terms import ClauseName

FREQUENCIES = (
    ("implied", "implied, without saying how often"),
    ("sometimes", "sometimes"),
    ("regularly", "regularly"),
)
STAFF_FIRST = (
    ("dsl", "designated safeguarding lead"),
    ("headteacher", "Headteacher"),
    ("headteacher_or_dsl", "Headteacher or designated safeguarding lead"),
    ("line_manager", "line manager"),
)

ENTRIES: tuple[Entry, ...] = (
    Entry(
        ClauseName.PRIVATE_CONCERNS,
        "Concerns are raised in private",
        "What should a parent with a concern do?",
        (
            yes("directly_in_private", "Parents contact the school directly and in private"),
            yes("not_in_groups", "Concerns are not aired in parents' chat groups"),
        ),
    ),
    Entry(
        ClauseName.COMPLAINTS_PROCEDURE,
        "When a concern is not resolved",
        "What follows when a private conversation does not resolve a concern?",
        (
            yes("when_unresolved", "An unresolved concern goes to the complaints procedure"),
            texts("stages", "A complaint is heard, stage by stage, by"),
        ),
    ),
    Entry(
        ClauseName.MINIMUM_AGE,
        "Minimum ages",
        "What minimum ages does the policy state?",
        (
            Part("general", "General minimum age", PartKind.NUMBER),
            Part("exceptions", "Services with another age", PartKind.AGES),
        ),
    ),
    Entry(
        ClauseName.UNDERAGE_SUPPORT,
        "Pupils under the minimum age",
        "How does the school deal with pupils who are too young for a service?",
        (
            choice("school_deals", "The school deals with such issues", *FREQUENCIES),
            yes("parents_not_encourage", "Parents are asked not to encourage or condone it"),
        ),
    ),
    Entry(
        ClauseName.ONLINE_SAFETY_LESSONS,
        "Online safety lessons",
        "What do lessons cover?",
        (
            choices(
                "topics",
                "Lessons cover",
                ("online_behaviour", "social media and online behaviour"),
                ("good_friend", "how to be a good friend online"),
                ("report_bullying", "how to report bullying"),
                ("report_misuse", "how to report misuse"),
                ("report_intimidation", "how to report intimidation"),
                ("report_abuse", "how to report abuse"),
            ),
        ),
    ),
    Entry(
        ClauseName.PARENT_SUPPORT,
        "How parents can help",
        "What are parents asked to do, and what are they offered?",
        (
            choices(
                "talk_about",
                "Talk with children about",
                ("apps", "which apps, sites and games"),
                ("with_whom", "with whom"),
                ("how_long", "for how long"),
                ("when", "when"),
            ),
            yes("family_agreement", "A digital family agreement is offered"),
            choices(
                "resources",
                "Other help that is named",
                ("top_tips", "a top tips poster"),
                ("digital_5_a_day", "Digital 5 A Day"),
            ),
        ),
    ),
    Entry(
        ClauseName.QUESTIONS,
        "Who to ask",
        "Whom do parents and staff ask?",
        (
            text("parents_ask", "Parents ask"),
            text("parents_helpline", "A helpline for parents"),
            choice("staff_ask", "Staff ask first", *STAFF_FIRST),
            texts("call_on", "Who may then call on"),
        ),
    ),
)
