"""
The words for uses and answers, for people at home and for staff.

A file of its own because the page behind a link, the printed sheet, the register and its export
say the same things.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.registers.image_permissions.models import Answer
from footprint.rulebook.decisions.permission import Ground, MayUse, PermissionRuling
from footprint.rulebook.terms import PictureUse

WHO_SEES: Mapping[PictureUse, Promise] = {
    PictureUse.INSIDE_SCHOOL: _(
        "On walls, in books and on screens in the building. Pupils, staff and visitors see it."
    ),
    PictureUse.WEBSITE: _(
        "Anyone in the world can see it, and search engines can find it. It can be copied."
    ),
    PictureUse.OFFICIAL_ACCOUNT: _(
        "Anyone who uses that service can see it, copy it and pass it on. Copies cannot be called "
        "back."
    ),
    PictureUse.PRESS: _(
        "Readers of the newspaper and of its website see it. The school cannot take it down there."
    ),
    PictureUse.TRUST: _(
        "Other schools of our trust use it in print and online, where anyone can see it."
    ),
}
IN_A_WORD: Mapping[Ground, Promise] = {
    Ground.GIVEN: _("Yes"),
    Ground.REFUSED: _("Do not publish"),
    Ground.LEFT: _("Has left"),
    Ground.DISAGREE: _("They disagree"),
    Ground.OWN_NO: _("Pupil says no"),
    Ground.NO_ANSWER: _("No answer"),
}
COLOURS: Mapping[MayUse, str] = {
    MayUse.YES: "green",
    MayUse.NOT_YET: "yellow",
    MayUse.DO_NOT_PUBLISH: "red",
}
FOR_ALL: Mapping[MayUse, Promise] = {
    MayUse.YES: _("Yes, it may"),
    MayUse.NOT_YET: _("Not yet"),
    MayUse.DO_NOT_PUBLISH: _("No, not with everybody in it"),
}
AS_ANSWERED: Mapping[Answer, Promise] = {
    Answer.YES: _("Yes"),
    Answer.NO: _("No"),
    Answer.WITHDRAWN: _("No: the yes was taken back"),
}


def in_a_word(ruling: PermissionRuling) -> str:
    """What a column of the register says."""
    return str(IN_A_WORD[ruling.ground])
