"""`footprint add-school`: the first step of a production start."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from footprint.audit.actions import record
from footprint.schools.models import Nation, School, SchoolName, Trust


class Command(BaseCommand):
    help = "Add a school. Its own name becomes the first name that is listened for."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="its full name")
        parser.add_argument("--trust", default="", help="the trust it belongs to")
        parser.add_argument("--nation", choices=Nation.values, default=Nation.ENGLAND.value)
        parser.add_argument("--town", default="")
        parser.add_argument("--office-email", default="")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        name = " ".join(options["name"].split())
        if not name:
            raise CommandError("Give the school's name.")
        if School.objects.filter(name=name).exists():
            raise CommandError(f"There is a school called {name} already.")
        school = School.objects.create(
            name=name,
            trust=_trust(options["trust"]),
            nation=options["nation"],
            town=options["town"],
            office_email=options["office_email"],
        )
        SchoolName.objects.create(school=school, text=name[:120])
        record(
            by="system: add-school",
            action="schools.added",
            target=f"school:{school.pk}",
            school_id=school.pk,
            now=timezone.now(),
        )
        self.stdout.write(f"Added {school}. Next: footprint add-user EMAIL --school '{school}'")


def _trust(name: str) -> Trust | None:
    return Trust.objects.get_or_create(name=name)[0] if name else None
