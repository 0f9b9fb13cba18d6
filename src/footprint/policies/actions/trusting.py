"""A trust takes a policy as its own, and proposes it to each of its schools; a school decides."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.audit.actions import record
from footprint.notices.actions import queue
from footprint.policies.actions.reviewing import confirm_as_read
from footprint.policies.models import ClauseReview, PolicyVersion, TrustPolicy
from footprint.policies.trusts import is_trusts, proposed, same_as_ours, without_local
from footprint.rulebook.decisions.difference import difference
from footprint.rulebook.policy import Policy, clause_to_json, policy_to_json
from footprint.rulebook.terms import ClauseName, Role
from footprint.schools.models import School, Trust
from footprint.users.access import holders
from footprint.users.models import User

NOTHING_YET = Policy("", {})


class CannotTake(Exception):
    """This version cannot become the trust's policy; says why."""


class CannotPropose(Exception):
    """The trust's policy cannot be proposed; says why."""


@transaction.atomic
def take_as_trust_policy(
    *, trust: Trust, version: PolicyVersion, adopted_on: date, by: User, now: datetime
) -> TrustPolicy:
    """
    Make what a school's version says the trust's policy from `adopted_on`. No school follows yet.

    Args:
        version: one that was adopted, or a draft of which every clause is decided: a document
            that the trust wrote is reviewed at one of its schools first.

    Raises:
        CannotTake: it is another trust's, undecided or set aside; it says what the trust's policy
            says already; or the day is in the future.
    """
    Trust.objects.select_for_update().get(pk=trust.pk)  # numbers are given one after another
    latest = TrustPolicy.objects.latest_of(trust.pk)
    policy = without_local(_taken(trust, version))
    if adopted_on > timezone.localdate(now):
        raise CannotTake(_("The day of the decision lies in the future."))
    if latest and not difference(latest.policy, policy):
        raise CannotTake(_("This is what the trust’s policy says already."))
    number = latest.number + 1 if latest else 1
    taken = TrustPolicy.objects.create(
        trust=trust,
        number=number,
        content=policy_to_json(replace(policy, version=str(number))),
        taken_from=version,
        adopted_on=adopted_on,
        adopted_at=now,
        adopted_by=by,
    )
    record(
        by=by.username,
        action="policies.taken_by_trust",
        target=f"policy_version:{version.pk}",
        now=now,
        school_id=version.school_id,
        details={"trust_version": number, "adopted_on": adopted_on.isoformat()},
    )
    return taken


def _taken(trust: Trust, version: PolicyVersion) -> Policy:
    if version.school.trust_id != trust.pk:
        raise CannotTake(_("This school does not belong to the trust."))
    if version.adopted_on is not None:
        return version.policy
    if not version.is_draft or version.reviews.undecided().exists():
        raise CannotTake(_("Decide on every clause of this draft first."))
    return version.reviewed


@transaction.atomic
def propose(
    *, trust_policy: TrustPolicy, schools: Iterable[School], by: User, now: datetime
) -> list[PolicyVersion]:
    """
    Lay the trust's policy before each school as a draft, which the school reviews and adopts.

    A school that states all of it already, or has this very proposal open, gets nothing new, so
    it does no harm to propose twice.

    Raises:
        CannotPropose: the trust has a newer policy meanwhile.
    """
    Trust.objects.select_for_update().get(pk=trust_policy.trust_id)
    latest = TrustPolicy.objects.latest_of(trust_policy.trust_id)
    if latest != trust_policy:
        raise CannotPropose(_("The trust has a newer policy meanwhile. Propose that one."))
    schools = list(schools)
    waiting = waiting_for(trust_policy, schools, on=timezone.localdate(now))
    return [_propose(trust_policy, school, own, by, now) for school, own in waiting]


def waiting_for(
    trust_policy: TrustPolicy, schools: Iterable[School], *, on: date
) -> list[tuple[School, Policy]]:
    """The schools that would get a draft, each with what it states today."""
    schools = [school for school in schools if school.trust_id == trust_policy.trust_id]
    in_force = PolicyVersion.objects.in_force_at_schools(schools, on=on)
    open_ones = PolicyVersion.objects.drafts().proposed_from(trust_policy)
    asked = set(open_ones.values_list("school_id", flat=True))
    owns = {
        school: in_force[school.pk].policy if school.pk in in_force else NOTHING_YET
        for school in schools
        if school.pk not in asked
    }
    return [
        (school, own)
        for school, own in owns.items()
        if not _states_all_of(trust_policy.policy, own)
    ]


def _states_all_of(trusts: Policy, own: Policy) -> bool:
    return all(is_trusts(own.clause(name), trusts) for name in ClauseName)


def _propose(
    trust_policy: TrustPolicy, school: School, own: Policy, by: User, now: datetime
) -> PolicyVersion:
    version = PolicyVersion.objects.create(school=school, trust_policy=trust_policy, created_at=now)
    ClauseReview.objects.bulk_create(_reviews(version, trust_policy.policy, own))
    record(
        by=by.username,
        action="policies.proposed_by_trust",
        target=f"policy_version:{version.pk}",
        now=now,
        school_id=school.pk,
        details={"trust_version": trust_policy.number},
    )
    _tell_heads(version, now)
    return version


def _reviews(version: PolicyVersion, trusts: Policy, own: Policy) -> list[ClauseReview]:
    return [
        ClauseReview(
            version=version,
            name=name.value,
            position=position,
            as_read=clause_to_json(proposed(trusts.clause(name), own.clause(name))),
        )
        for position, name in enumerate(ClauseName)
    ]


@transaction.atomic
def confirm_same(*, version: PolicyVersion, by: User, now: datetime) -> int:
    """
    Confirm at once every clause of a proposal that says what the school says already.

    What somebody has decided on stays; what differs waits for a decision of its own.

    Returns:
        how many were confirmed.

    Raises:
        AlreadyAdopted, DecidedMeanwhile: see `reviewing`; nothing was confirmed.
    """
    same = same_as_ours(version, on=timezone.localdate(now))
    waiting = [each for each in version.reviews.undecided() if ClauseName(each.name) in same]
    for review in waiting:
        confirm_as_read(review=review, seen=None, by=by, now=now)
    return len(waiting)


def _tell_heads(version: PolicyVersion, now: datetime) -> None:
    address = settings.BASE_URL + reverse("policies:review_version", args=[version.pk])
    for head in holders(version.school_id, {Role.HEADTEACHER}):
        queue(
            key=f"policies.proposed:{version.pk}:{head.pk}",
            to=head.email,
            subject="Footprint: your trust proposes a policy",
            body=(
                "Your trust proposes a social media policy to your school. Nothing changes until "
                "your school has looked at each clause and adopted it; you can keep your own.\n\n"
                f"{address}\n"
            ),
            now=now,
            school_id=version.school_id,
        )
