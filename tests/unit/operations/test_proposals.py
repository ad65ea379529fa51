"""Maker and checker: one mechanism, driven through the bus."""

from datetime import timedelta

import pytest

from lending.application.bus import LocalBus
from lending.application.call import Actor, Call, Role
from lending.application.refusals import NeedsSecondPerson, NotGranted
from lending.kernel.ids import RequestId
from lending.kernel.outcome import Failure, Success
from lending.kernel.rates import Rate
from lending.operations.commands import ApproveProposal, Propose, RejectProposal, StartBusiness
from lending.operations.proposals import ProposalId
from lending.operations.refusals import MakerIsChecker, ProposalClosed, ProposalExpired, ValueDateNotTaken
from lending.operations.usecases import PROPOSAL_LIFE
from lending.products.commands import PublishReferenceRates
from lending.products.ports import LPR, REFERENCE_RATES
from lending.products.rates import Publication, ReferenceRates
from lending.registry import CATALOGUE
from lending_adapters.memory import MemoryStore
from tests.support.samples import AT

MAKER = Actor("ming", Role.PRODUCT_MANAGER)
CHECKER = Actor("hua", Role.PRODUCT_MANAGER)
CLERK = Actor("lei", Role.OPERATIONS)
RATES = ReferenceRates((Publication(AT.date(), Rate.parse("0.0345"), Rate.parse("0.042")),))
PUBLISH = PublishReferenceRates(RATES)


class Desk:
    """A bus over a fresh store, and who asks it what."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.bus = LocalBus(self.store, CATALOGUE)
        self.asked = 0
        self.ask(Actor("eod", Role.SYSTEM), StartBusiness(AT.date()))

    def ask(self, actor: Actor, command: object, after: timedelta = timedelta()) -> object:
        self.asked += 1
        call = Call(request_id=RequestId(f"r{self.asked}"), actor=actor, received_at=AT + after)
        return self.bus.execute(command, call)  # type: ignore[arg-type, var-annotated]

    def proposed(self) -> ProposalId:
        outcome = self.ask(MAKER, Propose(PUBLISH, reason="monthly LPR"))
        assert isinstance(outcome, Success)
        proposal_id: ProposalId = outcome.unwrap().proposal_id
        return proposal_id

    @property
    def published(self) -> bool:
        return self.store.load(REFERENCE_RATES, LPR) is not None


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_what_takes_two_people_is_not_done_by_one(desk: Desk) -> None:
    assert desk.ask(MAKER, PUBLISH) == Failure(NeedsSecondPerson("PublishReferenceRates"))
    assert not desk.published


def test_an_approved_proposal_is_carried_out_at_once(desk: Desk) -> None:
    proposal = desk.proposed()
    assert not desk.published
    assert isinstance(desk.ask(CHECKER, ApproveProposal(proposal)), Success)
    assert desk.published


def test_the_maker_does_not_check_their_own_proposal(desk: Desk) -> None:
    proposal = desk.proposed()
    assert desk.ask(MAKER, ApproveProposal(proposal)) == Failure(MakerIsChecker(proposal.value))
    assert not desk.published


def test_a_checker_needs_the_grant_for_what_was_proposed(desk: Desk) -> None:
    proposal = desk.proposed()
    refused = desk.ask(CLERK, ApproveProposal(proposal))
    assert refused == Failure(NotGranted("PublishReferenceRates", "OPERATIONS"))
    assert not desk.published


def test_a_rejected_proposal_stays_closed(desk: Desk) -> None:
    proposal = desk.proposed()
    assert isinstance(desk.ask(CHECKER, RejectProposal(proposal)), Success)
    assert desk.ask(CHECKER, ApproveProposal(proposal)) == Failure(ProposalClosed(proposal.value, "REJECTED"))
    assert not desk.published


def test_a_proposal_expires(desk: Desk) -> None:
    proposal = desk.proposed()
    late = desk.ask(CHECKER, ApproveProposal(proposal), after=PROPOSAL_LIFE)
    assert isinstance(late, Failure)
    assert isinstance(late.failure(), ProposalExpired)


def test_only_an_act_on_a_loan_counts_from_another_day(desk: Desk) -> None:
    yesterday = AT.date() - timedelta(days=1)
    refused = desk.ask(MAKER, Propose(PUBLISH, reason="monthly LPR", value_date=yesterday))
    assert refused == Failure(ValueDateNotTaken("PublishReferenceRates", yesterday))
