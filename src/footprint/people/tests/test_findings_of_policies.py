"""
Each kind of finding that a school is promised, from the file to the page of its review.

One document for each: what is found, its sentence, and what to do must stand on the page.
"""

import pytest

from footprint.people.tests.factories import make_person
from footprint.policies import actions
from footprint.rulebook.terms import Audience
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

RULES = (
    "Staff must not be friends with pupils on social media. Staff should first speak to the "
    "designated safeguarding lead. Parents should contact the school directly and in private with "
    "any concern."
)
DELETION = "The headteacher will ask the author of an abusive post to delete it"
# (what is wrong, the document's sentence, what the page says of it, what to do)
WRONG = [
    ("a broken cross reference",
     "See Error! Reference source not found. for pictures of pupils.",
     "A cross-reference in this sentence is broken", "Write the name of the policy"),
    ("a dead link",
     'Families may use our <a href="#">family agreement</a> at home.',
     "leads nowhere", "Give the link its address"),
    ("an empty link",
     'Families may use our <a href="">family agreement</a> at home.',
     "leads nowhere", "Give the link its address"),
    ("an age that is out of date",
     "The minimum age for WhatsApp is 16.",
     "The policy says 16 for WhatsApp.", "Look at the source and decide"),
    ("Google reviews",
     "The school office monitors Google reviews of the school every week.",
     "The policy speaks of Google reviews.", "Check the listing on Google instead"),
    ("a closed helpline",
     "Parents with questions can ring the NSPCC helpline for online safety.",
     "The policy names an online safety helpline of the NSPCC.", "Ring the number"),
    ("an undated number",
     "In the last 3 years there were 12 prohibition orders against teachers.",
     "without saying which years", "Add the years and the source"),
    ("a contradiction",
     "The minimum age for most apps is 13. You must be at least 14 for most platforms.",
     "does not agree with another one", "Decide which of the two is meant"),
    ("a duty with nobody named",
     "The school monitors what is said about it online.",
     "nobody is named to do it", "Name a person for each channel"),
    ("promptly without a number",
     f"{DELETION} promptly.",
     "but no number of days is given", "Say how many school days that is"),
    ("no route for third parties",
     f"{DELETION} within two school days.",
     "when somebody outside the school wrote the post", "Add how it is reported"),
]  # fmt: skip


def reviewed(cast: Cast, *sentences: str) -> str:
    """The words of the review of a saved web page with these sentences."""
    body = "".join(f"<p>{each}</p>" for each in (*sentences, RULES))
    html = (
        "<!doctype html><html lang=en><head><title>Social media policy</title></head><body><main>"
        f"<h1>Oakfield Primary School: social media policy</h1>{body}</main></body></html>"
    )
    version = actions.upload(
        school=cast.oakfield,
        data=html.encode(),
        filename="policy.html",
        insist=True,
        by=cast.head,
        now=NOW,
    )
    return text_of(fetch_page(client_of(cast.head), f"/policy/drafts/{version.pk}/"))


@pytest.mark.parametrize(
    ("sentence", "found", "to_do"), [each[1:] for each in WRONG], ids=[each[0] for each in WRONG]
)
def test_it_is_found_with_its_sentence_and_what_to_do(
    cast: Cast, sentence: str, found: str, to_do: str
) -> None:
    words = reviewed(cast, sentence)

    assert found in words
    assert to_do in words
    starts = (sentence[:20], sentence.rpartition(". ")[2][:20])
    assert any(f"“{start}" in words for start in starts)


@pytest.mark.parametrize("found", [each[2] for each in WRONG], ids=[each[0] for each in WRONG])
def test_nothing_is_found_where_nothing_is_wrong(cast: Cast, found: str) -> None:
    words = reviewed(
        cast,
        "See our Photography Policy for pictures of pupils.",
        'Families may use our <a href="https://oakfield.example/a">family agreement</a> at home.',
        "The minimum age for WhatsApp is 13.",
        "Rowan Ashdown monitors our Instagram account.",
        f"{DELETION} within two school days.",
        "If the author is outside the school, we may report the post to the platform.",
    )

    assert found not in words


def test_somebody_who_has_left_is_found(cast: Cast) -> None:
    sentence = "Rowan Ashdown looks after our Instagram account."
    assert "Rowan Ashdown (Instagram) nobody of this name" in reviewed(cast, sentence)

    make_person(
        cast.oakfield,
        Audience.STAFF,
        given_name="Rowan",
        family_name="Ashdown",
        left_on=NOW.date(),
    )
    assert "Rowan Ashdown (Instagram) Has left" in reviewed(cast, sentence, "We are kind.")
