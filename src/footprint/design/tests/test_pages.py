"""The frame of every page: one h1, a way past the menu, nothing that the CSP would refuse."""

import re

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory

from footprint.design import views
from footprint.design.views import MENU, gallery

ERROR_PAGES = ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"]


def _request(method: str = "GET") -> HttpRequest:
    return RequestFactory().generic(method, "/gallery/")


def _gallery(method: str = "GET") -> str:
    response = gallery(_request(method))
    return str(response.render().content.decode())  # type: ignore[attr-defined]


def _all_pages() -> list[str]:
    bare = [render_to_string(name) for name in [*ERROR_PAGES, "design/public_base.html"]]
    return [_gallery(), _gallery("POST"), render_to_string("design/base.html"), *bare]


def test_every_page_has_one_h1_a_title_and_a_skip_link() -> None:
    for html in _all_pages():
        assert html.count("<h1") == 1
        assert len(re.findall(r"<title>[^<]*\S[^<]* – Footprint</title>", html)) == 1
        assert html.count('href="#main-content"') == html.count('id="main-content"') == 1
        assert '<html lang="en-gb"' in html


def test_no_page_holds_what_the_content_security_policy_refuses() -> None:
    for html in _all_pages():
        assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", html)
        assert "<style" not in html
        assert "javascript:" not in html
        for script in re.findall(r"<script[^>]*>", html):
            assert "nonce=" in script or "src=" in script


def test_ids_are_unique() -> None:
    for html in _all_pages():
        ids = re.findall(r'\sid="([^"]*)"', html)
        assert len(ids) == len(set(ids))


def test_public_and_error_pages_need_no_script() -> None:
    for name in [*ERROR_PAGES, "design/public_base.html"]:
        assert "<script" not in render_to_string(name)


def test_the_title_says_error_school_and_product() -> None:
    assert "<title>Every component – Oakfield Primary – Footprint</title>" in _gallery()
    assert "<title>Error: Every component – Oakfield Primary – Footprint</title>" in _gallery(
        "POST"
    )


def test_the_menu_says_how_much_waits() -> None:
    html = _gallery()

    for entry in MENU:
        assert entry.label in html
    assert re.search(r'fp-count">4<span class="govuk-visually-hidden"> waiting', html)


@pytest.mark.parametrize(("danger", "shown"), [(True, 1), (False, 0)])
def test_the_danger_line_stands_on_public_forms(danger: bool, shown: int) -> None:
    html = render_to_string("design/public_base.html", {"danger": danger})

    assert html.count("call 999") == shown


@pytest.mark.parametrize(("demo", "shown"), [(True, 1), (False, 0)])
def test_the_demonstration_says_that_it_is_one(demo: bool, shown: int) -> None:
    for name in ("design/base.html", "design/public_base.html"):
        html = render_to_string(name, {"demo": demo})
        assert html.count("Nothing here is real") == shown


def test_the_style_sheet_is_light_and_holds_nothing_of_central_government() -> None:
    folder = views.__file__.rsplit("/", 1)[0] + "/static/design/"
    with open(folder + "footprint.css", encoding="utf-8") as file:
        css = file.read()

    assert len(css) < 150_000
    for forbidden in ("GDS Transport", "crest", "url(", "sourceMappingURL"):
        assert forbidden not in css


class Somebody:
    """Enough of a user for the header."""

    is_authenticated = True

    def __str__(self) -> str:
        return "amara@oakfield.example"

    def get_full_name(self) -> str:
        return "Amara Okafor"


def test_the_header_says_who_is_signed_in_and_signs_out_by_post() -> None:
    html = render_to_string(
        "design/base.html",
        {"user": Somebody(), "roles": ["Designated safeguarding lead"]},
        _request(),
    )
    form = html[html.index('<form method="post"') : html.index("Sign out")]

    assert "Amara Okafor</" in html
    assert "Designated safeguarding lead" in html
    assert "csrfmiddlewaretoken" in form
    assert "Sign out" not in render_to_string("design/base.html", {}, None)


@pytest.mark.parametrize(("names", "shown"), [(["Oakfield"], 0), (["Oakfield", "Elmbank"], 1)])
def test_only_who_has_more_than_one_school_can_change_it(names: list[str], shown: int) -> None:
    schools = [{"pk": number, "name": name} for number, name in enumerate(names)]
    html = render_to_string("design/base.html", {"school": schools[0], "schools": schools})

    assert html.count("Change school") == shown
    assert html.count('<button type="submit" class="fp-link-button" name="school"') == shown
