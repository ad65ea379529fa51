"""Laws of a payout that came back: whatever had happened to the loan, only the customer's money is left of it."""

from collections import Counter
from datetime import date

import attrs
import hypothesis.strategies as st
from hypothesis import HealthCheck, assume, given, settings

from lending.accounting.entries import entries_between
from lending.accounting.posting import scheme_of, unruled_between
from lending.kernel.outcome import Failure
from lending.loans.facts import Cancellation
from lending.loans.figures import NAMES, Figures
from lending.loans.flags import LoanFlag, flags
from lending.loans.history import history
from lending.loans.loan import Loan
from lending.loans.status import LoanStatus
from lending_adapters.book import read_book
from lending_entrypoints.replay.journal import EVENTS
from tests.property.loan_histories import histories

slowly = settings(deadline=None, suppress_health_check=list(HealthCheck))
RULES = read_book().posting_rules
assert RULES is not None

CUSTOMERS = {"received", "refunded", "credit_balance", "deposit_received", "deposit_returned"}
"""What stays of a loan that never was: money that came in and went back."""


@st.composite
def cancelled(draw: st.DrawFn) -> tuple[Loan, date]:
    """A loan with a history of its own, whose payout came back on the last day of it; and the day."""
    loan = draw(histories(leased=draw(st.booleans())))
    on = max(fact.on for fact in loan.facts)
    done = loan.cancel("came-back", "payout", on)
    assume(not isinstance(done, Failure))
    return done.unwrap(), on


@slowly
@given(cancelled())
def test_only_the_customers_money_is_left(made: tuple[Loan, date]) -> None:
    loan, on = made
    account = loan.account(on)
    figures = account.figures
    assert {name for name in NAMES if getattr(figures, name)} <= CUSTOMERS
    kept = figures.received - figures.refunded - figures.deposit_returned
    assert kept == figures.credit_balance + figures.deposit_held
    assert (account.status, account.instalments, account.principal_balance) == (LoanStatus.SETTLED, (), 0)
    assert not account.outstanding.total
    assert LoanFlag.CANCELLED in flags(loan, on)


@slowly
@given(cancelled())
def test_in_the_books_the_loan_never_was(made: tuple[Loan, date]) -> None:
    """Step by step as it happened: in the end cash is what is held for the customer, and all else is nothing."""
    loan, on = made
    rules, scheme = RULES, scheme_of(loan.terms)
    balances: Counter[str] = Counter()
    before = Figures()
    for moment in history(loan.terms, loan.facts, on):
        event = EVENTS.get(type(moment.fact)) if moment.fact is not None else None
        assert not unruled_between(rules.under(scheme).own, before, moment.figures, event)
        for entry in entries_between(rules, before, moment.figures, "loan", event, scheme):
            assert sum(line.signed for line in entry.lines) == 0
            balances.update({line.account: 0 for line in entry.lines})
            for line in entry.lines:
                balances[line.account] += line.signed
        before = moment.figures
    figures = loan.account(on).figures
    left = {account: amount for account, amount in balances.items() if amount}
    held = {"2241.03": -figures.credit_balance, "2241.01": -figures.deposit_held}
    wanted = {"1012.01": -sum(held.values()), **held}
    assert left == {account: amount for account, amount in wanted.items() if amount}


@slowly
@given(cancelled())
def test_until_then_it_is_the_loan_that_it_was(made: tuple[Loan, date]) -> None:
    loan, on = made
    was = attrs.evolve(loan, facts=tuple(fact for fact in loan.facts if not isinstance(fact, Cancellation)))
    day = min(fact.on for fact in loan.facts)
    assume(day < on)
    assert loan.account(day).figures == was.account(day).figures
