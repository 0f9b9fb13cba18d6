"""Pages that are pictures of text: read by tesseract where it is installed."""

import logging
import shutil
import subprocess

import pypdfium2 as pdfium

logger = logging.getLogger(__name__)
_DOTS = 300 / 72  # 300 to the inch, what tesseract is made for
_MOST_SIDE = 5_000  # dots: a poster is read coarser rather than eating the memory
_SECONDS = 60


def tesseract() -> str | None:
    """Where the OCR program is, if it is installed."""
    return shutil.which("tesseract")


def read_picture(page: "pdfium.PdfPage", program: str) -> str:
    """The words of one page by OCR; an empty string where there are none or it fails."""
    try:
        done = subprocess.run(  # noqa: S603 - found by shutil.which, fixed arguments
            [program, "stdin", "stdout", "-l", "eng", "--psm", "3"],
            input=_picture(page),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as error:
        logger.warning("OCR of a page failed: %s", type(error).__name__)
        return ""
    return done.stdout.decode("utf-8", errors="replace").replace("\f", "")


def _picture(page: "pdfium.PdfPage") -> bytes:
    """The page in greys as PGM, which needs no image library."""
    scale = min(_DOTS, _MOST_SIDE / max(*page.get_size(), 1))
    bitmap = page.render(scale=scale, grayscale=True)
    pixels, width = bytes(bitmap.buffer), bitmap.width
    rows = (pixels[y * bitmap.stride : y * bitmap.stride + width] for y in range(bitmap.height))
    header = f"P5 {width} {bitmap.height} 255\n".encode("ascii")
    return header + b"".join(rows)
