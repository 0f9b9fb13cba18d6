"""The uses of pictures, the answers about each, who is protected, and who was asked."""

from footprint.registers.image_permissions.models.answers import (
    Answer,
    How,
    ImagePermission,
    ImagePermissionQuerySet,
)
from footprint.registers.image_permissions.models.protections import (
    Protection,
    ProtectionQuerySet,
    ProtectionReason,
)
from footprint.registers.image_permissions.models.requests import (
    Channel,
    ImageRequest,
    ImageRequestQuerySet,
)
from footprint.registers.image_permissions.models.uses import ImageUse, ImageUseQuerySet

__all__ = [
    "Answer",
    "Channel",
    "How",
    "ImagePermission",
    "ImagePermissionQuerySet",
    "ImageRequest",
    "ImageRequestQuerySet",
    "ImageUse",
    "ImageUseQuerySet",
    "Protection",
    "ProtectionQuerySet",
    "ProtectionReason",
]
