"""Section 141F: the warning stands on the page, on paper and beside a letter."""

import pytest
from django.urls import reverse

from footprint.incidents import actions
from footprint.incidents.models import NamedAs
from footprint.incidents.tests.factories import assessed
from footprint.rulebook.terms import Matter
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

WARNING = "Name no accused teacher in public"
PAGES = ("show_incident", "print_incident", "request_deletion")


@pytest.mark.parametrize("name", PAGES)
def test_a_matter_in_which_a_teacher_is_accused_warns(cast: Cast, name: str) -> None:
    incident = assessed(cast, owner=cast.head)
    url = reverse(f"incidents:{name}", args=[incident.pk])
    assert WARNING not in text_of(fetch_page(client_of(cast.head), url))

    actions.name_people(
        incident=incident,
        users=[cast.teacher],
        named_as=NamedAs.ACCUSED,
        revision=incident.revision,
        by=cast.head,
        now=NOW,
    )

    words = text_of(fetch_page(client_of(cast.head), url))
    assert WARNING in words
    assert "Section 141F of the Education Act 2002" in words


def test_the_class_alone_warns(cast: Cast) -> None:
    incident = assessed(cast, matter=Matter.ALLEGATION)
    url = reverse("incidents:print_incident", args=[incident.pk])
    assert WARNING in text_of(fetch_page(client_of(cast.head), url))
