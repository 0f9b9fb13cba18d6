"""Opening by hand: who will see it, the safety questions, and what to do now."""

from footprint.incidents.models import Incident
from footprint.incidents.tests.factories import CANARY, the
from footprint.notices.models import Notice
from footprint.rulebook.terms import Matter, SafetyQuestion
from tests.cast import Cast, client_of
from tests.pages import fetch_page, post_page, text_of

NEXT = {"next_date_day": 20, "next_date_month": 11, "next_date_year": 9999}


TOLD: dict[str, object] = {
    **{question.value: "no" for question in SafetyQuestion},
    "title": "Something told at the gate",
    "text": f"Invented words {CANARY}",
    "how": "told by a parent",
    "matter": "conduct",
}


def test_opening_by_hand_shows_who_will_see_it_before_anything_is_saved(cast: Cast) -> None:
    page = fetch_page(client_of(cast.office), "/incidents/open/")

    beside = text_of(the(page, "aside"))
    assert "Olive Office" in beside
    assert "Safeguarding" not in beside.replace("safeguarding", "")  # no class they may not see
    kinds = {node.attributes["value"] for node in page.css("input[name=matter]")}
    assert kinds == {"reputation", "conduct"}


def test_opening_by_hand(cast: Cast) -> None:
    answer = client_of(cast.head).post("/incidents/open/", {**TOLD, **NEXT})

    incident = Incident.objects.get()
    assert answer["Location"] == f"/incidents/{incident.pk}/"
    assert incident.capture is not None
    assert incident.capture.method == "told by a parent, typed by Harriet Head"


def test_a_yes_says_what_to_do_now_and_that_it_left_their_sight(cast: Cast) -> None:
    page = post_page(
        client_of(cast.office),
        "/incidents/open/",
        {**TOLD, **NEXT, SafetyQuestion.NUDE_IMAGE.value: "yes"},
    )

    assert "Do not view, copy, print, share or store the picture" in text_of(page)
    assert "You do not see it any more" in text_of(page)
    assert Incident.objects.get().matter == Matter.SAFEGUARDING
    assert Notice.objects.count() == 3


def test_an_accused_adult_needs_an_answer_about_the_head(cast: Cast) -> None:
    client = client_of(cast.dsl)
    accused = {**TOLD, **NEXT, SafetyQuestion.ADULT_ACCUSED.value: "yes"}

    assert "whether it is the headteacher" in text_of(
        post_page(client, "/incidents/open/", accused)
    )
    contrary = {**TOLD, **NEXT, "about_head": "yes"}
    assert "Change one of the answers" in text_of(post_page(client, "/incidents/open/", contrary))
    assert not Incident.objects.exists()


def test_what_is_missing_is_said_and_nothing_is_lost(cast: Cast) -> None:
    page = post_page(client_of(cast.head), "/incidents/open/", {"text": "My own words"})

    assert "Enter title" in text_of(page) or "Enter the title" in text_of(page)
    assert the(page, "textarea[name=text]").text().strip() == "My own words"
