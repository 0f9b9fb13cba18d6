"""Word and OpenDocument files are zips of XML: opened here, with limits, and nowhere else.

Sizes in a zip's directory are claims, so every member is also read with a limit. XML with a DTD is
refused: it is where entity bombs and reads of other files come from; no office program writes one.
"""

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType
from xml.etree import ElementTree as ET
from xml.parsers import expat

from footprint.policies.documents.problem import DocumentProblem, damaged

MAX_MEMBERS = 2_000
MAX_MEMBER_BYTES = 24 * 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_RATIO = 150  # prose packs about 10 to 1, repetitive XML 40 to 1; bombs 1,000 to 1
MAX_DEPTH = 120
MAX_ELEMENTS = 600_000

_UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,  # a packing method that Python does not know
    RuntimeError,  # an encrypted member
    EOFError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
)


class Package:
    """The members of one zip, each read at most once the limit allows."""

    def __init__(self, data: bytes, *, what: str) -> None:
        """
        Raises:
            DocumentProblem: damaged, or more than any policy needs.
        """
        self._what = what
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except _UNREADABLE:
            raise damaged(what) from None
        except Exception:  # zlib.error and struct.error carry no common base
            raise damaged(what) from None
        self._refuse_bomb(infos, packed=len(data))
        self.names = frozenset(info.filename for info in infos)

    def _refuse_bomb(self, infos: list[zipfile.ZipInfo], *, packed: int) -> None:
        total = sum(info.file_size for info in infos)
        if len(infos) > MAX_MEMBERS or total > min(MAX_UNPACKED_BYTES, MAX_RATIO * packed):
            raise too_much_inside(self._what)

    def read(self, name: str) -> bytes:
        """
        The bytes of one member.

        Raises:
            DocumentProblem: absent, damaged, or larger than `MAX_MEMBER_BYTES`.
        """
        try:
            with self._zip.open(name) as member:
                data = member.read(MAX_MEMBER_BYTES + 1)
        except MemoryError:
            raise
        except Exception:
            raise damaged(self._what) from None
        if len(data) > MAX_MEMBER_BYTES:
            raise too_much_inside(self._what)
        return data

    def xml(self, name: str) -> ET.Element:
        """The root of an XML member; raises DocumentProblem like `read` and `parse_xml`."""
        return parse_xml(self.read(name), what=self._what)


def too_much_inside(what: str) -> DocumentProblem:
    """The problem of a small file that unpacks to far more than it should."""
    return DocumentProblem(
        f"This {what} unpacks to far more than a policy needs, so it was not opened. "
        "Save it again without pictures and upload the new copy."
    )


def parse_xml(data: bytes, *, what: str) -> ET.Element:
    """
    The root element of `data`, which must have no DTD and no more depth than office files have.

    Raises:
        DocumentProblem: not XML, a DTD, nested too deep, too many elements.
    """
    _check(data, what)
    try:
        return ET.fromstring(data)  # noqa: S314 - the check above refused every DTD
    except (ET.ParseError, ValueError, LookupError):
        raise damaged(what) from None


class _Refused(Exception):
    """Stops expat at the first thing that we do not take."""


def _check(data: bytes, what: str) -> None:
    """Walk through the XML before any tree is built. By parser, as a DTD may be in any encoding."""
    depth = count = 0

    def start(_name: str, _attributes: Mapping[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > MAX_DEPTH or count > MAX_ELEMENTS:
            raise _Refused

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_: object) -> None:
        raise DocumentProblem(
            f"This {what} holds something that no office program writes, so it was not opened. "
            "Open it on your computer, save it again and upload the new copy."
        )

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except _Refused:
        raise too_much_inside(what) from None
    except (expat.ExpatError, ValueError, LookupError):
        raise damaged(what) from None


def repack(members: Mapping[str, bytes]) -> io.BytesIO:
    """A new zip of exactly these members: what a library reads is then what we have checked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as target:
        for name, data in MappingProxyType(dict(members)).items():
            target.writestr(name, data)
    packed.seek(0)
    return packed
