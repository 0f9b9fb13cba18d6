"""What is found in the words of a draft, and the many innocent words in which nothing is."""

import pytest

from footprint.rulebook.decisions.publication_text import FindingKind
from footprint.rulebook.terms import ConductTag, Flag, Platform
from footprint.signals.drafts.checking import Checked, Known, check_draft
from footprint.signals.drafts.names import Pupil
from footprint.signals.drafts.public_words import NOT_CONDUCT, TAGS

PUPILS = (
    Pupil("tolly", "Bartholomew", "Applegarth", "Tolly", "3B"),
    Pupil("nell", "Nell", "Ashby-Cole", "", "Kestrels"),
    Pupil("zoe", "Zoë", "O'Dwyer", "", "5H"),
    Pupil("hope", "Hope", "Fielding", "", "4C"),
    Pupil("mark", "Mark", "Field", "", "6M"),
    Pupil("will", "William", "Young", "Will", "2A"),
    Pupil("anneli", "Anneli", "van der Zand", "", "1R"),
    Pupil("mary", "Mary", "Summers", "", "6M"),
    Pupil("jo", "Jo", "Li", "", "RK"),
    Pupil("may", "May", "Larder", "", "2A"),
    Pupil("kestrels", "Kestrels", "Ower", "", "2A"),
)
KNOWN = Known(
    own=("01632 960123", "office@oakfield.example", "Mill Lane, Puddleford PD1 2AB"),
    names=("Oakfield Primary School", "Oakfield", "St Mary's"),
)
K = FindingKind


def check(text: str, *, with_picture: bool = True) -> Checked:
    return check_draft(text, pupils=PUPILS, known=KNOWN, with_picture=with_picture)


def found(text: str, *, with_picture: bool = True) -> list[tuple[FindingKind, str]]:
    checked = check(text, with_picture=with_picture)
    for each in checked.findings:
        assert text[each.start : each.end].strip() == each.words
    return [(each.kind, each.words) for each in checked.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring Tolly's mum on 07700 900123", [(K.PHONE, "07700 900123")]),
        ("Text +44 (0)7700 900 123 today", [(K.PHONE, "+44 (0)7700 900 123")]),
        ("Call 01632 960999 for a lift", [(K.PHONE, "01632 960999")]),
        ("Write to nell.mum@mail.example", [(K.EMAIL, "nell.mum@mail.example")]),
        ("Parcels to PD4 7QQ please", [(K.POSTCODE, "PD4 7QQ")]),
        ("Drop cakes at 14 Harbour Lane", [(K.ADDRESS, "14 Harbour Lane")]),
        (
            "Drop cakes at Flat 2, 14b Old Harbour Road",
            [(K.ADDRESS, "Flat 2, 14b Old Harbour Road")],
        ),
        ("The winner lives on Harbour Street", [(K.ADDRESS, "lives on Harbour Street")]),
        ("Tolly was born on 3 May 2017", [(K.BIRTH, "born on 3 May 2017")]),
        ("DOB: 03/05/2017", [(K.BIRTH, "DOB: 03/05/2017")]),
        ("It is Hope's birthday on 4 March", [(K.BIRTH, "birthday on 4 March")]),
        ("Happy birthday to Hope, born 4 March", [(K.BIRTH, "born 4 March")]),
        (
            "Tolly from 3B won the prize",
            [(K.CONFIRMS_PUPIL, "Tolly from 3B")],
        ),
        (
            "Year 3’s Tolly won the prize",
            [(K.CONFIRMS_PUPIL, "Year 3’s Tolly")],
        ),
        ("Our pupil Nell sang", [(K.CONFIRMS_PUPIL, "Our pupil Nell")]),
        ("Well done Hope in Year 4", [(K.CONFIRMS_PUPIL, "Hope in Year 4")]),
        ("Nell (Kestrels) sang", [(K.CONFIRMS_PUPIL, "Nell (Kestrels")]),
        (
            "Yes, your daughter was a pupil of ours.",
            [(K.CONFIRMS_PUPIL, "your daughter was a pupil")],
        ),
        ("She is one of our pupils", [(K.CONFIRMS_PUPIL, "She is one of our pupils")]),
        (
            "Tolly in 3B trains every Tuesday by the river",
            [(K.FINDABLE_CHILD, "Tolly in 3B trains every Tuesday")],
        ),
        (
            "Watch Nell from Year 4 at Puddleford Leisure Centre",
            [(K.FINDABLE_CHILD, "Nell from Year 4 at Puddleford Leisure Centre")],
        ),
        (
            "Zoë, Class 5H, sings at 6pm",
            [(K.FINDABLE_CHILD, "Zoë, Class 5H, sings at 6pm")],
        ),
        (
            "We think the government has let schools down",
            [(K.OPINION, "We think the government")],
        ),
        (
            "In our opinion the new road is a mistake",
            [(K.OPINION, "In our opinion the new road is a mistake")],
        ),
        ("We support the strike", [(K.OPINION, "We support the strike")]),
        ("Ofsted got it wrong", [(K.OPINION, "Ofsted got it wrong")]),
        (
            "Vote for Councillor Brack on Thursday",
            [(K.OPINION, "Vote for Councillor Brack on Thursday")],
        ),
        ("Join: https://chat.whatsapp.com/AbC123.", [(K.PRIVATE_LINK, "chat.whatsapp.com/AbC123")]),
        ("discord.gg/oakfield", [(K.PRIVATE_LINK, "discord.gg/oakfield")]),
        (
            "https://us02web.zoom.us/j/8399?pwd=x",
            [(K.PRIVATE_LINK, "us02web.zoom.us/j/8399?pwd=x")],
        ),
        ("Meeting ID: 839 999 1234", [(K.PRIVATE_LINK, "Meeting ID: 839 999 1234")]),
        (
            "Photos: https://drive.google.com/drive/folders/1a2b",
            [(K.PRIVATE_LINK, "drive.google.com/drive/folders/1a2b")],
        ),
        (
            "See https://oakfield.sharepoint.com/:f:/g/x for all",
            [(K.PRIVATE_LINK, "oakfield.sharepoint.com/:f:/g/x")],
        ),
        ("Questions? DM us!", [(K.INVITES_ANSWER, "DM us")]),
        ("Tell us in the comments", [(K.INVITES_ANSWER, "in the comments")]),
        (
            "Staff and governors, please leave a Google review",
            [(K.REVIEW_REQUEST, "Staff and governors, please leave a Google review")],
        ),
        (
            "Please leave us a five-star review",
            [(K.REVIEW_REQUEST, "leave us a five-star review")],
        ),
        (
            "If you love our school, write a review",
            [(K.REVIEW_REQUEST, "If you love our school, write a review")],
        ),
    ],
)
def test_what_a_person_should_look_at(text: str, expected: list[tuple[FindingKind, str]]) -> None:
    assert found(text, with_picture=False) == expected


INNOCENT = [
    "",
    "   ",
    "A wonderful sports day! Thank you to everyone who came along.",
    "Year 6 had a fantastic trip to the museum on Friday at 2pm.",
    "Class 3B made volcanoes this week. What a mess!",
    "Congratulations to Tolly and Nell, who won the art prize.",
    "Tolly wrote a poem about the sea.",
    "Mrs Applegarth and Mr Field are retiring after 20 years.",
    "Miss Hope is our new Year 4 teacher.",
    "Mr Mark Harker teaches Year 6.",
    "Grace Kelly was a film star.",
    "Hope to see you all at the Year 4 concert at 6pm!",
    "In May, Year 2 will visit the castle.",
    "Attendance: 5H 97.8%, Kestrels 96.1%.",
    "We hope Year 4 enjoy the fair at the park on Saturday.",
    "Will you join us at the Summer Fair on 4 July, 2pm to 5pm?",
    "Will young people read more if we give them time?",
    "will young readers like it?",
    "Please mark field trip forms with your child's class.",
    "St Mary's Year 6 choir sang at the town hall at 7pm.",
    "The nativity: Mary and Joseph walked to Bethlehem.",
    "Queen Mary visited the Year 2 castle every day in our story.",
    "Oakfield Primary School is on Mill Lane, Puddleford PD1 2AB.",
    "Call the office on 01632 960123 or e-mail office@oakfield.example.",
    "The head's address is head@oakfield.example.",
    "Childline is free: 0800 1111. The helpline is 0808 800 5000.",
    "Tickets from bookings@puddleford-theatre.example.",
    "The show is at Puddleford Village Hall, 3 Market Street, PD9 9ZZ.",
    "Shakespeare was born on 23 April 1564.",
    "World Book Day is on 5 March. Come as your favourite character!",
    "Happy 50th birthday to our school this Friday!",
    "Happy birthday, Hope!",
    "If your child is in Year 5, please return the form by 3pm.",
    "Your son or daughter is in for a treat in Year 5.",
    "Our pupils worked hard and our pupil council met at noon.",
    "A pupil at another school wrote to us.",
    "We think you will love our new library.",
    "We believe every child can succeed, and we support every family.",
    "We feel so lucky to have such kind children.",
    "Year 5 wrote to the Prime Minister about litter.",
    "Our school council election was won by the Owls.",
    "Vote for your favourite book! Voting closes on Friday.",
    "Ofsted visit us this week.",
    "We learned about the war and the evacuees of Puddleford.",
    "The police talked to Year 6 about road safety.",
    "Sign the form: https://forms.office.com/e/abc123",
    "Watch: https://www.youtube.com/watch?v=abc and https://vimeo.com/12",
    "More at https://www.oakfield.example/news",
    "Year 5 wrote book reviews of The Hobbit.",
    "We will review the uniform policy in June.",
    "Anybody may leave a review on the website.",
    "Please message the school office if you can help.",
    "Tag us in your reading photos!",
    "Anti-Bullying Week: odd socks on Monday! We talked about kindness.",
    "Year 6 absolutely smashed the match, 4-0. What a killer final!",
    "Our Year 2 pirates made a deadly trap for Captain Hook.",
    "It was a bloody battle in our history lesson: 1066 and all that.",
    "The stupid rabbit in our play made everyone laugh.",
    "Thank you to Harbour Lane Garden Centre for the plants.",
    "We raised £1,250.50 on 12.11.2026, order number 0202611120001.",
    "Reception’s ducklings hatched at 10.30 this morning!",
    "The match kicks off at 15:30 on the top pitch after school.",
]


@pytest.mark.parametrize("text", INNOCENT)
@pytest.mark.parametrize("with_picture", [True, False])
def test_innocent_words_are_left_alone(text: str, with_picture: bool) -> None:
    assert found(text, with_picture=with_picture) == []


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The other team are a bunch of losers", ConductTag.INSULTING),
        ("That parent is a complete idiot", ConductTag.INSULTING),
    ],
)
def test_words_that_a_conduct_clause_rules_out(text: str, tag: ConductTag) -> None:
    [finding] = check(text).findings

    assert finding.kind is K.CONDUCT
    assert tag in finding.tags
    assert finding.words in text


def test_every_flag_is_placed_as_conduct_or_not() -> None:
    assert set(TAGS) | NOT_CONDUCT == set(Flag)
    assert not set(TAGS) & NOT_CONDUCT


def test_a_link_says_whose_it_is_where_a_policy_may_rule_it_out() -> None:
    [finding] = check("https://chat.whatsapp.com/AbC").findings
    assert finding.platform is Platform.WHATSAPP


def test_a_school_without_a_register_still_gets_the_other_checks() -> None:
    checked = check_draft(
        "Tolly Applegarth, 07700 900123", pupils=(), known=Known(), with_picture=True
    )
    assert [each.kind for each in checked.findings] == [K.PHONE]


@pytest.mark.parametrize(
    "text",
    [
        "0" * 10_000,
        "a@" * 5_000,
        "Tolly " * 1_600,
        "born on " * 1_200,
        "we think " * 1_100,
        "staff leave " * 800,
        "\ud800\x00\u202eTolly Applegarth",
        "1 A " * 2_500,
        "İ" * 5_000,
    ],
)
def test_no_text_can_break_it(text: str) -> None:
    assert isinstance(check(text), Checked)
