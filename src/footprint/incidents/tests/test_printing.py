"""The pack: everything that proves the matter, as a tagged PDF, for those who may see it."""

import pypdfium2
import pytest
from django.urls import reverse

from footprint.audit.models import Event
from footprint.incidents import actions
from footprint.incidents.models import NamedAs
from footprint.incidents.tests.factories import CANARY, FAIR, asked, assessed, close, opened
from footprint.rulebook.terms import Matter
from tests.cast import NOW, Cast, client_of


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(text.split())


def test_the_pack_holds_facts_post_custody_requests_names_and_timeline(cast: Cast) -> None:
    incident, _request = asked(cast)
    actions.name_people(
        incident=incident,
        users=[cast.teacher],
        named_as=NamedAs.TARGET,
        revision=incident.revision,
        by=cast.head,
        now=NOW,
    )

    response = client_of(cast.head).get(reverse("incidents:print_pack", args=[incident.pk]))

    assert response["Content-Type"] == "application/pdf"
    words = words_of(response.content)
    for said in (
        incident.title,
        CANARY,
        incident.capture.sha256[:20] if incident.capture else "",
        "unchanged",
        "please delete it",
        "Tess Teacher The post is about them",
        "Deletion requested",
        "Dinah Lead",
    ):
        assert said in words, said
    assert b"/MarkInfo" in response.content or b"StructTreeRoot" in response.content


def test_a_closed_one_says_how_it_ended(cast: Cast) -> None:
    incident = assessed(cast, FAIR)
    close(incident)

    url = reverse("incidents:print_pack", args=[incident.pk])
    words = words_of(client_of(cast.head).get(url).content)

    for said in ("A fair opinion", "Answer sooner", "Harriet Head"):
        assert said in words


@pytest.mark.parametrize("who", ["teacher", "governor", "stranger", "keeper"])
def test_whoever_may_not_see_it_gets_no_pack(cast: Cast, who: str) -> None:
    incident = opened(cast)
    url = reverse("incidents:print_pack", args=[incident.pk])
    assert client_of(getattr(cast, who)).get(url).status_code == 404


def test_printing_a_matter_is_recorded(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.SAFEGUARDING, owner=cast.dsl)
    client_of(cast.dsl).get(reverse("incidents:print_pack", args=[incident.pk]))
    assert Event.objects.filter(
        action="incidents.printed", target=f"incident:{incident.pk}"
    ).exists()
