"""
What each row of the table of the three real policies means in the values of a clause.

A file of its own: the table is long, and the tests and the measuring script both go by it.
"""

from collections.abc import Callable, Mapping

from footprint.rulebook.policy import Clause, Plain

ALL_TAGS = ("bullying", "aggressive", "rude", "insulting", "illegal", "inappropriate", "disrepute")
ALL_TOPICS = (
    "online_behaviour",
    "good_friend",
    "report_bullying",
    "report_misuse",
    "report_intimidation",
    "report_abuse",
)
ALL_ACTS = ("support", "promote", "give_voice", "browse", "download", "send")
ALL_ADULTS = ("staff", "governor", "volunteer", "contractor")

# One cell of the table: does the clause say exactly what the cell says?
Says = Callable[[Clause, str], bool]


def yes(*keys: str) -> Says:
    """ "yes" is all of these true, a dash is none of them."""
    return lambda clause, cell: all((clause.get(key) is True) == (cell != "-") for key in keys)


def exactly(key: str, meant: Mapping[str, Plain | None]) -> Says:
    """The cell's words stand for this value; a cell that is not listed is a failure."""
    return lambda clause, cell: cell in meant and clause.get(key) == meant[cell]


def both(*checks: Says) -> Says:
    return lambda clause, cell: all(check(clause, cell) for check in checks)


def _inspectors(clause: Clause, cell: str) -> bool:
    sites = ("Mumsnet",) if "Mumsnet" in cell else None
    return clause.get("inspection_check") is True and clause.get("inspection_sites") == sites


def _helpline(clause: Clause, cell: str) -> bool:
    address = str(clause.get("helpline_email"))
    quote = clause.quote_for("helpline_email")
    named = clause.get("helpline") == "POSH" and quote is not None and address in quote.text
    return named and cell == "yes"


def _keepers(clause: Clause, cell: str) -> bool:
    kept = clause.get("keepers")
    if cell == "-":
        return kept is None
    if not isinstance(kept, Mapping) or set(kept) != {"Instagram", "Google reviews"}:
        return False
    page, reviews = kept["Instagram"], kept["Google reviews"]
    if not isinstance(page, tuple) or not isinstance(reviews, tuple):
        return False
    return len(page) == 2 and len(reviews) == 1 and reviews[0] in page


def _accounts(clause: Clause, cell: str) -> bool:
    accounts, status = clause.get("accounts"), clause.get("status")
    return (accounts, status) == {
        "Instagram": (("Instagram",), "has"),
        "-": (None, None),
        "may have Facebook, X (Twitter), Instagram": (("Facebook", "X", "Instagram"), "may_have"),
    }.get(cell)


def _answers(clause: Clause, cell: str) -> bool:
    keys = ("answers", "enquiries_to", "not_about_children")
    return tuple(clause.get(key) for key in keys) == {
        "never; enquiries go to the office e-mail": ("never", "office e-mail", None),
        "-": (None, None, None),
        "general enquiries only; not about children": ("general_enquiries", None, True),
    }.get(cell)


def _remote(clause: Clause, cell: str) -> bool:
    found = tuple(clause.get(key) for key in ("channels", "by_year_group", "monitored_by"))
    if cell == "-":
        return found == (None, None, None)
    return found == (("Google Classroom", "Microsoft Teams"), True, "SLT")


def _friending(clause: Clause, cell: str) -> bool:
    covers = clause.get("covers") == ("friend", "friend_request", "message")
    named = len(cell.split(", ")) == 4  # LCMs are governors in another word
    return (
        clause.get("stance") == "forbidden"
        and covers
        and named
        and clause.get("adults") == ALL_ADULTS
    )


def _staff(clause: Clause, cell: str) -> bool:
    targets = tuple(part.replace(" ", "_") for part in cell.split(", "))
    kept = yes("strict_privacy", "no_oversharing", "never_discuss")(clause, cell)
    return kept and clause.get("not_attributable_to") == targets


def _orders(clause: Clause, cell: str) -> bool:
    return clause.get("prohibition_orders") == (None if cell == "-" else cell)


def _image_policy(clause: Clause, cell: str) -> bool:
    refers = clause.get("refers_to")
    if cell.startswith("-"):
        return refers is None
    if "broken" in cell:
        return isinstance(refers, str) and "broken" in refers
    return isinstance(refers, str) and "Images" in refers


def _third_party(clause: Clause, cell: str) -> bool:
    keys = ("platform", "helpline", "helpline_name")
    return tuple(clause.get(key) for key in keys) == (cell, cell, "POSH")


def _police(clause: Clause, cell: str) -> bool:
    return clause.get("involved") == cell and clause.get("where") == ("illegal", "dangerous")


def _call_on(clause: Clause, cell: str) -> bool:
    wanted = tuple(part.removeprefix("the ").replace("Trust", "trust") for part in cell.split(", "))
    return clause.get("call_on") == wanted


BEHAVIOUR = {"behaviour policy": "behaviour_policy"}
CONDUCT = {
    "code of conduct or handbook": "code_of_conduct_or_handbook",
    "code of conduct": "code_of_conduct",
}
HEAD = {"Headteacher or Principal": "headteacher", "Headteacher": "headteacher", "DSL": "dsl"}

# In the order of the table's rows: which clause, the start of "what", how to check it.
ROWS: tuple[tuple[str, str, Says], ...] = (
    ("reputation", "the school monitors", yes("monitors", "answers_fairly")),
    ("reputation", "inspectors", _inspectors),
    ("reputation", "a helpline", _helpline),
    ("channel_keepers", "named people", _keepers),
    (
        "channel_keepers",
        "guidance",
        exactly(
            "guidance",
            {
                "LGfL and Safer Internet Centre reputation guidance": (
                    "LGfL",
                    "Safer Internet Centre",
                ),
                "-": None,
            },
        ),
    ),
    ("conduct", "posts must not be", exactly("must_not_be", {"yes": ALL_TAGS})),
    ("conduct", "applies to", exactly("applies_to", {"yes": ("public", "private")})),
    ("conduct", "disrepute", yes("teaching_profession")),
    ("private_concerns", "parents take", yes("directly_in_private")),
    ("complaints_procedure", "an unresolved", yes("when_unresolved")),
    ("minimum_age", "general", exactly("general", {"13": 13})),
    ("minimum_age", "exception", exactly("exceptions", {"16": {"WhatsApp": 16}})),
    (
        "underage_support",
        "the school deals",
        exactly(
            "school_deals",
            {
                "implied by balance": "implied",
                "sometimes": "sometimes",
                "regularly": "regularly",
            },
        ),
    ),
    ("underage_support", "parents are asked", yes("parents_not_encourage")),
    ("online_safety_lessons", "lessons cover", exactly("topics", {"yes": ALL_TOPICS})),
    (
        "parent_support",
        "talk about",
        exactly("talk_about", {"yes": ("apps", "with_whom", "how_long", "when")}),
    ),
    ("parent_support", "Digital Family", yes("family_agreement")),
    ("parent_support", "Top Tips", exactly("resources", {"yes": ("top_tips", "digital_5_a_day")})),
    ("official_accounts", "accounts", _accounts),
    ("official_accounts", "does the school", _answers),
    ("email_official", "e-mail is the official channel between school", yes("parents")),
    ("email_official", "e-mail is the official channel between staff", yes("pupils")),
    (
        "email_official",
        "chat apps",
        exactly("ruled_out", {"yes": ("social media", "chat apps", "WhatsApp"), "-": None}),
    ),
    ("remote_learning_channels", "channels", _remote),
    ("no_friending", "pupils may not", _friending),
    (
        "no_following",
        "pupils following",
        both(
            exactly("pupils_follow_adults", {"discouraged": "discouraged"}),
            exactly("adults", {"discouraged": ALL_ADULTS}),
        ),
    ),
    ("no_following", "staff following", exactly("staff_follow_pupils", {"forbidden": "forbidden"})),
    ("exceptions", "who approves", exactly("approved_by", HEAD)),
    (
        "exceptions",
        "when declared",
        exactly("declared", {"on entry of the pupil or staff member": "on_entry"}),
    ),
    ("breach_notice", "attempt by a child", exactly("by_child", HEAD)),
    ("breach_notice", "attempt by staff", exactly("by_staff", HEAD)),
    ("staff_conduct", "strictest", _staff),
    ("staff_conduct", "Prohibition", _orders),
    (
        "image_permission",
        "permission sought",
        exactly("permission_for", {"yes": ("photographs", "videos", "other_information")}),
    ),
    ("image_permission", "refers to", _image_policy),
    ("acceptable_use", "all members", yes("all_sign")),
    ("data_protection", "refers to", yes("refers_to")),
    ("breach_route", "pupils", exactly("pupils", BEHAVIOUR)),
    ("breach_route", "staff", exactly("staff", CONDUCT)),
    (
        "deletion_request",
        "a community member",
        both(
            exactly(
                "requested_by",
                {"the school": "school", "the Headteacher or DSL": "headteacher_or_dsl"},
            ),
            lambda clause, _: (
                clause.get("posts") == ("inappropriate", "upsetting", "violent", "abusive")
            ),
        ),
    ),
    ("deletion_request", "and expected", exactly("expected", {"promptly": "promptly"})),
    ("third_party_report", "third party", _third_party),
    ("police", "potentially", _police),
    (
        "extremism",
        "Prevent duty",
        both(yes("prevent_duty"), exactly("staff_must_not", {"yes": ALL_ACTS})),
    ),
    ("questions", "parents ask", exactly("parents_ask", {"school office": "school office"})),
    ("questions", "helpline", exactly("parents_helpline", {"NSPCC": "NSPCC"})),
    (
        "questions",
        "staff ask",
        exactly("staff_ask", {"DSL": "dsl", "Headteacher or DSL": "headteacher_or_dsl"}),
    ),
    ("questions", "who may", _call_on),
)
