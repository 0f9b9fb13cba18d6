"""Pages of the agreements."""

from footprint.registers.agreements.views.asking import (
    ask_people,
    plan_reminders,
    print_links,
)
from footprint.registers.agreements.views.classes import list_classes, sign_class
from footprint.registers.agreements.views.exporting import export_audience, export_text
from footprint.registers.agreements.views.listing import (
    list_agreements,
    show_audience,
    show_person,
)
from footprint.registers.agreements.views.recording import correct_answer, record_paper
from footprint.registers.agreements.views.signing import answer_link, list_mine, sign_mine
from footprint.registers.agreements.views.writing import (
    discard_text,
    show_text,
    stop_text,
    use_text,
    write_text,
)

__all__ = [
    "answer_link",
    "ask_people",
    "correct_answer",
    "discard_text",
    "export_audience",
    "export_text",
    "list_agreements",
    "list_classes",
    "list_mine",
    "plan_reminders",
    "print_links",
    "record_paper",
    "show_audience",
    "show_person",
    "show_text",
    "sign_class",
    "sign_mine",
    "stop_text",
    "use_text",
    "write_text",
]
