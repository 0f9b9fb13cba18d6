"""
The receipt of a report: eight words with which whoever wrote it reads answers and writes again.

A file of its own because all that a reporter's safety rests on is here, to be read in one piece.
The words are never stored: the table holds their SHA-256, which nobody can turn back because eight
words of this list hold more than 80 bits. They are made from the form's random ticket, so that a
form sent twice, on a bad line, is one report with one receipt.
"""

import hashlib
import hmac
import re
import secrets
from functools import lru_cache
from pathlib import Path

from django.conf import settings

LENGTH = 8
TELLING = 4  # letters by which a word is known
_TICKET = re.compile(r"[0-9a-f]{32}")


@lru_cache(maxsize=1)
def word_list() -> tuple[str, ...]:
    """The words; no two begin with the same four letters."""
    lines = Path(__file__).with_name("receipt_words.txt").read_text().splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


def new_ticket() -> str:
    """What a form carries from the moment it is shown; it says nothing about anybody."""
    return secrets.token_hex(16)


def receipt_for(ticket: str) -> tuple[str, ...]:
    """
    The eight words of a ticket: the same for the same ticket, on this installation only.

    A ticket that is not one of ours gets words of its own, as if it were new.
    """
    known = ticket if _TICKET.fullmatch(ticket) else new_ticket()
    key = f"receipt:{settings.SECRET_KEY}".encode()
    number = int.from_bytes(hmac.digest(key, known.encode(), "sha256"), "big")
    words = []
    for _place in range(LENGTH):
        number, place = divmod(number, len(word_list()))
        words.append(word_list()[place])
    return tuple(words)


def digest_of(words: tuple[str, ...]) -> str:
    """What is kept of a receipt."""
    return hashlib.sha256(" ".join(words).encode()).hexdigest()


def digest_of_typed(text: str) -> str:
    """
    What would be kept of the words that somebody typed; "" where they cannot be a receipt.

    Capitals, commas, numbers before the words and slips after the fourth letter do not matter.
    """
    typed = re.findall(r"[a-z]+", text.lower())
    found = tuple(filter(None, (_by_beginning().get(word[:TELLING]) for word in typed)))
    return digest_of(found) if len(found) == len(typed) == LENGTH else ""


@lru_cache(maxsize=1)
def _by_beginning() -> dict[str, str]:
    return {word[:TELLING]: word for word in word_list()}
