"""
The clauses that are looked for in every policy, and the values that each may state.

One table serves the reader (what to look for), the review page (what to confirm), the builder
(what to ask) and the reference documentation. A clause here is a question to the document:
silence is the answer "your policy does not say", never a default.
"""

from dataclasses import dataclass
from enum import StrEnum

from footprint.rulebook.terms import ClauseName


class PartKind(StrEnum):
    """The shape of a value, which decides how it is asked for and shown."""

    YES = "yes"  # true, or absent: a document that does not say something says nothing
    NUMBER = "number"
    TEXT = "text"
    TEXTS = "texts"  # a tuple of texts, in the document's order
    CHOICE = "choice"
    CHOICES = "choices"  # a tuple of members of `choices`
    KEEPERS = "keepers"  # {channel: (name, ...)}
    AGES = "ages"  # {service: years}


@dataclass(frozen=True)
class Part:
    """
    One value of a clause.

    Args:
        key: its name in `Clause.values`.
        label: what it means, to be read by a headteacher.
        choices: (value, words for it) for CHOICE and CHOICES.
        at_adoption: True for what the school is asked when it adopts, because documents leave
            it open ("promptly").
    """

    key: str
    label: str
    kind: PartKind
    choices: tuple[tuple[str, str], ...] = ()
    at_adoption: bool = False


@dataclass(frozen=True)
class Entry:
    """One clause of the catalogue: its title and question in plain words, and its parts."""

    name: ClauseName
    title: str
    question: str
    parts: tuple[Part, ...]


def _yes(key: str, label: str) -> Part:
    return Part(key, label, PartKind.YES)


def _texts(key: str, label: str) -> Part:
    return Part(key, label, PartKind.TEXTS)


def _choice(key: str, label: str, *choices: tuple[str, str]) -> Part:
    return Part(key, label, PartKind.CHOICE, choices)


def _choices(key: str, label: str, *choices: tuple[str, str]) -> Part:
    return Part(key, label, PartKind.CHOICES, choices)


STANCES = (("forbidden", "not allowed"), ("discouraged", "discouraged"), ("allowed", "allowed"))
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
FREQUENCIES = (
    ("implied", "implied, without saying how often"),
    ("sometimes", "sometimes"),
    ("regularly", "regularly"),
)
ANSWERS = (
    ("never", "messages there are never answered"),
    ("general_enquiries", "general enquiries only"),
    ("always", "messages there are answered"),
)
ROUTES = (
    ("behaviour_policy", "behaviour policy"),
    ("code_of_conduct", "code of conduct"),
    ("code_of_conduct_or_handbook", "code of conduct or staff handbook"),
    ("disciplinary_procedure", "disciplinary procedure"),
)
REQUESTERS = (
    ("school", "the school"),
    ("headteacher", "the Headteacher"),
    ("dsl", "the designated safeguarding lead"),
    ("headteacher_or_dsl", "the Headteacher or the designated safeguarding lead"),
)
STAFF_FIRST = (
    ("dsl", "designated safeguarding lead"),
    ("headteacher", "Headteacher"),
    ("headteacher_or_dsl", "Headteacher or designated safeguarding lead"),
    ("line_manager", "line manager"),
)
MAY = (("must", "must"), ("may", "may"))

CATALOGUE: tuple[Entry, ...] = (
    Entry(
        ClauseName.REPUTATION,
        "Knowing what is said about the school",
        "Does the school watch what is said about it online, and how does it answer?",
        (
            _yes("monitors", "The school monitors what is said about it online"),
            _yes("answers_fairly", "Criticism and praise are answered fairly and responsibly"),
            _yes("inspection_check", "Inspectors are named as readers of what is online"),
            _texts("inspection_sites", "Sites that inspectors are said to read"),
            Part("helpline", "Helpline for professionals", PartKind.TEXT),
            Part("helpline_email", "The helpline's e-mail address", PartKind.TEXT),
        ),
    ),
    Entry(
        ClauseName.CHANNEL_KEEPERS,
        "Who looks after each channel",
        "Which named people look after which channel?",
        (
            Part("keepers", "People for each channel", PartKind.KEEPERS),
            _texts("guidance", "Guidance that they follow"),
        ),
    ),
    Entry(
        ClauseName.CONDUCT,
        "What posts must not be",
        "What may nobody post?",
        (
            _choices(
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
            _choices(
                "applies_to",
                "This applies to",
                ("public", "public pages"),
                ("private", "private chats, pages and groups"),
            ),
            _yes("teaching_profession", "Staff: nor bring the teaching profession into disrepute"),
        ),
    ),
    Entry(
        ClauseName.PRIVATE_CONCERNS,
        "Concerns are raised in private",
        "What should a parent with a concern do?",
        (_yes("directly_in_private", "Parents contact the school directly and in private"),),
    ),
    Entry(
        ClauseName.COMPLAINTS_PROCEDURE,
        "When a concern is not resolved",
        "What follows when a private conversation does not resolve a concern?",
        (_yes("when_unresolved", "An unresolved concern goes to the complaints procedure"),),
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
            _choice("school_deals", "The school deals with such issues", *FREQUENCIES),
            _yes("parents_not_encourage", "Parents are asked not to encourage or condone it"),
        ),
    ),
    Entry(
        ClauseName.ONLINE_SAFETY_LESSONS,
        "Online safety lessons",
        "What do lessons cover?",
        (
            _choices(
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
            _choices(
                "talk_about",
                "Talk with children about",
                ("apps", "which apps, sites and games"),
                ("with_whom", "with whom"),
                ("how_long", "for how long"),
                ("when", "when"),
            ),
            _yes("family_agreement", "A digital family agreement is offered"),
            _choices(
                "resources",
                "Other help that is named",
                ("top_tips", "a top tips poster"),
                ("digital_5_a_day", "Digital 5 A Day"),
            ),
        ),
    ),
    Entry(
        ClauseName.OFFICIAL_ACCOUNTS,
        "The school's own accounts",
        "Which accounts does the school have, and does it answer there?",
        (
            _texts("accounts", "Accounts"),
            _choice("status", "The school", ("has", "has these"), ("may_have", "may have these")),
            _choice("answers", "Messages there", *ANSWERS),
            Part("enquiries_to", "Where enquiries should go instead", PartKind.TEXT),
            _yes("not_about_children", "Parents are asked not to write there about children"),
        ),
    ),
    Entry(
        ClauseName.EMAIL_OFFICIAL,
        "The official channel",
        "Which channel is official, and which are ruled out?",
        (
            _yes("parents", "E-mail is official between school and parents"),
            _yes("pupils", "E-mail is official between staff and pupils"),
            _texts("ruled_out", "Ruled out for school use"),
        ),
    ),
    Entry(
        ClauseName.REMOTE_LEARNING_CHANNELS,
        "Remote learning",
        "Which channels are used for remote learning, and who monitors them?",
        (
            _texts("channels", "Channels"),
            _yes("by_year_group", "Depending on the year group"),
            Part("monitored_by", "Monitored by", PartKind.TEXT),
        ),
    ),
    Entry(
        ClauseName.NO_FRIENDING,
        "Friends and messages between pupils and adults",
        "May pupils and the school's adults be connected on social media?",
        (
            _choice("stance", "Such connections are", *STANCES),
            _choices("adults", "With these adults", *ADULTS),
            _choices(
                "covers",
                "This covers",
                ("friend", "being friends"),
                ("friend_request", "friend requests"),
                ("message", "communicating by social media in any other way"),
            ),
        ),
    ),
    Entry(
        ClauseName.NO_FOLLOWING,
        "Following public accounts",
        "May pupils follow the school's adults, or staff follow pupils?",
        (
            _choice("pupils_follow_adults", "Pupils following these adults is", *STANCES),
            _choices("adults", "These adults", *ADULTS),
            _choice("staff_follow_pupils", "Staff following pupils is", *STANCES),
        ),
    ),
    Entry(
        ClauseName.EXCEPTIONS,
        "Exceptions",
        "Who may approve an exception, and when is it declared?",
        (
            _choice("approved_by", "Approved by", *DESKS),
            _yes("family_links", "For family links, for example"),
            _choice(
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
            _choice("by_child", "An attempt by a child is notified to", *DESKS),
            _choice("by_staff", "An attempt by staff is notified to", *DESKS),
        ),
    ),
    Entry(
        ClauseName.STAFF_CONDUCT,
        "Staff on social media",
        "What is expected of staff?",
        (
            _yes("strict_privacy", "Strictest privacy settings"),
            _yes("no_oversharing", "No inappropriate sharing or oversharing"),
            _yes("never_discuss", "Never discuss the school or its stakeholders"),
            _choices(
                "not_attributable_to",
                "Opinions must not be attributable to",
                ("school", "the school"),
                ("trust", "the trust"),
                ("local_authority", "the local authority"),
            ),
            Part("prohibition_orders", "What is said of prohibition orders", PartKind.TEXT),
        ),
    ),
    Entry(
        ClauseName.IMAGE_PERMISSION,
        "Permission for pictures",
        "When is permission needed before something is uploaded?",
        (
            _choices(
                "permission_for",
                "Permission is sought before uploading",
                ("photographs", "photographs"),
                ("videos", "videos"),
                ("other_information", "any other information about other people"),
            ),
            Part("refers_to", "Another policy that it refers to", PartKind.TEXT),
        ),
    ),
    Entry(
        ClauseName.ACCEPTABLE_USE,
        "Acceptable use agreements",
        "Who signs an acceptable use agreement?",
        (_yes("all_sign", "All members of the school community sign one"),),
    ),
    Entry(
        ClauseName.DATA_PROTECTION,
        "Data protection",
        "Does the policy refer to the data protection policy?",
        (_yes("refers_to", "It refers to the data protection policy"),),
    ),
    Entry(
        ClauseName.BREACH_ROUTE,
        "When the policy is broken",
        "Under which policy is a breach dealt with?",
        (
            _choice("pupils", "By a pupil", *ROUTES),
            _choice("staff", "By a member of staff", *ROUTES),
        ),
    ),
    Entry(
        ClauseName.DELETION_REQUEST,
        "Asking for a post to be deleted",
        "What happens after an abusive post by a member of the school community?",
        (
            _choices(
                "posts",
                "For posts that are",
                ("inappropriate", "inappropriate"),
                ("upsetting", "upsetting"),
                ("violent", "violent"),
                ("abusive", "abusive"),
            ),
            _choice("requested_by", "Deletion is requested by", *REQUESTERS),
            Part("expected", "And expected", PartKind.TEXT),
            Part("days", "School days until it is due", PartKind.NUMBER, at_adoption=True),
        ),
    ),
    Entry(
        ClauseName.THIRD_PARTY_REPORT,
        "Posts by third parties",
        "What happens after a post by somebody outside the school community?",
        (
            _choice("platform", "The school reports it to the platform", *MAY),
            _choice("helpline", "The school contacts the helpline for professionals", *MAY),
            Part("helpline_name", "The helpline", PartKind.TEXT),
        ),
    ),
    Entry(
        ClauseName.POLICE,
        "Police and other authorities",
        "When may the police or other authorities be involved?",
        (
            _choice("involved", "They are involved", *MAY),
            _choices(
                "where",
                "Where a post is potentially",
                ("illegal", "illegal"),
                ("dangerous", "dangerous"),
            ),
        ),
    ),
    Entry(
        ClauseName.EXTREMISM,
        "Extremism",
        "What does the policy say of the Prevent duty?",
        (
            _yes("prevent_duty", "The school has obligations under the Prevent duty"),
            _choices(
                "staff_must_not",
                "With extremist material or people, staff do not",
                ("support", "support"),
                ("promote", "promote"),
                ("give_voice", "give a voice or an opportunity to visit"),
                ("browse", "browse"),
                ("download", "download"),
                ("send", "send"),
            ),
        ),
    ),
    Entry(
        ClauseName.QUESTIONS,
        "Who to ask",
        "Whom do parents and staff ask?",
        (
            Part("parents_ask", "Parents ask", PartKind.TEXT),
            Part("parents_helpline", "A helpline for parents", PartKind.TEXT),
            _choice("staff_ask", "Staff ask first", *STAFF_FIRST),
            _texts("call_on", "Who may then call on"),
        ),
    ),
)

BY_NAME = {entry.name: entry for entry in CATALOGUE}
