"""Pupils and parents: concerns, ages, lessons, help at home, whom to ask."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from footprint.policies.choices.parts import Guide, Option
from footprint.rulebook.terms import ClauseName

GUIDES: Mapping[ClauseName, Guide] = {
    ClauseName.PRIVATE_CONCERNS: Guide(
        _("Where a worried parent goes first. Replies that Footprint suggests lead there."),
        (
            Option(
                "private",
                _("Directly to the school, in private"),
                _("Most worries can be settled in a talk, and not in front of everybody."),
                {"directly_in_private": True},
            ),
        ),
    ),
    ClauseName.COMPLAINTS_PROCEDURE: Guide(
        _("What a parent can do when talking did not help."),
        (
            Option(
                "procedure",
                _("The school’s complaints procedure"),
                _("Every school must have one; naming it here shows that there is a next step."),
                {"when_unresolved": True},
            ),
        ),
    ),
    ClauseName.MINIMUM_AGE: Guide(
        _(
            "The ages that services ask for. They change: Footprint shows today’s beside whatever "
            "the policy says."
        ),
        (
            Option(
                "general",
                _("The general age only"),
                _("A list of services is out of date within the year."),
                {"general": 13},
            ),
            Option(
                "with_list",
                _("The general age, and services that differ"),
                _("Families look for the app they know by name. Check the ages on the facts page."),
                {"general": 13, "exceptions": {"WhatsApp": 13}},
            ),
        ),
    ),
    ClauseName.UNDERAGE_SUPPORT: Guide(
        _("What the school does about pupils who use a service before they are old enough."),
        (
            Option(
                "help",
                _("Help when something goes wrong, and ask parents not to encourage it"),
                _("Names the partnership; some parents feel told off."),
                {"school_deals": "sometimes", "parents_not_encourage": True},
            ),
            Option(
                "only_help",
                _("Help when something goes wrong"),
                _("Keeps the door open for a child who is in trouble on an app."),
                {"school_deals": "implied"},
            ),
        ),
    ),
    ClauseName.ONLINE_SAFETY_LESSONS: Guide(
        _("What pupils learn about life online."),
        (
            Option(
                "reporting",
                _("Behaviour, friendship, and how to report"),
                _("A child who knows how to report tells somebody sooner."),
                {
                    "topics": (
                        "online_behaviour",
                        "good_friend",
                        "report_bullying",
                        "report_misuse",
                        "report_intimidation",
                        "report_abuse",
                    )
                },
            ),
            Option(
                "young",
                _("Behaviour and friendship"),
                _("An infant school keeps to what its pupils meet."),
                {"topics": ("online_behaviour", "good_friend")},
            ),
        ),
    ),
    ClauseName.PARENT_SUPPORT: Guide(
        _("What parents are asked to talk about at home, and what the school offers."),
        (
            Option(
                "agreement",
                _("Talk at home, with a family agreement to fill in"),
                _("Gives a talk something to hold on to; your public pages have one to print."),
                {
                    "talk_about": ("apps", "with_whom", "how_long", "when"),
                    "family_agreement": True,
                },
            ),
            Option(
                "talk",
                _("Talk at home"),
                _("Asks for little, and that of everybody."),
                {"talk_about": ("apps", "with_whom")},
            ),
        ),
    ),
    ClauseName.QUESTIONS: Guide(
        _("Whom parents and staff ask when they are unsure."),
        (
            Option(
                "dsl",
                _("Parents ask the office, staff the safeguarding lead"),
                _("The lead knows which question is more than a question."),
                {"parents_ask": "school office", "staff_ask": "dsl"},
            ),
            Option(
                "manager",
                _("Parents ask the class teacher, staff their line manager"),
                _("The nearest person first; what matters must still reach the lead."),
                {"parents_ask": "class teacher", "staff_ask": "line_manager"},
            ),
        ),
    ),
}
