"""Invariants checked at the end, when faults have stopped and the platform has had time to come to rest."""

from collections.abc import Iterator
from typing import Any

from lending import registry
from lending.application.kinds import Kind
from lending.contracts.ports import CONTRACTS
from lending.funding.ports import FUNDER_SETTLEMENTS
from lending.funding.settlement import SettlementState
from lending.inquiries.inquiry import Inquiry
from lending.inquiries.ports import INQUIRIES
from lending.inquiries.questions import Question
from lending.loans.ports import LOANS
from lending.origination.application import ApplicationStatus
from lending.origination.ports import APPLICATIONS
from lending.payments.ports import DEDUCTIONS, DISBURSEMENTS
from lending.products.ports import PRODUCTS
from lending.products.product import Signing
from lending_simulator.invariants.evidence import Evidence, Invariant
from lending_simulator.mirror import Mirror

__all__ = ["AT_END", "unsettled"]

PAGE = 500
BY_ITSELF = frozenset({ApplicationStatus.SUBMITTED, ApplicationStatus.CHECKING, ApplicationStatus.SCORING})
"""An application that stands so waits for no person."""
PAID_OUT = frozenset({ApplicationStatus.PAYING, ApplicationStatus.PAID, ApplicationStatus.DELIVERED})


def unsettled(mirror: Mirror) -> Iterator[str]:
    """Applications and orders that should go on by themselves, and loans that an order holds."""
    for application in mirror.all(APPLICATIONS):
        if application.status in BY_ITSELF:
            yield f"application {application.id} is {application.status.value}, and waits for nobody"
    for payout in mirror.all(DISBURSEMENTS):
        if payout.is_open:
            yield f"payout {payout.id} is {payout.status.value} after asking {payout.doubts} times"
    for deduction in mirror.all(DEDUCTIONS):
        if deduction.is_open:
            yield f"deduction {deduction.id} is {deduction.status.value} after asking {deduction.doubts} times"
    for loan in mirror.all(LOANS):
        if loan.held_by is not None:
            yield f"loan {loan.id} is held by {loan.held_by}"


def nothing_stays_in_doubt(evidence: Evidence) -> Iterator[str]:
    """Once faults have stopped, every order comes to an end, no loan stays held, no payer without an answer."""
    yield from unsettled(evidence.mirror)
    for reference in sorted(evidence.underway):
        yield f"payment {reference} was never answered"


def the_store_holds_what_was_committed(evidence: Evidence) -> Iterator[str]:
    """Every aggregate and every event, read back, is what was written."""
    for kind in registry.KINDS:
        kept = {kind.identity(value): value for value in _pages(evidence, kind)}
        committed = {kind.identity(value): value for value in evidence.mirror.all(kind)}
        for identity in sorted({*kept, *committed}):
            if kept.get(identity) != committed.get(identity):
                yield f"{kind.name} {identity} was committed and is not what the store holds"
    stored = {record.id: record for record in evidence.store.events()}
    for record in evidence.mirror.events:
        if stored.get(record.id) != record:
            yield f"event {record.id} was committed and is not what the log holds"
    if len(stored) != len(evidence.mirror.events):
        yield f"{len(evidence.mirror.events)} events were committed, the log holds {len(stored)}"


def nothing_is_paid_unproved(evidence: Evidence) -> Iterator[str]:
    """Where a product asks for it, nothing goes out before the face was the customer's and the contract signed."""
    for application in evidence.mirror.all(APPLICATIONS):
        product = evidence.mirror.get(PRODUCTS, application.product)
        if application.status not in PAID_OUT or product is None:
            continue
        faces = _asked(evidence, Question.LIVENESS, application.id.value)
        if product.liveness and not any(face.is_good for face in faces):
            yield f"application {application.id} is {application.status.value}, and nobody showed their face"
        (contract,) = (one for one in evidence.mirror.all(CONTRACTS) if one.application_id == application.id.value)
        if product.signing is Signing.ELECTRONIC and contract.signature is None:
            yield f"application {application.id} is {application.status.value}, and {contract.id} is not signed"


def _asked(evidence: Evidence, question: Question, about: str) -> Iterator[Inquiry]:
    inquiries = evidence.mirror.all(INQUIRIES)
    return (inquiry for inquiry in inquiries if inquiry.question is question and inquiry.about == about)


def funders_are_paid_once_and_in_full(evidence: Evidence) -> Iterator[str]:
    """Every settlement that was sent came to its end, and what our bank paid is what was settled."""
    ended, due = {SettlementState.RECONCILED, SettlementState.DISPUTED}, {}
    for held in evidence.mirror.all(FUNDER_SETTLEMENTS):
        if held.state not in ended:
            yield f"settlement {held.id} is {held.state.value}"
        if held.state is SettlementState.RECONCILED and held.net.minor > 0:
            due[held.id] = held.net.minor
    for reference in sorted({*due, *evidence.transferred}):
        paid = evidence.transferred.get(reference, 0)
        if paid != due.get(reference, 0):
            yield f"{paid} was transferred for {reference}, {due.get(reference, 0)} was settled"


def _pages(evidence: Evidence, kind: Kind[Any]) -> Iterator[Any]:
    after = ""
    while True:
        page = evidence.store.page(kind, None, "", after, PAGE)
        yield from page
        if len(page) < PAGE:
            return
        after = kind.identity(page[-1])


AT_END: tuple[Invariant, ...] = (
    nothing_stays_in_doubt,
    nothing_is_paid_unproved,
    funders_are_paid_once_and_in_full,
    the_store_holds_what_was_committed,
)
