"""Incident, its deletion requests, platform reports, referrals and timeline."""

from footprint.incidents.models.emergency import Opening
from footprint.incidents.models.entry import Entry
from footprint.incidents.models.exhibit import IncidentExhibit
from footprint.incidents.models.fake import FakeAccount, Impersonated
from footprint.incidents.models.hearing_back import HearingBack
from footprint.incidents.models.incident import Incident, IncidentQuerySet
from footprint.incidents.models.meeting import Meeting, MeetingOutcome
from footprint.incidents.models.naming import NamedAs, Naming
from footprint.incidents.models.override import OpinionOverride, OverrideAnswer
from footprint.incidents.models.recheck import Recheck, RecheckResult
from footprint.incidents.models.referral import Referral, ReferredTo
from footprint.incidents.models.removal import (
    DeletionRequest,
    Finding,
    PlatformReport,
    ReportAnswer,
    RequestOutcome,
)
from footprint.incidents.models.threshold import HarmThreshold

__all__ = [
    "DeletionRequest",
    "Entry",
    "FakeAccount",
    "Finding",
    "HarmThreshold",
    "HearingBack",
    "Impersonated",
    "Incident",
    "IncidentExhibit",
    "IncidentQuerySet",
    "Meeting",
    "MeetingOutcome",
    "NamedAs",
    "Naming",
    "Opening",
    "OpinionOverride",
    "OverrideAnswer",
    "PlatformReport",
    "Recheck",
    "RecheckResult",
    "Referral",
    "ReferredTo",
    "ReportAnswer",
    "RequestOutcome",
]
