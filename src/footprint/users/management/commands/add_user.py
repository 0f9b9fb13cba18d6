"""`footprint add-user`: an account with a role, and a link with which its password is chosen."""

from argparse import ArgumentParser
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from footprint.rulebook.terms import Role
from footprint.users.actions import add_user, give_role
from footprint.users.links import password_link, send_password_link
from footprint.users.models import Membership, User

BY = "system: add-user"


class Command(BaseCommand):
    help = "Add a person, or give another role to one who is there. Prints a link, or sends it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="", help="needed for somebody new")
        parser.add_argument("--role", required=True, choices=[role.value for role in Role])
        place = parser.add_mutually_exclusive_group(required=True)
        place.add_argument("--school", default="", help="the school's full name")
        place.add_argument("--trust", default="", help="the trust's full name")
        parser.add_argument("--send", action="store_true", help="send the link by e-mail")

    def handle(self, *args: Any, **options: Any) -> None:
        user = self._account(options)
        if not options["send"]:
            self.stdout.write(f"{user}: this link works once, for 3 days:\n{password_link(user)}")
            return
        try:
            send_password_link(user)
        except OSError as error:
            raise CommandError(
                f"{user} was added, but the message could not be sent ({error}). "
                "Run this again without --send to see the link."
            ) from error
        self.stdout.write(f"{user}: a link was sent to {user.email}.")

    @transaction.atomic
    def _account(self, options: dict[str, Any]) -> User:
        now = timezone.now()
        place = {f"{kind}_id": _find(kind, options[kind]) for kind in ("school", "trust")}
        email = _address(options["email"])
        if not options["name"] and not User.objects.filter(email=email).exists():
            raise CommandError("Give the person's name: --name 'Jo Bloggs'.")
        user = add_user(email=email, name=options["name"], password=None, by=BY, now=now)
        give_role(user=user, role=Role(options["role"]), by=BY, now=now, **place)
        return user


def _address(text: str) -> str:
    try:
        validate_email(text)
    except ValidationError as error:
        raise CommandError(f"“{text}” is no e-mail address.") from error
    return text.lower()


def _find(kind: str, name: str) -> int | None:
    """The key of a school or trust. Found through Membership: schools are a room above this one."""
    if not name:
        return None
    places = cast(type[Model], Membership._meta.get_field(kind).related_model)
    row = places._default_manager.filter(name=name).first()
    if row is None:
        known = ", ".join(str(each) for each in places._default_manager.all()[:20])
        raise CommandError(f"There is no {kind} called “{name}”. There is: {known or 'none yet'}.")
    return int(row.pk)
