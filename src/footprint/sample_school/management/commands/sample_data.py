"""`footprint sample-data`: an invented school, an invented trust of three, and their last weeks."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from footprint.config.environment import Mode
from footprint.notices.actions import send_next
from footprint.sample_school.founding import close_for_half_term, found
from footprint.sample_school.registers import fill
from footprint.sample_school.story import tell
from footprint.schools.models import School

# (classes in each of seven years, pupils in each): 420 pupils, and a small academy of the trust
SIZES = ((2, 30), (1, 8))


class Command(BaseCommand):
    help = "Fill an empty database with invented schools. Never beside real ones."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.MODE is Mode.PRODUCTION:
            raise CommandError("Sample data is for demonstrations: set FOOTPRINT_MODE=demo.")
        if School.objects.exists():
            raise CommandError("There are schools here already; nothing was added.")
        now = timezone.now()
        with transaction.atomic():
            schools = found(now=now)
            for school in schools:
                close_for_half_term(school, now=now)
            tell(schools, now=now)
            for school, (classes, size) in zip(schools, SIZES, strict=False):
                fill(school, classes=classes, size=size, now=now)
            while send_next(now=now):  # its messages went out long ago; none may look stuck
                pass
        self.stdout.write(f"{len(schools)} invented schools are ready.")
