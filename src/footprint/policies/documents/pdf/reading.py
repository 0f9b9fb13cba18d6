"""A PDF file to a `Document`: pages, columns, tables, paragraphs, links; scans by OCR."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from footprint.policies.documents.joining import join_cut_sentences
from footprint.policies.documents.pdf.glyphs import PageGlyphs, read_page
from footprint.policies.documents.pdf.layout import Column, columns_of
from footprint.policies.documents.pdf.lines import Piece, bands_of, line_of, pieces_of
from footprint.policies.documents.pdf.links import links_on
from footprint.policies.documents.pdf.margins import PagePieces, without_margins
from footprint.policies.documents.pdf.paragraphs import (
    Paragraph,
    Setting,
    goes_on,
    joined,
    paragraphs_of,
    setting_of,
)
from footprint.policies.documents.pdf.scanning import read_picture, tesseract
from footprint.policies.documents.pdf.tables import MAX_LINES, Table, tables_of
from footprint.policies.documents.plain import read_plain
from footprint.policies.documents.problem import DocumentProblem, damaged
from footprint.policies.documents.text import Block, Document, Link, title_of
from footprint.policies.documents.tidying import tidy
from footprint.policies.documents.word import left_out

WHAT = "PDF"
MAX_PAGES = 300
MAX_GLYPHS = 2_000_000
_MOST_SCANNED = 40
_COVERED = 0.6  # of the page by one picture: it is a scan
"""Pages with less than this many letters may be scans; a page number is not a text."""
_FEW = 15
_CONTENTS = re.compile(r".{1,150}?(?:\s?\.){4,}\s*\d{1,3}")


@dataclass
class _Page:
    """One page on its way to paragraphs."""

    number: int
    height: float
    pieces: list[Piece]
    tables: list[Table]
    links: list[Link]
    scanned: bool
    ocr: str = ""


@dataclass
class _Reading:
    pages: list[_Page] = field(default_factory=list)
    hidden: int = 0
    turned: int = 0
    layered: list[int] = field(default_factory=list)
    glyphs: int = 0


def read_pdf(data: bytes, *, fallback_title: str) -> Document:
    """
    Blocks of a PDF. Places are "page 2" and "page 2, table 1, row 3".

    Raises:
        DocumentProblem: damaged, protected, too many pages, or a scan that we cannot read.
    """
    document = _opened(data)
    try:
        if len(document) > MAX_PAGES:
            raise DocumentProblem(
                f"This PDF has {len(document)} pages; we read up to {MAX_PAGES}. Upload the "
                "policy on its own."
            )
        reading = _read(document)
        unread = _read_scans(document, reading)
        aside = _file_title(document)
    finally:
        document.close()
    return _document(reading, unread, aside, fallback_title)


def _opened(data: bytes) -> "pdfium.PdfDocument":
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise DocumentProblem(
                "This PDF is protected by a password. Save a copy without one and upload that."
            ) from None
        raise damaged(WHAT) from None
    if len(document) < 1:
        raise damaged(WHAT)
    return document


def _read(document: "pdfium.PdfDocument") -> _Reading:
    reading = _Reading()
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            raise damaged(WHAT) from None  # half a policy would be read as the whole of it
        reading.pages.append(_read_one(document, page, index + 1, reading))
        page.close()
        if reading.glyphs > MAX_GLYPHS:
            raise DocumentProblem(
                "This document is far longer than a policy. Upload the policy on its own."
            )
    return reading


def _read_one(
    document: "pdfium.PdfDocument", page: "pdfium.PdfPage", number: int, reading: _Reading
) -> _Page:
    found = read_page(page, number)
    glyphs = found.glyphs
    seen = sum(glyph is not None for glyph in glyphs)
    scanned = seen < _FEW and _is_covered(found)
    if scanned and found.hidden_layer:
        # What a scanner's own OCR leaves: the words lie unseen under their picture.
        glyphs, scanned = found.hidden_layer, False
        reading.layered.append(number)
    else:
        reading.hidden += found.hidden
    reading.glyphs += len(glyphs)
    reading.turned += found.turned > 0
    pieces = pieces_of(glyphs, found.painting.down[:MAX_LINES])
    tables = tables_of(found.painting)
    return _Page(number, found.height, pieces, tables, links_on(document, page), scanned)


def _is_covered(page: PageGlyphs) -> bool:
    area = page.width * page.height
    covered = sum((b.x1 - b.x0) * (b.y1 - b.y0) for b in page.painting.pictures)
    return covered >= _COVERED * area > 0


def _read_scans(document: "pdfium.PdfDocument", reading: _Reading) -> list[int]:
    """OCR of pages that are pictures; the numbers of those that stay unread."""
    scans = [page for page in reading.pages if page.scanned]
    program = tesseract() if scans else None
    if program and len(scans) <= _MOST_SCANNED:
        for page in scans:
            source = document[page.number - 1]
            page.ocr = read_picture(source, program)
            source.close()
    unread = [page.number for page in scans if not page.ocr.strip()]
    if len(unread) == len(reading.pages) or _has_no_words(reading):
        raise DocumentProblem(
            "This PDF is a scan: a picture of a text, with no words that we can read. Run text "
            "recognition (OCR) on it, or upload the Word file that it was made from."
        )
    return unread


def _has_no_words(reading: _Reading) -> bool:
    letters = sum(len(piece.text) for page in reading.pages for piece in page.pieces)
    return letters + sum(len(page.ocr) for page in reading.pages) < _FEW and bool(
        [page for page in reading.pages if page.scanned]
    )


def _file_title(document: "pdfium.PdfDocument") -> str:
    title = tidy(document.get_metadata_dict().get("Title") or "").replace("\n", " ")
    made_up = title.lower().startswith(("microsoft word", "untitled", "document"))
    return "" if made_up else title[:200]


def _document(reading: _Reading, unread: Sequence[int], aside: str, fallback: str) -> Document:
    bare = [PagePieces(page.number, page.height, page.pieces) for page in reading.pages]
    removed = without_margins(bare)
    for page, left in zip(reading.pages, bare, strict=True):
        page.pieces = left.pieces
    blocks = join_cut_sentences(_blocks(reading.pages))
    notes = [f"A page header or footer was left out: “{tidy(text)}”." for text in removed]
    title = title_of(blocks, aside=[*removed, aside], fallback=fallback)
    return Document(blocks, title, "pdf", (*notes, *_notes(reading, unread)))


def _notes(reading: _Reading, unread: Sequence[int]) -> Iterator[str]:
    if reading.hidden:
        yield left_out(reading.hidden, "passage", "of invisible text")
    if reading.turned:
        yield "Text that is not level, such as a watermark, was left out."
    for number in reading.layered:
        yield f"Page {number} is a scan; we read the words that the scanner stored with it."
    for page in reading.pages:
        if page.ocr.strip():
            yield f"Page {page.number} is a scan, read by text recognition: check its words."
    for number in unread:
        yield f"Page {number} is a picture; any words on it were not read."


def _blocks(pages: Sequence[_Page]) -> Iterator[Block]:
    parts = [list(_parts(page)) for page in pages]
    setting = setting_of([part for page in parts for part in page if isinstance(part, Column)])
    for page, page_parts in zip(pages, _whole(pages, parts, setting), strict=True):
        links = list(page.links)
        for block in page_parts:
            yield _with_links(block, links)


_Part = Column | list[Block]


def _parts(page: _Page) -> Iterator[_Part]:
    """Columns of text and tables of one page, in reading order."""
    if page.ocr.strip():
        read = read_plain(page.ocr, fallback_title="")
        yield [replace(block, where=f"page {page.number}") for block in read.blocks]
    left = page.pieces
    for number, table in enumerate(page.tables, start=1):
        inside = [p for p in left if table.box.holds(p.middle, p.base + p.size * 0.3)]
        if not inside:
            continue
        met = {id(piece) for piece in inside}
        above = [p for p in left if id(p) not in met and p.base > table.box.y1 - 2]
        below = [p for p in left if id(p) not in met and p.base <= table.box.y1 - 2]
        yield from columns_of(above)
        yield list(_cells(table, inside, f"page {page.number}, table {number}"))
        left = below
    yield from columns_of(left)


def _cells(table: Table, pieces: Iterable[Piece], where: str) -> Iterator[Block]:
    cells: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        cells.setdefault((table.row_of(piece), table.cell_of(piece)), []).append(piece)
    rows = sorted({row for row, _ in cells})
    for (row, _), inside in sorted(cells.items(), key=lambda item: item[0]):
        text = joined([line_of(band).text for band in bands_of(inside)], Setting(0, frozenset()))
        if text := tidy(text):
            yield Block("table_cell", text, f"{where}, row {rows.index(row) + 1}")


def _whole(
    pages: Sequence[_Page], parts: Sequence[Sequence[_Part]], setting: Setting
) -> Iterator[list[Block]]:
    """Blocks page by page; a paragraph cut by a column or page is given where it starts."""
    entries: list[tuple[int, Paragraph | Block]] = []
    for page, page_parts in zip(pages, parts, strict=True):
        for part in page_parts:
            if isinstance(part, Column):
                for paragraph in paragraphs_of(part, page.number, setting):
                    _append(entries, page.number, paragraph, setting)
            else:
                entries += [(page.number, block) for block in part]
    for page in pages:
        found = [_block(entry) for number, entry in entries if number == page.number]
        yield [block for block in found if block is not None]


def _append(
    entries: list[tuple[int, Paragraph | Block]], page: int, paragraph: Paragraph, setting: Setting
) -> None:
    before = entries[-1][1] if entries else None
    if isinstance(before, Paragraph) and goes_on(before, paragraph):
        text = joined([before.text, paragraph.text], setting)
        entries[-1] = (
            entries[-1][0],
            replace(before, text=text, last_page=page, room=paragraph.room),
        )
    else:
        entries.append((page, paragraph))


def _block(entry: Paragraph | Block) -> Block | None:
    if isinstance(entry, Block):
        return entry
    text = tidy(entry.text)
    if not text or _CONTENTS.fullmatch(text):
        return None
    first, last = entry.page, entry.last_page
    where = f"page {first}" if first == last else f"page {first} to page {last}"
    return Block(entry.kind, text, where)


def _with_links(block: Block, links: list[Link]) -> Block:
    """The block with those links of its page whose words it holds, each used once."""
    own = [link for link in links if link.text in block.text]
    for link in own:
        links.remove(link)
    return replace(block, links=tuple(own)) if own else block
