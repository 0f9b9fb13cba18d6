"""Files made in code: Word, OpenDocument, PDF by typst and by hand. All words are invented."""

import io
import json
import re
import struct
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

import typst

from footprint.policies.documents.text import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELS = (
    f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{R}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Ghost"><w:name w:val="Ghost"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
)


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A zip of these members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return target.getvalue()


def run(text: str, properties: str = "") -> str:
    """A w:r."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str = "", *, style: str = "", inside: str = "") -> str:
    """A w:p of one run, or of whatever XML is given."""
    own = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{own}{inside or run(text)}</w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A w:tbl with one paragraph in each cell."""
    return (
        "<w:tbl>"
        + "".join(
            "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
            for row in rows
        )
        + "</w:tbl>"
    )


def text_box(*paragraphs: str) -> str:
    """A run that holds a box as newer Word saves it: its words twice, for new and old readers."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def word(body: str, *, links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A .docx; `parts` are further members of word/ by name ("footnotes": inner XML)."""
    relations = "".join(
        f'<Relationship Id="{i}" Type="{R}/hyperlink" Target="{escape(t)}" TargetMode="External"/>'
        for i, t in (links or {}).items()
    )
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": _RELS,
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_NAMES}>{_STYLES}</w:styles>",
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'
        ),
    }
    for name, inner in parts.items():
        members[f"word/{name}.xml"] = f"<w:{name} {_NAMES}>{inner}</w:{name}>"
    return zipped(members)


def strict_word(body: str) -> bytes:
    """A .docx as Word's "strict" format names things."""
    inner = f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>".replace(W, _STRICT_W)
    return zipped({"_rels/.rels": _RELS, "word/document.xml": inner})


def open_document(body: str, *, styles: str = "", kind: str = "text") -> bytes:
    """An .odt of this office:text."""
    names = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
        for n in ("office", "text", "table", "style")
    )
    draw = 'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    fo = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    content = (
        f"<office:document-content {names} {draw} {fo} {link}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    return zipped({"mimetype": mimetype, "content.xml": content})


def typeset(source: str, **data: object) -> bytes:
    """A PDF of typst source; in it `data` is what was given."""
    prelude = "#let data = json(bytes(sys.inputs.data))\n#set smartquote(enabled: false)\n"
    return typst.compile(
        (prelude + source).encode(),
        sys_inputs={"data": json.dumps(data)},
        ignore_system_fonts=True,
    )


def raw_pdf(*contents: str, extra: str = "", resources: str = "") -> bytes:
    """A PDF written by hand: one page for each content stream, Helvetica as /F1."""
    count = len(contents)
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(count))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {extra} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, content in enumerate(contents):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
            f"{5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> {resources} >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return pdf_of(objects)


def pdf_of(objects: Sequence[str], trailer: str = "") -> bytes:
    """A PDF of these objects, the first being the catalogue."""
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    size = len(objects) + 1
    return (
        out
        + f"trailer << /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF".encode()
    )


def scan() -> bytes:
    """A PDF page that is nothing but a grey picture."""
    image = "q 595 0 0 842 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 80FF80FF> EI Q"
    return raw_pdf(image)


def bomb(name: str = "word/document.xml", megabytes: int = 150) -> bytes:
    """A small zip that unpacks to a lot."""
    return zipped({"[Content_Types].xml": TYPES, name: b" " * (megabytes * 1024 * 1024)})


def lying_size(data: bytes) -> bytes:
    """The zip with every unpacked size in its directory set to ten bytes."""
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data = data[: at + 24] + struct.pack("<I", 10) + data[at + 28 :]
        at = data.find(b"PK\x01\x02", at + 4)
    return data


def sentences(document: Document) -> set[str]:
    """The sentences of a document, spaces evened."""
    found = set()
    for block in document.blocks:
        for sentence in re.split(r"(?<=[.?!])[\s]+", " ".join(block.text.split())):
            found.add(sentence)
    return found
