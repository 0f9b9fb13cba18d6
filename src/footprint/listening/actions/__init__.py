"""Every write of the listening: sources, what they bring, uploads and sightings."""

from footprint.listening.actions.fetching import (
    LeaseLost,
    record_failure,
    record_success,
    store_batch,
    take_lease,
)
from footprint.listening.actions.judging import Verdict, judge_text
from footprint.listening.actions.keeping import Stored
from footprint.listening.actions.sealing import seal_mention
from footprint.listening.actions.sightings import AlreadyReported, Sighting, record_sighting
from footprint.listening.actions.sources import (
    AlreadyListening,
    SourceChangedMeanwhile,
    SourceDetails,
    add_source,
    change_source,
    switch_source,
)
from footprint.listening.actions.trying import Trial, try_address
from footprint.listening.actions.uploads import ColumnsUnknown, headings_of, store_spreadsheet
from footprint.listening.actions.way_out import PATIENCE, way_out

__all__ = [
    "PATIENCE",
    "AlreadyListening",
    "AlreadyReported",
    "ColumnsUnknown",
    "LeaseLost",
    "Sighting",
    "SourceChangedMeanwhile",
    "SourceDetails",
    "Stored",
    "Trial",
    "Verdict",
    "add_source",
    "change_source",
    "headings_of",
    "judge_text",
    "record_failure",
    "record_sighting",
    "record_success",
    "seal_mention",
    "store_batch",
    "store_spreadsheet",
    "switch_source",
    "take_lease",
    "try_address",
    "way_out",
]
