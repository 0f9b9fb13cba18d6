"""One sentence each: what it states, and what a sentence that looks like it does not state."""

from types import MappingProxyType

import pytest

from footprint.rulebook.policy import Plain
from footprint.rulebook.reading.plain_text import source_from_text
from footprint.rulebook.reading.reader import read_policy

TITLE = "Social media policy\n\n"


def state(text: str, clause: str, key: str) -> Plain | None:
    reading = read_policy(source_from_text(TITLE + text))
    return next(each.get(key) for name, each in reading.clauses.items() if name.value == clause)


@pytest.mark.parametrize(
    ("text", "clause", "key", "value"),
    [
        ("Staff may not be friends with pupils online.", "no_friending", "stance", "forbidden"),
        ("Colleagues should not befriend learners on Facebook.", "no_friending", "stance",
         "forbidden"),
        ("Staff are asked not to be friends with children on social media.", "no_friending",
         "stance", "discouraged"),
        ("Trustees must never message students on Instagram.", "no_friending", "adults",
         ("governor",)),
        ("Staff must not be friends with parents on Facebook.", "no_friending", "stance", None),
        ("Staff must not be friends with former pupils on Facebook.", "no_friending", "stance",
         None),
        ("Staff must not be friends with former pupils on Facebook.", "no_friending",
         "former_pupils", "forbidden"),
        ("Staff should avoid being friends with parents on Facebook.", "no_friending",
         "staff_with_parents", "discouraged"),
        ("Staff must follow the behaviour policy for pupils.", "no_following",
         "staff_follow_pupils", None),
        ("Pupils are discouraged from following staff, but staff must not follow pupils.",
         "no_following", "pupils_follow_adults", "discouraged"),
        ("Pupils are discouraged from following staff, but staff must not follow pupils.",
         "no_following", "staff_follow_pupils", "forbidden"),
        ("Pupils may follow the public accounts of governors.", "no_following",
         "pupils_follow_adults", "allowed"),
        ("Ask the platform to take the post down if a third party wrote it.", "deletion_request",
         "requested_by", None),
        ("The headteacher will ask the author to take the post down at once.", "deletion_request",
         "expected", "at once"),
        ("The head of school will request that a hurtful post is removed within three days.",
         "deletion_request", "days", 3),
        ("We will always report threats to the police.", "police", "involved", "must"),
        ("The police may be told where a post is illegal.", "police", "involved", "may"),
        ("Most apps have a minimum age of 13.", "minimum_age", "general", 13),
        ("Pupils in Year 13 may use the app on trips.", "minimum_age", "general", None),
        ("LinkedIn is for those aged 16 and over.", "minimum_age", "exceptions",
         MappingProxyType({"LinkedIn": 16})),
        ("We will not answer messages on our Facebook page.", "official_accounts", "answers",
         "never"),
        ("Our Facebook page is run by the school office.", "channel_keepers", "keepers", None),
        ("Ada Thornbury and Bo Quince run our Facebook page and Cy Marlow runs our X account.",
         "channel_keepers", "keepers",
         MappingProxyType({"Facebook": ("Ada Thornbury", "Bo Quince"), "X": ("Cy Marlow",)})),
        ("A member of staff with a public Instagram account can be followed by others.",
         "official_accounts", "accounts", None),
        ("Sharing complaints on social media helps nobody.", "complaints_procedure",
         "when_unresolved", None),
        ("Employees who breach this policy face disciplinary action.", "breach_route", "staff",
         "disciplinary_procedure"),
        ("If a pupil sends a friend request to staff, tell the DSL.", "breach_notice", "by_child",
         "dsl"),
        ("Any contact by a child must be reported to the DSL and any contact by staff to the "
         "Principal.", "breach_notice", "by_staff", "headteacher"),
        ("All staff sign the AUP.", "acceptable_use", "all_sign", None),
        ("All staff sign the AUP.", "acceptable_use", "signed_by", ("staff",)),
        ("Lessons are fun and pupils learn to read.", "online_safety_lessons", "topics", None),
        ("If you are unhappy, speak to the class teacher, then to the headteacher and finally to "
         "the chair of governors.", "complaints_procedure", "stages",
         ("class teacher", "Headteacher", "chair of governors")),
        ("The headteacher and the chair of governors approved this policy.",
         "complaints_procedure", "stages", None),
        ("Class WhatsApp groups are run by parents and do not belong to the school.",
         "official_accounts", "parent_groups", "unofficial"),
        ("Do not raise a concern in the class WhatsApp group.", "private_concerns",
         "not_in_groups", True),
        ("Staff must not join parents' WhatsApp groups.", "staff_conduct", "parent_groups",
         "forbidden"),
        ("Pupils must not join WhatsApp groups.", "staff_conduct", "parent_groups", None),
        ("Only the headteacher and the school office may post on our Facebook page.",
         "official_accounts", "may_post", ("headteacher", "office")),
        ("Parents should only post kind comments on our Facebook page.", "official_accounts",
         "may_post", None),
        ("In this policy, staff includes governors and volunteers. Staff must not message pupils "
         "on Instagram.", "no_friending", "adults", ("staff", "governor", "volunteer")),
        ("| Account | Who is responsible |\n| X | School clerk |", "channel_keepers", "roles",
         MappingProxyType({"X": ("School clerk",)})),
    ],
)  # fmt: skip
def test_a_sentence_states_this(text: str, clause: str, key: str, value: Plain | None) -> None:
    assert state(text, clause, key) == value


def test_a_list_takes_its_meaning_from_the_line_above_it() -> None:
    text = (
        "Staff must not:\n• follow pupils\n• accept friend requests from pupils\n\n"
        "Staff may:\n• follow the school"
    )

    assert state(text, "no_following", "staff_follow_pupils") == "forbidden"
    assert state(text, "no_friending", "stance") == "forbidden"


def test_a_numbered_clause_after_a_list_does_not_take_the_line_above_the_list() -> None:
    text = (
        "1.1 Staff must not:\n- be rude online\n- share photos\n\n"
        "1.2 Pupils may follow the public accounts of staff."
    )

    assert state(text, "no_following", "pupils_follow_adults") == "allowed"


def test_a_question_allows_nothing() -> None:
    text = "It is often asked: may pupils follow staff? It depends."

    assert state(text, "no_following", "pupils_follow_adults") is None


def test_a_question_and_its_answer_are_read_together() -> None:
    text = "May pupils follow staff?\nWe would rather you did not."

    assert state(text, "no_following", "pupils_follow_adults") == "discouraged"


@pytest.mark.parametrize(
    ("text", "clause", "key", "value"),
    [
        ("For staff\n\n| Do | Don't |\n| Keep a diary. | Accept friend requests from pupils. |",
         "no_friending", "stance", "forbidden"),
        ("| OK | Not OK |\n| Pupils reading together | Pupils following teachers |",
         "no_following", "pupils_follow_adults", "forbidden"),
        ("Staff\n\nNever\n\n• Follow the accounts of pupils.", "no_following",
         "staff_follow_pupils", "forbidden"),
        ("Staff\n\nDo\n\n• Follow the accounts of pupils.", "no_following",
         "staff_follow_pupils", None),
        ("Our rules\n\nNot acceptable\n\n• Anything rude that is posted online.", "conduct",
         "must_not_be", ("rude",)),
        ("Safeguarding leads\n\n• Are told if a pupil sends a friend request to staff.",
         "breach_notice", "by_child", "dsl"),
        ("Headteachers\n\n• Hear from any teacher who is contacted by a pupil.", "breach_notice",
         "by_child", "headteacher"),
        ("The library\n\n• Is told if a pupil sends a friend request to staff.", "breach_notice",
         "by_child", None),
        ("Never on a Sunday\n\n• Staff follow pupils.", "no_following", "staff_follow_pupils",
         None),
    ],
)  # fmt: skip
def test_a_column_or_heading_of_donts_or_of_people_goes_with_the_lines_below_it(
    text: str, clause: str, key: str, value: Plain | None
) -> None:
    assert state(text, clause, key) == value


@pytest.mark.parametrize(
    ("text", "clause", "key", "value"),
    [
        ("Connections online between staff and parents are avoided.", "no_friending",
         "staff_with_parents", "discouraged"),
        ("Staff do not follow pupils, and pupils do not follow governors.", "no_following",
         "adults", ("governor",)),
        ("The platform is told. A crime may have been committed: the police are told.", "police",
         "involved", "must"),
        ("The business manager will:\n• run the school's Facebook page", "channel_keepers", "roles",
         MappingProxyType({"Facebook": ("Business manager",)})),
        ("Our school is on Instagram. Comments there are left unread.", "official_accounts",
         "answers", "never"),
        ("Pupils are on Instagram every evening.", "official_accounts", "accounts", None),
        ("Parents wait until their child is 13 before opening a social media account.",
         "minimum_age", "general", 13),
        ("Staff have accounts of their own. Nothing about pupils is discussed on them.",
         "staff_conduct", "never_discuss", True),
        ("Parents have groups of their own. Nothing about pupils is discussed on them.",
         "staff_conduct", "never_discuss", None),
        ("Pictures of pupils are taken with school cameras only.", "staff_conduct", "own_devices",
         "forbidden"),
        ("Queries from parents are answered by the headteacher.", "questions", "parents_ask",
         "Headteacher"),
        ("We ask parents not to let children use these apps.", "parent_support", "talk_about",
         None),
    ],
)  # fmt: skip
def test_a_rule_in_the_present_tense_or_as_a_duty_is_read(
    text: str, clause: str, key: str, value: Plain | None
) -> None:
    assert state(text, clause, key) == value
