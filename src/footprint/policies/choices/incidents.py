"""Permissions, agreements, and what happens when something goes wrong."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from footprint.policies.choices.parts import Guide, Option
from footprint.rulebook.terms import ClauseName

_POSTS = ("inappropriate", "upsetting", "violent", "abusive")

GUIDES: Mapping[ClauseName, Guide] = {
    ClauseName.IMAGE_PERMISSION: Guide(
        _("When permission is needed before something about other people is uploaded."),
        (
            Option(
                "everything",
                _("Before pictures, videos and any other information"),
                _("A name or a class says as much as a face."),
                {"permission_for": ("photographs", "videos", "other_information")},
            ),
            Option(
                "events",
                _("Before pictures and videos; none from school events"),
                _("Other people’s children are in every picture of a play; parents may be sad."),
                {"permission_for": ("photographs", "videos"), "school_events": "forbidden"},
            ),
        ),
    ),
    ClauseName.ACCEPTABLE_USE: Guide(
        _("Who signs an acceptable use agreement."),
        (
            Option(
                "all",
                _("Everybody"),
                _("Nobody can say that they did not know; many signatures to collect."),
                {"all_sign": True},
            ),
            Option(
                "some",
                _("Pupils, parents and staff"),
                _("Those who use the school’s systems; governors and volunteers are left out."),
                {"signed_by": ("pupil", "parent", "staff")},
            ),
        ),
    ),
    ClauseName.DATA_PROTECTION: Guide(
        _("Whether the data protection policy is named here too."),
        (
            Option(
                "refer",
                _("Refer to it"),
                _("A picture of a child is personal data; one place says how it is treated."),
                {"refers_to": True},
            ),
        ),
    ),
    ClauseName.BREACH_ROUTE: Guide(
        _("Under which of the school’s policies a breach is dealt with. Footprint names it."),
        (
            Option(
                "conduct",
                _("Behaviour policy for pupils, code of conduct for staff"),
                _("Nothing new to learn: what holds in the building holds online."),
                {"pupils": "behaviour_policy", "staff": "code_of_conduct"},
            ),
            Option(
                "disciplinary",
                _("Behaviour policy for pupils, disciplinary procedure for staff"),
                _("Clear from the start what can follow; it makes small things large."),
                {"pupils": "behaviour_policy", "staff": "disciplinary_procedure"},
            ),
        ),
    ),
    ClauseName.DELETION_REQUEST: Guide(
        _(
            "What the school does about an abusive post by one of its community. With a number "
            "of days, Footprint sets the date; without one it says that there is none."
        ),
        (
            Option(
                "three_days",
                _("The headteacher asks, within three school days"),
                _("Everybody knows when to look again; a weekend does not count."),
                {"posts": _POSTS, "requested_by": "headteacher", "days": 3},
            ),
            Option(
                "promptly",
                _("The school asks, promptly"),
                _("Leaves room for judgement; you give the number when you adopt."),
                {"posts": _POSTS, "requested_by": "school", "expected": "promptly"},
            ),
        ),
    ),
    ClauseName.THIRD_PARTY_REPORT: Guide(
        _("What happens to a post by somebody outside the school community."),
        (
            Option(
                "may",
                _("The school may report it, and may ask the helpline"),
                _("Some posts are better left alone; a person decides each time."),
                {"platform": "may", "helpline": "may"},
            ),
            Option(
                "must",
                _("The school reports it, and may ask the helpline"),
                _("Staff know that something is always done; platforms act on few reports."),
                {"platform": "must", "helpline": "may"},
            ),
        ),
    ),
    ClauseName.POLICE: Guide(
        _("When the police may be called. Danger to somebody comes first, whatever it says."),
        (
            Option(
                "may",
                _("May, where a post could be illegal or dangerous"),
                _("The school weighs it, and writes down why."),
                {"involved": "may", "where": ("illegal", "dangerous")},
            ),
            Option(
                "must",
                _("Must, where a post could be illegal"),
                _("Nobody has to weigh it under pressure; a silly post may reach the police."),
                {"involved": "must", "where": ("illegal",)},
            ),
        ),
    ),
    ClauseName.EXTREMISM: Guide(
        _("The Prevent duty, and what staff do not do with extremist material."),
        (
            Option(
                "duty",
                _("Name the duty, and what staff do not do"),
                _("Staff find in one place what the duty means online."),
                {
                    "prevent_duty": True,
                    "staff_must_not": ("support", "promote", "browse", "download", "send"),
                },
            ),
            Option(
                "short",
                _("Name the duty"),
                _("The safeguarding policy says the rest."),
                {"prevent_duty": True},
            ),
        ),
    ),
}
