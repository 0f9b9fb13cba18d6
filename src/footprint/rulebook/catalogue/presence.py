"""The school's own presence: reputation, who looks after what, accounts, official channels."""

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

ANSWERS = (
    ("never", "messages there are never answered"),
    ("general_enquiries", "general enquiries only"),
    ("always", "messages there are answered"),
)
POSTERS = (
    ("headteacher", "the Headteacher"),
    ("slt", "senior leaders"),
    ("office", "the school office"),
    ("communications", "the communications team"),
    ("teachers", "class teachers"),
    ("authorised", "staff who are authorised"),
)

ENTRIES: tuple[Entry, ...] = (
    Entry(
        ClauseName.REPUTATION,
        "Knowing what is said about the school",
        "Does the school watch what is said about it online, and how does it answer?",
        (
            yes("monitors", "The school monitors what is said about it online"),
            yes("answers_fairly", "Criticism and praise are answered fairly and responsibly"),
            yes("inspection_check", "Inspectors are named as readers of what is online"),
            texts("inspection_sites", "Sites that inspectors are said to read"),
            text("helpline", "Helpline for professionals"),
            text("helpline_email", "The helpline's e-mail address"),
            Part(
                "answer_days",
                "School days until a post is answered, or it is noted why not",
                PartKind.NUMBER,
                at_adoption=True,
            ),
        ),
    ),
    Entry(
        ClauseName.CHANNEL_KEEPERS,
        "Who looks after each channel",
        "Which named people look after which channel?",
        (
            Part("keepers", "People for each channel", PartKind.KEEPERS),
            Part("roles", "Roles for each channel, where no name is given", PartKind.KEEPERS),
            texts("guidance", "Guidance that they follow"),
        ),
    ),
    Entry(
        ClauseName.OFFICIAL_ACCOUNTS,
        "The school's own accounts",
        "Which accounts does the school have, and does it answer there?",
        (
            texts("accounts", "Accounts"),
            choice("status", "The school", ("has", "has these"), ("may_have", "may have these")),
            choice("answers", "Messages there", *ANSWERS),
            text("reply_within", "Messages there are answered within"),
            text("enquiries_to", "Where enquiries should go instead"),
            yes("not_about_children", "Parents are asked not to write there about children"),
            choices("may_post", "Those who may post there", *POSTERS),
            choice(
                "parent_groups",
                "Parents' own chat groups are",
                ("unofficial", "not run by the school"),
                ("official", "run by the school"),
            ),
        ),
    ),
    Entry(
        ClauseName.EMAIL_OFFICIAL,
        "The official channel",
        "Which channel is official, and which are ruled out?",
        (
            yes("parents", "E-mail is official between school and parents"),
            yes("pupils", "E-mail is official between staff and pupils"),
            texts("ruled_out", "Ruled out for school use"),
        ),
    ),
    Entry(
        ClauseName.REMOTE_LEARNING_CHANNELS,
        "Remote learning",
        "Which channels are used for remote learning, and who monitors them?",
        (
            texts("channels", "Channels"),
            yes("by_year_group", "Depending on the year group"),
            text("monitored_by", "Monitored by"),
        ),
    ),
)
