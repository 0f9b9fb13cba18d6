"""The register of permissions asks about every account; this keeps it in step with them."""

from datetime import datetime

from django.db import transaction

from footprint.publishing.places import places_at
from footprint.registers.image_permissions.actions import Use, offer_uses
from footprint.schools.models import School


@transaction.atomic
def offer_accounts(*, school: School, by: str, now: datetime) -> None:
    """Offer each open account as a use of pictures; run twice, it changes nothing."""
    uses = [Use(place.key, place.label) for place in places_at(school) if place.account]
    offer_uses(school=school, uses=uses, by=by, now=now)
