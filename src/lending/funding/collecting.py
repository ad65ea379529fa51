"""How it is recorded that a funder took a borrower's payment itself (他行代扣), and what becomes of that."""

from lending.application.call import Call
from lending.application.work import Work
from lending.funding.collections import FunderCollection, FunderCollectionId, collected_as
from lending.funding.commands import FunderCollectionRecorded, RecordFunderCollection
from lending.funding.ports import FUNDED_LOANS, FUNDER_COLLECTIONS
from lending.funding.refusals import FunderCollectionKnown, FunderNotOfLoan
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.events import PaymentRefunded, PaymentReversed
from lending.loans.ports import LOANS
from lending.loans.record import AmountRefused, amount_refused
from lending.loans.refusals import LoanNotFound

__all__ = ["follow_collection", "record_funder_collection"]


def record_funder_collection(
    command: RecordFunderCollection, call: Call, work: Work
) -> Outcome[FunderCollectionRecorded, LoanNotFound | FunderNotOfLoan | FunderCollectionKnown | AmountRefused]:
    """The loan takes the payment, whatever it has become; told again it is answered as it was."""
    loan = work.find(LOANS, command.loan_id)
    if loan is None:
        return Failure(LoanNotFound(command.loan_id.value))
    funded = work.find(FUNDED_LOANS, command.loan_id)
    funders = tuple(share.funder for share in funded.sharing.shares) if funded is not None else ()
    if command.funder not in funders:
        return Failure(FunderNotOfLoan(command.loan_id, command.funder, funders))
    before = work.matching(FUNDER_COLLECTIONS, "collected_as", collected_as(command.funder, command.reference))
    if before:
        (known,) = before
        same = (known.loan_id, known.amount) == (command.loan_id, command.amount)
        return Success(_receipt(known)) if same else Failure(_known(known))
    refused = amount_refused(command.amount, loan.terms)
    if refused is not None:
        return Failure(refused)
    collection = FunderCollection(
        id=work.new_id(FunderCollectionId),
        funder=command.funder,
        reference=command.reference,
        loan_id=command.loan_id,
        amount=command.amount,
        kept=command.amount,
        on=min(call.valued_on, call.business_date),
    )
    work.save(FUNDER_COLLECTIONS, collection.taken())
    work.save(LOANS, loan.receive(collection.id.value, command.amount, call.valued_on, today=call.business_date))
    return Success(_receipt(collection))


def follow_collection(event: PaymentReversed | PaymentRefunded, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """Reaction to a payment that is taken back or refunded: it was the funder's to give back, where that took it."""
    if event.of.startswith(f"{FunderCollectionId.prefix}_"):
        collection = work.get(FUNDER_COLLECTIONS, event.of)
        work.save(FUNDER_COLLECTIONS, collection.given_back(event.amount, event.on))
    return Success(None)


def _known(known: FunderCollection) -> FunderCollectionKnown:
    return FunderCollectionKnown(known.funder, known.reference, known.loan_id, known.amount)


def _receipt(collection: FunderCollection) -> FunderCollectionRecorded:
    return FunderCollectionRecorded(
        funder=collection.funder,
        reference=collection.reference,
        loan_id=collection.loan_id,
        amount=collection.amount,
        on=collection.on,
    )
