"""
Every kind of source there is. Explicit, so that deleting a folder and its line here is all.

FETCHED sources have an address and are read by the worker; UPLOADED ones are files that staff
hand in.
"""

from collections.abc import Mapping
from types import MappingProxyType

from footprint.connectors.base import Connector
from footprint.connectors.feed.connector import Feed
from footprint.connectors.spreadsheet.connector import Spreadsheet

FETCHED: Mapping[str, Connector] = MappingProxyType({Feed.kind: Feed()})
UPLOADED: Mapping[str, Spreadsheet] = MappingProxyType({Spreadsheet.kind: Spreadsheet()})
