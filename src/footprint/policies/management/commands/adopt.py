"""
`footprint adopt FILE`: a policy that somebody has read themselves, taken over as it was read.

For setting a school up without a browser. Every clause is confirmed in the name of the person who
answers for it; the pages do the same clause by clause, and are the better way where there is time.
"""

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from footprint.policies import actions
from footprint.policies.documents.problem import DocumentProblem
from footprint.policies.leftopen import MOST_DAYS, left_open
from footprint.policies.models import PolicyVersion
from footprint.policies.presenting import shown_policy
from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.terms import ClauseName
from footprint.schools.models import School
from footprint.users.access import may
from footprint.users.models import User
from footprint.users.permissions import Permission

GIVEN = {
    "days": (ClauseName.DELETION_REQUEST, "days"),
    "answer_days": (ClauseName.REPUTATION, "answer_days"),
}


class Command(BaseCommand):
    help = "Read a policy, confirm every clause as it was read, and record its adoption."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a policy: PDF, DOCX, ODT, HTML or text")
        parser.add_argument("--school", required=True, help="the school's full name")
        parser.add_argument(
            "--on", required=True, type=date.fromisoformat, help="day of adoption: 2026-09-01"
        )
        parser.add_argument("--minute", required=True, help="reference of the minute")
        parser.add_argument("--by", required=True, help="e-mail address of who answers for it")
        parser.add_argument("--review-on", type=date.fromisoformat, help="day of the next review")
        parser.add_argument("--days", type=int, help="school days that a deletion request gives")
        parser.add_argument(
            "--answer-days", type=int, help="school days until a post is answered, or why not"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        school, by = _school(options["school"]), _person(options["by"])
        if not may(by, Permission.POLICIES_ADOPT, school.pk):
            raise _refusal(f"{by} may not adopt a policy at {school}.")
        _check(options)
        try:
            data = options["file"].read_bytes()
        except OSError as error:
            raise _refusal(f"{options['file']} cannot be opened: {error.strerror}.") from error
        version = self._adopted(school, data, by, options)
        for line in _told(version, options):
            self.stdout.write(line)

    @transaction.atomic
    def _adopted(
        self, school: School, data: bytes, by: User, options: dict[str, Any]
    ) -> PolicyVersion:
        """All or nothing: a refused adoption leaves no draft behind."""
        now, name = timezone.now(), options["file"].name
        try:
            version = actions.upload(
                school=school, data=data, filename=name, insist=False, by=by, now=now
            )
            for review in version.reviews.all():
                actions.confirm_as_read(review=review, seen=None, by=by, now=now)
            return actions.adopt(
                version=version,
                adopted_on=options["on"],
                minute=options["minute"],
                review_on=options["review_on"],
                given=_given(options),
                by=by,
                now=now,
            )
        except actions.NotAPolicy as error:
            raise _refusal(f"{name} is not a social media policy. {error}") from error
        except actions.AlreadyUnderReview as error:
            raise _refusal(
                f"{name} is already under review; finish that or set it aside."
            ) from error
        except (DocumentProblem, actions.CannotAdopt) as error:
            raise _refusal(str(error)) from error


def _refusal(sentence: str) -> CommandError:
    return CommandError(sentence, returncode=2)


def _school(name: str) -> School:
    school = School.objects.filter(name=name).first()
    if school is None:
        raise _refusal(f"There is no school called “{name}”.")
    return school


def _person(email: str) -> User:
    user = User.objects.filter(email=email.lower(), is_active=True).first()
    if user is None:
        raise _refusal(f"There is no account for {email}.")
    return user


def _check(options: dict[str, Any]) -> None:
    """The same limits as on the page."""
    if not options["minute"].strip():
        raise _refusal("Give the reference of the minute: --minute 'Full governing body, item 7'.")
    for key in GIVEN:
        if options[key] is not None and not 0 <= options[key] <= MOST_DAYS:
            raise _refusal(f"--{key.replace('_', '-')} must be from 0 to {MOST_DAYS}.")
    if options["review_on"] and options["review_on"] <= options["on"]:
        raise _refusal("The review must come after the adoption.")


def _given(options: dict[str, Any]) -> dict[tuple[ClauseName, str], int]:
    return {place: options[key] for key, place in GIVEN.items() if options[key] is not None}


def _told(version: PolicyVersion, options: dict[str, Any]) -> Iterator[str]:
    """What was adopted, what is odd about it, what it leaves open, and what it does not say."""
    policy = version.policy
    shown = shown_policy(policy)
    day = date_format(options["on"], "j F Y")
    yield f"{version.school} adopted version {version.number} on {day} ({version.minute})."
    yield f"It answers {sum(1 for clause in shown if clause.is_stated)} of {len(shown)} questions."
    for key, (name, part) in GIVEN.items():
        used = policy.clause(name).values.get(part)
        if options[key] is not None and (used is None or used.quote is not None):
            yield f"--{key.replace('_', '-')} was not used: the document does not leave it open."
    for name, open_part in left_open(policy):
        words = f"{BY_NAME[name].title}, {open_part.label[:1].lower()}{open_part.label[1:]}"
        yield f"Left open: {words}. Without a number no date is set."
    for finding in version.findings:
        yield f"Found: {finding['sentence']} {finding['what_to_do']}"
    for clause in shown:
        if not clause.is_stated:
            yield f"Does not say: {clause.title}"
