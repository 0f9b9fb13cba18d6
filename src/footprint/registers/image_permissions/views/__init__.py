"""Pages of the register of permissions for pictures."""

from footprint.registers.image_permissions.views.answering import answer_question, show_saved
from footprint.registers.image_permissions.views.asking import ask_families, print_sheets
from footprint.registers.image_permissions.views.checking import check_picture
from footprint.registers.image_permissions.views.listing import (
    export_permissions,
    list_permissions,
    start_register,
)
from footprint.registers.image_permissions.views.protecting import (
    end_protection,
    list_protections,
    protect_person,
)
from footprint.registers.image_permissions.views.recording import (
    record_class,
    record_paper,
    strike_out,
)
from footprint.registers.image_permissions.views.showing import show_person

__all__ = [
    "answer_question",
    "ask_families",
    "check_picture",
    "end_protection",
    "export_permissions",
    "list_permissions",
    "list_protections",
    "print_sheets",
    "protect_person",
    "record_class",
    "record_paper",
    "show_person",
    "show_saved",
    "start_register",
    "strike_out",
]
