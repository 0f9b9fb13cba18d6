"""
Seal words or bytes under one key, so that they open only as what they were sealed as.

A file of its own because it is arithmetic alone: no files, no settings, no database. AES-256-GCM
with a random 96-bit nonce; what the words are about is bound in, so that a row that is copied to
another matter does not open there.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_NONCE_BYTES = 12
_VERSION = b"\x01"  # another method gets another first byte; old rows stay readable


class SealBroken(Exception):
    """It does not open: another key, another place, or changed since it was sealed."""


def new_key() -> bytes:
    """A random key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def seal(data: bytes, *, key: bytes, about: str) -> bytes:
    """
    Seal bytes.

    Args:
        key: 32 bytes.
        about: where they belong, such as "incident:7/entry:12"; opening needs the same.
    """
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, data, _VERSION + about.encode())


def unseal(sealed: bytes, *, key: bytes, about: str) -> bytes:
    """
    Open what `seal` made.

    Raises:
        SealBroken: see there.
    """
    version, nonce, rest = sealed[:1], sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    if version != _VERSION or len(nonce) != _NONCE_BYTES:
        raise SealBroken(about)
    try:
        return AESGCM(key).decrypt(nonce, rest, _VERSION + about.encode())
    except InvalidTag:
        raise SealBroken(about) from None
