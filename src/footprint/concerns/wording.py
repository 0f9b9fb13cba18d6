"""
The words of the forms and pages, for each way in.

A file of its own because a parent, a child and a colleague are asked the same in other words, and
because a safeguarding lead can read and check them here alone.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.concerns.models import Way
from footprint.incidents.wording import QUESTIONS
from footprint.rulebook.terms import Role, SafetyQuestion

_Q = SafetyQuestion
DANGER = _("If so, ring 999 now. Do this form afterwards, or not at all.")
PICTURE = _(
    "Do not send it to us or to anybody, and do not look for it or keep a copy. Tell us in words "
    "only. You are not in trouble."
)

ASKED: Mapping[Way, Mapping[SafetyQuestion, Promise]] = {
    Way.STAFF: QUESTIONS,
    Way.PARENT: {
        _Q.DANGER_NOW: _("Is anybody in danger now?"),
        _Q.NUDE_IMAGE: _("Is it about a nude or sexual picture of a child?"),
        _Q.ADULT_ACCUSED: _("Do you say that an adult who works with children did something?"),
        _Q.EXTREMISM: _("Is somebody being drawn into violence or hate?"),
    },
    Way.ANONYMOUS: {
        _Q.DANGER_NOW: _("Is anybody in danger now?"),
        _Q.NUDE_IMAGE: _("Is it about a nude or sexual picture of a child?"),
        _Q.ADULT_ACCUSED: _("Do you say that an adult who works with children did something?"),
        _Q.EXTREMISM: _("Is somebody being drawn into violence or hate?"),
    },
    Way.CHILD: {
        _Q.DANGER_NOW: _("Are you, or is somebody else, in danger right now?"),
        _Q.NUDE_IMAGE: _("Is it about a picture of somebody without clothes?"),
        _Q.ADULT_ACCUSED: _("Is it about something that a grown-up at school did?"),
        _Q.EXTREMISM: _("Is somebody trying to make people hate or hurt others?"),
    },
}
CHILD_DANGER = _("If yes: tell a grown-up near you, or ring 999. It is free.")
CHILD_PICTURE = _(
    "You are not in trouble. Do not send the picture to anybody, not to us either. Just tell us "
    "in words."
)
HINTS: Mapping[Way, Mapping[SafetyQuestion, Promise]] = {
    Way.STAFF: {_Q.DANGER_NOW: DANGER, _Q.NUDE_IMAGE: PICTURE},
    Way.PARENT: {_Q.DANGER_NOW: DANGER, _Q.NUDE_IMAGE: PICTURE},
    Way.ANONYMOUS: {_Q.DANGER_NOW: DANGER, _Q.NUDE_IMAGE: PICTURE},
    Way.CHILD: {_Q.DANGER_NOW: CHILD_DANGER, _Q.NUDE_IMAGE: CHILD_PICTURE},
}
NOT_TO: Mapping[Role, Promise] = {
    Role.HEADTEACHER: _("The headteacher"),
    Role.DSL: _("The safeguarding lead"),
}
NOT_TO_HINTS: Mapping[Role, Promise] = {
    Role.HEADTEACHER: _("Also tick this if it is about the headteacher. Then others read it"),
}
TITLES: Mapping[Way, Promise] = {
    Way.PARENT: _("Tell us your concern in private"),
    Way.ANONYMOUS: _("Tell us without your name"),
    Way.CHILD: _("Tell us if something is wrong"),
    Way.STAFF: _("Report a concern"),
}
# Lines of help from the guidance pack, for each reader; their numbers stand there and nowhere else.
HELP: Mapping[Way, tuple[str, ...]] = {
    Way.PARENT: ("route.nspcc", "route.police"),
    Way.ANONYMOUS: ("route.nspcc", "route.childline", "route.police"),
    Way.CHILD: ("route.childline", "route.report_remove"),
    Way.STAFF: ("route.nspcc",),
}
