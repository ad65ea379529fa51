"""The books of any loan but a direct lease, whatever happened to it: each account holds what its figures say."""

from collections import Counter
from datetime import date, timedelta

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from lending.loans.loan import Loan
from lending.loans.status import LoanStatus
from lending_entrypoints.replay.journal import journal
from tests.property.loan_histories import LAST, START, histories

days = st.integers(0, (LAST - START).days).map(lambda number: START + timedelta(days=number))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(histories(leased=False), days)
def test_every_account_holds_what_the_figures_say(loan: Loan, day: date) -> None:
    held: Counter[str] = Counter()
    for entry in journal(loan, day):
        assert sum(line.debit - line.credit for line in entry.lines) == 0
        for line in entry.lines:
            held[line.account] += line.debit - line.credit
    now = loan.account(day)
    f = now.figures
    in_kind = f.collateral_taken + f.bank_received
    lost = f.principal_waived + f.principal_written_off
    wanted = {
        "1303.01": f.principal_outstanding - f.principal_overdue - f.principal_non_accrual_normal,
        "1303.02": f.principal_overdue - f.principal_non_accrual_overdue,
        "1303.03": f.principal_non_accrual,
        "1132.01": f.interest_accrued_outstanding - f.interest_accrued_off_book,
        "1132.02": f.interest_due_outstanding - f.interest_due_off_book,
        "1132.03": f.penalty_outstanding - f.penalty_off_book,
        "1132.04": f.compound_outstanding - f.compound_off_book,
        "1132.05": f.fees_outstanding - f.fees_off_book,
        "2241.03": -f.credit_balance,
        "1441.01": f.collateral_taken,
        "1002.01": f.bank_received,
        "1012.01": f.received - f.refunded - in_kind - f.disbursed,
        "6702.01": lost,
        "1304.01": -f.recovered,
        "7101.01": f.off_book,
        "7102.01": f.claim,
        "7999": -f.off_book - f.claim,
    }
    assert {account: held[account] for account in wanted} == wanted
    if now.status is LoanStatus.SETTLED:
        assert not [account for account in held if account.startswith(("1132", "1303")) and held[account]]
