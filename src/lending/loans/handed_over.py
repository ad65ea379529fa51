"""From a row of a portfolio to the loan it comes to on the cut-over day, or to what is wrong with it. Pure."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import attrs

from lending.contracts.agreed import AgreedTerms
from lending.contracts.ids import ContractId
from lending.customers.ids import CustomerId
from lending.kernel.invalid import InvalidInput, Violation, shown
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.account import Account
from lending.loans.choices import Method
from lending.loans.facts import Impairment, LoanFact, Repayment, TakenOn, WriteOff
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.opening import loan_terms
from lending.loans.portfolio import OpeningBalances, PastKind, PortfolioRow
from lending.loans.portfolio_events import LoanTakenOn
from lending.loans.status import ACTIVE, LoanStatus
from lending.loans.taken_on import running_interest
from lending.loans.terms import LoanTerms
from lending.operations.calendar import YearFinder
from lending.products.product import Product, Scene

__all__ = ["Handed", "agreed_of", "loan_of"]

KEY = "take-on"
Faults = tuple[Violation, ...]


@attrs.frozen
class Handed:
    """The ids a loan that is handed over gets."""

    loan_id: LoanId
    contract_id: ContractId
    customer_id: CustomerId


def agreed_of(row: PortfolioRow, product: Product) -> AgreedTerms:
    """The contract's terms: what the row says, and of the product what it does not."""
    agreed = AgreedTerms.of(product, row.principal, row.instalments, row.annual_rate, row.opened_on)
    fees = attrs.evolve(agreed.fees, at_start=None) if row.balances is not None else agreed.fees
    return attrs.evolve(agreed, due_day=row.due_day or agreed.due_day, fees=fees)


def loan_of(
    row: PortfolioRow, product: Product, cut_over: date, handed: Handed, find: YearFinder
) -> Outcome[Loan, Faults]:
    """The loan that a row comes to on the cut-over day; `find` answers for the years of workdays that are published."""
    faults = tuple(_faults(row, product, cut_over))
    if faults:
        return Failure(faults)
    try:
        made = _with_history(row, product, cut_over, handed, find)
        return made if isinstance(made, Failure) else _owing(row, made.unwrap(), cut_over)
    except InvalidInput as invalid:
        return Failure(invalid.violations)


def _faults(row: PortfolioRow, product: Product, cut_over: date) -> Iterator[Violation]:
    """What is wrong with the row whatever its loan comes to."""
    if row.opened_on > cut_over:
        yield _wrong("opened_on", row.opened_on, f"a date not after the cut-over day, {cut_over}")
    if product.scene is Scene.CAR_DIRECT_LEASE:
        yield _wrong("product", row.product, "a product of loans: direct leases are not taken on")
    if row.balances is not None and (row.history or row.principal_left is not None):
        yield _wrong("history", f"{len(row.history)} acts", "either balances or a history, not both")
    for name, amount in _amounts(row):
        if amount.currency != product.currency:
            yield _wrong(name, amount.currency, f"an amount in {product.currency}, in which {product.code} is lent")
        elif amount.minor < 0:
            yield _wrong(name, amount.text, "an amount of at least zero")
    for number, act in enumerate(row.history, 1):
        fault = act.fault
        if fault is not None:
            yield fault.under(f"history[{number}]")


def _amounts(row: PortfolioRow) -> Iterator[tuple[str, Money]]:
    yield "principal", row.principal
    if row.principal_left is not None:
        yield "principal_left", row.principal_left
    for number, act in enumerate(row.history, 1):
        if act.amount is not None:
            yield f"history[{number}].amount", act.amount
    balances = row.balances
    if balances is None:
        return
    for name in ("principal", "accrued", "fees", "credit", "instalment", "next_interest"):
        if (amount := getattr(balances, name)) is not None:
            yield f"balances.{name}", amount
    for number, unpaid in enumerate(balances.unpaid, 1):
        for name in ("principal", "interest", "penalty", "compound"):
            yield f"balances.unpaid[{number}].{name}", getattr(unpaid, name)


def _wrong(field: str, value: object, expected: str) -> Violation:
    return Violation(field, shown(value), expected)


def _with_history(
    row: PortfolioRow, product: Product, cut_over: date, handed: Handed, find: YearFinder
) -> Outcome[Loan, Faults]:
    if row.balances is not None:
        return _opened_with(row, row.balances, product, cut_over, handed, find)
    return _replayed(row, product, cut_over, handed, find)


# --- with its history -------------------------------------------------------------------------


def _replayed(
    row: PortfolioRow, product: Product, cut_over: date, handed: Handed, find: YearFinder
) -> Outcome[Loan, Faults]:
    """The loan paid out on its day, and everything done to it since as it would have been done here."""
    terms = loan_terms(agreed_of(row, product), row.opened_on, find)
    if row.first_due is not None:
        terms = attrs.evolve(terms, first_due=row.first_due, due_day=row.due_day)
    opened = Loan.open(
        id=handed.loan_id,
        contract_id=handed.contract_id.value,
        customer_id=handed.customer_id.value,
        product=row.product,
        terms=terms,
        key=KEY,
        amount=row.principal,
        on=row.opened_on,
    )
    if isinstance(opened, Failure):
        return Failure((Violation("principal", row.principal.text, opened.failure().message),))
    loan: Loan = opened.unwrap()
    for number, act in enumerate(row.history, 1):
        if act.on > cut_over:
            return Failure((_wrong(f"history[{number}].on", act.on, f"a date not after the cut-over day, {cut_over}"),))
        done = ACTS[act.kind](loan, f"{KEY}-{number}", act)
        if isinstance(done, Failure):
            refused = done.failure().message
            return Failure(
                (Violation(f"history[{number}]", f"{act.on} {act.kind.value}", f"an act that is possible: {refused}"),)
            )
        loan = done.unwrap()
    return Success(attrs.evolve(loan, events=()))


ACTS: dict[PastKind, Callable[[Loan, str, Any], Outcome[Loan, Any]]] = {
    PastKind.REPAYMENT: lambda loan, key, act: loan.repay(key, act.amount, act.on),
    PastKind.PREPAYMENT: lambda loan, key, act: loan.prepay(key, act.amount, act.on),
    PastKind.CHARGE: lambda loan, key, act: loan.charge(key, act.component, act.amount, act.on, act.on),
    PastKind.WAIVER: lambda loan, key, act: loan.waive(key, act.component, act.amount, act.on),
    PastKind.RATE: lambda loan, key, act: loan.change_rate(key, act.rate, act.on),
    PastKind.IMPAIRMENT: lambda loan, key, act: loan.impair(key, "as handed over", act.on),
    PastKind.WRITE_OFF: lambda loan, key, act: loan.write_off(key, act.on),
    PastKind.RECOVERY: lambda loan, key, act: loan.recover(key, act.amount, act.on),
}
"""How each past act is done to a loan; what a loan refuses now, it refuses of the past."""


# --- with its balances ------------------------------------------------------------------------


def _opened_with(
    row: PortfolioRow, balances: OpeningBalances, product: Product, cut_over: date, handed: Handed, find: YearFinder
) -> Outcome[Loan, Faults]:
    """The loan as its balances are on the cut-over day."""
    faults = tuple(_balance_faults(row, balances, product, cut_over))
    if faults:
        return Failure(tuple(fault.under("balances") for fault in faults))
    agreed = attrs.evolve(agreed_of(row, product), due_day=None)
    terms = attrs.evolve(
        loan_terms(agreed, row.opened_on, find),
        first_due=balances.next_due,
        due_day=row.due_day if balances.next_due is not None else None,
    )
    fact = TakenOn(
        on=cut_over,
        key=KEY,
        principal=balances.principal,
        instalments=balances.instalments,
        since=balances.accrued_since or _since(terms, row.opened_on, cut_over),
        accrued=balances.accrued,
        fees=balances.fees,
        unpaid=balances.unpaid,
        instalment=balances.instalment,
        next_interest=balances.next_interest,
    )
    most = Money(running_interest(terms, fact) if fact.since < cut_over else 0, row.principal.currency)
    if balances.accrued > most:
        expected = f"at most {most.text}, the interest of the instalment it falls due with"
        return Failure((_wrong("balances.accrued", balances.accrued.text, expected),))
    loan = Loan(
        id=handed.loan_id,
        contract_id=handed.contract_id.value,
        customer_id=handed.customer_id.value,
        product=row.product,
        terms=terms,
        facts=(fact, *_later(balances, cut_over)),
        status=LoanStatus.NORMAL,
        opened_on=cut_over,
        seen_through=cut_over,
    )
    _assert_exact(balances, loan.account(cut_over))
    return Success(loan)


def _balance_faults(
    row: PortfolioRow, balances: OpeningBalances, product: Product, cut_over: date
) -> Iterator[Violation]:
    """Where the balances do not fit each other, the contract or the day."""
    due, left = balances.next_due, balances.instalments
    if bool(left) is not bool(balances.principal):
        yield _wrong("instalments", left, "instalments left if, and only if, principal is not due yet")
    if (due is not None) is not bool(left) or (due is not None and due <= cut_over):
        yield _wrong("next_due", due, f"a date after {cut_over} if, and only if, instalments are left")
    if product.method is Method.BULLET and left > 1:
        yield _wrong("instalments", left, "one instalment left: all is repaid at the end")
    if product.method is Method.EQUAL_PRINCIPAL_AND_INTEREST and left and balances.next_interest is None:
        yield _wrong("next_interest", None, "the interest of each instalment, which does not follow from the balance")
    if not left and balances.accrued:
        yield _wrong("accrued", balances.accrued.text, "0.00, for no instalment is left that it falls due with")
    since = balances.accrued_since
    if since is not None and not row.opened_on <= since <= cut_over:
        yield _wrong("accrued_since", since, f"a date from {row.opened_on}, when the loan was opened, to {cut_over}")
    owed = sum((each.principal.minor for each in balances.unpaid), balances.principal.minor)
    if owed > row.principal.minor:
        whole = Money(owed, row.principal.currency).text
        yield _wrong("principal", whole, f"no more, due or not, than was lent: {row.principal.text}")
    if balances.credit and (balances.unpaid or balances.fees or balances.written_off):
        yield _wrong("credit", balances.credit.text, "0.00 where anything is due: money held would have paid it")
    yield from _unpaid_faults(row, balances, cut_over)


def _unpaid_faults(row: PortfolioRow, balances: OpeningBalances, cut_over: date) -> Iterator[Violation]:
    for number, unpaid in enumerate(balances.unpaid, 1):
        if not row.opened_on < unpaid.due <= cut_over:
            expected = f"a date after {row.opened_on}, when the loan was opened, and not after {cut_over}"
            yield _wrong(f"unpaid[{number}].due", unpaid.due, expected)
        if not unpaid.principal and not unpaid.interest:
            yield _wrong(f"unpaid[{number}]", unpaid.due, "principal or interest that is unpaid")
    for number, (before, after) in enumerate(pairwise(balances.unpaid), 2):
        if after.due <= before.due:
            yield _wrong(f"unpaid[{number}].due", after.due, f"a date after {before.due}")


def _since(terms: LoanTerms, opened_on: date, cut_over: date) -> date:
    """When the running period began: a period before its due date, or when the loan did if that was no whole one."""
    if terms.first_due is None or terms.method is Method.BULLET:
        return opened_on
    before = terms.period.after(terms.first_due, -1, terms.due_day)
    return before if opened_on <= before <= cut_over else opened_on


def _later(balances: OpeningBalances, cut_over: date) -> Iterator[LoanFact]:
    """What is told of the loan beside its debt, as facts of the cut-over day."""
    if balances.credit:
        yield Repayment(on=cut_over, key=f"{KEY}-credit", amount=balances.credit)
    if balances.impaired is not None:
        yield Impairment(on=cut_over, key=f"{KEY}-impaired", reason=balances.impaired)
    if balances.written_off:
        yield WriteOff(on=cut_over, key=f"{KEY}-written-off")


def _assert_exact(balances: OpeningBalances, now: Account) -> None:
    """The account states the very balances that were handed over."""
    parts = {
        name: sum(getattr(each, name).minor for each in balances.unpaid)
        for name in ("principal", "interest", "penalty", "compound")
    }
    handed = {
        "principal_outstanding": balances.principal.minor + parts["principal"],
        "interest_due_outstanding": parts["interest"],
        "interest_accrued_outstanding": balances.accrued.minor,
        "penalty_outstanding": parts["penalty"],
        "compound_outstanding": parts["compound"],
        "fees_outstanding": balances.fees.minor,
    }
    if balances.written_off:
        assert now.claim == sum(handed.values()), f"{now.claim} is claimed of {handed}"
        return
    stated = {name: getattr(now.figures, name) for name in handed}
    assert stated == handed, f"{stated} is not {handed}"
    assert now.credit_balance == balances.credit.minor, f"{now.credit_balance} is held of {balances.credit}"


# --- either way -------------------------------------------------------------------------------


def _owing(row: PortfolioRow, loan: Loan, cut_over: date) -> Outcome[Loan, Faults]:
    """The loan as the cut-over day finds it, if it owes anything and owes what it should."""
    now = loan.account(cut_over)
    left = loan.money(now.principal_balance)
    if now.status not in ACTIVE and now.status is not LoanStatus.WRITTEN_OFF:
        return Failure((_wrong("reference", row.reference, "a loan of which something is owed or claimed"),))
    if row.principal_left is not None and row.principal_left != left:
        expected = f"{left.text}, which terms and history come to"
        return Failure((_wrong("principal_left", row.principal_left.text, expected),))
    event = LoanTakenOn(
        loan_id=loan.id,
        contract_id=loan.contract_id,
        customer_id=loan.customer_id,
        product=loan.product,
        reference=row.reference,
        principal_left=left,
        on=cut_over,
    )
    return Success(attrs.evolve(loan, status=now.status, seen_through=cut_over, events=(event,)))
