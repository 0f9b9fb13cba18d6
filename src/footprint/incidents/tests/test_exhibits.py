"""Pictures as evidence: asked about first, sealed as they came, covered, locked at one press."""

import hashlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from footprint.audit.models import Event
from footprint.evidence.models import Exhibit, ExhibitState
from footprint.incidents import actions
from footprint.incidents.actions import exhibits
from footprint.incidents.models import Incident
from footprint.incidents.tests.factories import THURSDAY, capture_facts, opened
from footprint.notices.models import Notice
from footprint.pictures.copying import PictureProblem
from footprint.pictures.tests.files import SECRET, jpeg
from footprint.rulebook.terms import Matter, SafetyQuestion
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

PICTURE = jpeg()


def add(cast: Cast, incident: Incident, data: bytes = PICTURE, by: User | None = None) -> Exhibit:
    return exhibits.add_exhibit(
        incident=incident,
        data=data,
        url="https://social.example/post/1",
        how="A screenshot by the office",
        revision=incident.revision,
        by=by or cast.head,
        now=NOW,
    )


def url(name: str, incident: Incident, *more: object) -> str:
    return reverse(f"incidents:{name}", args=[incident.pk, *more])


def send(client: Client, incident: Incident, **changed: Any) -> Any:
    file = SimpleUploadedFile("screen.jpg", PICTURE, "image/jpeg")
    sent = {"revision": incident.revision, "undressed": "no", "how": "A screenshot", "file": file}
    return client.post(url("add_exhibit", incident), {**sent, **changed})


def about_a_nude_image(cast: Cast) -> Incident:
    return actions.report_incident(
        school=cast.oakfield,
        answers={each: each is SafetyQuestion.NUDE_IMAGE for each in SafetyQuestion},
        subject_is_head=False,
        matter=Matter.CONDUCT,
        title="Told at the gate",
        capture_facts=capture_facts(),
        policy_version=None,
        shut_out=[],
        next_date=THURSDAY,
        by=cast.dsl,
        now=NOW,
    )[0]


def test_it_is_kept_as_it_came_and_sealed(cast: Cast) -> None:
    kept = add(cast, opened(cast))

    kept.refresh_from_db()
    assert (kept.size, kept.sha256) == (len(PICTURE), hashlib.sha256(PICTURE).hexdigest())
    assert kept.sealed is not None
    assert SECRET.encode() not in bytes(kept.sealed)
    assert len(kept.name) == 32
    assert (kept.how, kept.kept_by) == ("A screenshot by the office", cast.head)


def test_there_is_no_place_for_a_file_before_both_questions(cast: Cast) -> None:
    incident, client = opened(cast), client_of(cast.head)
    first = fetch_page(client, url("add_exhibit", incident))
    assert first.css_first("input[type=file]") is None

    after = client.post(url("add_exhibit", incident), {"undressed": "no", "needed": "yes"})
    assert b'type="file"' in after.content


def test_a_yes_to_the_first_question_keeps_nothing_and_says_what_to_do(cast: Cast) -> None:
    incident, client = opened(cast), client_of(cast.head)

    page = client.post(url("add_exhibit", incident), {"undressed": "yes", "needed": "yes"})

    assert b'type="file"' not in page.content
    assert b"Do not view, copy, print, share or store it" in page.content
    send(client, incident, undressed="yes")
    assert not Exhibit.objects.exists()


def test_where_the_matter_is_a_nude_image_the_bytes_are_refused_whatever_is_sent(
    cast: Cast,
) -> None:
    incident, client = about_a_nude_image(cast), client_of(cast.dsl)

    page = client.get(url("add_exhibit", incident))
    send(client, incident)

    assert b'type="file"' not in page.content
    assert b"No picture is taken here" in page.content
    assert not Exhibit.objects.exists()
    with pytest.raises(exhibits.NoPicturesHere):
        add(cast, incident, by=cast.dsl)
    shown = text_of(fetch_page(client, url("show_incident", incident)))
    assert "Keep a picture as evidence" not in shown
    assert "Words only here" in shown


def test_two_times_no_and_it_is_kept(cast: Cast) -> None:
    incident = opened(cast)
    response = send(client_of(cast.head), incident)
    assert response.status_code == 302
    assert incident.exhibits.count() == 1


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", b"\xff\xd8\xffnot really"])
def test_what_is_no_picture_is_refused_with_a_sentence(cast: Cast, data: bytes) -> None:
    incident = opened(cast)
    with pytest.raises(PictureProblem):
        add(cast, incident, data)
    assert not Exhibit.objects.exists()


def test_it_is_shown_covered_first_and_every_look_is_recorded(cast: Cast) -> None:
    incident = opened(cast)
    kept, client = add(cast, incident), client_of(cast.head)

    page = fetch_page(client, url("show_exhibit", incident, kept.pk))
    picture = page.css_first("img.fp-exhibit")
    assert picture is not None
    assert (picture.attributes["src"] or "").endswith("covered.img")

    drawn = client.get(url("draw_exhibit", incident, kept.pk, "covered"))
    assert drawn["Content-Type"] == "image/jpeg"
    assert drawn["Cache-Control"] == "no-store"
    assert SECRET.encode() not in drawn.content
    looks = Event.objects.filter(action="evidence.exhibit_shown", target=f"exhibit:{kept.pk}")
    assert [event.details for event in looks] == [{"look": "covered"}]


def test_one_press_locks_it_for_everybody_and_tells_the_leads(cast: Cast) -> None:
    incident = opened(cast)
    kept, client = add(cast, incident), client_of(cast.office)

    client.post(url("contain_exhibit", incident, kept.pk))

    kept.refresh_from_db()
    assert (kept.state, kept.contained_by) == (ExhibitState.CONTAINED, cast.office)
    for user in (cast.office, cast.head, cast.dsl):
        answer = client_of(user).get(url("draw_exhibit", incident, kept.pk, "clear"))
        assert answer.status_code == 404
    told = set(Notice.objects.values_list("to", flat=True))
    assert told == {cast.head.email, cast.dsl.email, cast.deputy.email}
    incident.refresh_from_db()
    assert incident.no_pictures
    words = text_of(fetch_page(client_of(cast.dsl), url("show_exhibit", incident, kept.pk)))
    assert "Nobody can look at it any more" in words
    assert kept.sha256 in words


def test_only_a_safeguarding_lead_destroys_and_only_what_is_locked_with_a_reference(
    cast: Cast,
) -> None:
    incident = opened(cast)
    kept = add(cast, incident)
    given = {"incident": incident, "exhibit": kept, "police_reference": "CR/7", "now": NOW}
    with pytest.raises(exhibits.NotLocked):
        exhibits.destroy_exhibit(**given, by=cast.dsl)  # type: ignore[arg-type]
    exhibits.contain_exhibit(incident=incident, exhibit=kept, by=cast.head, now=NOW)
    with pytest.raises(actions.CannotSee):
        exhibits.destroy_exhibit(**given, by=cast.head)  # type: ignore[arg-type]
    with pytest.raises(exhibits.NotLocked):
        exhibits.destroy_exhibit(**{**given, "police_reference": " "}, by=cast.dsl)  # type: ignore[arg-type]

    exhibits.destroy_exhibit(**given, by=cast.dsl)  # type: ignore[arg-type]

    kept.refresh_from_db()
    assert (kept.state, kept.sealed, kept.police_reference) == ("destroyed", None, "CR/7")
    assert kept.sha256 == hashlib.sha256(PICTURE).hexdigest()


@pytest.mark.parametrize("who", ["teacher", "governor", "keeper", "stranger"])
def test_for_whoever_may_not_see_the_matter_there_is_no_picture(cast: Cast, who: str) -> None:
    incident = opened(cast)
    kept, client = add(cast, incident), client_of(getattr(cast, who))
    for address in (
        url("add_exhibit", incident),
        url("show_exhibit", incident, kept.pk),
        url("draw_exhibit", incident, kept.pk, "covered"),
        url("contain_exhibit", incident, kept.pk),
        url("destroy_exhibit", incident, kept.pk),
    ):
        assert client.get(address).status_code == 404


def test_a_picture_of_another_incident_is_not_there(cast: Cast) -> None:
    mine, other = opened(cast), opened(cast, policy=None)
    kept = add(cast, mine)
    assert client_of(cast.head).get(url("show_exhibit", other, kept.pk)).status_code == 404
