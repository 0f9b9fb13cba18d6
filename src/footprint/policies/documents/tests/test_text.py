"""Blocks, offsets and places."""

import pytest

from footprint.policies.documents.text import Block, Document, title_of

_DOCUMENT = Document(
    (
        Block("heading", "Phones", "page 1"),
        Block("paragraph", "Phones stay in bags.", "page 1"),
        Block("paragraph", "Staff are asked to do the same.", "page 2"),
    ),
    "Phones",
    "text",
)


@pytest.mark.parametrize(
    ("words", "where"), [("Phones stay", "page 1"), ("Staff", "page 2"), ("same.", "page 2")]
)
def test_an_offset_leads_to_the_place(words: str, where: str) -> None:
    assert _DOCUMENT.where_of(_DOCUMENT.text.index(words)) == where


def test_every_block_is_found_at_its_own_offset() -> None:
    for block in _DOCUMENT.blocks:
        start = _DOCUMENT.text.index(block.text)
        assert _DOCUMENT.block_at(start) == block
        assert _DOCUMENT.block_at(start + len(block.text) - 1) == block


@pytest.mark.parametrize("offset", [-1, 10_000])
def test_an_offset_outside_is_an_error_not_a_guess(offset: int) -> None:
    with pytest.raises(IndexError):
        _DOCUMENT.where_of(offset)


@pytest.mark.parametrize(
    ("headings", "aside", "title"),
    [
        (["Our school", "Social media policy"], [], "Social media policy"),
        (["Introduction"], ["Online policy"], "Online policy"),
        (["Introduction"], ["Oakfield"], "Introduction"),
        (["1 of 3"], [], "upload"),
        ([], [], "upload"),
    ],
)
def test_a_title_that_says_policy_comes_first(
    headings: list[str], aside: list[str], title: str
) -> None:
    blocks = [Block("heading", heading, "page 1") for heading in headings]

    assert title_of(blocks, aside=aside, fallback="upload") == title
