"""The inbox's pages: the list, one item, and one page for each act."""

from footprint.inbox.views.acting import (
    leave_item,
    open_incident,
    pass_on_item,
    reopen_item,
    reply_item,
)
from footprint.inbox.views.judging import (
    answer_safety,
    confirm_item,
    move_item,
    show_ruling,
    shut_out_people,
)
from footprint.inbox.views.listing import list_items
from footprint.inbox.views.showing import show_item

__all__ = [
    "answer_safety",
    "confirm_item",
    "leave_item",
    "list_items",
    "move_item",
    "open_incident",
    "pass_on_item",
    "reopen_item",
    "reply_item",
    "show_item",
    "show_ruling",
    "shut_out_people",
]
