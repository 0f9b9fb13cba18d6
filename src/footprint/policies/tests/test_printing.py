"""The policy in plain words: its pages and files, and who may have them."""

from dataclasses import replace

import pytest
from django.urls import reverse

from footprint.policies.documents.opening import open_document
from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import make_adopted, make_draft
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import OAKFIELD, clause, replacing
from tests.cast import Cast, client_of
from tests.pages import fetch_page, text_of

FORMS = ("policy", "parents", "staff", "children")
FORMATS = {"pdf": b"%PDF-", "word": b"PK\x03\x04"}


def paper(version: PolicyVersion, form: str) -> str:
    return reverse("policies:show_paper", args=[version.pk, form])


def file_of(version: PolicyVersion, form: str, kind: str) -> str:
    return reverse("policies:print_policy", args=[version.pk, form, kind])


@pytest.mark.parametrize("who", ["head", "teacher", "governor"])
@pytest.mark.parametrize("form", FORMS)
def test_everybody_of_the_school_reads_each_form(cast: Cast, form: str, who: str) -> None:
    version = make_adopted(cast.oakfield, OAKFIELD, cast.head)

    page = fetch_page(client_of(getattr(cast, who)), paper(version, form))

    assert "Oakfield Primary School, version 1 of 1 September 2026." in text_of(page)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("form", FORMS)
def test_each_form_comes_as_a_file_with_a_name_that_says_what_it_is(
    cast: Cast, form: str, kind: str
) -> None:
    version = make_adopted(cast.oakfield, OAKFIELD, cast.head)

    response = client_of(cast.teacher).get(file_of(version, form, kind))

    assert response.status_code == 200
    assert response.content.startswith(FORMATS[kind])
    assert "Oakfield Primary School" in open_document(response.content, filename="x").text
    name = response.headers["Content-Disposition"]
    assert name.startswith('attachment; filename="oakfield-primary-school-social-media-')
    assert name.endswith(('-version-1.pdf"', '-version-1.docx"'))


def test_another_school_a_draft_and_unknown_forms_are_not_found(cast: Cast) -> None:
    version = make_adopted(cast.oakfield, OAKFIELD, cast.head)
    draft = make_draft(cast.oakfield, cast.head)
    head = client_of(cast.head)

    for address in (paper(version, "policy"), file_of(version, "policy", "pdf")):
        assert client_of(cast.stranger).get(address).status_code == 404
    for address in (paper(draft, "policy"), file_of(draft, "policy", "pdf")):
        assert head.get(address).status_code == 404
    for address in (paper(version, "poster"), file_of(version, "policy", "rtf")):
        assert head.get(address).status_code == 404


def test_the_policy_page_leads_to_every_paper(cast: Cast) -> None:
    version = make_adopted(cast.oakfield, OAKFIELD, cast.head)

    page = fetch_page(client_of(cast.teacher), reverse("policies:show_policy"))

    links = {link.attributes.get("href") for link in page.css("a")}
    assert {paper(version, form) for form in FORMS} <= links
    assert {file_of(version, "policy", kind) for kind in FORMATS} <= links


def test_what_could_not_be_written_is_told_to_those_who_can_mend_it(cast: Cast) -> None:
    half = clause(ClauseName.POLICE, "A sentence.", where=("illegal",))
    version = make_adopted(cast.oakfield, replace(replacing(OAKFIELD, half)), cast.head)

    for who, told in ((cast.head, True), (cast.teacher, False)):
        words = text_of(fetch_page(client_of(who), paper(version, "policy")))
        assert ("Police and other authorities: Where a post is potentially" in words) is told


def test_a_school_whose_name_has_no_latin_letters_gets_a_file_too(cast: Cast) -> None:
    cast.oakfield.name = "学校"
    cast.oakfield.save()
    version = make_adopted(cast.oakfield, OAKFIELD, cast.head)

    response = client_of(cast.head).get(file_of(version, "policy", "word"))

    assert response.headers["Content-Disposition"].startswith('attachment; filename="social-media')
