"""
The keys of matters: one each, kept as files outside the database.

A file of its own because nothing else may touch a key. A matter's key is wrapped by its school's
key, that by the master key, which is neither in the database nor in its backup. Destroying a
matter's key makes its words unreadable in every old backup of the database too.

Machines that share a database must share the folder. A lost master key is lost words: the recovery
sheet says so (docs/how-to).
"""

import base64
import json
import os
import secrets
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from footprint.vault import sealing


class KeyMissing(Exception):
    """The key is not in the folder: destroyed, or the folder is not the one it was kept in."""


def make_key(school_id: int) -> str:
    """
    Make and keep a key for one matter of a school.

    Returns:
        its name, to be stored with the matter: 32 hex digits that tell nothing.
    """
    name = secrets.token_hex(16)
    _keep(_path(name), sealing.new_key(), wrapped_by=_school_key(school_id), about=name)
    return name


def forget_when(key: str, *, day: date) -> None:
    """
    Let the file of a key say the day only, as backups would carry its minute along.

    For a report whose sender must not be found by when it came.
    """
    midnight = datetime.combine(day, time.min, tzinfo=UTC).timestamp()
    os.utime(_path(key), (midnight, midnight))


def seal(text: str, *, key: str, school_id: int, about: str) -> bytes:
    """
    Seal words under a matter's key.

    Args:
        key: what `make_key` returned.
        about: which field of which row, such as "entry"; opening needs the same.

    Raises:
        KeyMissing: see there.
    """
    return sealing.seal(text.encode(), key=_key(key, school_id), about=f"{key}/{about}")


def unseal(sealed: bytes, *, key: str, school_id: int, about: str) -> str:
    """
    Open words.

    Raises:
        KeyMissing, sealing.SealBroken: see there.
    """
    opened = sealing.unseal(bytes(sealed), key=_key(key, school_id), about=f"{key}/{about}")
    return opened.decode()


def seal_bytes(data: bytes, *, key: str, school_id: int, about: str) -> bytes:
    """The same for a file."""
    return sealing.seal(data, key=_key(key, school_id), about=f"{key}/{about}")


def unseal_bytes(sealed: bytes, *, key: str, school_id: int, about: str) -> bytes:
    """The same for a file."""
    return sealing.unseal(sealed, key=_key(key, school_id), about=f"{key}/{about}")


def destroy_key(key: str) -> None:
    """End a key: what was sealed under it can never be read again. Twice is once."""
    _path(key).unlink(missing_ok=True)


def _key(name: str, school_id: int) -> bytes:
    return _open(_path(name), wrapped_by=_school_key(school_id), about=name)


def _school_key(school_id: int) -> bytes:
    path, about = Path(settings.KEYS) / "schools" / f"{school_id}.key", f"school:{school_id}"
    if not path.exists():
        _keep(path, sealing.new_key(), wrapped_by=_master(settings.MASTER_KEY), about=about)
    return _open(path, wrapped_by=_master(settings.MASTER_KEY), about=about)


@lru_cache(maxsize=4)
def _master(text: str) -> bytes:
    key = base64.urlsafe_b64decode(f"{text}==")
    if len(key) != sealing.KEY_BYTES:
        raise ValueError("the master key is not 32 bytes in base64")
    return key


def _path(name: str) -> Path:
    if len(name) != 32 or set(name) - set("0123456789abcdef"):
        raise KeyMissing(name)
    return Path(settings.KEYS) / name[:2] / f"{name}.key"


def _keep(path: Path, key: bytes, *, wrapped_by: bytes, about: str) -> None:
    """Whole or not at all, and on the disk before anything is sealed under it."""
    wrapped = sealing.seal(key, key=wrapped_by, about=about)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{secrets.token_hex(4)}")
    with draft.open("x") as file:
        json.dump({"wrapped": base64.b64encode(wrapped).decode()}, file)
        file.flush()
        os.fsync(file.fileno())
    draft.chmod(0o600)
    try:
        os.link(draft, path)  # fails where another process kept one first: theirs stands
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Without this the new name may be gone after a power cut, and with it the words."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _open(path: Path, *, wrapped_by: bytes, about: str) -> bytes:
    try:
        kept = json.loads(path.read_text())
    except FileNotFoundError:
        raise KeyMissing(about) from None
    return sealing.unseal(base64.b64decode(kept["wrapped"]), key=wrapped_by, about=about)
