"""A Word file (.docx), made by hand: real styles for headings and lists, language, page numbers."""

import io
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from footprint.policies.printing import word_parts
from footprint.policies.printing.layout import Paper, Piece, pieces_of, printable

_STYLES = {"title": "Heading1", "heading": "Heading2", "paragraph": "BodyText"}
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the same words give the same bytes


def as_word(paper: Paper) -> bytes:
    """The paper as a document that opens in Word, LibreOffice and Google Docs."""
    body = "".join(_body(paper))
    members = {
        "[Content_Types].xml": word_parts.CONTENT_TYPES,
        "_rels/.rels": word_parts.RELATIONS,
        "docProps/core.xml": word_parts.CORE.format(
            title=_text(paper.title), school=_text(paper.school)
        ),
        "word/document.xml": word_parts.DOCUMENT.format(body=body),
        "word/_rels/document.xml.rels": word_parts.DOCUMENT_RELATIONS,
        "word/styles.xml": word_parts.STYLES,
        "word/numbering.xml": word_parts.NUMBERING,
        "word/settings.xml": word_parts.SETTINGS,
        "word/footer1.xml": word_parts.FOOTER.format(foot=_text(f"{paper.foot}  ")),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in members.items():
            package.writestr(zipfile.ZipInfo(name, _NO_DATE), text.encode(), zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _body(paper: Paper) -> Iterator[str]:
    for piece in pieces_of(paper.blocks):
        yield from _paragraphs(piece)


def _paragraphs(piece: Piece) -> Iterator[str]:
    if piece.kind == "list":
        yield from (_paragraph("ListBullet", item) for item in piece.items)
    else:
        yield _paragraph(_STYLES[piece.kind], piece.text)


def _paragraph(style: str, text: str) -> str:
    return (
        f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/></w:pPr>"
        f'<w:r><w:t xml:space="preserve">{_text(text)}</w:t></w:r></w:p>'
    )


def _text(text: str) -> str:
    """Safe inside an element."""
    return escape(printable(text))
