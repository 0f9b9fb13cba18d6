"""Seal an incident that turned out to be sensitive: all its words, from its first line on."""

from typing import Any

from django.db import models

from footprint.incidents.models import Incident
from footprint.listening.actions import seal_mention
from footprint.vault.fields import SealedText, sealed_values
from footprint.vault.keys import make_key


def seal_incident(incident: Incident) -> None:
    """
    Seal title, timeline, letters, referrals, capture and post under one key. Twice is once.

    Call inside a transaction. Backups made before this hold the words as they were.
    """
    if incident.seal_key:
        return
    rows = [incident, *_rows_of(incident)]
    words = [_words(row) for row in rows]  # read before the key is there, written after
    mention = incident.mention
    incident.seal_key = seal_mention(mention) if mention else make_key(incident.school_id)
    if incident.capture:
        incident.capture.seal_key = incident.seal_key
    for row, said in zip(rows, words, strict=True):
        own = {"seal_key": incident.seal_key} if hasattr(row, "seal_key") else {}
        same = type(row)._default_manager.filter(pk=row.pk)
        same.update(**own, **sealed_values(row, said))


def _rows_of(incident: Incident) -> list[Any]:
    """Of every table of this room that holds words about an incident, and its capture."""
    rows: list[Any] = [incident.capture] if incident.capture else []
    for relation in Incident._meta.related_objects:
        if relation.field.model._meta.app_label == "incidents" and _sealed(relation.field.model):
            rows += relation.field.model._default_manager.filter(incident=incident)
    for row in rows:
        if hasattr(row, "incident"):
            row.incident = incident  # so that all of them get the key at once
    return rows


def _words(row: models.Model) -> dict[str, str]:
    return {name: getattr(row, name) for name in _sealed(type(row))}


def _sealed(model: type[models.Model]) -> list[str]:
    return [each.name for each in model._meta.concrete_fields if isinstance(each, SealedText)]
