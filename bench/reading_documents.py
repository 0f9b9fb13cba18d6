"""Long documents for the clock: the invented policies again and again, no sentence twice alike."""

import io
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import typst

from footprint.policies.documents.as_source import source_of
from footprint.policies.documents.opening import open_document
from footprint.rulebook.reading.plain_text import source_from_text
from footprint.rulebook.reading.source import SourceText

PAGE = 2800  # characters on a page of a policy in 11 point
_LATER = ("dev_", "held_")  # left out, so that times stay comparable with those taken before
_DOCUMENT = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
    'wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
)
_PARAGRAPH = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
    'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def made(folder: Path, form: str, pages: int) -> bytes:
    """A file of about so many pages; the form is "text", "docx" or "pdf"."""
    text = _long_text(folder, pages * PAGE)
    if form == "docx":
        return _docx(text)
    return _pdf(text) if form == "pdf" else text.encode()


def opened(data: bytes, form: str) -> SourceText:
    """The file as the product opens it; text as it is pasted."""
    if form == "text":
        return source_from_text(data.decode())
    return source_of(open_document(data, filename=f"policy.{form}"))


def _long_text(folder: Path, characters: int) -> str:
    files = [each for each in sorted(folder.glob("*.txt")) if not each.stem.startswith(_LATER)]
    texts = [path.read_text(encoding="utf-8") for path in files]
    parts, size, turn = [], 0, 0
    while size < characters:
        # A number in each sentence, so that nothing that was read before can be remembered.
        part = re.sub(r"\.(?=\s)", f" (note {turn}).", texts[turn % len(texts)])
        parts.append(part)
        size += len(part)
        turn += 1
    return "\n\n".join(parts)[:characters]


def _docx(text: str) -> bytes:
    body = "".join(_PARAGRAPH.format(escape(line)) for line in text.splitlines() if line.strip())
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", _DOCUMENT.format(body))
    return file.getvalue()


def _pdf(text: str) -> bytes:
    source = '#for line in sys.inputs.text.split("\\n") { par(line) }'
    return typst.compile(source.encode(), sys_inputs={"text": text})
