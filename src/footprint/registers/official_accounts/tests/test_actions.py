"""Every write of the register: opening, closing, naming, reviewing, lookalikes."""

from datetime import timedelta

import pytest

from footprint.audit.models import Event
from footprint.people.models import Person
from footprint.people.tests.factories import make_person
from footprint.registers.official_accounts import actions
from footprint.registers.official_accounts.models import (
    Handover,
    Lookalike,
    LookalikeKind,
    LookalikeState,
    OfficialAccount,
    Proposal,
    State,
    Why,
    approvers_of,
    keepers_of,
)
from footprint.registers.official_accounts.tests.factories import (
    TODAY,
    make_account,
    make_kept_account,
    make_lookalike,
)
from footprint.rulebook.terms import Audience, Platform
from tests.cast import NOW, Cast

DETAILS = actions.AccountDetails(platform="instagram", handle="@oakfield", answers="never")


def propose(cast: Cast, details: actions.AccountDetails = DETAILS) -> OfficialAccount:
    return actions.propose_account(
        school=cast.oakfield, details=details, reason="For families", by=cast.office, now=NOW
    )


def staff(cast: Cast, number: int) -> list[Person]:
    return [make_person(cast.oakfield, Audience.STAFF) for _ in range(number)]


def name(
    account: OfficialAccount, cast: Cast, keepers: list[Person], approvers: list[Person]
) -> None:
    actions.name_people(
        account=account, keepers=keepers, approvers=approvers, on=TODAY, by=cast.office, now=NOW
    )


@pytest.mark.parametrize(("approve", "state"), [(True, State.OPEN), (False, State.CLOSED)])
def test_somebody_else_decides_about_an_opening(cast: Cast, approve: bool, state: State) -> None:
    account = propose(cast)
    [proposal] = account.proposals.all()
    assert account.state == State.PROPOSED

    actions.decide(proposal=proposal, approve=approve, answer="So be it", by=cast.head, now=NOW)

    account.refresh_from_db()
    assert account.state == state
    assert Event.objects.filter(target=f"official_account:{account.pk}").count() == 2


@pytest.mark.parametrize(("approve", "state"), [(True, State.CLOSED), (False, State.OPEN)])
def test_somebody_else_decides_about_a_closing(cast: Cast, approve: bool, state: State) -> None:
    account = make_account(cast)
    proposal = actions.propose_closing(account=account, reason="Unused", by=cast.office, now=NOW)
    account.refresh_from_db()
    assert account.state == State.CLOSING_PROPOSED

    actions.decide(proposal=proposal, approve=approve, answer="", by=cast.head, now=NOW)

    account.refresh_from_db()
    assert account.state == state


def test_nobody_decides_about_their_own_proposal(cast: Cast) -> None:
    proposal = actions.propose_closing(account=make_account(cast), reason="", by=cast.head, now=NOW)
    with pytest.raises(actions.OwnProposal):
        actions.decide(proposal=proposal, approve=True, answer="", by=cast.head, now=NOW)
    proposal.refresh_from_db()
    assert proposal.decided_at is None


def test_a_proposal_is_decided_once(cast: Cast) -> None:
    [proposal] = propose(cast).proposals.all()
    actions.decide(proposal=proposal, approve=True, answer="", by=cast.head, now=NOW)
    with pytest.raises(actions.NotToBeDecided):
        actions.decide(proposal=proposal, approve=False, answer="", by=cast.trust_lead, now=NOW)
    assert OfficialAccount.objects.get().state == State.OPEN


def test_only_what_is_open_can_be_proposed_for_closing(cast: Cast) -> None:
    account = make_account(cast, state=State.CLOSED)
    with pytest.raises(actions.NotToBeDecided):
        actions.propose_closing(account=account, reason="", by=cast.office, now=NOW)
    assert not Proposal.objects.exists()


def test_several_openings_are_approved_at_once_but_not_ones_own(cast: Cast) -> None:
    propose(cast)
    actions.propose_account(
        school=cast.oakfield,
        details=actions.AccountDetails(platform="facebook"),
        reason="",
        by=cast.head,
        now=NOW,
    )
    closing = actions.propose_closing(
        account=make_account(cast), reason="", by=cast.office, now=NOW
    )

    count = actions.approve_openings(proposals=Proposal.objects.all(), by=cast.head, now=NOW)

    closing.refresh_from_db()
    states = dict(OfficialAccount.objects.values_list("platform", "state"))
    assert (count, closing.approved) == (1, None)
    assert states["facebook"] == State.PROPOSED


def test_an_account_is_in_the_register_once(cast: Cast) -> None:
    propose(cast)
    with pytest.raises(actions.InTheRegister):
        propose(cast)
    assert Proposal.objects.count() == 1


def test_of_two_who_change_an_account_the_second_is_told(cast: Cast) -> None:
    account = propose(cast)
    changed = actions.AccountDetails(platform="instagram", handle="@other")
    actions.change_account(account=account, details=changed, revision=1, by=cast.office, now=NOW)
    with pytest.raises(actions.AccountChangedMeanwhile):
        actions.change_account(account=account, details=DETAILS, revision=1, by=cast.head, now=NOW)
    assert OfficialAccount.objects.get().handle == "@other"


def test_naming_people_ends_the_duties_of_all_others_and_keeps_them(cast: Cast) -> None:
    account = make_account(cast)
    old, new, approver = staff(cast, 3)
    name(account, cast, [old], [approver])
    name(account, cast, [new], [approver, new])

    assert keepers_of([account], on=TODAY) == {account.pk: [new]}
    assert approvers_of([account], on=TODAY) == {account.pk: [approver, new]}
    assert [(duty.person, duty.until) for duty in account.duties.all()] == [
        (old, TODAY),
        (approver, None),
        (new, None),
        (new, None),
    ]


def test_a_keeper_who_is_replaced_leaves_a_task_list_an_approver_does_not(cast: Cast) -> None:
    account = make_account(cast)
    old, approver = staff(cast, 2)
    name(account, cast, [old], [approver])
    name(account, cast, [], [])
    [handover] = Handover.objects.all()
    assert (handover.person, handover.why) == (old, Why.REPLACED)


@pytest.mark.parametrize("who", ["a parent", "somebody of another school", "somebody who left"])
def test_only_staff_who_are_here_are_named(cast: Cast, who: str) -> None:
    account = make_account(cast)
    person = {
        "a parent": lambda: make_person(cast.oakfield, Audience.PARENT),
        "somebody of another school": lambda: make_person(cast.riverside, Audience.STAFF),
        "somebody who left": lambda: make_person(cast.oakfield, Audience.STAFF, left_on=TODAY),
    }[who]()
    with pytest.raises(actions.NotOnTheStaff):
        name(account, cast, [person], [])
    assert not account.duties.exists()


def test_three_approvers_are_enough(cast: Cast) -> None:
    account = make_account(cast)
    name(account, cast, [], staff(cast, 3))
    with pytest.raises(actions.TooManyApprovers):
        name(account, cast, [], staff(cast, 4))
    assert account.duties.current().count() == 3


def test_a_review_says_what_was_found_and_a_broken_recovery_stays_to_be_mended(
    cast: Cast,
) -> None:
    account = make_kept_account(cast)
    later = TODAY + timedelta(days=3)
    found = actions.Findings(second_factor_on=False, recovery_works=False, people_right=True)
    actions.review_account(account=account, findings=found, on=later, by=cast.office, now=NOW)
    account.refresh_from_db()
    assert (account.reviewed_on, account.second_factor_on) == (later, False)
    assert account.recovery_checked_on is None
    assert account.reviews.get().by == cast.office


def test_a_lookalike_is_listed_once_and_every_look_at_it_is_kept(cast: Cast) -> None:
    details = actions.LookalikeDetails(
        address="https://instagram.example/not_oakfield",
        name="Oakfield Official",
        platform=Platform.INSTAGRAM,
        kind=LookalikeKind.IMPERSONATION,
        state=LookalikeState.SEEN,
        seen_on=TODAY,
    )
    found = actions.add_lookalike(school=cast.oakfield, details=details, by=cast.office, now=NOW)
    with pytest.raises(actions.KnownAlready) as told:
        actions.add_lookalike(school=cast.oakfield, details=details, by=cast.head, now=NOW)
    assert told.value.lookalike == found

    for state, on in ((LookalikeState.GONE, TODAY), (LookalikeState.SEEN, TODAY - timedelta(9))):
        actions.record_look(
            lookalike=found,
            kind=LookalikeKind.IMPERSONATION,
            state=state,
            on=on,
            note="",
            by=cast.office,
            now=NOW,
        )

    found.refresh_from_db()
    assert found.state == LookalikeState.GONE  # what is entered late does not undo the newest
    assert found.looks.count() == 3
    assert not Lookalike.objects.still_there().exists()
    assert make_lookalike(cast) in Lookalike.objects.still_there()
