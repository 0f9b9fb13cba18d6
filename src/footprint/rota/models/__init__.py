"""Which channel is looked at by whom and how often; what was due, and what was looked at."""

from footprint.rota.models.channels import Channel, ChannelQuerySet, Checker
from footprint.rota.models.covers import Cover
from footprint.rota.models.dues import Due, DueQuerySet, Look, LookQuerySet

__all__ = [
    "Channel",
    "ChannelQuerySet",
    "Checker",
    "Cover",
    "Due",
    "DueQuerySet",
    "Look",
    "LookQuerySet",
]
