"""How a portfolio is taken on: each row a customer, a contract and a loan, or rejected with its reasons."""

from collections.abc import Iterator
from datetime import date

from lending.application.call import Call
from lending.application.work import Work
from lending.contracts.contract import Contract, ContractStatus
from lending.contracts.ids import ContractId
from lending.contracts.ports import CONTRACTS
from lending.customers.customer import Customer
from lending.customers.ids import CustomerId
from lending.customers.ports import CUSTOMERS
from lending.kernel.invalid import Violation, shown
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.handed_over import Handed, agreed_of, loan_of
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.portfolio import PortfolioRow, PortfolioTaken, RowFault, TakeOnLoans
from lending.loans.portfolio_events import PortfolioTakenOn
from lending.loans.ports import LOANS
from lending.operations.refusals import DayNotOpen
from lending.operations.usecases import calendars_in, must_be_open
from lending.products.ports import PRODUCTS
from lending.products.product import Product

__all__ = ["no_such_product", "take_on_loans"]


def take_on_loans(command: TakeOnLoans, call: Call, work: Work) -> Outcome[PortfolioTaken, DayNotOpen]:
    """Take the good rows and tell what is wrong with the others."""
    opened = must_be_open(command.cut_over, call)
    if isinstance(opened, Failure):
        return opened
    faults: list[RowFault] = []
    taken: list[LoanId] = []
    customers = 0
    for row in command.rows:
        loan = _taken(row, command.cut_over, work)
        if isinstance(loan, Failure):
            faults += [RowFault.of(row.line, violation) for violation in loan.failure()]
            continue
        customers += _register(row, loan.unwrap().customer_id, command.cut_over, work)
        work.save(LOANS, loan.unwrap())
        taken.append(loan.unwrap().id)
    if taken:
        work.record(call.request_id.value, PortfolioTakenOn(loan_ids=tuple(taken), on=command.cut_over))
    return Success(PortfolioTaken(loans=len(taken), customers=customers, faults=tuple(faults)))


def no_such_product(row: PortfolioRow) -> Violation:
    """The row names a product that is not published."""
    return Violation("product", shown(row.product), "a product that is published")


def _taken(row: PortfolioRow, cut_over: date, work: Work) -> Outcome[Loan, tuple[Violation, ...]]:
    """The row's loan, its contract kept; nothing is kept where anything is wrong."""
    product = work.find(PRODUCTS, row.product)
    if product is None:
        return Failure((no_such_product(row),))
    known = work.matching(CUSTOMERS, "identity_number", row.person.identity_number)
    faults = tuple(_held_faults(row, known, work))
    if faults:
        return Failure(faults)
    customer_id = known[0].id if known else work.new_id(CustomerId)
    handed = Handed(work.new_id(LoanId), work.new_id(ContractId), customer_id)
    loan = loan_of(row, product, cut_over, handed, calendars_in(work))
    if isinstance(loan, Success):
        work.save(CONTRACTS, _contract(row, product, handed))
    return loan


def _held_faults(row: PortfolioRow, known: tuple[Customer, ...], work: Work) -> Iterator[Violation]:
    """What stands in the way of the row on this platform."""
    if work.matching(CONTRACTS, "taken_from", row.reference):
        yield Violation("reference", shown(row.reference), "a loan that was not taken on before")
    if row.vin is not None and work.matching(CONTRACTS, "live_vin", row.vin):
        yield Violation("vin", shown(row.vin), "a vehicle that stands in no other live contract")
    if known and known[0].person.name != row.person.name:
        yield Violation("name", "(hidden)", "the name that the customer with this identity number is registered under")


def _contract(row: PortfolioRow, product: Product, handed: Handed) -> Contract:
    return Contract(
        id=handed.contract_id,
        application_id=None,
        customer_id=handed.customer_id.value,
        dealer_id=None,
        product=product.code,
        product_version=product.version,
        agreed=agreed_of(row, product),
        payee=product.payee,
        vin=row.vin,
        status=ContractStatus.EFFECTIVE,
        taken_from=row.reference,
    )


def _register(row: PortfolioRow, customer_id: str, on: date, work: Work) -> int:
    """Register the row's person where they are not known: one new customer, or none."""
    if work.find(CUSTOMERS, customer_id) is not None:
        return 0
    work.save(CUSTOMERS, Customer.register(CustomerId(customer_id), row.person, on))
    return 1
