"""Files are kept only where a page takes them, in memory, up to a limit; elsewhere never."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.test import Client
from django.urls import path

from footprint.design import uploads
from footprint.design.uploads import takes_files


def _told(request: HttpRequest) -> HttpResponse:
    file = request.FILES.get("file")
    told = {"words": request.POST.get("words"), "file": None}
    if isinstance(file, UploadedFile):
        told["file"] = [file.name, file.size, file.read().decode()]  # type: ignore[assignment]
    return JsonResponse(told)


def refuses(request: HttpRequest) -> HttpResponse:
    return _told(request)


@takes_files
def takes(request: HttpRequest) -> HttpResponse:
    return _told(request)


urlpatterns = [path("takes/", takes), path("refuses/", refuses)]


@pytest.fixture(autouse=True)
def addresses(settings: object) -> None:
    settings.ROOT_URLCONF = __name__  # type: ignore[attr-defined]


@pytest.fixture
def temporary(tmp_path: Path, settings: object) -> Iterator[Path]:
    """Where Django would put an upload that is too large for memory."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)  # type: ignore[attr-defined]
    yield tmp_path
    assert list(tmp_path.iterdir()) == []


def post(address: str, data: bytes = b"bytes") -> object:
    sent = {"words": "hello", "file": SimpleUploadedFile("a.txt", data)}
    return Client().post(address, sent).json()


def test_a_page_that_takes_files_gets_it(temporary: Path) -> None:
    assert post("/takes/") == {"words": "hello", "file": ["a.txt", 5, "bytes"]}


def test_everywhere_else_it_is_dropped_and_the_words_arrive(temporary: Path) -> None:
    assert post("/refuses/") == {"words": "hello", "file": None}


def test_of_one_that_is_too_large_only_the_size_is_kept(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 100)
    data = b"x" * 200_000  # more than one chunk

    assert post("/takes/", data) == {"words": "hello", "file": ["a.txt", 200_000, ""]}
    assert post("/refuses/", data) == {"words": "hello", "file": None}


def test_an_address_that_does_not_exist_keeps_nothing(temporary: Path) -> None:
    sent = {"file": SimpleUploadedFile("a.txt", b"bytes")}
    assert Client().post("/nowhere/", sent).status_code == 404
