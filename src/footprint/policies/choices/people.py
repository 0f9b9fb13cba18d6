"""How people behave and connect: conduct, friends, following, exceptions, staff."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from footprint.policies.choices.parts import Guide, Option
from footprint.rulebook.terms import ClauseName

_ADULTS = ("staff", "governor", "volunteer")
_EVERY_CONTACT = ("friend", "friend_request", "message")

GUIDES: Mapping[ClauseName, Guide] = {
    ClauseName.CONDUCT: Guide(
        _(
            "What nobody of the school community may post. Footprint asks for a post to be deleted "
            "only where it breaks one of these; fair criticism breaks none."
        ),
        (
            Option(
                "wide",
                _("A long list, in public and in private groups"),
                _("Class chats are where most of it happens; the school cannot see into them."),
                {
                    "must_not_be": (
                        "bullying",
                        "aggressive",
                        "rude",
                        "insulting",
                        "illegal",
                        "inappropriate",
                        "disrepute",
                    ),
                    "applies_to": ("public", "private"),
                    "teaching_profession": True,
                },
            ),
            Option(
                "narrow",
                _("Only what does harm"),
                _("“Disrepute” and “rude” can be read as forbidding complaint; this cannot."),
                {"must_not_be": ("bullying", "aggressive", "insulting", "illegal")},
            ),
        ),
    ),
    ClauseName.NO_FRIENDING: Guide(
        _("Whether pupils and the school’s adults may be friends or write to each other online."),
        (
            Option(
                "all_adults",
                _("Not allowed, with any adult of the school"),
                _("One rule for everybody is easy to keep; family links need an exception."),
                {"stance": "forbidden", "adults": _ADULTS, "covers": _EVERY_CONTACT},
            ),
            Option(
                "staff",
                _("Not allowed with staff, former pupils discouraged"),
                _("Governors and volunteers are often neighbours; who just left is still young."),
                {
                    "stance": "forbidden",
                    "adults": ("staff",),
                    "covers": _EVERY_CONTACT,
                    "former_pupils": "discouraged",
                },
            ),
        ),
    ),
    ClauseName.NO_FOLLOWING: Guide(
        _("Following a public account is less than being friends: nobody has to agree to it."),
        (
            Option(
                "discourage",
                _("Discourage pupils, forbid staff"),
                _("A school cannot stop anybody from reading what is public, but it can ask."),
                {
                    "pupils_follow_adults": "discouraged",
                    "adults": _ADULTS,
                    "staff_follow_pupils": "forbidden",
                },
            ),
            Option(
                "staff_only",
                _("A rule for staff only"),
                _("Binds those whom the school employs, and leaves the rest to families."),
                {"staff_follow_pupils": "forbidden"},
            ),
        ),
    ),
    ClauseName.EXCEPTIONS: Guide(
        _("Who may say that a contact is all right, for example between cousins."),
        (
            Option(
                "head",
                _("The headteacher approves, declared on joining"),
                _("Asked once, when people come; later links are easily forgotten."),
                {"approved_by": "headteacher", "family_links": True, "declared": "on_entry"},
            ),
            Option(
                "dsl_yearly",
                _("The safeguarding lead approves, declared every year"),
                _("Keeps the list true; one more form each September."),
                {"approved_by": "dsl", "family_links": True, "declared": "yearly"},
            ),
        ),
    ),
    ClauseName.BREACH_NOTICE: Guide(
        _("Who is told when a pupil or an adult tries to connect against the rule."),
        (
            Option(
                "by_side",
                _("The safeguarding lead about pupils, the headteacher about staff"),
                _("What a child does is a worry; what staff do is a matter of employment."),
                {"by_child": "dsl", "by_staff": "headteacher"},
            ),
            Option(
                "one",
                _("The safeguarding lead about both"),
                _("One person sees the whole; the headteacher hears of staff second."),
                {"by_child": "dsl", "by_staff": "dsl"},
            ),
        ),
    ),
    ClauseName.STAFF_CONDUCT: Guide(
        _("What the school expects of staff on their own accounts."),
        (
            Option(
                "strict",
                _("Strict privacy settings, and nothing about school"),
                _("Protects staff as well as pupils; some feel it reaches into private life."),
                {"strict_privacy": True, "no_oversharing": True, "never_discuss": True},
            ),
            Option(
                "own_views",
                _("Opinions are one’s own, and no own phones for school matters"),
                _("Leaves private life alone and keeps work off private devices."),
                {"not_attributable_to": ("school",), "own_devices": "forbidden"},
            ),
        ),
    ),
}
