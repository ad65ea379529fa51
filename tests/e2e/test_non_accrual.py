"""A loan stops accruing on a day when nothing falls due, is paid, and comes back: the same on every store.

Base loan L, paid out on 5 April 2024, under a product that stops after 5 days past due and asks for one instalment
on time. Interest of a day is the plan's: period 2 bears 166.20 over 31 days.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import attrs

from lending.application.call import Actor, Role
from lending.kernel.money import Money
from lending.loans.commands import ImpairLoan, RepayLoan
from lending.loans.events import LoanStatusChanged
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending.loans.status import LoanStatus
from lending.operations.commands import ApproveProposal, Propose
from lending.payments.channel import Word
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from tests.support.platform import SYSTEM, Stage, staged
from tests.support.scenario import START, a_loan, a_loan_is_paid_out

STOPS, NEXT_DAY, SECOND_DUE = date(2024, 5, 11), date(2024, 5, 12), date(2024, 6, 5)

Prove = Callable[[], None]


def test_on_memory() -> None:
    with staged("memory", START) as stage:
        run(stage, lambda: None)


def test_on_sqlite(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'lending.db'}"
    with staged(url, START) as stage:
        run(stage, lambda: proved(url, ""))


def test_on_postgresql(postgres_url: str) -> None:
    keyring = Keyring.generate().text
    with staged(postgres_url, START, keyring=keyring) as stage:
        run(stage, lambda: proved(postgres_url, keyring))


def proved(url: str, keyring: str) -> None:
    proofs = {proof.name: proof for proof in prove(url, {"LENDING_KEYRING": keyring})}
    assert not [proof for proof in proofs.values() if proof.violated]
    assert proofs["principal and claims stand in the class of their loan"].checked == 1


def run(stage: Stage, prove_books: Prove) -> None:
    """From the payout to the way back."""
    product = stage.platform.store.load(PRODUCTS, "small-cash")
    assert product is not None
    stricter = attrs.evolve(product.value, version=2, non_accrual_days=5, cure_instalments=1)
    stage.done(PublishProduct(stricter), SYSTEM)
    loan_id, customer = a_loan_is_paid_out(stage)
    stage.collections.words = [Word.FAILED] * 8
    it_stops_accruing_on_its_day(stage, loan_id)
    prove_books()
    money_pays_principal_first(stage, loan_id, customer)
    one_instalment_on_time_brings_it_back(stage, loan_id)
    prove_books()


def it_stops_accruing_on_its_day(stage: Stage, loan_id: LoanId) -> None:
    """Six days past due: 180.00 due and 166.20 × 6 ÷ 31 = 32.17 accrued leave the books, without a payment."""
    stage.days_pass(until=date(2024, 5, 10))
    assert stored(stage, loan_id) is LoanStatus.OVERDUE
    stage.days_pass(until=STOPS)
    assert stored(stage, loan_id) is LoanStatus.NON_ACCRUAL
    changes = [record.event for record in stage.platform.store.events(STOPS)]
    (changed,) = [event for event in changes if isinstance(event, LoanStatusChanged)]
    assert (changed.on, changed.after, changed.days_past_due) == (STOPS, LoanStatus.NON_ACCRUAL, 6)
    assert stage.booked("SUSPENDED", STOPS) == [
        ("Dr", "6011.01", "212.17"),
        ("Dr", "1303.03", "12000.00"),
        ("Cr", "1132.02", "180.00"),
        ("Cr", "1132.01", "32.17"),
        ("Cr", "1303.02", "920.16"),
        ("Cr", "1303.01", "11079.84"),
        ("Dr", "7101.01", "212.17"),
        ("Cr", "7999", "212.17"),
    ]
    stage.days_pass(until=NEXT_DAY)
    assert stage.booked("ACCRUED_OFF_BOOK", NEXT_DAY) == [("Dr", "7101.01", "5.36"), ("Cr", "7999", "5.36")]
    assert stage.booked("ACCRUED", NEXT_DAY) == []
    assert a_loan(stage, loan_id).non_accrual_since == STOPS


def money_pays_principal_first(stage: Stage, loan_id: LoanId, customer: Actor) -> None:
    """1,000.00: 920.16 of principal, and 79.84 of interest that was off book."""
    stage.done(RepayLoan(loan_id, Money.parse("1000.00"), "by-hand-1"), customer)
    assert stage.booked("REPAID", NEXT_DAY) == [
        ("Dr", "1012.01", "1000.00"),
        ("Cr", "6011.01", "79.84"),
        ("Cr", "1303.03", "920.16"),
        ("Dr", "7999", "79.84"),
        ("Cr", "7101.01", "79.84"),
    ]


def one_instalment_on_time_brings_it_back(stage: Stage, loan_id: LoanId) -> None:
    """With the arrears paid it is still on trial; the second instalment, deducted on its day, ends that."""
    stage.done(RepayLoan(loan_id, Money.parse("100.16"), "by-hand-2"))
    assert stored(stage, loan_id) is LoanStatus.NON_ACCRUAL
    stage.days_pass(until=SECOND_DUE)
    assert stored(stage, loan_id) is LoanStatus.NORMAL
    assert a_loan(stage, loan_id).non_accrual_since is None
    assert stage.booked("RESUMED", SECOND_DUE) == [("Dr", "1303.01", "10145.88"), ("Cr", "1303.03", "10145.88")]
    rows = [line for voucher in stage.vouchers() for line in voucher.lines]
    income = -sum(line.signed for line in rows if line.account == "6011.01")
    assert Money(income).text == "346.20"  # 180.00 and 166.20, all of it received
    assert sum(line.signed for line in rows if line.account.startswith("7")) == 0


def stored(stage: Stage, loan_id: LoanId) -> LoanStatus:
    """The status as it is stored, whatever the day."""
    found = stage.platform.store.load(LOANS, loan_id.value)
    assert found is not None
    return found.value.status


def test_two_people_judge_a_loan_impaired_before_its_days_past_due_say_so() -> None:
    """Ten of the thirty days of period 1: 60.00 leave the books at once."""
    with staged("memory", START) as stage:
        loan_id, _customer = a_loan_is_paid_out(stage)
        day = date(2024, 4, 15)
        stage.days_pass(until=day)
        judged = ImpairLoan(loan_id, "bankrupt", "case-1")
        assert stage.refusal(judged).code == "NEEDS_SECOND_PERSON"
        proposal = stage.done(Propose(judged, "the court's notice")).proposal_id
        stage.done(ApproveProposal(proposal), Actor("second", Role.OPERATIONS))
        assert stored(stage, loan_id) is LoanStatus.NON_ACCRUAL
        assert stage.booked("SUSPENDED", day) == [
            ("Dr", "6011.01", "60.00"),
            ("Dr", "1303.03", "12000.00"),
            ("Cr", "1132.01", "60.00"),
            ("Cr", "1303.01", "12000.00"),
            ("Dr", "7101.01", "60.00"),
            ("Cr", "7999", "60.00"),
        ]
