"""Files that are broken, hostile or none of ours, each with the sentence that answers it."""

import codecs
import gzip
import random
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from footprint.policies.documents.opening import MAX_BYTES, MAX_CHARACTERS
from footprint.policies.documents.tests import samples
from footprint.policies.documents.tests.samples import (
    lying_size,
    paragraph,
    pdf_of,
    raw_pdf,
    run,
    word,
    zipped,
)

EMPTY = "This file is empty"
TOO_LARGE = "larger than 10 MB"
TOO_LONG = "far longer than a policy"
NOT_OURS = "not a document we can read"
NO_WORDS = "found no words"
PICTURE = "picture or a film"
ZIP = "zip folder"
UNPACKS = "unpacks to far more"
NOT_OFFICE = "no office program writes"
DAMAGED_WORD = "This Word document is damaged"
DAMAGED_ODT = "This OpenDocument text is damaged"
DAMAGED_PDF = "This PDF is damaged"
DAMAGED_FILE = "This file is damaged"
PROTECTED = "protected by a password"
SCAN = "This PDF is a scan"


@dataclass(frozen=True)
class Bad:
    """One bad file; `make` is called in the test, so that big ones are not all held at once."""

    name: str
    make: Callable[[], bytes]
    sentence: str


def _laughs(encoding: str = "utf-8") -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [{entities}]><d>&l9;</d>'
    return zipped({"word/document.xml": xml.encode(encoding)})


def _outside_entity() -> bytes:
    xml = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'
    return zipped({"word/document.xml": xml})


def _deep(times: int) -> str:
    return "<w:sdt><w:sdtContent>" * times + paragraph("x") + "</w:sdtContent></w:sdt>" * times


def _odt(content: str | bytes, **more: str | bytes) -> bytes:
    mimetype = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": mimetype, "content.xml": content, **more})


def _wrong_crc() -> bytes:
    data = bytearray(word(paragraph("Ask the office first.")))
    at = data.find(b"word/document.xml") + len("word/document.xml") + 12
    data[at] ^= 0xFF
    return bytes(data)


def _noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)  # noqa: S311 - noise, not a secret


_TEXT_PDF = raw_pdf("BT /F1 12 Tf 72 700 Td (Staff ask the office first.) Tj ET")


def _encrypted(handler: str) -> bytes:
    secret = "<" + "41" * 32 + ">"
    rules = f"<< /Filter /{handler} /V 1 /R 2 /O {secret} /U {secret} /P -4 >>"
    catalogue, pages = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"
    identity = "/ID [<41414141414141414141414141414141> <41414141414141414141414141414141>]"
    return pdf_of([catalogue, pages, rules], f"/Encrypt 3 0 R {identity}")


def _loop_of_pages() -> bytes:
    return pdf_of(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>",
        ]
    )


def _loop_of_forms() -> bytes:
    form = "/XObject << /X 6 0 R >>"
    page = raw_pdf("/X Do", resources=form).decode("latin-1")
    body = (
        "6 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject "
        "<< /X 6 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream\nendobj\n"
    )
    return page.replace("xref\n", body + "xref\n", 1).encode("latin-1")


def _packed_pdf(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    page = _TEXT_PDF.decode("latin-1")
    start, end = page.index("<< /Length"), page.index("endstream")
    stream = f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
    middle = stream.encode() + packed + b"\n"
    return page[:start].encode("latin-1") + middle + page[end:].encode("latin-1")


_HIDDEN = paragraph(inside=run("Secret words.", "<w:vanish/>"))
_MANIFEST = '<m xmlns:m="urn:x"><m:encryption-data/></m>'

BAD = [
    # nothing in it
    Bad("no bytes", lambda: b"", EMPTY),
    Bad("spaces only", lambda: b" \r\n\t\n", EMPTY),
    Bad("NULs only", lambda: b"\0" * 5000, EMPTY),
    Bad("a byte order mark only", lambda: codecs.BOM_UTF8, NO_WORDS),
    Bad("dashes only", lambda: b"-----\n\n-----\n", NO_WORDS),
    Bad("numbers only", lambda: b"1 2 3\n" * 50, NO_WORDS),
    # too much of it
    Bad("over 10 MB", lambda: b"x" * (MAX_BYTES + 1), TOO_LARGE),
    Bad("10 MB of one line", lambda: b"x" * MAX_BYTES, TOO_LONG),
    Bad("10 MB of lines", lambda: b"Ask.\n" * (MAX_BYTES // 5), TOO_LONG),
    Bad("just too long", lambda: b"word " * (MAX_CHARACTERS // 5 + 9), TOO_LONG),
    # not text
    Bad("noise", lambda: _noise(20_000), NOT_OURS),
    Bad("a NUL in a text", lambda: b"Ask the\0 office", NOT_OURS),
    Bad("control characters", lambda: b"Ask\x01\x02\x03 first" * 9, NOT_OURS),
    Bad("a program", lambda: b"\x7fELF\x02\x01\x01" + _noise(900), NOT_OURS),
    Bad("gzip", lambda: gzip.compress(b"Ask the office first." * 99), NOT_OURS),
    Bad("a 7z archive", lambda: b"7z\xbc\xaf\x27\x1c" + _noise(500), NOT_OURS),
    # other formats
    Bad("a PNG", lambda: b"\x89PNG\r\n\x1a\n" + _noise(99), PICTURE),
    Bad("a JPEG called .docx", lambda: b"\xff\xd8\xff\xe0" + _noise(99), PICTURE),
    Bad("a HEIC photo", lambda: b"\0\0\0\x18ftypheic" + _noise(99), PICTURE),
    Bad("a WebP", lambda: b"RIFF\x10\0\0\0WEBPVP8 " + _noise(99), PICTURE),
    Bad("rich text", lambda: rb"{\rtf1\ansi Ask the office.}", r"rich text file \(.rtf\)"),
    Bad("an old .doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office"),
    Bad(
        "a Word file with a password",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        PROTECTED,
    ),
    Bad("XML of another kind", lambda: b"<?xml version='1.0'?><feed>Ask first</feed>", NOT_OURS),
    Bad("a web archive", lambda: b"MIME-Version: 1.0\nContent-Type: multipart/x\n\nAsk", "mhtml"),
    Bad("a spreadsheet", lambda: zipped({"xl/workbook.xml": "<x/>"}), "spreadsheet or a slide"),
    Bad("slides", lambda: zipped({"ppt/presentation.xml": "<x/>"}), "spreadsheet or a slide"),
    Bad("a Pages file", lambda: zipped({"Index/Document.iwa": "x"}), "Pages document"),
    Bad("an OpenDocument sheet", lambda: samples.open_document("", kind="spreadsheet"), "not a te"),
    # zips
    Bad("a zip of nothing", lambda: zipped({}), ZIP),
    Bad("a zip of a policy", lambda: zipped({"policy.docx": word(paragraph("Ask"))}), ZIP),
    Bad("the start of a zip", lambda: b"PK\x03\x04" + bytes(40), DAMAGED_FILE),
    Bad("a climbing name", lambda: zipped({"../../word/document.xml": "<x/>"}), ZIP),
    # Word
    Bad("half a Word file", lambda: word(paragraph("Ask " * 900))[:-300], DAMAGED_FILE),
    Bad("a wrong checksum", _wrong_crc, DAMAGED_WORD),
    Bad("no main part", lambda: zipped({"[Content_Types].xml": samples.TYPES}), DAMAGED_WORD),
    Bad("a main part of noise", lambda: zipped({"word/document.xml": _noise(99)}), DAMAGED_WORD),
    Bad("XML left open", lambda: zipped({"word/document.xml": "<w>Ask"}), DAMAGED_WORD),
    Bad(
        "another root", lambda: zipped({"word/document.xml": "<policy>Ask</policy>"}), DAMAGED_WORD
    ),
    Bad("broken styles", lambda: word(paragraph("Ask"), styles="<w:style>"), DAMAGED_WORD),
    Bad("an empty Word file", lambda: word(""), NO_WORDS),
    Bad("a Word file of hidden words", lambda: word(_HIDDEN), NO_WORDS),
    Bad("a zip bomb", samples.bomb, UNPACKS),
    Bad("a small bomb", lambda: samples.bomb(megabytes=30), UNPACKS),
    Bad("a bomb that lies", lambda: lying_size(samples.bomb(megabytes=30)), DAMAGED_WORD),
    Bad("many members", lambda: zipped({f"word/{n}.xml": "" for n in range(2100)}), UNPACKS),
    Bad("a billion laughs", _laughs, NOT_OFFICE),
    Bad("a billion laughs in UTF-16", lambda: _laughs("utf-16"), NOT_OFFICE),
    Bad("an entity from outside", _outside_entity, NOT_OFFICE),
    Bad("deep XML", lambda: word(_deep(5_000)), UNPACKS),
    Bad("wide XML", lambda: word("<w:p/>" * 700_000), UNPACKS),
    # OpenDocument
    Bad("ODT of noise", lambda: _odt(_noise(99)), DAMAGED_ODT),
    Bad("ODT without a text", lambda: _odt("<x/>"), NO_WORDS),
    Bad(
        "ODT with a password", lambda: _odt("x", **{"META-INF/manifest.xml": _MANIFEST}), PROTECTED
    ),
    Bad("ODT with a DTD", lambda: _odt("<!DOCTYPE x><x/>"), NOT_OFFICE),
    Bad("deep ODT", lambda: _odt("<x>" * 9_000 + "</x>" * 9_000), UNPACKS),
    Bad("ODT bomb", lambda: _odt(b" " * (30 * 1024 * 1024)), UNPACKS),
    # web pages
    Bad("a page of scripts", lambda: b"<html><script>var ask = 'first'</script></html>", NO_WORDS),
    Bad("a page of menus", lambda: b"<html><body><nav>Home About</nav></body></html>", NO_WORDS),
    Bad("a page of tags", lambda: b"<html>" + b"<b>x" * 250_000, "more markup"),
    Bad("a deep page", lambda: b"<html>" + b"<div hidden>x" * 100_000, "more markup"),
    # PDF
    Bad("a PDF's first line", lambda: b"%PDF-1.7\n", DAMAGED_PDF),
    Bad("PDF of noise", lambda: b"%PDF-1.7\n" + _noise(50_000), DAMAGED_PDF),
    Bad("half a PDF", lambda: _TEXT_PDF[:200], DAMAGED_PDF),
    Bad("PDF with a password", lambda: _encrypted("Standard"), PROTECTED),
    Bad("PDF with an unknown lock", lambda: _encrypted("Acme"), PROTECTED),
    Bad("PDF without pages", lambda: raw_pdf(), DAMAGED_PDF),
    Bad("pages in a loop", _loop_of_pages, DAMAGED_PDF),
    Bad("a page that is not there", lambda: _TEXT_PDF.replace(b"[4 0 R]", b"[9 0 R]"), DAMAGED_PDF),
    Bad(
        "a million pages said", lambda: _TEXT_PDF.replace(b"/Count 1", b"/Count 1000000"), "pages;"
    ),
    Bad("301 pages", lambda: raw_pdf(*["BT ET"] * 301), "has 301 pages; we read up to 300"),
    Bad("a blank page", lambda: raw_pdf("BT ET"), NO_WORDS),
    Bad("forms in a loop", _loop_of_forms, NO_WORDS),
    Bad("a scan", samples.scan, SCAN),
    Bad("a packed flood", lambda: _packed_pdf(b"BT ET " * 40_000_000), NO_WORDS),
]
