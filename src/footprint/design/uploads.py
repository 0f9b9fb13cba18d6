"""
Files come in only where a page asks for one, and never touch the disk as they came.

A file of its own because Django asks for an upload handler by its path. Anybody may post a file to
any address; without this a large one would lie unencrypted in the folder for temporary files,
and what must never be stored here would have been.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any, TypeVar

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.urls import Resolver404, resolve

View = TypeVar("View", bound=Callable[..., Any])
MOST_BYTES = 12 * 1024 * 1024


def takes_files(view: View) -> View:
    """Say that a page asks for files. On every other address they are dropped as they arrive."""
    view.takes_files = True  # type: ignore[attr-defined]
    return view


class OnlyWhereAsked(FileUploadHandler):
    """
    Keeps a file in memory where the page takes files; drops its bytes everywhere else.

    Of a file that is larger than `MOST_BYTES` only the size is kept, so that the form can say it.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if not self._asked():
            raise SkipFile
        self.kept: list[bytes] = []
        self.size = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.size += len(raw_data)
        if self.size > MOST_BYTES:
            self.kept = []
        else:
            self.kept.append(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        return InMemoryUploadedFile(
            file=BytesIO(b"".join(self.kept)),
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )

    def _asked(self) -> bool:
        if self.request is None:
            return False
        try:
            found = resolve(self.request.path_info)
        except Resolver404:
            return False
        return getattr(found.func, "takes_files", False)
