"""Reading one post: what must hold for every text, and what each guard is for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.rulebook.terms import Flag, PostKind
from footprint.signals.normalising import MOST_CHARACTERS
from footprint.signals.reading import URGENT, read
from footprint.signals.tests.figures import SAMPLES, labelled

POSTS = [row.text for row in labelled(SAMPLES / "posts.tsv")]
ANY_TEXT = st.one_of(
    st.text(max_size=300),
    st.sampled_from(POSTS),
    st.lists(st.sampled_from(POSTS), min_size=2, max_size=4).map(" ".join),
)


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_it_never_raises_and_points_into_the_text(text: str) -> None:
    signal = read(text)

    for reason in signal.reasons:
        assert 0 <= reason.start <= reason.end <= len(text)
        assert reason.sentence
    assert signal == read(text)


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_no_reason_no_flag_and_always_a_reason_for_the_kind(text: str) -> None:
    signal = read(text)
    about = {reason.about for reason in signal.reasons}

    assert signal.flags <= {Flag(name) for name in about if name in list(Flag)}
    assert signal.kind.value in about or "unread" in about


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_urgency_follows_from_the_flags(text: str) -> None:
    signal = read(text)

    if signal.flags & URGENT:
        assert signal.urgent
    if signal.urgent:
        assert signal.flags & (URGENT | {Flag.STAFF_CONTACT})


@given(st.sampled_from(POSTS), st.sampled_from(["  ", "\t", "   \t "]))
@settings(max_examples=150, deadline=None)
def test_more_space_between_words_changes_nothing(text: str, space: str) -> None:
    wide = read(space + text.replace(" ", space) + space)

    assert (wide.kind, wide.flags) == (read(text).kind, read(text).flags)


def test_a_tab_within_a_phrase_leaves_its_weight() -> None:
    post = "chuffed to bits with the SEN team tbh"

    assert read(post.replace(" ", "\t")).kind is read(post).kind is PostKind.PRAISE


@pytest.mark.parametrize(
    "text",
    ["im gonna k i l l him", "im gonna k*ll him", "im gonna k1ll him", "IM GONNA KILL HIM"],
)
def test_disguised_words_are_read_and_shown_as_typed(text: str) -> None:
    signal = read(text)

    assert Flag.THREAT in signal.flags
    threat = next(reason for reason in signal.reasons if reason.about == "threat")
    assert text[threat.start : threat.end] == threat.words


@pytest.mark.parametrize(
    "text",
    [
        "Proud to be a Muslim school family",
        "Jewish, Sikh and Traveller families all welcome",
        "Racism has no place at our school",
        "my mum is gonna kill me lol",
        "Assembly on knife crime tomorrow",
        "Year 9 are learning about the Nazis",
        "Former teacher sentenced, BBC reports",
        "the homework is killing me",
    ],
)
def test_names_of_groups_figures_of_speech_lessons_and_news_are_not_flags(text: str) -> None:
    assert not read(text).flags


def test_a_lesson_does_not_hide_what_a_child_said_of_itself() -> None:
    signal = read("After the assembly about history my son told me he wants to kill himself")

    assert Flag.SELF_HARM in signal.flags
    assert signal.urgent


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("requested to follow miss grey lets see if she accepts", False),
        ("sir sent me a friend request should i accept", True),
    ],
)
def test_contact_is_urgent_only_when_an_adult_made_it(text: str, urgent: bool) -> None:
    signal = read(text)

    assert Flag.STAFF_CONTACT in signal.flags
    assert signal.urgent is urgent


@pytest.mark.parametrize("text", ["", "   ", "\n", "…"])
def test_nothing_to_read_is_neutral_and_says_so(text: str) -> None:
    signal = read(text)

    assert signal.kind is PostKind.NEUTRAL
    assert signal.reasons


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("Welsh", "Diolch yn fawr i'r athrawon, mae'r ysgol yn wych"),
        ("Polish", "Dziękuję bardzo szkole, moje dziecko jest szczęśliwe"),
        ("Romanian", "Copilul meu este foarte fericit la școală"),
        ("Urdu", "میرا بیٹا اسکول میں بہت خوش ہے"),
        ("Arabic", "ابني سعيد جدا في المدرسة"),
        ("Punjabi", "ਮੇਰਾ ਪੁੱਤਰ ਸਕੂਲ ਵਿੱਚ ਖੁਸ਼ ਹੈ"),
        ("Bengali", "আমার ছেলে স্কুলে খুশি"),
        ("Gujarati", "મારો દીકરો શાળામાં ખુશ છે"),
        ("Ukrainian", "Мій син дуже щасливий у школі"),
        ("Somali", "Wiilkayga waa faraxsan yahay dugsiga, mahadsanid macalin"),
        ("Portuguese", "O meu filho está muito feliz na escola, obrigado professora"),
        ("Spanish", "Mi hijo está muy contento en la escuela, gracias"),
    ],
)
def test_a_text_in_another_language_is_never_silently_neutral(language: str, text: str) -> None:
    signal = read(text)

    assert signal.kind is PostKind.NEUTRAL
    assert signal.unread == language
    assert any(language in reason.sentence for reason in signal.reasons)


def test_a_word_of_welsh_leaves_an_english_post_english() -> None:
    assert read("diolch to all the staff, what a lovely concert").unread == ""


def test_a_very_long_text_is_cut_and_says_so() -> None:
    signal = read("Lovely school. " * 8_000)

    assert any(f"{MOST_CHARACTERS:,}" in reason.sentence for reason in signal.reasons)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("enquiry", "Thinking of Oakfield School for our twins, what are the class sizes like?"),
        ("enquiry", "Oakfield open morning, do we have to book?"),
        ("enquiry", "Oakfield nativity tickets: is it two per family again?"),
        ("criticism", "Oakfield. Rude woman on the desk, would not come again"),
        ("criticism", "Oakfield School: two stars. Reports late, phone never answered"),
        ("criticism", "Oakfield lunches: second week with no vegetarian option left"),
        (
            "criticism",
            "Sports day cancelled at 8.30 in the morning. Some of us had taken the day off",
        ),
        ("neutral", "Parents at Oakfield raise 1,200 pounds for the library"),
        ("criticism", "How hard can it be to send one email?"),
        ("praise", "How lucky are we to have this school?"),
        ("criticism", "Used to be a lovely school"),
        ("criticism", "Detention for no homework when the app is down. Outstanding."),
    ],
)
def test_questions_irony_ratings_and_news_are_told_apart(kind: str, text: str) -> None:
    assert read(text).kind == PostKind(kind)


@pytest.mark.parametrize(
    ("flag", "text", "harmless"),
    [
        (
            Flag.SELF_HARM,
            "giving away my guitar, wont need it",
            "giving my guitar away, off to uni",
        ),
        (Flag.THREAT, "accidents happen on that road mr crane", "that exam was an accident"),
        (Flag.ALLEGATION, "sir locked him in the store room", "caretaker locked in by accident"),
        (Flag.HATE, "send them back on the boat", "forty kids on a boat and he came back smiling"),
    ],
)
def test_what_is_hinted_at_has_a_harmless_neighbour(flag: Flag, text: str, harmless: str) -> None:
    assert flag in read(text).flags
    assert not read(harmless).flags


@pytest.mark.parametrize(
    "text",
    [
        "somebody should put that Oakfield Primary caretaker in hospital, see how he likes it",
        "A teaching assistant at Oakfield Primary has been messaging my daughter on Instagram",
        "Follow Millbrook Infant School on Instagram for the duckling cam",
    ],
)
def test_the_name_of_a_school_is_no_childs_age(text: str) -> None:
    assert Flag.UNDERAGE not in read(text).flags


def test_a_child_in_primary_with_an_account_is_under_age() -> None:
    assert Flag.UNDERAGE in read("my girl is still in primary and already on snapchat").flags
