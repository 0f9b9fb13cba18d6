"""Permissions, agreements, and what happens when something goes wrong."""

from footprint.rulebook.catalogue.parts import (
    STANCES,
    Entry,
    Part,
    PartKind,
    choice,
    choices,
    text,
    yes,
)
from footprint.rulebook.terms import ClauseName

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
SIGNERS = (
    ("pupil", "pupils"),
    ("parent", "parents"),
    ("staff", "staff"),
    ("governor", "governors"),
    ("volunteer", "volunteers"),
    ("contractor", "contractors"),
)
MAY = (("must", "must"), ("may", "may"))

ENTRIES: tuple[Entry, ...] = (
    Entry(
        ClauseName.IMAGE_PERMISSION,
        "Permission for pictures",
        "When is permission needed before something is uploaded?",
        (
            choices(
                "permission_for",
                "Permission is sought before uploading",
                ("photographs", "photographs"),
                ("videos", "videos"),
                ("other_information", "any other information about other people"),
            ),
            choice("school_events", "Sharing pictures of others from school events is", *STANCES),
            text("refers_to", "Another policy that it refers to"),
        ),
    ),
    Entry(
        ClauseName.ACCEPTABLE_USE,
        "Acceptable use agreements",
        "Who signs an acceptable use agreement?",
        (
            yes("all_sign", "All members of the school community sign one"),
            choices("signed_by", "Those who are named as signing one", *SIGNERS),
        ),
    ),
    Entry(
        ClauseName.DATA_PROTECTION,
        "Data protection",
        "Does the policy refer to the data protection policy?",
        (yes("refers_to", "It refers to the data protection policy"),),
    ),
    Entry(
        ClauseName.BREACH_ROUTE,
        "When the policy is broken",
        "Under which policy is a breach dealt with?",
        (
            choice("pupils", "By a pupil", *ROUTES),
            choice("staff", "By a member of staff", *ROUTES),
        ),
    ),
    Entry(
        ClauseName.DELETION_REQUEST,
        "Asking for a post to be deleted",
        "What happens after an abusive post by a member of the school community?",
        (
            choices(
                "posts",
                "For posts that are",
                ("inappropriate", "inappropriate"),
                ("upsetting", "upsetting"),
                ("violent", "violent"),
                ("abusive", "abusive"),
                ("offensive", "offensive"),
                ("bullying", "bullying"),
                ("threatening", "threatening"),
                ("defamatory", "defamatory"),
            ),
            choice("requested_by", "Deletion is requested by", *REQUESTERS),
            text("expected", "And expected"),
            Part("days", "School days until it is due", PartKind.NUMBER, at_adoption=True),
        ),
    ),
    Entry(
        ClauseName.THIRD_PARTY_REPORT,
        "Posts by third parties",
        "What happens after a post by somebody outside the school community?",
        (
            choice("platform", "The school reports it to the platform", *MAY),
            choice("helpline", "The school contacts the helpline for professionals", *MAY),
            text("helpline_name", "The helpline"),
        ),
    ),
    Entry(
        ClauseName.POLICE,
        "Police and other authorities",
        "When may the police or other authorities be involved?",
        (
            choice("involved", "They are involved", *MAY),
            choices(
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
            yes("prevent_duty", "The school has obligations under the Prevent duty"),
            choices(
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
)
