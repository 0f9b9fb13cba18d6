import pytest

from footprint.rulebook.decisions.reply import CAUTIONS, PLATFORM_WORDS, MayAnswer, advise
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, Platform, PostKind
from footprint.rulebook.tests.factories import (
    LARKHILL,
    OAKFIELD,
    SILENT,
    clause,
    policy,
    quote_of,
    replacing,
    without,
)

YES, NO = MayAnswer.YES, MayAnswer.NO
ENQUIRIES, UNSAID = MayAnswer.GENERAL_ENQUIRIES_ONLY, MayAnswer.NOT_STATED

ANSWERS = {
    Platform.INSTAGRAM: (NO, ENQUIRIES),
    Platform.FACEBOOK: (UNSAID, ENQUIRIES),
    Platform.X: (UNSAID, ENQUIRIES),
    Platform.TIKTOK: (UNSAID, UNSAID),
    Platform.SNAPCHAT: (UNSAID, UNSAID),
    Platform.WHATSAPP: (UNSAID, NO),
    Platform.YOUTUBE: (UNSAID, UNSAID),
    Platform.MUMSNET: (UNSAID, UNSAID),
    Platform.REDDIT: (UNSAID, UNSAID),
    Platform.BLUESKY: (UNSAID, UNSAID),
    Platform.MASTODON: (UNSAID, UNSAID),
    Platform.GOOGLE_REVIEWS: (UNSAID, UNSAID),
    Platform.NEWS: (UNSAID, UNSAID),
    Platform.WEB: (UNSAID, UNSAID),
    Platform.EMAIL: (YES, YES),
    Platform.OTHER: (UNSAID, UNSAID),
}


@pytest.mark.parametrize("platform", list(Platform))
@pytest.mark.parametrize("kind", list(PostKind))
def test_the_policy_decides_where_the_school_answers(platform: Platform, kind: PostKind) -> None:
    oakfield, larkhill = ANSWERS[platform]

    assert advise(policy=OAKFIELD, platform=platform, kind=kind).answer is oakfield
    assert advise(policy=LARKHILL, platform=platform, kind=kind).answer is larkhill
    assert advise(policy=SILENT, platform=platform, kind=kind).answer is UNSAID


def test_every_platform_has_words() -> None:
    assert set(PLATFORM_WORDS) == set(Platform)


@pytest.mark.parametrize(
    ("school", "platform", "name"),
    [
        (OAKFIELD, Platform.INSTAGRAM, ClauseName.OFFICIAL_ACCOUNTS),
        (LARKHILL, Platform.X, ClauseName.OFFICIAL_ACCOUNTS),
        (LARKHILL, Platform.WHATSAPP, ClauseName.EMAIL_OFFICIAL),
    ],
)
def test_the_advice_rests_on_a_sentence_of_the_policy(
    school: Policy, platform: Platform, name: ClauseName
) -> None:
    found = advise(policy=school, platform=platform, kind=PostKind.ENQUIRY)

    assert found.reasons[0].quote == quote_of(school, name)


def test_silence_is_said_and_not_filled() -> None:
    found = advise(policy=SILENT, platform=Platform.INSTAGRAM, kind=PostKind.ENQUIRY)

    assert found.say_instead == ""
    assert [reason.sentence for reason in found.reasons] == [
        "Your policy does not say whether the school answers on Instagram.",
        "Your policy does not say where people are to write instead.",
    ]
    assert all(reason.quote is None for reason in found.reasons)


@pytest.mark.parametrize(
    ("school", "kind", "sentence"),
    [
        (OAKFIELD, PostKind.ENQUIRY, "Please e-mail the school office."),
        (
            OAKFIELD,
            PostKind.CONCERN,
            "Please e-mail the school office, so that we can talk in private.",
        ),
        (LARKHILL, PostKind.CRITICISM, "Please e-mail the school office."),
        (without(LARKHILL, ClauseName.EMAIL_OFFICIAL), PostKind.ENQUIRY, ""),
    ],
)
def test_people_are_shown_the_right_way(school: Policy, kind: PostKind, sentence: str) -> None:
    found = advise(policy=school, platform=Platform.INSTAGRAM, kind=kind)

    assert found.say_instead == sentence


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ("e-mail office@oakfield.example instead", "Please e-mail office@oakfield.example."),
        ("school office", "Please contact the school office."),
        ("the class teacher", "Please contact the class teacher."),
    ],
)
def test_the_way_is_told_in_the_words_of_the_policy(named: str, sentence: str) -> None:
    school = policy(clause(ClauseName.OFFICIAL_ACCOUNTS, "Ask elsewhere.", enquiries_to=named))

    found = advise(policy=school, platform=Platform.FACEBOOK, kind=PostKind.ENQUIRY)

    assert found.say_instead == sentence


def test_what_is_no_general_enquiry_is_said_to_be_none() -> None:
    praise = advise(policy=LARKHILL, platform=Platform.FACEBOOK, kind=PostKind.PRAISE)
    enquiry = advise(policy=LARKHILL, platform=Platform.FACEBOOK, kind=PostKind.ENQUIRY)

    sentence = "This post does not look like a general enquiry."
    assert sentence in [reason.sentence for reason in praise.reasons]
    assert sentence not in [reason.sentence for reason in enquiry.reasons]


def test_a_rule_that_names_no_account_holds_for_every_account_of_the_school() -> None:
    school = replacing(
        OAKFIELD,
        clause(ClauseName.OFFICIAL_ACCOUNTS, "We answer no message online.", answers="never"),
    )

    assert advise(policy=school, platform=Platform.TIKTOK, kind=PostKind.PRAISE).answer is NO
    assert advise(policy=school, platform=Platform.MUMSNET, kind=PostKind.PRAISE).answer is UNSAID


def test_a_classroom_of_the_same_maker_is_not_a_review() -> None:
    school = replacing(
        OAKFIELD,
        clause(ClauseName.EMAIL_OFFICIAL, "No Google Classroom.", ruled_out=("Google Classroom",)),
    )

    found = advise(policy=school, platform=Platform.GOOGLE_REVIEWS, kind=PostKind.CRITICISM)

    assert found.answer is UNSAID


@pytest.mark.parametrize("platform", list(Platform))
@pytest.mark.parametrize("school", [OAKFIELD, LARKHILL, SILENT])
def test_the_cautions_are_always_there(platform: Platform, school: Policy) -> None:
    found = advise(policy=school, platform=platform, kind=PostKind.CRITICISM)

    assert found.cautions[: len(CAUTIONS)] == CAUTIONS
    assert (len(found.cautions) > len(CAUTIONS)) == (school is LARKHILL)
