"""Which channels a policy names, who keeps them, and whom a written name could mean."""

from types import MappingProxyType

import pytest

from footprint.rulebook.decisions.named_channels import could_be, named_channels, ruled_out
from footprint.rulebook.policy import Clause, Quote, Value
from footprint.rulebook.terms import AnswersMode, ChannelKind, ClauseName, Platform, Stated
from footprint.rulebook.tests.factories import OAKFIELD, SILENT, clause, policy

ACCOUNTS = "The school has an Instagram page and a LinkedIn page and answers nobody there."
KEEPERS = "Ms Quill runs Instagram; Google reviews and Mumsnet are read by Mr Abel."
LEARNING = "Lessons from home take place in Google Classroom and Seesaw, watched by the SLT."
EMAIL = "We write to parents by e-mail; a chat app is not for school."
NAMING = policy(
    clause(
        ClauseName.OFFICIAL_ACCOUNTS,
        ACCOUNTS,
        accounts=("Instagram", "LinkedIn"),
        answers="never",
        enquiries_to="office e-mail",
    ),
    clause(
        ClauseName.CHANNEL_KEEPERS,
        KEEPERS,
        keepers=MappingProxyType(
            {"Instagram": ("Ms Quill",), "Google reviews": ("Mr Abel",), "Mumsnet": ("Mr Abel",)}
        ),
        roles=MappingProxyType({"LinkedIn": ("Bursar",)}),
    ),
    clause(ClauseName.EMAIL_OFFICIAL, EMAIL, parents=True, ruled_out=("WhatsApp",)),
    clause(
        ClauseName.REMOTE_LEARNING_CHANNELS,
        LEARNING,
        channels=("Google Classroom", "Seesaw"),
        monitored_by="SLT",
    ),
    clause(ClauseName.REPUTATION, "Inspectors read Mumsnet.", inspection_sites=("Mumsnet",)),
)
BY_NAME = {each.name: each for each in named_channels(NAMING)}


def test_each_channel_is_named_once_with_all_its_sentences() -> None:
    assert list(BY_NAME) == [
        "Instagram",
        "LinkedIn",
        "Google reviews",
        "Mumsnet",
        "E-mail",
        "Google Classroom",
        "Seesaw",
    ]
    assert [said.quote.text for said in BY_NAME["Instagram"].cited] == [ACCOUNTS, KEEPERS]


@pytest.mark.parametrize(
    ("name", "key", "sentence"),
    [
        ("Instagram", "answers", ACCOUNTS),
        ("Instagram", "keepers", KEEPERS),
        ("Seesaw", "monitored_by", LEARNING),
        ("Instagram", "monitored_by", ACCOUNTS),
    ],
)
def test_each_value_has_its_own_sentence(name: str, key: str, sentence: str) -> None:
    said = BY_NAME[name].said_for(key)
    assert said
    assert said.quote.text == sentence


def test_each_sentence_comes_with_its_own_clause() -> None:
    titles = [said.title for said in BY_NAME["Mumsnet"].cited]
    assert titles == ["Who looks after each channel", "Knowing what is said about the school"]


@pytest.mark.parametrize(
    ("name", "platform", "channel", "own"),
    [
        ("Instagram", Platform.INSTAGRAM, None, True),
        ("LinkedIn", Platform.OTHER, None, True),
        ("Google reviews", Platform.GOOGLE_REVIEWS, None, False),
        ("Mumsnet", Platform.MUMSNET, None, False),
        ("E-mail", None, ChannelKind.EMAIL, True),
        ("Google Classroom", None, ChannelKind.CLASSROOM, True),
        ("Seesaw", None, ChannelKind.OTHER, True),
    ],
)
def test_what_it_is_and_whether_the_school_speaks_there(
    name: str, platform: Platform | None, channel: ChannelKind | None, own: bool
) -> None:
    found = BY_NAME[name]
    assert (found.platform, found.channel, found.own) == (platform, channel, own)


def test_who_keeps_it_what_is_answered_and_who_monitors_it() -> None:
    instagram, linkedin = BY_NAME["Instagram"], BY_NAME["LinkedIn"]
    assert (instagram.keepers, instagram.answers) == (("Ms Quill",), AnswersMode.NEVER)
    assert instagram.enquiries_to == "office e-mail"
    assert (linkedin.keepers, linkedin.roles) == ((), ("Bursar",))
    assert BY_NAME["Seesaw"].monitored_by == "SLT"
    assert BY_NAME["Mumsnet"].answers is None


def test_a_channel_in_a_list_gets_the_sentence_that_speaks_of_it() -> None:
    first, second = Quote("Miss Vole runs our Facebook page."), Quote("Mr Owl runs our X feed.")
    kept = Value(MappingProxyType({"Facebook": ("Miss Vole",), "X": ("Mr Owl",)}), first)
    both = Clause(
        ClauseName.CHANNEL_KEEPERS,
        Stated.STATED,
        MappingProxyType({"keepers": kept}),
        (first, second),
    )
    found = {each.name: each.cited[0].quote for each in named_channels(policy(both))}
    assert found == {"Facebook": first, "X": second}


def test_a_silent_policy_names_nothing() -> None:
    assert named_channels(SILENT) == ()
    assert ruled_out(SILENT) == ()


def test_what_is_ruled_out_comes_with_its_sentence() -> None:
    [(name, said)] = ruled_out(NAMING)
    assert name == "WhatsApp"
    assert said
    assert said.quote.text == EMAIL


def test_each_answer_of_the_catalogue_is_one_of_ours() -> None:
    for said in ("never", "general_enquiries", "always"):
        stated = clause(
            ClauseName.OFFICIAL_ACCOUNTS, ACCOUNTS, accounts=("Facebook",), answers=said
        )
        [found] = named_channels(policy(stated))
        assert found.answers == said
    assert [each.name for each in named_channels(OAKFIELD)] == ["Instagram", "E-mail"]


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("Lorna Wickham", True),
        ("Mrs Lorna Wickham", True),
        ("Mrs Wickham", True),
        ("Wickham", True),
        ("L. Wickham", True),
        ("lorna  wickham", True),
        ("Lol Wickham", True),
        ("Mr Marcus Wickham", False),
        ("Lorna", False),
        ("Mrs", False),
        ("Mrs Wickhamson", False),
        ("", False),
    ],
)
def test_whom_a_written_name_could_mean(written: str, fits: bool) -> None:
    assert could_be(written, given="Lorna", family="Wickham", known_as="Lol") is fits
