"""The incidents' pages: the list, one incident, and one page for each act."""

from footprint.incidents.views.assessing import assess_incident, hand_over
from footprint.incidents.views.emergency import break_glass
from footprint.incidents.views.exhibits import (
    add_exhibit,
    contain_exhibit,
    destroy_exhibit,
    draw_exhibit,
    show_exhibit,
)
from footprint.incidents.views.faking import hear_back, say_fake
from footprint.incidents.views.from_attempt import open_from_attempt
from footprint.incidents.views.laddering import invite_to_meeting, record_meeting, show_pack
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
    "add_exhibit",
    "add_note",
    "answer_override",
    "ask_override",
    "assess_incident",
    "break_glass",
    "close_incident",
    "contain_exhibit",
    "destroy_exhibit",
    "draw_exhibit",
    "follow_up",
    "hand_over",
    "hear_back",
    "invite_to_meeting",
    "list_incidents",
    "name_people",
    "open_from_attempt",
    "open_incident",
    "print_incident",
    "print_pack",
    "record_answer",
    "record_meeting",
    "record_outcome",
    "record_support",
    "refer_incident",
    "report_to_platform",
    "request_deletion",
    "resolve_incident",
    "say_fake",
    "show_exhibit",
    "show_incident",
    "show_pack",
    "take_back_naming",
]
