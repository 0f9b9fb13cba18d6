"""Pages of the register of people."""

from footprint.people.views.family import change_link, link_family, unlink_family
from footprint.people.views.importing import (
    answer_questions,
    choose_columns,
    list_imports,
    preview_import,
    set_import_aside,
    show_import,
    upload_people,
)
from footprint.people.views.leaving import record_leaving, record_return, undo_leaving
from footprint.people.views.listing import export_people, list_people
from footprint.people.views.moving import move_classes
from footprint.people.views.showing import (
    add_person,
    change_person,
    end_part,
    give_part,
    show_person,
)

__all__ = [
    "add_person",
    "answer_questions",
    "change_link",
    "change_person",
    "choose_columns",
    "end_part",
    "export_people",
    "give_part",
    "link_family",
    "list_imports",
    "list_people",
    "move_classes",
    "preview_import",
    "record_leaving",
    "record_return",
    "set_import_aside",
    "show_import",
    "show_person",
    "undo_leaving",
    "unlink_family",
    "upload_people",
]
