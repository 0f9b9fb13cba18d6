"""The pages of this room: the ways in for everybody and for staff, and the reading side."""

from footprint.concerns.views.acting import (
    answer_concern,
    close_concern,
    name_people,
    open_incident,
)
from footprint.concerns.views.complaining import (
    acknowledge_complaint,
    end_complaint,
    go_to_next_stage,
    list_complaints,
    open_complaint,
    set_procedure,
    show_complaint,
)
from footprint.concerns.views.outside import (
    read_answers,
    tell_as_child,
    tell_as_parent,
    tell_without_name,
    write_back,
)
from footprint.concerns.views.reading import list_concerns, show_concern
from footprint.concerns.views.staff import report_concern

__all__ = [
    "acknowledge_complaint",
    "answer_concern",
    "close_concern",
    "end_complaint",
    "go_to_next_stage",
    "list_complaints",
    "list_concerns",
    "name_people",
    "open_complaint",
    "open_incident",
    "read_answers",
    "report_concern",
    "set_procedure",
    "show_complaint",
    "show_concern",
    "tell_as_child",
    "tell_as_parent",
    "tell_without_name",
    "write_back",
]
