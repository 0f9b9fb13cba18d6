"""
The words that people see for the closed lists of the incidents.

A file of its own because forms, list, incident page and print must say the same the same way.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.incidents.models import ReferredTo
from footprint.rulebook.decisions.route import Modality
from footprint.rulebook.terms import (
    ConductTag,
    Flag,
    Matter,
    Outcome,
    Platform,
    Poster,
    PostKind,
    SafetyQuestion,
    Step,
)

MATTERS: Mapping[Matter, Promise] = {
    Matter.REPUTATION: _("Reputation"),
    Matter.CONDUCT: _("Conduct in the community"),
    Matter.PUPIL_CONDUCT: _("Pupil conduct"),
    Matter.SAFEGUARDING: _("Safeguarding"),
    Matter.ALLEGATION: _("Allegation about an adult"),
    Matter.ALLEGATION_HEAD: _("Allegation about the headteacher"),
    Matter.LOW_LEVEL: _("Low-level concern about an adult"),
}
POSTERS: Mapping[Poster, Promise] = {
    Poster.PUPIL: _("A pupil"),
    Poster.PARENT: _("A parent or carer"),
    Poster.STAFF: _("A member of staff"),
    Poster.COMMUNITY: _("Another member of the school community"),
    Poster.THIRD_PARTY: _("Somebody outside the school"),
    Poster.NOT_KNOWN: _("Not known"),
}
POSTER_HINTS: Mapping[Poster, Promise] = {
    Poster.COMMUNITY: _("A governor, volunteer or contractor"),
    Poster.NOT_KNOWN: _("You can say who later: the route depends on it"),
}
KINDS: Mapping[PostKind, Promise] = {
    PostKind.PRAISE: _("Praise"),
    PostKind.CRITICISM: _("Criticism"),
    PostKind.CONCERN: _("A concern"),
    PostKind.ENQUIRY: _("An enquiry"),
    PostKind.NEUTRAL: _("Something else"),
}
KIND_HINTS: Mapping[PostKind, Promise] = {
    PostKind.CRITICISM: _("A negative opinion of the school, its people or its work"),
    PostKind.CONCERN: _("It tells of something that happened, or may happen, to someone"),
}
CONDUCT: Mapping[ConductTag, Promise] = {
    ConductTag.BULLYING: _("Bullying"),
    ConductTag.AGGRESSIVE: _("Aggressive"),
    ConductTag.RUDE: _("Rude"),
    ConductTag.INSULTING: _("Insulting"),
    ConductTag.ILLEGAL: _("Illegal"),
    ConductTag.INAPPROPRIATE: _("Otherwise inappropriate"),
    ConductTag.DISREPUTE: _("Bringing the school into disrepute"),
}
FLAGS: Mapping[Flag, Promise] = {
    Flag.INSULT: _("Insult"),
    Flag.BULLYING: _("Bullying"),
    Flag.THREAT: _("Threat"),
    Flag.HATE: _("Hate"),
    Flag.EXTREMISM: _("Extremism"),
    Flag.SELF_HARM: _("Self-harm"),
    Flag.SEXUAL: _("Sexual content"),
    Flag.STAFF_CONTACT: _("Contact between an adult and a pupil"),
    Flag.ALLEGATION: _("Allegation about an adult"),
    Flag.PRIVACY: _("Personal information"),
    Flag.UNDERAGE: _("Somebody under the minimum age"),
}
OUTCOMES: Mapping[Outcome, Promise] = {
    Outcome.DELETED: _("The author deleted the post"),
    Outcome.REMOVED_BY_PLATFORM: _("The platform removed it"),
    Outcome.STILL_VISIBLE: _("It can still be seen"),
    Outcome.RESOLVED_IN_PERSON: _("Settled in a conversation"),
    Outcome.REFERRED_ON: _("Others have taken it over"),
    Outcome.NOT_A_BREACH: _("It does not break the policy"),
}
QUESTIONS: Mapping[SafetyQuestion, Promise] = {
    SafetyQuestion.DANGER_NOW: _("Is anybody in danger now?"),
    SafetyQuestion.NUDE_IMAGE: _("Is it about a nude or sexual image of a child?"),
    SafetyQuestion.ADULT_ACCUSED: _("Is an adult who works with children accused?"),
    SafetyQuestion.EXTREMISM: _("Is it about extremism?"),
}
PLATFORMS: Mapping[Platform, str | Promise] = {
    Platform.INSTAGRAM: "Instagram",
    Platform.FACEBOOK: "Facebook",
    Platform.X: "X",
    Platform.TIKTOK: "TikTok",
    Platform.SNAPCHAT: "Snapchat",
    Platform.WHATSAPP: "WhatsApp",
    Platform.YOUTUBE: "YouTube",
    Platform.MUMSNET: "Mumsnet",
    Platform.REDDIT: "Reddit",
    Platform.BLUESKY: "Bluesky",
    Platform.MASTODON: "Mastodon",
    Platform.GOOGLE_REVIEWS: _("Google reviews"),
    Platform.NEWS: _("A news site"),
    Platform.WEB: _("Another web page"),
    Platform.EMAIL: _("E-mail"),
    Platform.OTHER: _("Somewhere else"),
}
STEP_COLOURS: Mapping[Step, str] = {
    Step.OPENED: "blue",
    Step.ASSESSED: "teal",
    Step.DELETION_REQUESTED: "yellow",
    Step.FOLLOWED_UP: "purple",
    Step.PLATFORM_REPORTED: "yellow",
    Step.REFERRED: "orange",
    Step.RESOLVED: "green",
    Step.CLOSED: "grey",
}
MODALITIES: Mapping[Modality, Promise] = {
    Modality.MUST: _("Your policy says to do this"),
    Modality.MAY: _("Your policy allows this"),
    Modality.NOT_STATED: _("Your policy does not say"),
}
ASKED_HOW: Mapping[str, Promise] = {
    "letter": _("By letter"),
    "e-mail": _("By e-mail"),
    "call": _("By telephone"),
    "in person": _("In person"),
}
ENTRIES: Mapping[str, Promise] = {
    "opened": _("Incident opened"),
    "assessed": _("Assessed"),
    "assessed_again": _("Assessed again"),
    "deletion_requested": _("Deletion requested"),
    "deletion_outcome": _("Deletion request ended"),
    "override_asked": _("Removal of an opinion: another person is asked"),
    "override_agreed": _("Removal of an opinion: another person agreed"),
    "override_refused": _("Removal of an opinion: another person refused"),
    "meeting_invited": _("Invited in for a talk"),
    "meeting_held": _("Talk held"),
    "meeting_declined": _("Talk declined"),
    "meeting_no_answer": _("No talk"),
    "fake_account": _("Fake account"),
    "reporter_told": _("Those who told us heard back"),
    "reporter_not_told": _("Those who told us heard nothing"),
    "looked_gone": _("Looked again: gone"),
    "looked_still_there": _("Looked again: still there"),
    "looked_could_not_look": _("Could not look"),
    "platform_reported": _("Reported to the platform"),
    "platform_answered": _("The platform answered"),
    "referred": _("Referred"),
    "note": _("Note"),
    "handed_over": _("Handed over"),
    "people_named": _("People named"),
    "exhibit_added": _("Picture kept as evidence"),
    "exhibit_contained": _("Picture locked"),
    "exhibit_destroyed": _("Picture destroyed"),
    "opened_in_emergency": _("Opened in an emergency"),
    "naming_taken_back": _("Named by mistake"),
    "threshold_answered": _("The four questions about an adult answered"),
    "support_offered": _("Support offered"),
    "support_not_offered": _("No support offered"),
    "resolved": _("Nothing more to do"),
    "closed": _("Closed"),
}
READY: Mapping[ReferredTo, tuple[Promise, ...]] = {
    ReferredTo.HELPLINE: (
        _("The address of the post, its words, and when it was captured"),
        _("What the platform answered, with its reference"),
        _("What harm it does, and to whom; no picture of a child"),
    ),
    ReferredTo.POLICE: (
        _("In danger ring 999 at once; everything else can wait"),
        _("What was posted, where and when, and the printed page with its captures"),
        _("Who of the school can be asked, and on which number"),
    ),
    ReferredTo.LADO: (
        _("Call before anybody looks into it. Do not wait for this form"),
        _("Who is accused of what, when, and where it was posted"),
        _("What you did to keep the child safe"),
    ),
    ReferredTo.PREVENT: (
        _("The safeguarding lead speaks to the local team, not staff to a public line"),
        _("What was seen and where; nobody searches further"),
    ),
    ReferredTo.SOCIAL_CARE: (
        _("Call at once if a child is at risk. Do not wait for this form"),
        _("What you know of the child and the family, from your child protection record"),
    ),
    ReferredTo.BEHAVIOUR: (
        _("Who deals with it under the behaviour policy, and where it is recorded"),
    ),
    ReferredTo.STAFF_CODE: (
        _("Who deals with it under the code of conduct, and where it is recorded"),
        _("If a child may have been harmed, first speak to the LADO"),
    ),
}
