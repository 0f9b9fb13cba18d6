"""Pages of the watched names, the closed days, and what is public."""

from footprint.schools.views.closures import add_closure, list_closures, remove_closure
from footprint.schools.views.names import (
    add_name,
    change_words,
    list_names,
    remove_name,
)
from footprint.schools.views.publishing import (
    change_details,
    publish_pages,
    unpublish_pages,
)

__all__ = [
    "add_closure",
    "add_name",
    "change_details",
    "change_words",
    "list_closures",
    "list_names",
    "publish_pages",
    "remove_closure",
    "remove_name",
    "unpublish_pages",
]
