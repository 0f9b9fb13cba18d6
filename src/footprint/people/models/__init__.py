"""People of the school, their families, their leaving, one-time links, and imported files."""

from footprint.people.models.family import FamilyLink, FamilyLinkQuerySet, Relation
from footprint.people.models.imports import (
    ColumnMapping,
    FileKind,
    ImportState,
    PeopleImport,
    PeopleImportQuerySet,
)
from footprint.people.models.leaving import Leaving, LeavingQuerySet
from footprint.people.models.links import OneTimeLink, OneTimeLinkQuerySet
from footprint.people.models.people import (
    NURSERY,
    OLDEST_YEAR,
    RECEPTION,
    Part,
    PartQuerySet,
    Person,
    PersonQuerySet,
)

__all__ = [
    "NURSERY",
    "OLDEST_YEAR",
    "RECEPTION",
    "ColumnMapping",
    "FamilyLink",
    "FamilyLinkQuerySet",
    "FileKind",
    "ImportState",
    "Leaving",
    "LeavingQuerySet",
    "OneTimeLink",
    "OneTimeLinkQuerySet",
    "Part",
    "PartQuerySet",
    "PeopleImport",
    "PeopleImportQuerySet",
    "Person",
    "PersonQuerySet",
    "Relation",
]
