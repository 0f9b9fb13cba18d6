"""Every write of this room."""

from footprint.people.actions.family import (
    AlreadyLinked,
    CannotGivePermission,
    OtherSchool,
    change_link,
    link_family,
    unlink_family,
)
from footprint.people.actions.leaving import (
    AlreadyLeft,
    HasNotLeft,
    LeavesBeforeJoining,
    NotOneself,
    NotUndoable,
    end_access,
    record_leaving,
    record_return,
    undo_leaving,
)
from footprint.people.actions.links import LinkNotUsable, find_link, make_link, spend_link
from footprint.people.actions.parts import (
    HasLeft,
    HasThePart,
    OnlyPart,
    PartEnded,
    end_part,
    give_part,
)
from footprint.people.actions.registering import (
    AccountNotHere,
    AccountTaken,
    KeyTaken,
    NoPart,
    add_person,
    change_person,
)

__all__ = [
    "AccountNotHere",
    "AccountTaken",
    "AlreadyLeft",
    "AlreadyLinked",
    "CannotGivePermission",
    "HasLeft",
    "HasNotLeft",
    "HasThePart",
    "KeyTaken",
    "LeavesBeforeJoining",
    "LinkNotUsable",
    "NoPart",
    "NotOneself",
    "NotUndoable",
    "OnlyPart",
    "OtherSchool",
    "PartEnded",
    "add_person",
    "change_link",
    "change_person",
    "end_access",
    "end_part",
    "find_link",
    "give_part",
    "link_family",
    "make_link",
    "record_leaving",
    "record_return",
    "spend_link",
    "undo_leaving",
    "unlink_family",
]
