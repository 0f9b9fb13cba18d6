"""The incidents' pages: the list, one incident, and one page for each act."""

from footprint.incidents.views.assessing import assess_incident, hand_over
from footprint.incidents.views.emergency import break_glass
from footprint.incidents.views.from_attempt import open_from_attempt
from footprint.incidents.views.listing import list_incidents
from footprint.incidents.views.naming import name_people, take_back_naming
from footprint.incidents.views.opening import open_incident
from footprint.incidents.views.overriding import answer_override, ask_override
from footprint.incidents.views.recording import (
    add_note,
    close_incident,
    record_support,
    refer_incident,
    resolve_incident,
)
from footprint.incidents.views.removing import (
    follow_up,
    record_answer,
    record_outcome,
    report_to_platform,
    request_deletion,
)
from footprint.incidents.views.showing import print_incident, print_pack, show_incident

__all__ = [
    "add_note",
    "answer_override",
    "ask_override",
    "assess_incident",
    "break_glass",
    "close_incident",
    "follow_up",
    "hand_over",
    "list_incidents",
    "name_people",
    "open_from_attempt",
    "open_incident",
    "print_incident",
    "print_pack",
    "record_answer",
    "record_outcome",
    "record_support",
    "refer_incident",
    "report_to_platform",
    "request_deletion",
    "resolve_incident",
    "show_incident",
    "take_back_naming",
]
