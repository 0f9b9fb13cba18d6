"""Pages of declared links, of attempts to connect, of "May I?" and of the private self-check."""

from footprint.registers.connection_exceptions.views.asking import ask_connection, check_privacy
from footprint.registers.connection_exceptions.views.attempting import (
    list_attempts,
    report_attempt,
    settle_attempt,
    show_attempt,
)
from footprint.registers.connection_exceptions.views.by_link import (
    ask_for_declaration,
    declare_by_link,
    thank_declarer,
)
from footprint.registers.connection_exceptions.views.deciding import (
    change_end,
    change_head_end,
    decide_connection,
    decide_head_connection,
    end_connection,
)
from footprint.registers.connection_exceptions.views.declaring import (
    declare_connection,
    end_mine,
    list_mine,
    record_connection,
    show_mine,
)
from footprint.registers.connection_exceptions.views.listing import (
    export_connections,
    list_connections,
    list_head_connections,
    show_connection,
    show_head_connection,
)
from footprint.registers.connection_exceptions.views.reviewing import (
    review_connections,
    review_head_connections,
)

__all__ = [
    "ask_connection",
    "ask_for_declaration",
    "change_end",
    "change_head_end",
    "check_privacy",
    "decide_connection",
    "decide_head_connection",
    "declare_by_link",
    "declare_connection",
    "end_connection",
    "end_mine",
    "export_connections",
    "list_attempts",
    "list_connections",
    "list_head_connections",
    "list_mine",
    "record_connection",
    "report_attempt",
    "review_connections",
    "review_head_connections",
    "settle_attempt",
    "show_attempt",
    "show_connection",
    "show_head_connection",
    "show_mine",
    "thank_declarer",
]
