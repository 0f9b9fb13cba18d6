"""The school's own presence: reputation, keepers, accounts, official channels."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from footprint.policies.choices.parts import Guide, Option
from footprint.rulebook.terms import ClauseName

GUIDES: Mapping[ClauseName, Guide] = {
    ClauseName.REPUTATION: Guide(
        _(
            "Whether anybody looks at what is said about the school in public, and how the school "
            "answers. With a number of days, Footprint sets a date for each post."
        ),
        (
            Option(
                "watch",
                _("Look, and answer within five school days"),
                _("Nothing takes the school by surprise; somebody must have the time each week."),
                {"monitors": True, "answers_fairly": True, "answer_days": 5},
            ),
            Option(
                "inspection",
                _("Look, also because inspectors do"),
                _("Governors ask what an inspector would find; no promise of a time is made."),
                {"monitors": True, "answers_fairly": True, "inspection_check": True},
            ),
            Option(
                "when_told",
                _("Answer fairly when told of something"),
                _("A small school without anybody to look promises only what it can keep."),
                {"answers_fairly": True},
            ),
        ),
    ),
    ClauseName.CHANNEL_KEEPERS: Guide(
        _(
            "Who looks after each official account. With names, families know whom they reach and "
            "posts land on the right desk; names go out of date when people leave."
        ),
        (
            Option(
                "roles",
                _("Name roles, not people"),
                _("Nothing goes out of date when somebody leaves; nobody feels it is their job."),
                {"roles": {"Facebook": ("school office",)}},
            ),
            Option(
                "people",
                _("Name two people for each account"),
                _("One can be away. Put your own people’s names in place of these."),
                {"keepers": {"Facebook": ("First Person", "Second Person")}},
            ),
        ),
    ),
    ClauseName.OFFICIAL_ACCOUNTS: Guide(
        _(
            "Which accounts are really the school’s, and whether anybody answers there. Footprint "
            "suggests no reply on an account where the policy says that there is none."
        ),
        (
            Option(
                "never",
                _("Post news, never answer there"),
                _("No evening and no weekend is lost to messages; parents need another way."),
                {
                    "accounts": ("Facebook",),
                    "status": "has",
                    "answers": "never",
                    "enquiries_to": "office e-mail",
                    "not_about_children": True,
                },
            ),
            Option(
                "general",
                _("Answer general questions within two school days"),
                _("Families get a quick answer where they are; somebody must look every day."),
                {
                    "accounts": ("Facebook", "Instagram"),
                    "status": "has",
                    "answers": "general_enquiries",
                    "reply_within": "within two working days",
                    "not_about_children": True,
                },
            ),
            Option(
                "may",
                _("Leave open whether there will be accounts"),
                _("The policy need not change on the day an account is opened."),
                {"accounts": ("Facebook",), "status": "may_have", "not_about_children": True},
            ),
        ),
    ),
    ClauseName.EMAIL_OFFICIAL: Guide(
        _("Through which channel school and families write to each other; which are ruled out."),
        (
            Option(
                "email",
                _("E-mail only"),
                _("Everything can be found again, and two people can see it."),
                {"parents": True, "pupils": True},
            ),
            Option(
                "no_chats",
                _("E-mail, and no chat apps for school business"),
                _("Says aloud what staff are asked most often; some clubs then need another way."),
                {"parents": True, "ruled_out": ("WhatsApp",)},
            ),
        ),
    ),
    ClauseName.REMOTE_LEARNING_CHANNELS: Guide(
        _("Where lessons take place when pupils learn at home, and who keeps an eye on it."),
        (
            Option(
                "one",
                _("One place for the whole school"),
                _("Families with several children learn one thing."),
                {"channels": ("Google Classroom",), "monitored_by": "senior leadership team"},
            ),
            Option(
                "by_age",
                _("Different places by year group"),
                _("Young children need something simpler; staff look after two."),
                {"channels": ("Google Classroom", "Microsoft Teams"), "by_year_group": True},
            ),
        ),
    ),
}
