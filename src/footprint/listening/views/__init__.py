"""Pages of the listening: sources, spreadsheets, and the report of something seen."""

from footprint.listening.views.sightings import (
    report_sighting,
    sighting_kept,
    stop_now,
    write_sighting,
)
from footprint.listening.views.sources import (
    add_source,
    change_source,
    list_sources,
    switch_off_source,
    switch_on_source,
)
from footprint.listening.views.trying import try_text
from footprint.listening.views.uploads import choose_columns, show_upload, upload_spreadsheet

__all__ = [
    "add_source",
    "change_source",
    "choose_columns",
    "list_sources",
    "report_sighting",
    "show_upload",
    "sighting_kept",
    "stop_now",
    "switch_off_source",
    "switch_on_source",
    "try_text",
    "upload_spreadsheet",
    "write_sighting",
]
