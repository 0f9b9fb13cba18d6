"""Pages of the rota."""

from footprint.rota.views.covering import list_covers, withdraw_cover
from footprint.rota.views.doing import correct_look, list_due, record_look
from footprint.rota.views.listing import export_looks, list_channels, show_channel
from footprint.rota.views.planning import (
    add_channel,
    end_channel,
    name_checkers,
    plan_from_policy,
)

__all__ = [
    "add_channel",
    "correct_look",
    "end_channel",
    "export_looks",
    "list_channels",
    "list_covers",
    "list_due",
    "name_checkers",
    "plan_from_policy",
    "record_look",
    "show_channel",
    "withdraw_cover",
]
