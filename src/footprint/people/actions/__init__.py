"""Every write of this room."""

from footprint.people.actions.links import LinkNotUsable, find_link, make_link, spend_link

__all__ = ["LinkNotUsable", "find_link", "make_link", "spend_link"]
