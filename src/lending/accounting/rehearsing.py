"""What a portfolio would come to in the books, row by row, with nothing kept."""

from datetime import date

from lending.accounting.entries import entries_between
from lending.accounting.ports import POSTING_RULES, RULES
from lending.accounting.posting_rules import TAKEN_ON, PostingRules
from lending.accounting.queries import AccountBalance, Rehearsal, RehearseTakeOn
from lending.accounting.refusals import RulesMissing
from lending.application.call import Call
from lending.application.store import Reader
from lending.contracts.ids import ContractId
from lending.customers.ids import CustomerId
from lending.kernel.ids import RequestId
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.figures import Figures
from lending.loans.handed_over import Handed, loan_of
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.portfolio import RowFault
from lending.loans.taking_over import no_such_product
from lending.operations.usecases import calendars_read
from lending.products.ports import PRODUCTS
from lending.products.product import Product

__all__ = ["rehearse_take_on"]

Totals = dict[tuple[str, str], list[int]]
"""Debits and credits of each account and currency."""


def rehearse_take_on(query: RehearseTakeOn, call: Call, reader: Reader) -> Outcome[Rehearsal, RulesMissing]:
    """The balances of all good rows by account, and the faults of the others."""
    rules = reader.load(POSTING_RULES, RULES)
    if rules is None:
        return Failure(RulesMissing())
    products: dict[str, Product | None] = {}
    totals: Totals = {}
    faults: list[RowFault] = []
    loans = 0
    for row in query.portfolio:
        if row.product not in products:
            stored = reader.load(PRODUCTS, row.product)
            products[row.product] = stored.value if stored else None
        product = products[row.product]
        if product is None:
            faults.append(RowFault.of(row.line, no_such_product(row)))
            continue
        made = loan_of(row, product, query.cut_over, _nobodys(call.request_id), calendars_read(reader))
        if isinstance(made, Failure):
            faults += [RowFault.of(row.line, violation) for violation in made.failure()]
            continue
        loans += 1
        _add(totals, rules.value, made.unwrap(), query.cut_over)
    rows = tuple(AccountBalance(*place, *sums) for place, sums in sorted(totals.items()))
    return Success(Rehearsal(loans=loans, rows=rows, faults=tuple(faults)))


def _nobodys(request: RequestId) -> Handed:
    """Ids that nothing is kept under."""
    return Handed(LoanId.make(request, 0), ContractId.make(request, 0), CustomerId.make(request, 0))


def _add(totals: Totals, rules: PostingRules, loan: Loan, cut_over: date) -> None:
    figures = loan.account(cut_over).figures
    for entry in entries_between(rules, Figures(), figures, loan.id.value, TAKEN_ON):
        for line in entry.lines:
            sums = totals.setdefault((line.account, loan.terms.currency.code), [0, 0])
            sums[line.signed < 0] += abs(line.signed)
