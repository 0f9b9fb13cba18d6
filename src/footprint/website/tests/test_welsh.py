"""Welsh is complete for the public pages, and says that a native reader has not checked it yet."""

import re
from pathlib import Path

import polib
import pytest
from django.test import Client
from django.utils import translation

from footprint.website.tests.test_pages import NAMES, open_school
from tests.cast import Cast
from tests.pages import fetch_page, text_of

__all__ = ["open_school"]
ROOM = Path(__file__).parents[1]
CATALOGUE = polib.pofile(str(ROOM / "locale" / "cy" / "LC_MESSAGES" / "django.po"))
SOURCES = [*(ROOM / "templates").rglob("*.html"), ROOM / "views.py"]
MARKED = re.compile(r'{% translate "([^"]+)"|\b_\("([^"]+)"\)')


def marked_texts() -> set[str]:
    """Every text of the public pages that is marked for translation in one piece."""
    found = set()
    for source in SOURCES:
        found |= {one or other for one, other in MARKED.findall(source.read_text())}
    return found


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
    words = text_of(fetch_page(Client(), f"/cy/for/oakfield/{name}"))

    left = [text for text in marked_texts() if len(text) > 12 and text in words]
    assert left == []
    assert "Nid yw siaradwr Cymraeg" in words
