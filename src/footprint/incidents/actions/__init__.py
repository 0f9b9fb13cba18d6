"""Every write of the incidents: opening, the steps, notes, owners, reminders."""

from footprint.incidents.actions.assessing import Assessment, assess
from footprint.incidents.actions.closing import Missing, close, missing, resolve
from footprint.incidents.actions.deletion import (
    HOW,
    follow_up,
    record_outcome,
    request_deletion,
    rule_on_due,
)
from footprint.incidents.actions.emergency import NoSuchMatter, break_glass
from footprint.incidents.actions.faking import say_fake
from footprint.incidents.actions.hearing_back import hear_back
from footprint.incidents.actions.meeting import invite, record_meeting
from footprint.incidents.actions.naming import name_people, take_back_naming
from footprint.incidents.actions.noting import add_note, note_reading
from footprint.incidents.actions.opening import (
    AlreadyOpen,
    CaptureFacts,
    facts_of,
    open_incident,
)
from footprint.incidents.actions.overriding import answer_override, ask_override, could_decide
from footprint.incidents.actions.owning import hand_over
from footprint.incidents.actions.platform import record_answer
from footprint.incidents.actions.platform import report as report_to_platform
from footprint.incidents.actions.rechecking import keep_look, look
from footprint.incidents.actions.referring import refer
from footprint.incidents.actions.reminding import Stage, remind, stage_on
from footprint.incidents.actions.reporting import report_incident
from footprint.incidents.actions.supporting import record_support
from footprint.incidents.actions.taking import CannotSee, ChangedMeanwhile, NotTold
from footprint.incidents.advice import NotOffered
from footprint.rulebook.decisions.incident_steps import StepNotAllowed

__all__ = [
    "HOW",
    "AlreadyOpen",
    "Assessment",
    "CannotSee",
    "CaptureFacts",
    "ChangedMeanwhile",
    "Missing",
    "NoSuchMatter",
    "NotOffered",
    "NotTold",
    "Stage",
    "StepNotAllowed",
    "add_note",
    "answer_override",
    "ask_override",
    "assess",
    "break_glass",
    "close",
    "could_decide",
    "facts_of",
    "follow_up",
    "hand_over",
    "hear_back",
    "invite",
    "keep_look",
    "look",
    "missing",
    "name_people",
    "note_reading",
    "open_incident",
    "record_answer",
    "record_meeting",
    "record_outcome",
    "record_support",
    "refer",
    "remind",
    "report_incident",
    "report_to_platform",
    "request_deletion",
    "resolve",
    "rule_on_due",
    "say_fake",
    "stage_on",
    "take_back_naming",
]
