"""How people behave and connect: conduct, friends, following, exceptions, staff."""

from footprint.rulebook.catalogue.parts import STANCES, Entry, choice, choices, text, yes
from footprint.rulebook.terms import ClauseName

ADULTS = (
    ("staff", "staff"),
    ("governor", "governors (or local committee members)"),
    ("volunteer", "volunteers"),
    ("contractor", "contractors"),
)
DESKS = (
    ("headteacher", "Headteacher or Principal"),
    ("dsl", "designated safeguarding lead"),
    ("office", "school office"),
)

ENTRIES: tuple[Entry, ...] = (
    Entry(
        ClauseName.CONDUCT,
        "What posts must not be",
        "What may nobody post?",
        (
            choices(
                "must_not_be",
                "Posts must not be",
                ("bullying", "bullying"),
                ("aggressive", "aggressive"),
                ("rude", "rude"),
                ("insulting", "insulting"),
                ("illegal", "illegal"),
                ("inappropriate", "otherwise inappropriate"),
                ("disrepute", "such that they bring the school into disrepute"),
            ),
            choices(
                "applies_to",
                "This applies to",
                ("public", "public pages"),
                ("private", "private chats, pages and groups"),
            ),
            yes("teaching_profession", "Staff: nor bring the teaching profession into disrepute"),
        ),
    ),
    Entry(
        ClauseName.NO_FRIENDING,
        "Friends and messages between pupils and adults",
        "May pupils and the school's adults be connected on social media?",
        (
            choice("stance", "Such connections are", *STANCES),
            choices("adults", "With these adults", *ADULTS),
            choices(
                "covers",
                "This covers",
                ("friend", "being friends"),
                ("friend_request", "friend requests"),
                ("message", "communicating by social media in any other way"),
            ),
            choice("former_pupils", "Staff being connected with former pupils is", *STANCES),
            choice("staff_with_parents", "Staff being connected with parents is", *STANCES),
        ),
    ),
    Entry(
        ClauseName.NO_FOLLOWING,
        "Following public accounts",
        "May pupils follow the school's adults, or staff follow pupils?",
        (
            choice("pupils_follow_adults", "Pupils following these adults is", *STANCES),
            choices("adults", "These adults", *ADULTS),
            choice("staff_follow_pupils", "Staff following pupils is", *STANCES),
        ),
    ),
    Entry(
        ClauseName.EXCEPTIONS,
        "Exceptions",
        "Who may approve an exception, and when is it declared?",
        (
            choice("approved_by", "Approved by", *DESKS),
            yes("family_links", "For family links, for example"),
            choice(
                "declared",
                "Declared",
                ("on_entry", "when the pupil or member of staff joins"),
                ("yearly", "every year"),
            ),
        ),
    ),
    Entry(
        ClauseName.BREACH_NOTICE,
        "Who is told of an attempt",
        "Who is told when somebody tries to connect against the rule?",
        (
            choice("by_child", "An attempt by a child is notified to", *DESKS),
            choice("by_staff", "An attempt by staff is notified to", *DESKS),
        ),
    ),
    Entry(
        ClauseName.STAFF_CONDUCT,
        "Staff on social media",
        "What is expected of staff?",
        (
            yes("strict_privacy", "Strictest privacy settings"),
            yes("no_oversharing", "No inappropriate sharing or oversharing"),
            yes("never_discuss", "Never discuss the school or its stakeholders"),
            choices(
                "not_attributable_to",
                "Opinions must not be attributable to",
                ("school", "the school"),
                ("trust", "the trust"),
                ("local_authority", "the local authority"),
            ),
            choice("own_devices", "Using own phones or accounts for school matters is", *STANCES),
            choice("parent_groups", "Staff joining parents' chat groups is", *STANCES),
            text("prohibition_orders", "What is said of prohibition orders"),
        ),
    ),
)
