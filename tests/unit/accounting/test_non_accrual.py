"""A11 to A18b: a loan that stops accruing, in the handbook's entries. Each begins with what happened to the loan.

Base loan L with penalty at 1.5 times the rate and compound interest, of which nothing was ever paid (F21).
"""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from lending.accounting.entries import entries_between
from lending.accounting.journal import JournalLine, Side
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.kernel.outcome import Success
from lending.loans.choices import Component
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.status import LoanStatus
from lending.loans.terms import Allocation, LoanTerms, NonAccrual
from lending_adapters.book import read_book
from lending_entrypoints.replay.journal import EVENTS, Line, journal
from tests.unit.loans.cases import PAID_OUT, PENALTY, base_loan, yuan

DAY_90, DAY_91, DAY_92 = date(2024, 5, 5), date(2024, 5, 6), date(2024, 5, 7)
PRINCIPAL_FIRST = Allocation(non_accrual_order=(Component.PRINCIPAL, Component.INTEREST))

Lines = list[tuple[str, str, str]]


def never_paid(**changes: Any) -> Loan:
    terms: LoanTerms = base_loan(**{"penalty": PENALTY, "allocation": PRINCIPAL_FIRST} | changes)
    opened = Loan.open(
        id=LoanId.make(RequestId("loan"), 0),
        contract_id="contract",
        customer_id="customer",
        product="cash",
        terms=terms,
        key="payout",
        amount=terms.principal,
        on=PAID_OUT,
    )
    return opened.unwrap()


def done(outcome: Any) -> Loan:
    assert isinstance(outcome, Success), outcome
    loan: Loan = outcome.unwrap()
    return loan


def entries(loan: Loan, on: date) -> list[tuple[str, Lines]]:
    """What is booked on a day: event and lines, each as the handbook writes it."""
    return [(entry.event, [stated(line) for line in entry.lines]) for entry in journal(loan, on) if entry.on == on]


def stated(line: Line) -> tuple[str, str, str]:
    return ("Dr" if line.debit else "Cr", line.account, Money(line.debit or line.credit).text)


def entries_of(loan: Loan, on: date, event: str) -> list[Lines]:
    return [lines for name, lines in entries(loan, on) if name == event]


def posted(loan: Loan, act: Loan, on: date) -> list[tuple[str, Lines]]:
    """The entries of the last fact of `act` alone."""
    rules = read_book().posting_rules
    assert rules is not None
    event = EVENTS.get(type(act.facts[-1]))
    made = entries_between(rules, loan.account(on).figures, act.account(on).figures, "loan", event)
    return [(entry.event, [shown(line) for line in entry.lines]) for entry in made]


def shown(line: JournalLine) -> tuple[str, str, str]:
    return ("Dr" if line.side is Side.DEBIT else "Cr", line.account, Money(line.amount).text)


def balances(loan: Loan, on: date) -> dict[str, str]:
    """Debit balances of the accounts that hold anything."""
    held: Counter[str] = Counter()
    for entry in journal(loan, on):
        for line in entry.lines:
            held[line.account] += line.debit - line.credit
    return {account: Money(amount).text for account, amount in sorted(held.items()) if amount}


# --- the switch -----------------------------------------------------------------------------------------------------


@pytest.mark.entry("A11", "A11b", "A11c")
def test_a11_what_was_recognised_and_not_paid_is_taken_back_on_day_91() -> None:
    """640.35 = 636.36 due + 3.99 accrued; 152.65 = 128.99 penalty + 23.66 compound; A11c with it, A11b beside it."""
    assert entries(never_paid(), DAY_91)[-2:] == [
        (
            "SUSPENDED",
            [
                ("Dr", "6011.01", "640.35"),
                ("Dr", "6011.02", "152.65"),
                ("Dr", "1303.03", "12000.00"),
                ("Cr", "1132.02", "636.36"),
                ("Cr", "1132.01", "3.99"),
                ("Cr", "1132.03", "128.99"),
                ("Cr", "1132.04", "23.66"),
                ("Cr", "1303.02", "3764.28"),
                ("Cr", "1303.01", "8235.72"),
            ],
        ),
        ("SUSPENDED", [("Dr", "7101.01", "793.00"), ("Cr", "7999", "793.00")]),
    ]


def test_the_day_of_the_switch_accrues_first() -> None:
    """F21: a day of period 5, 3.99; nothing is suspended the day before."""
    loan = never_paid()
    names = [event for event, _lines in entries(loan, DAY_91)]
    assert names == ["ACCRUED", "OVERDUE", "SUSPENDED", "SUSPENDED"]
    assert ("Dr", "1132.01", "3.99") in entries(loan, DAY_91)[0][1]
    assert "SUSPENDED" not in [event for event, _lines in entries(loan, DAY_90)]


def test_only_principal_is_left_on_the_books() -> None:
    assert balances(never_paid(), DAY_91) == {
        "1012.01": "-12000.00",
        "1303.03": "12000.00",
        "7101.01": "793.00",
        "7999": "-793.00",
    }


@pytest.mark.entry("A12")
def test_a12_later_interest_is_off_book_only() -> None:
    """7.97 − 3.99 = 3.98 of plan interest on the second day of period 5."""
    loan = never_paid(penalty=None)
    assert posted_by_time(loan, DAY_91, DAY_92) == [
        ("ACCRUED_OFF_BOOK", [("Dr", "7101.01", "3.98"), ("Cr", "7999", "3.98")])
    ]


def posted_by_time(loan: Loan, before: date, after: date) -> list[tuple[str, Lines]]:
    rules = read_book().posting_rules
    assert rules is not None
    made = entries_between(rules, loan.account(before).figures, loan.account(after).figures, "loan")
    return [(entry.event, [shown(line) for line in entry.lines]) for entry in made]


def test_an_instalment_that_falls_due_while_non_accrual_moves_nothing_on_book() -> None:
    """123.54 of period 5 become due; all of it was and stays off book."""
    loan = never_paid(penalty=None)
    assert posted_by_time(loan, date(2024, 6, 5), date(2024, 6, 5)) == []
    ((event, lines),) = posted_by_time(loan, DAY_91, date(2024, 6, 6))
    # 123.54 − 3.99 to 5 June, then a day of period 6: the plan's 108.89 ÷ 30 = 3.63
    assert (event, lines) == ("ACCRUED_OFF_BOOK", [("Dr", "7101.01", "123.18"), ("Cr", "7999", "123.18")])


# --- money ----------------------------------------------------------------------------------------------------------


@pytest.mark.entry("A13")
def test_a13_money_pays_principal_first() -> None:
    loan = never_paid()
    paid = done(loan.repay("p", yuan("1000"), DAY_92))
    assert posted(loan, paid, DAY_92) == [("REPAID", [("Dr", "1012.01", "1000.00"), ("Cr", "1303.03", "1000.00")])]


@pytest.mark.entry("A14", "A14b")
def test_a14_off_book_interest_is_income_when_it_comes() -> None:
    """The order was agreed for this payment; 180.00 and 120.00 of two instalments' interest."""
    loan = never_paid()
    paid = done(loan.repay("p", yuan("300"), DAY_92, (Component.INTEREST,)))
    assert posted(loan, paid, DAY_92) == [
        ("REPAID", [("Dr", "1012.01", "300.00"), ("Cr", "6011.01", "300.00")]),
        ("REPAID", [("Dr", "7999", "300.00"), ("Cr", "7101.01", "300.00")]),
    ]


def test_principal_due_comes_before_any_interest() -> None:
    """3,764.28 of principal is due; the next 300.00 pay interest, oldest instalment first."""
    loan = never_paid()
    paid = done(loan.repay("p", yuan("4064.28"), DAY_92))
    first, second = paid.account(DAY_92).instalments[:2]
    assert (first.paid.interest, second.paid.interest, first.paid.principal) == (18000, 12000, 92016)
    assert posted(loan, paid, DAY_92)[0][1] == [
        ("Dr", "1012.01", "4064.28"),
        ("Cr", "6011.01", "300.00"),
        ("Cr", "1303.03", "3764.28"),
    ]


def test_without_an_order_of_its_own_money_pays_as_always() -> None:
    loan = never_paid(allocation=Allocation())
    paid = done(loan.repay("p", yuan("200"), DAY_92))
    row = paid.account(DAY_92).instalments[0].paid
    # F10 to 7 May: 920.16 and 180.00 at 27 % for 92 days
    assert (row.penalty, row.compound, row.interest) == (6349, 1242, 20000 - 6349 - 1242)


def test_a_payment_valued_before_the_switch_takes_the_usual_order() -> None:
    """Decided on the value date: 5 May is day 90."""
    paid = done(never_paid().repay("p", yuan("100"), DAY_90, today=DAY_92))
    assert paid.account(DAY_92).instalments[0].paid.principal == 0


# --- the way back ---------------------------------------------------------------------------------------------------


def arrears(loan: Loan, on: date) -> Money:
    return loan.due(on).total


@pytest.mark.entry("A15")
def test_a15_with_the_arrears_paid_what_is_still_accrued_comes_back() -> None:
    loan = never_paid()
    paid = done(loan.repay("p", arrears(loan, DAY_91), DAY_91))
    *repaid, resumed, relieved = posted(loan, paid, DAY_91)
    assert [event for event, _lines in repaid] == ["REPAID", "REPAID"]
    assert resumed == (
        "RESUMED",
        [
            ("Dr", "1132.01", "3.99"),
            ("Dr", "1303.01", "8235.72"),
            ("Cr", "6011.01", "3.99"),
            ("Cr", "1303.03", "8235.72"),
        ],
    )
    assert relieved == ("RESUMED", [("Dr", "7999", "3.99"), ("Cr", "7101.01", "3.99")])
    assert paid.status is LoanStatus.NORMAL
    assert balances(paid, DAY_91)["6011.01"] == "-640.35"


def test_a_payment_recorded_late_undoes_the_switch() -> None:
    """Value date 5 February: it never was past due, and the books say so."""
    late = done(never_paid().repay("p", yuan("1100.16"), date(2024, 2, 5), today=DAY_92))
    assert late.account(DAY_92).non_accrual_since is None
    assert balances(late, DAY_92).get("7101.01") is None
    assert late.status is LoanStatus.OVERDUE


# --- losses ---------------------------------------------------------------------------------------------------------


def at_write_off() -> Loan:
    """A12's day with its penalty waived, A13 and A14: 11,000.00 of principal and 793.00 + 3.98 − 300.00 are left."""
    loan = never_paid()
    day = {Component.PENALTY: yuan("2.82"), Component.COMPOUND: loan.due(DAY_92).compound - yuan("23.66")}
    for component, amount in day.items():
        loan = done(loan.waive(component.value, component, amount, DAY_92))
    loan = done(loan.repay("a13", yuan("1000"), DAY_92))
    return done(loan.repay("a14", yuan("300"), DAY_92, (Component.INTEREST,)))


@pytest.mark.entry("A16", "A17", "A17b")
@pytest.mark.requirement("R56")
def test_a16_and_a17_a_write_off_is_provided_for_and_stays_claimable() -> None:
    loan = at_write_off()
    gone = done(loan.write_off("w", DAY_92))
    assert posted(loan, gone, DAY_92) == [
        ("PROVISIONED", [("Dr", "6702.01", "11000.00"), ("Cr", "1304.01", "11000.00")]),
        ("WRITTEN_OFF", [("Dr", "1304.01", "11000.00"), ("Cr", "1303.03", "11000.00")]),
        # A17b, the two sides of 7999 netted: 11,496.98 and 496.98
        ("WRITTEN_OFF", [("Dr", "7102.01", "11496.98"), ("Cr", "7101.01", "496.98"), ("Cr", "7999", "11000.00")]),
    ]
    assert gone.account(DAY_92).claim == 1_149_698


@pytest.mark.entry("A18", "A18b")
@pytest.mark.requirement("R57")
def test_a18_a_recovery_refills_the_provision_and_lowers_the_claim() -> None:
    gone = done(at_write_off().write_off("w", DAY_92))
    recovered = done(gone.recover("r", yuan("500"), DAY_92))
    assert posted(gone, recovered, DAY_92) == [
        ("RECOVERED", [("Dr", "1012.01", "500.00"), ("Cr", "1304.01", "500.00")]),
        ("RECOVERED", [("Dr", "7999", "500.00"), ("Cr", "7102.01", "500.00")]),
    ]


def test_waiving_off_book_interest_touches_no_income() -> None:
    loan = never_paid()
    waived = done(loan.waive("w", Component.INTEREST, yuan("100"), DAY_92))
    assert posted(loan, waived, DAY_92) == [("WAIVED", [("Dr", "7999", "100.00"), ("Cr", "7101.01", "100.00")])]


def test_waiving_principal_is_a_loss_provided_for() -> None:
    loan = never_paid()
    waived = done(loan.waive("w", Component.PRINCIPAL, yuan("100"), DAY_92))
    assert posted(loan, waived, DAY_92) == [
        ("PROVISIONED", [("Dr", "6702.01", "100.00"), ("Cr", "1304.01", "100.00")]),
        ("WAIVED", [("Dr", "1304.01", "100.00"), ("Cr", "1303.03", "100.00")]),
    ]


def test_a_reversed_payment_is_owed_off_book_again() -> None:
    loan = never_paid()
    paid = done(loan.repay("p", yuan("300"), DAY_92, (Component.INTEREST,)))
    back = done(paid.reverse("r", "p", DAY_92))
    assert balances(back, DAY_92) == balances(loan, DAY_92)
    refunded = done(paid.refund("r", "p", yuan("300"), DAY_92))
    assert balances(refunded, DAY_92) == balances(loan, DAY_92)


def test_a_fee_of_a_non_accrual_loan_is_income_when_it_is_paid() -> None:
    loan = done(never_paid().charge("f", Component.FEE, yuan("20"), DAY_92, DAY_92))
    assert balances(loan, DAY_92).get("6021.01") is None
    assert balances(loan, DAY_92).get("1132.05") is None
    paid = done(loan.repay("p", yuan("20"), DAY_92, (Component.FEE,)))
    assert posted(loan, paid, DAY_92)[0] == ("REPAID", [("Dr", "1012.01", "20.00"), ("Cr", "6021.01", "20.00")])


def test_judged_impaired_a_loan_is_suspended_at_once() -> None:
    """Fifteen of the thirty-one days of the first period: 180.00 × 15 ÷ 31 = 87.10."""
    judged = done(never_paid(non_accrual=NonAccrual(cure_instalments=2)).impair("j", "bankrupt", date(2024, 1, 20)))
    assert entries_of(judged, date(2024, 1, 20), "SUSPENDED") == [
        [
            ("Dr", "6011.01", "87.10"),
            ("Dr", "1303.03", "12000.00"),
            ("Cr", "1132.01", "87.10"),
            ("Cr", "1303.01", "12000.00"),
        ],
        [("Dr", "7101.01", "87.10"), ("Cr", "7999", "87.10")],
    ]


def test_an_adjustment_of_a_non_accrual_loan_stays_off_book() -> None:
    """调账: five more of penalty and of interest are claimed; no income comes of it before it is paid."""
    loan = never_paid()
    for component, held in ((Component.PENALTY, "5.00"), (Component.INTEREST, "5.00")):
        put_right = done(loan.adjust("a", 1, component, yuan(held), DAY_92, reason="agreed", reference="voucher-1"))
        assert posted(loan, put_right, DAY_92) == [("ADJUSTED", [("Dr", "7101.01", held), ("Cr", "7999", held)])]
