"""Open and close an account: never decided by the person who proposed it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.registers.official_accounts.models import (
    OfficialAccount,
    Proposal,
    State,
    Wish,
)
from footprint.users.models import User

# (what was wished, was it approved) -> (state before, state after)
MOVES = {
    (Wish.OPEN, True): (State.PROPOSED, State.OPEN),
    (Wish.OPEN, False): (State.PROPOSED, State.CLOSED),
    (Wish.CLOSE, True): (State.CLOSING_PROPOSED, State.CLOSED),
    (Wish.CLOSE, False): (State.CLOSING_PROPOSED, State.OPEN),
}


class OwnProposal(Exception):
    """Nobody decides about what they proposed themselves."""


class NotToBeDecided(Exception):
    """There is nothing to decide any more: somebody else was first."""


@transaction.atomic
def propose_closing(*, account: OfficialAccount, reason: str, by: User, now: datetime) -> Proposal:
    """
    Propose to close an open account. It stays open until somebody else agrees.

    Raises:
        NotToBeDecided: it is not open, or somebody proposed it already.
    """
    _move(account, State.OPEN, State.CLOSING_PROPOSED)
    proposal = Proposal.objects.create(
        account=account, wish=Wish.CLOSE, reason=reason, proposed_by=by, proposed_at=now
    )
    _record("official_accounts.closing_proposed", account, by=by, now=now)
    return proposal


@transaction.atomic
def decide(*, proposal: Proposal, approve: bool, answer: str, by: User, now: datetime) -> None:
    """
    Agree to a proposal or turn it down.

    An opening that is turned down leaves a closed account, so that the answer stays on record.

    Raises:
        OwnProposal: see there.
        NotToBeDecided: somebody else decided it.
    """
    if proposal.proposed_by_id == by.pk:
        raise OwnProposal(proposal.pk)
    waiting = Proposal.objects.undecided().filter(pk=proposal.pk)
    if not waiting.update(decided_by=by, decided_at=now, approved=approve, answer=answer):
        raise NotToBeDecided(proposal.pk)
    before, after = MOVES[Wish(proposal.wish), approve]
    _move(proposal.account, before, after)
    word = {True: "approved", False: "declined"}[approve]
    wish = {Wish.OPEN: "opening", Wish.CLOSE: "closing"}[Wish(proposal.wish)]
    _record(f"official_accounts.{wish}_{word}", proposal.account, by=by, now=now)


@transaction.atomic
def approve_openings(*, proposals: Iterable[Proposal], by: User, now: datetime) -> int:
    """
    Agree to several openings at once; what this person proposed themselves is left out.

    Returns:
        how many accounts this call opened.
    """
    count = 0
    for proposal in proposals:
        if proposal.wish != Wish.OPEN:
            continue
        try:
            with transaction.atomic():
                decide(proposal=proposal, approve=True, answer="", by=by, now=now)
        except (OwnProposal, NotToBeDecided):
            continue
        count += 1
    return count


def _move(account: OfficialAccount, before: State, after: State) -> None:
    """Compare and set: of two at once, one is told."""
    moved = OfficialAccount.objects.filter(pk=account.pk, state=before).update(state=after)
    if not moved:
        raise NotToBeDecided(account.pk)
    account.state = after


def _record(action: str, account: OfficialAccount, *, by: User, now: datetime) -> None:
    record(
        by=by.username,
        action=action,
        target=f"official_account:{account.pk}",
        school_id=account.school_id,
        now=now,
    )
