"""Pages of publishing."""

from footprint.publishing.views.checking import check_words
from footprint.publishing.views.deciding import (
    approve_draft,
    give_up_draft,
    send_back_draft,
    submit_draft,
)
from footprint.publishing.views.drafting import add_draft, change_draft, keep_finding
from footprint.publishing.views.handing_over import hand_over_draft, record_publication
from footprint.publishing.views.listing import export_drafts, list_drafts
from footprint.publishing.views.people import choose_people
from footprint.publishing.views.pictures import (
    add_picture,
    describe_picture,
    remove_picture,
    show_picture,
)
from footprint.publishing.views.showing import show_draft
from footprint.publishing.views.taking_down import (
    close_take_down,
    export_take_downs,
    list_take_downs,
    set_periods,
)

__all__ = [
    "add_draft",
    "add_picture",
    "approve_draft",
    "change_draft",
    "check_words",
    "choose_people",
    "close_take_down",
    "describe_picture",
    "export_drafts",
    "export_take_downs",
    "give_up_draft",
    "hand_over_draft",
    "keep_finding",
    "list_drafts",
    "list_take_downs",
    "record_publication",
    "remove_picture",
    "send_back_draft",
    "set_periods",
    "show_draft",
    "show_picture",
    "submit_draft",
]
