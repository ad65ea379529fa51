"""Whose money: sought between our approval and the offer, and given up with the application (R32)."""

from datetime import timedelta

import attrs

from lending.application.call import Call
from lending.application.ports import Courier, Delivery
from lending.application.store import Reader
from lending.application.work import Work
from lending.customers.ports import CUSTOMERS
from lending.funding.commands import RecordFunderAnswer
from lending.funding.decision import FundingDecision
from lending.funding.events import FundingDecided, FundingFailed
from lending.funding.funder import CustomerGroup
from lending.funding.gateway import FunderWord, FundingRequest
from lending.funding.messages import ApplyToFunder, QueryFunder
from lending.funding.ports import FUNDING_DECISIONS, FunderGateway
from lending.funding.routing import FundingFacts
from lending.funding.seeking import open_decision, withdraw_decision
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.ports import LOANS
from lending.origination.events import ApplicationClosed, FundingWanted
from lending.origination.ports import APPLICATIONS
from lending.products.ports import PRODUCTS
from lending.risk.admission import Reason

__all__ = [
    "apply_to_funder_by",
    "make_offer",
    "query_funder_by",
    "reject_without_money",
    "seek_after_approval",
    "withdraw_search",
]


def seek_after_approval(event: FundingWanted, call: Call, work: Work) -> Outcome[None, Refusal]:
    """We approve: now the funders' own rules decide."""
    application = work.get(APPLICATIONS, event.application_id)
    customer = work.get(CUSTOMERS, application.customer_id)
    product = work.get(PRODUCTS, application.product)
    returning = bool(work.matching(LOANS, "customer_id", application.customer_id))
    facts = FundingFacts(
        product=application.product,
        amount=application.amount,
        instalments=application.instalments,
        customer_id=application.customer_id,
        group=CustomerGroup.RETURNING if returning else CustomerGroup.NEW,
        age=customer.age_on(call.business_date),
        region=customer.person.city,
        dealer_id=application.dealer_id,
    )
    open_decision(work, call, application.id.value, facts, product.funding)
    return Success(None)


def make_offer(event: FundingDecided, call: Call, work: Work) -> Outcome[None, Refusal]:
    """The money is found: the offer is made, and runs from now."""
    application = work.get(APPLICATIONS, event.application_id)
    assert application.offer is not None, f"{application.id} sought money without an offer"
    days = work.get(PRODUCTS, application.product).offer_days
    offer = attrs.evolve(application.offer, valid_until=call.received_at + timedelta(days=days))
    approved = application.approve(offer)
    if isinstance(approved, Failure):
        return approved
    work.save(APPLICATIONS, approved.unwrap())
    return Success(None)


def reject_without_money(event: FundingFailed, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """Nobody takes the loan on: the application is rejected."""
    reason = Reason("NO_FUND", f"none of {event.tries} tries found a funder")
    rejected = work.get(APPLICATIONS, event.application_id).reject((reason,))
    if isinstance(rejected, Failure):
        return rejected
    work.save(APPLICATIONS, rejected.unwrap())
    return Success(None)


def withdraw_search(event: ApplicationClosed, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """An application that ends without a loan frees what is held for it."""
    withdraw_decision(work, event.application_id.value)
    return Success(None)


def apply_to_funder_by(gateway: FunderGateway) -> Courier:
    """The courier that puts applications before funders through `gateway`."""

    def deliver(delivery: Delivery[ApplyToFunder], reader: Reader) -> RecordFunderAnswer | None:
        message = delivery.message
        decision = _waiting(message, reader)
        if decision is None:
            return None
        answer = gateway.apply(_request(decision, reader))
        return RecordFunderAnswer(message.application_id, message.number, answer)

    return deliver


def query_funder_by(gateway: FunderGateway) -> Courier:
    """The courier that asks funders after applications; one that never arrived is put before them again."""

    def deliver(delivery: Delivery[QueryFunder], reader: Reader) -> RecordFunderAnswer | None:
        message = delivery.message
        decision = _waiting(message, reader)
        if decision is None:
            return None
        request = _request(decision, reader)
        answer = gateway.query(request.funder, request.request_no)
        if answer.word is FunderWord.NOT_FOUND:
            # The number is the funder's key: should the first request arrive after all, it is the same application.
            answer = gateway.apply(request)
        return RecordFunderAnswer(message.application_id, message.number, answer)

    return deliver


def _waiting(message: ApplyToFunder | QueryFunder, reader: Reader) -> FundingDecision | None:
    """The decision, if this try of it still waits for a word."""
    stored = reader.load(FUNDING_DECISIONS, message.application_id)
    assert stored is not None, f"{message.application_id} was sent and has no decision"
    waiting = stored.value.asked
    return stored.value if waiting is not None and waiting.number == message.number else None


def _request(decision: FundingDecision, reader: Reader) -> FundingRequest:
    waiting = decision.asked
    assert waiting is not None, "checked"
    customer = reader.load(CUSTOMERS, decision.facts.customer_id)
    assert customer is not None, f"{decision.facts.customer_id} applies and does not exist"
    person = customer.value.person
    return FundingRequest(
        request_no=decision.request_no(waiting.number),
        funder=waiting.funder,
        product=decision.facts.product,
        amount=decision.facts.amount,
        share=waiting.amount,
        instalments=decision.facts.instalments,
        name=person.name,
        identity_number=person.identity_number,
    )
