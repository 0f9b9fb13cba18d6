"""Welsh is complete for the public pages, and says that a native reader has not checked it yet."""

import re
from pathlib import Path

import polib
import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation.template import templatize

from footprint.registers.official_accounts.tests.factories import make_kept_account
from footprint.rulebook.terms import AnswersMode
from footprint.website.tests.test_pages import NAMES, open_school
from tests.cast import Cast
from tests.pages import fetch_page, text_of

__all__ = ["open_school"]
ROOM = Path(__file__).parents[1]
CATALOGUE = polib.pofile(str(ROOM / "locale" / "cy" / "LC_MESSAGES" / "django.po"))
DESIGN = ROOM.parent / "design" / "templates" / "design"
FRAME = ("public_base", "frame", "danger", "footer", "demo")  # around each public page
SOURCES = [
    *(ROOM / "templates").rglob("*.html"),
    *(DESIGN / f"{name}.html" for name in FRAME),
    *ROOM.glob("*.py"),
]
# As `templatize` and Python code write them: _('...'), gettext('...'), ngettext('...', '...', n)
MARKED = re.compile(
    r"""\b(?:_|gettext|gettext_lazy|ngettext)\(\s*u?(?P<quote>['"])(?P<text>(?:\\.|(?!(?P=quote)).)+)(?P=quote)"""
)
NOT_SHOWN = {"About this page", "Error:"}  # where a page has an aside, or a form with errors


def marked_texts() -> set[str]:
    """Every text of the public pages that is marked for translation, those with names in it too."""
    found = set()
    for source in SOURCES:
        text = source.read_text(encoding="utf-8")
        code = templatize(text) if source.suffix == ".html" else text
        found |= {_unescaped(match["text"]) for match in MARKED.finditer(code)}
    return found - NOT_SHOWN


def _unescaped(text: str) -> str:
    return text.replace("\\'", "'").replace('\\"', '"')


def test_the_texts_are_found_in_every_form() -> None:
    found = marked_texts()

    assert "Who do I ask?" in found  # {% translate %}
    assert "Version %(number)s, adopted on %(day)s." in found  # {% blocktranslate %}
    assert "What the grown-ups promise" in found  # code
    assert "Skip to main content" in found  # the frame around the page


def test_every_marked_text_has_its_welsh() -> None:
    translated = {entry.msgid for entry in CATALOGUE if entry.msgstr}

    assert marked_texts() - translated == set()
    assert not CATALOGUE.untranslated_entries()
    assert not CATALOGUE.fuzzy_entries()


def test_placeholders_are_the_same_in_both_languages() -> None:
    for entry in CATALOGUE:
        named = re.compile(r"%\(\w+\)s")
        assert sorted(named.findall(entry.msgid)) == sorted(named.findall(entry.msgstr)), entry


def test_the_compiled_catalogue_is_the_written_one() -> None:
    with translation.override("cy"):
        for entry in CATALOGUE:
            assert translation.gettext(entry.msgid) == entry.msgstr


@pytest.mark.parametrize("name", NAMES)
def test_no_english_sentence_of_ours_is_left_on_a_welsh_page(
    open_school: Cast,
    name: str,
) -> None:
    page = fetch_page(Client(), f"/cy/for/oakfield/{name}")
    for node in page.css("[lang^=en]"):  # the policy as it was adopted, notes, names
        if node.tag != "html":
            node.decompose()
    words = text_of(page)

    left = [text for text in marked_texts() if len(text) > 12 and text in words]
    assert left == []
    assert "Nid yw siaradwr Cymraeg" in words


@pytest.mark.parametrize("answers", ["", *AnswersMode])
def test_what_each_account_answers_is_said_in_welsh(open_school: Cast, answers: str) -> None:
    make_kept_account(open_school, answers=str(answers))
    page = fetch_page(Client(), "/cy/for/oakfield/accounts/")
    for node in page.css("[lang^=en]"):
        if node.tag != "html":
            node.decompose()
    words = text_of(page)

    assert [text for text in marked_texts() if len(text) > 12 and text in words] == []
