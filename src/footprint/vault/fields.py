"""
A text that is sealed in the database and plain in the hands of whoever holds the row.

A file of its own because it is the only place where a table meets a key. A model that uses it has
a `seal`: what its matter is sealed under, or None where the matter is not sensitive. Writing past
`save()` needs `sealed_values`; a sweep of the whole database in the tests holds us to it.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from footprint.vault import keys

PREFIX = "⟦sealed 1⟧"


@dataclass(frozen=True)
class Seal:
    """What a matter is sealed under: the name of its key, and whose key wraps that."""

    key: str
    school_id: int


class Sealable(Protocol):
    """A row with sealed texts."""

    @property
    def seal(self) -> Seal | None: ...


class _Opened(DeferredAttribute):
    """Reading the attribute opens it; what came from the database stays sealed in the row."""

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        found = super().__get__(instance, owner)
        if instance is None or not isinstance(self.field, _Sealing):
            return found
        return self.field.opened(instance, found)

    def __set__(self, instance: Any, value: Any) -> None:
        """Without this Python would look into the row first, and hand out what is sealed."""
        instance.__dict__[self.field.attname] = value


class _Sealing:
    """What both kinds of column do."""

    attname: str  # these two are set by Django
    model: type[models.Model]

    def opened(self, row: Sealable, stored: Any) -> Any:
        """
        The words.

        Raises:
            KeyMissing, SealBroken: see `vault.keys`.
        """
        if not isinstance(stored, str) or not stored.startswith(PREFIX):
            return stored
        if row.seal is None:
            raise keys.KeyMissing(self._about)
        return keys.unseal(
            base64.b64decode(stored[len(PREFIX) :]),
            key=row.seal.key,
            school_id=row.seal.school_id,
            about=self._about,
        )

    def stored(self, row: Sealable, words: Any) -> str:
        """What the column holds for these words; nothing is nothing, sealed or not."""
        if row.seal is None or not words:
            return str(words)
        sealed = keys.seal(words, key=row.seal.key, school_id=row.seal.school_id, about=self._about)
        return PREFIX + base64.b64encode(sealed).decode()

    def pre_save(self, model_instance: Any, add: bool) -> str:
        return self.stored(model_instance, getattr(model_instance, self.attname))

    @property
    def _about(self) -> str:
        return f"{self.model._meta.label_lower}.{self.attname}"


class SealedText(_Sealing, models.TextField[str, str]):
    """A text column; under a seal it holds only what nobody can read without the matter's key."""

    descriptor_class = _Opened


class SealedJSON(_Sealing, models.TextField[Any, Any]):
    """The same for lists and objects of JSON values."""

    descriptor_class = _Opened

    def opened(self, row: Sealable, stored: Any) -> Any:
        found = super().opened(row, stored)
        return json.loads(found) if isinstance(found, str) else found

    def stored(self, row: Sealable, words: Any) -> str:
        return super().stored(row, json.dumps(words, ensure_ascii=False))


def is_sealed(name: str) -> models.Q:
    """For a constraint: the column holds nothing, or nothing that can be read."""
    return models.Q(**{name: ""}) | models.Q(**{f"{name}__startswith": PREFIX})


def sealed_values(row: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as `QuerySet.update` must get them for this row: sealed where the field is."""
    fields = {field.name: field for field in row._meta.concrete_fields}
    return {
        name: field.stored(row, value) if isinstance(field := fields.get(name), _Sealing) else value
        for name, value in values.items()
    }
