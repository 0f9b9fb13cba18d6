"""
Official accounts and the rota of Oakfield, one row for each state that a page can show.

A file of its own because the rows belong together and the walk over all pages needs them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from footprint.people.models import Person
from footprint.people.tests.factories import make_person
from footprint.registers.official_accounts import actions as accounts
from footprint.registers.official_accounts.models import (
    Handover,
    Lookalike,
    LookalikeKind,
    LookalikeState,
    OfficialAccount,
)
from footprint.rota import actions as rota
from footprint.rota.models import Channel, Cover, Look
from footprint.rulebook.decisions.channel_check import CheckEvery, CheckResult
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.terms import Audience, Platform
from footprint.schools.models import School
from footprint.users.models import User

WEEK = timedelta(days=7)
OPEN = SchoolCalendar()


@dataclass(frozen=True)
class Keeping:
    """The rows that addresses need."""

    account: OfficialAccount  # open, with something to mend
    proposed: OfficialAccount  # by the office
    handover: Handover
    lookalike: Lookalike
    channel: Channel
    listing: Channel
    look: Look
    cover: Cover


def make_keeping(
    school: School, *, head: User, office: User, teacher: User, now: datetime
) -> Keeping:
    """Through the actions of both rooms."""
    desk = _Desk(school, head, office, now)
    person, other = desk.staff(teacher, "Quentin"), desk.staff(None, "Ottilie")
    account = desk.account("@oakfield_walk")
    desk.name(account, [person, other])
    desk.name(account, [person])
    channel = desk.channel("Mumsnet, local boards", Platform.MUMSNET, person)
    look = rota.record_look(channel=channel, result=CheckResult.NOTHING, by=teacher, now=now)
    return Keeping(
        account=account,
        proposed=desk.proposed("@oakfield_choir"),
        handover=Handover.objects.get(account=account),
        lookalike=desk.lookalike(),
        channel=channel,
        listing=desk.channel("Google reviews", Platform.GOOGLE_REVIEWS, person),
        look=look,
        cover=desk.cover(other, person),
    )


class _Desk:
    """The school, its people and the time, so that each row is made in a line."""

    def __init__(self, school: School, head: User, office: User, now: datetime) -> None:
        self.school, self.head, self.office, self.now = school, head, office, now

    def staff(self, user: User | None, given_name: str) -> Person:
        known = Person.objects.of_school(self.school.pk).of_user(user).first() if user else None
        if known and known in Person.objects.who_are(Audience.STAFF):
            return known
        return make_person(self.school, Audience.STAFF, user=user, given_name=given_name)

    def proposed(self, handle: str) -> OfficialAccount:
        return accounts.propose_account(
            school=self.school,
            details=accounts.AccountDetails(platform="instagram", handle=handle),
            reason="For families",
            by=self.office,
            now=self.now,
        )

    def account(self, handle: str) -> OfficialAccount:
        account = self.proposed(handle)
        accounts.decide(
            proposal=account.proposals.get(), approve=True, answer="", by=self.head, now=self.now
        )
        return account

    def name(self, account: OfficialAccount, keepers: list[Person]) -> None:
        accounts.name_people(
            account=account,
            keepers=keepers,
            approvers=keepers[:1],
            on=self.now.date(),
            by=self.office,
            now=self.now,
        )

    def lookalike(self) -> Lookalike:
        details = accounts.LookalikeDetails(
            address="https://www.instagram.com/oakfield_fans",
            name="Oakfield fans",
            platform=Platform.INSTAGRAM,
            kind=LookalikeKind.FAN,
            state=LookalikeState.LEFT_ALONE,
            seen_on=self.now.date(),
        )
        return accounts.add_lookalike(
            school=self.school, details=details, by=self.office, now=self.now
        )

    def channel(self, name: str, platform: Platform, person: Person) -> Channel:
        """On the rota for a week, so that a check waits whatever day of the week it is."""
        channel = rota.add_channel(
            school=self.school,
            details=rota.ChannelDetails(
                name=name,
                platform=platform,
                every=CheckEvery.SCHOOL_DAY,
                weekday=0,
                people=(person,),
            ),
            calendar=OPEN,
            on=self.now.date() - WEEK,
            by=self.head,
            now=self.now,
        )
        rota.make_due(channel=channel, calendar=OPEN, on=self.now.date())
        return channel

    def cover(self, person: Person, by_person: Person) -> Cover:
        return rota.add_cover(
            school=self.school,
            person=person,
            by_person=by_person,
            first_day=self.now.date(),
            last_day=self.now.date() + WEEK,
            by=self.head,
            now=self.now,
        )
