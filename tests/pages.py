"""
Fetch a page in a test, and check its form on the way.

Every page that any test fetches has one h1, a title that starts with it, no duplicate ids, labels
for every input, an action for every form, no inline script or style.
"""

from collections import Counter
from typing import Any

from django.test import Client
from selectolax.lexbor import LexborHTMLParser, LexborNode


def fetch_page(client: Client, url: str, *, status: int = 200) -> LexborHTMLParser:
    """GET the page, check status and form, return its parsed HTML."""
    response = client.get(url)
    assert response.status_code == status, f"{url}: {response.status_code}, not {status}"
    return parse_page(response)


def post_page(
    client: Client, url: str, data: dict[str, object], *, status: int = 200
) -> LexborHTMLParser:
    """POST to the page and expect to see it again, such as a form with errors."""
    response = client.post(url, data)
    assert response.status_code == status, f"{url}: {response.status_code}, not {status}"
    return parse_page(response)


def parse_page(response: Any) -> LexborHTMLParser:
    """The parsed page, after its form was checked."""
    page = LexborHTMLParser(response.content.decode())
    problems = form_problems(page)
    assert not problems, "; ".join(problems)
    return page


def form_problems(page: LexborHTMLParser) -> list[str]:
    """What is wrong with the page's form, one sentence each."""
    return [
        *_heading_problems(page),
        *_id_problems(page),
        *_input_problems(page),
        *_script_problems(page),
    ]


def text_of(page: LexborHTMLParser | LexborNode) -> str:
    """The words on the page, white space folded."""
    root = page.body if isinstance(page, LexborHTMLParser) else page
    return " ".join((root.text(separator=" ") if root else "").split())


def first(page: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """The first element that fits; fails the test where there is none."""
    found = page.css_first(selector)
    assert found is not None, f"nothing on the page fits {selector}"
    return found


def _heading_problems(page: LexborHTMLParser) -> list[str]:
    headings = page.css("h1")
    if len(headings) != 1:
        return [f"the page has {len(headings)} h1 headings, not one"]
    caption = headings[0].css_first(".fp-caption")
    heading = text_of(headings[0]).removeprefix(text_of(caption) if caption else "").strip()
    title = " ".join(first(page, "title").text().split())
    if not title.removeprefix("Error: ").startswith(heading):
        return [f"the title {title!r} does not start with the heading {heading!r}"]
    return []


def _id_problems(page: LexborHTMLParser) -> list[str]:
    ids = Counter(node.attributes["id"] for node in page.css("[id]"))
    return [f"the id {name!r} is there {count} times" for name, count in ids.items() if count > 1]


def _input_problems(page: LexborHTMLParser) -> list[str]:
    labelled = {node.attributes.get("for") for node in page.css("label")}
    hidden = ("hidden", "submit", "button")
    found = [
        f"the field {node.attributes.get('name')!r} has no label"
        for node in page.css("input, select, textarea")
        if node.attributes.get("type") not in hidden
        and node.attributes.get("id") not in labelled
        and not node.attributes.get("aria-label")
    ]
    found += [
        "a form posts without the forgery token"
        for form in page.css("form")
        if (form.attributes.get("method") or "").lower() == "post"
        and not form.css_first("[name=csrfmiddlewaretoken]")
        and "data-one-time" not in form.attributes  # a one-time link is its own proof, no cookie
    ]
    return found


def _script_problems(page: LexborHTMLParser) -> list[str]:
    found = ["an inline style attribute" for _ in page.css("[style]")]
    found += [
        "an inline script without a nonce" for _ in page.css("script:not([src]):not([nonce])")
    ]
    found += ["an inline handler" for _ in page.css("[onclick], [onsubmit], [onchange]")]
    return found
