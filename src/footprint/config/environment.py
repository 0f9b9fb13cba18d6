"""
Every setting there is: one table serves the settings module, `.env.example` and the reference.

Settings come from the environment only. An unsafe production start is refused with every remedy
at once, so that nobody has to start seven times to learn seven things.
"""

import base64
import secrets
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit


class Mode(StrEnum):
    """How Footprint runs. Without a word it is production: nothing unsafe happens by accident."""

    PRODUCTION = "production"
    DEMO = "demo"
    TEST = "test"


@dataclass(frozen=True)
class Setting:
    """
    One environment variable.

    Args:
        name: the variable.
        default: what holds when it is not set, as text.
        sentence: what it is for, one sentence.
        secret: True when its value must never be printed.
    """

    name: str
    default: str
    sentence: str
    secret: bool = False


SETTINGS = (
    Setting(
        "FOOTPRINT_MODE", "production", "production, or demo (invented people, one-click sign-in)."
    ),
    Setting(
        "FOOTPRINT_DATA", "data", "Folder for the SQLite database, uploads and mail of the demo."
    ),
    Setting(
        "FOOTPRINT_BASE_URL",
        "",
        "The address people open, such as https://footprint.school.example.",
    ),
    Setting(
        "FOOTPRINT_SECRET_KEY", "", "At least 50 random characters; signs sessions and links.", True
    ),
    Setting(
        "FOOTPRINT_MASTER_KEY",
        "",
        "43 characters from secrets.token_urlsafe(32); opens sealed words. Keep it on paper too.",
        True,
    ),
    Setting(
        "FOOTPRINT_KEYS",
        "",
        "Folder for the keys of matters; empty means keys in the data folder. Back it up apart.",
    ),
    Setting(
        "DATABASE_URL",
        "",
        "postgres://user:password@host/name; empty means SQLite in the data folder.",
        True,
    ),
    Setting("FOOTPRINT_EMAIL_URL", "", "smtp+tls://user:password@host:587 for messages out.", True),
    Setting(
        "FOOTPRINT_EMAIL_FROM", "", "The sender of messages, such as footprint@school.example."
    ),
    Setting(
        "FOOTPRINT_BEHIND_PROXY",
        "no",
        "yes when a proxy of yours ends TLS and sets X-Forwarded-Proto.",
    ),
    Setting(
        "FOOTPRINT_TEST_ALLOW",
        "",
        "Tests only: host:port addresses that the fetch door lets through.",
    ),
    Setting(
        "FOOTPRINT_TEST_FAILPOINT", "", "Tests only: the point at which a process kills itself."
    ),
)

SECRET_LENGTH = 50
MASTER_KEY_BYTES = 32


def unsafe(
    *,
    secret_key: str,
    master_key: str,
    base_url: str,
    email_url: str,
    email_from: str,
    allow: str,
    failpoint: str,
) -> list[str]:
    """Say what must change before a production start: one sentence for each thing, or nothing."""
    address = urlsplit(base_url)
    found = []
    if len(secret_key) < SECRET_LENGTH:
        found.append(f"Set FOOTPRINT_SECRET_KEY to at least {SECRET_LENGTH} random characters.")
    if not is_master_key(master_key):
        found.append("Set FOOTPRINT_MASTER_KEY to what Python's secrets.token_urlsafe(32) gives.")
    if address.scheme != "https" or not address.hostname:
        found.append("Set FOOTPRINT_BASE_URL to the https:// address that people open.")
    if not email_url:
        found.append("Set FOOTPRINT_EMAIL_URL: without it reminders and alerts reach nobody.")
    if "@" not in email_from:
        found.append("Set FOOTPRINT_EMAIL_FROM to the address that messages come from.")
    if allow or failpoint:
        found.append("Unset FOOTPRINT_TEST_ALLOW and FOOTPRINT_TEST_FAILPOINT: they are for tests.")
    return found


def is_master_key(text: str) -> bool:
    """Whether it is 32 bytes in URL-safe base64."""
    try:
        return len(base64.urlsafe_b64decode(f"{text}==")) == MASTER_KEY_BYTES
    except ValueError:
        return False


def kept_secret_key(data: Path) -> str:
    """The demo's own key, made once and kept, so that a restart signs nobody out."""
    return _kept(data / "secret_key", SECRET_LENGTH)


def kept_master_key(data: Path) -> str:
    """The demo's own master key; in production it must not lie in the data folder."""
    return _kept(data / "master_key", MASTER_KEY_BYTES)


def _kept(path: Path, length: int) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.write_text(secrets.token_urlsafe(length))
        path.chmod(0o600)
    return path.read_text()
