"""Everything that can be done to a loan, asked from outside, on any store or over the wire.

Loans are base loan L of the handbook (12,000.00 at 18 % over 12 months), paid out on 5 April 2024.
"""

from datetime import date, timedelta
from typing import Any

from lending.accounting.queries import GetTrialBalance
from lending.application.call import Actor, Role
from lending.application.refusals import NeedsSecondPerson
from lending.contracts.commands import AcceptContract
from lending.contracts.ids import ContractId
from lending.contracts.queries import GetContract
from lending.customers.commands import RegisterCustomer
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.choices import ClearanceMeans, Component, PrepaymentEffect
from lending.loans.commands import (
    AdjustLoan,
    ChangeDueDay,
    ChangeLoanRate,
    ChangeLoanTerm,
    ChargeLoan,
    ClearLoan,
    ExtendLoan,
    PrepayLoan,
    RecallLoan,
    RecoverLoan,
    RefundPayment,
    RepayLoan,
    ReversePayment,
    SettleLoan,
    WaiveLoan,
    WriteOffLoan,
)
from lending.loans.facts import PairedPayment
from lending.loans.ids import LoanId
from lending.loans.queries import (
    GetLoan,
    GetPlanVersion,
    GetSettlementQuote,
    ListLoans,
    ListPlanVersions,
    LoanView,
)
from lending.loans.refusals import PlanVersionNotFound
from lending.loans.relief import Share
from lending.operations.commands import ApproveProposal, Propose
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.queries import GetApplication
from lending.payments.channel import Word
from tests.support.desk import person
from tests.support.platform import CLERK, SYSTEM, Stage

__all__ = [
    "BOSS",
    "FIRST_DUE",
    "OTHER_REVIEWER",
    "REVIEWER",
    "START",
    "a_bad_loan_is_cleared",
    "a_loan_is_serviced",
    "agreed",
    "balances",
    "lent",
    "money_comes_after_the_write_off",
    "view",
]

START = date(2024, 4, 5)
FIRST_DUE = date(2024, 5, 5)
BOSS = Actor("boss", Role.OPERATIONS)
REVIEWER, OTHER_REVIEWER = Actor("reviewer", Role.REVIEWER), Actor("other-reviewer", Role.REVIEWER)
ACCOUNTANT, OTHER_ACCOUNTANT = Actor("accountant", Role.ACCOUNTANT), Actor("other-accountant", Role.ACCOUNTANT)


def yuan(text: str) -> Money:
    """An amount."""
    return Money.parse(text)


def lent(stage: Stage, serial: int = 1, amount: str = "12000.00") -> tuple[LoanId, ContractId, Actor]:
    """A loan paid out to somebody new."""
    borrower = stage.done(RegisterCustomer(person(serial))).customer_id
    customer = Actor(borrower.value, Role.CUSTOMER, borrower.value)
    asked = SubmitApplication(customer_id=borrower, product="small-cash", amount=yuan(amount), instalments=12)
    application = stage.done(asked, customer).application_id
    contract = stage.done(ConfirmOffer(application), customer)
    stage.done(AcceptContract(contract.contract_id, contract.digest), customer)
    loan_id = stage.answer(GetApplication(application), customer).loan_id
    assert loan_id is not None
    return LoanId(loan_id), contract.contract_id, customer


def agreed(stage: Stage, command: Any, maker: Actor = CLERK, checker: Actor = BOSS) -> None:
    """What takes two people is refused to one, and done when another approves."""
    assert stage.refusal(command, maker) == NeedsSecondPerson(type(command).__name__)
    proposal = stage.done(Propose(command, "as the file says"), maker).proposal_id
    stage.done(ApproveProposal(proposal), checker)


def view(stage: Stage, loan_id: LoanId) -> LoanView:
    """The loan as it stands."""
    return stage.answer(GetLoan(loan_id))


def balances(stage: Stage) -> dict[str, str]:
    """Every account that is not zero, debit positive."""
    rows = stage.answer(GetTrialBalance()).rows
    return {row.account: Money(row.debit - row.credit).text for row in rows if row.debit != row.credit}


def a_loan_is_serviced(stage: Stage) -> None:
    """Prepaid, charged, replanned, relieved, put right, extended, settled, and opened again."""
    loan_id, contract_id, customer = lent(stage)
    the_plan_changes(stage, loan_id, customer)
    what_is_owed_is_put_right(stage, loan_id, customer)
    a_payment_is_taken_back(stage, loan_id, customer)
    the_loan_is_extended_settled_and_reopened(stage, loan_id, contract_id, customer)
    assert all(sum(line.signed for line in voucher.lines) == 0 for voucher in stage.vouchers())


def the_plan_changes(stage: Stage, loan_id: LoanId, customer: Actor) -> None:
    """On the day of the payout: 3,000 prepaid, another rate, another due day, a fee."""
    prepaid = PrepayLoan(loan_id, yuan("3000.00"), "prepay-1", PrepaymentEffect.REDUCE_INSTALMENT)
    assert stage.done(prepaid, customer).principal_left.text == "9000.00"
    assert stage.booked("REPAID", START) == [("Dr", "1012.01", "3000.00"), ("Cr", "1303.01", "3000.00")]
    agreed(stage, ChangeLoanRate(loan_id, Rate.parse("0.12"), "rate-1"))
    stage.done(ChargeLoan(loan_id, Component.FEE, yuan("30.00"), START, "fee-1"))
    assert stage.booked("CHARGED", START) == [("Dr", "1132.05", "30.00"), ("Cr", "6021.01", "30.00")]
    stage.done(ChangeDueDay(loan_id, 20, "due-1"))
    rows = view(stage, loan_id).instalments
    assert [row.due for row in rows[:3]] == [FIRST_DUE, date(2024, 6, 20), date(2024, 7, 20)]
    # 9,000.00 at 1 % a month: interest of the first instalment, which also takes the 3,000.00 prepaid in it.
    assert rows[0].interest.text == "90.00"
    assert stage.refusal(ChangeDueDay(loan_id, 20, "due-2")).code == "DUE_DAY_NOT_POSSIBLE"
    stage.done(RepayLoan(loan_id, yuan("30.00"), "fee-paid"), customer)
    the_old_plans_are_kept(stage, loan_id, customer)


def the_old_plans_are_kept(stage: Stage, loan_id: LoanId, customer: Actor) -> None:
    """Each change made a version beside the old; the first is still F1's plan, to the cent."""
    versions = stage.answer(ListPlanVersions(loan_id), customer).versions
    assert [(each.version, each.cause, each.key) for each in versions[1:]] == [
        (2, "PREPAYMENT", "prepay-1"),
        (3, "RATE_CHANGE", "rate-1"),
        (4, "DUE_DAY_CHANGE", "due-1"),
    ]
    assert (versions[0].cause, versions[0].since, versions[0].instalments) == ("DISBURSEMENT", START, 12)
    first = stage.answer(GetPlanVersion(loan_id, 1), customer)
    assert (first.rows[0].principal.text, first.rows[0].interest.text) == ("920.16", "180.00")
    assert [row.due for row in first.rows[:2]] == [FIRST_DUE, date(2024, 6, 5)]
    newest = stage.answer(GetPlanVersion(loan_id, 4), customer)
    assert [row.due for row in newest.rows[:2]] == [FIRST_DUE, date(2024, 6, 20)]
    missing = stage.bus.ask(GetPlanVersion(loan_id, 5), stage.call(customer)).failure()
    assert missing == PlanVersionNotFound(5, 4)


def what_is_owed_is_put_right(stage: Stage, loan_id: LoanId, customer: Actor) -> None:
    """Ten days late: a fixed penalty, half of it given up; interest put right by 1.50; the rest is paid."""
    stage.collections.words = [Word.FAILED] * 20
    stage.days_pass(until=date(2024, 5, 8))
    today = date(2024, 5, 8)
    late = view(stage, loan_id)
    assert late.status == "OVERDUE"
    stage.done(ChargeLoan(loan_id, Component.PENALTY, yuan("8.25"), today, "penalty-1"))
    too_much = WaiveLoan(loan_id, yuan("9.00"), "waive-0", (Component.PENALTY,))
    proposal = stage.done(Propose(too_much, "all of it and more"), CLERK).proposal_id
    assert stage.refusal(ApproveProposal(proposal), BOSS).code == "WAIVER_EXCEEDS_OUTSTANDING"
    principal = WaiveLoan(loan_id, yuan("1.00"), "waive-1", (Component.PRINCIPAL,))
    proposal = stage.done(Propose(principal, "a loss"), CLERK).proposal_id
    assert stage.refusal(ApproveProposal(proposal), BOSS).code == "WAIVER_EXCEEDS_AUTHORITY"
    agreed(stage, WaiveLoan(loan_id, Share(50), "waive-2"))
    # R(8.25 ÷ 2) = 4.13, half up (F14).
    assert stage.booked("WAIVED", today) == [("Dr", "6011.02", "4.13"), ("Cr", "1132.03", "4.13")]
    down = AdjustLoan(loan_id, 1, Component.INTEREST, yuan("-1.50"), "counted twice", "voucher-1")
    agreed(stage, down, ACCOUNTANT, OTHER_ACCOUNTANT)
    assert stage.booked("ADJUSTED", today) == [("Dr", "6011.01", "1.50"), ("Cr", "1132.02", "1.50")]
    owed = view(stage, loan_id).due_now
    assert owed == late.due_now + yuan("8.25") - yuan("4.13") - yuan("1.50")
    stage.done(RepayLoan(loan_id, owed, "by-hand"), customer)
    assert (view(stage, loan_id).status, view(stage, loan_id).due_now.text) == ("NORMAL", "0.00")


def a_payment_is_taken_back(stage: Stage, loan_id: LoanId, customer: Actor) -> None:
    """100.00 too much goes back; the payment by hand is reversed and made again."""
    before = balances(stage)
    stage.done(RepayLoan(loan_id, yuan("100.00"), "too-much"), customer)
    agreed(stage, RefundPayment(loan_id, "too-much", yuan("60.00"), "back-1"))
    assert balances(stage)["2241.03"] == "-40.00"
    assert stage.refusal(ReversePayment(loan_id, "nothing", "undo-0"), CLERK).code == "NEEDS_SECOND_PERSON"
    agreed(stage, ReversePayment(loan_id, "too-much", "undo-1"))
    assert balances(stage) == before, "what was refunded and reversed never came"
    agreed(stage, ReversePayment(loan_id, "by-hand", "undo-2"))
    again = view(stage, loan_id)
    assert again.status == "OVERDUE"
    stage.done(RepayLoan(loan_id, again.due_now, "by-hand-again"), customer)
    assert balances(stage) == before


def the_loan_is_extended_settled_and_reopened(
    stage: Stage, loan_id: LoanId, contract_id: ContractId, customer: Actor
) -> None:
    """A settlement that is taken back puts loan and contract in force again; settled once more, it stays."""
    # A short loan is extended by as long again at most: 365 days from 2025-04-05 (F13).
    proposal = stage.done(Propose(ExtendLoan(loan_id, date(2026, 4, 6), "extend-0"), "too far"), CLERK).proposal_id
    assert stage.refusal(ApproveProposal(proposal), BOSS).code == "EXTENSION_BEYOND_LIMIT"
    agreed(stage, ExtendLoan(loan_id, date(2025, 6, 20), "extend-1"))
    assert view(stage, loan_id).instalments[-1].due == date(2025, 6, 20)
    beyond = ChangeLoanTerm(loan_id, 30, "term-0")
    proposal = stage.done(Propose(beyond, "too long"), CLERK).proposal_id
    assert stage.refusal(ApproveProposal(proposal), BOSS).code == "EXTENSION_BEYOND_LIMIT"
    agreed(stage, ChangeLoanTerm(loan_id, 6, "term-1"))
    today = date(2024, 5, 8)
    assert len([row for row in view(stage, loan_id).instalments if row.due > today]) == 6
    assert stage.answer(ListPlanVersions(loan_id), customer).versions[-1].cause == "TERM_CHANGE"
    asked = stage.answer(GetSettlementQuote(loan_id), customer).total
    for turn in ("1", "2"):
        assert stage.done(SettleLoan(loan_id, asked, f"settle-{turn}"), customer).status == "SETTLED"
        assert stage.answer(GetContract(contract_id)).status == "SETTLED"
        left = balances(stage)
        assert not [account for account in left if account.startswith(("1132", "1303", "2241"))]
        if turn == "1":
            agreed(stage, ReversePayment(loan_id, "settle-1", "undo-3"))
            assert stage.answer(GetContract(contract_id)).status == "EFFECTIVE"
            assert view(stage, loan_id).status == "NORMAL"


def a_bad_loan_is_cleared(stage: Stage) -> None:
    """Called in, relieved for a payment that does not come, and ended with a car worth 9,000.00 (A19)."""
    loan_id, contract_id, customer = lent(stage)
    stage.done(RecallLoan(loan_id, "recall-1"), SYSTEM)
    assert view(stage, loan_id).due_now.text == "12000.00"
    stage.collections.words = [Word.FAILED] * 20
    stage.done(ChargeLoan(loan_id, Component.FEE, yuan("100.00"), START, "fee-1"))
    wanted = PairedPayment(amount=yuan("5000.00"), by=date(2024, 4, 6))
    agreed(stage, WaiveLoan(loan_id, yuan("100.00"), "waive-1", (Component.FEE,), wanted))
    assert view(stage, loan_id).due_now.text == "12000.00"
    stage.days_pass(until=date(2024, 4, 6))
    assert view(stage, loan_id).due_now.text == "12000.00"
    assert balances(stage) == {"1303.02": "12000.00", "1012.01": "-12000.00"}
    stage.days_pass(until=date(2024, 4, 7))
    assert view(stage, loan_id).due_now.text == "12100.00", "the waiver has never been"
    assert balances(stage)["1132.05"] == "100.00"
    taken = ClearLoan(loan_id, yuan("9000.00"), ClearanceMeans.COLLATERAL, "car-1")
    proposal = stage.done(Propose(taken, "the car is here"), CLERK).proposal_id
    assert stage.refusal(ApproveProposal(proposal), BOSS).code == "WAIVER_EXCEEDS_AUTHORITY"
    agreed(stage, taken, REVIEWER, OTHER_REVIEWER)
    assert sorted(stage.booked("CLEARED", date(2024, 4, 7))) == sorted(
        [
            ("Dr", "1441.01", "9000.00"),
            ("Dr", "1304.01", "3000.00"),
            ("Dr", "6021.01", "100.00"),
            ("Cr", "1303.01", "12000.00"),
            ("Cr", "1132.05", "100.00"),
        ]
    )
    assert stage.booked("PROVISIONED", date(2024, 4, 7)) == [("Dr", "6702.01", "3000.00"), ("Cr", "1304.01", "3000.00")]
    assert balances(stage) == {"1012.01": "-12000.00", "1441.01": "9000.00", "6702.01": "3000.00"}
    ended = view(stage, loan_id)
    assert (ended.status, ended.principal_left.text, ended.due_now.text) == ("SETTLED", "0.00", "0.00")
    assert {row.outstanding.text for row in ended.instalments} == {"0.00"}
    assert stage.answer(GetContract(contract_id)).status == "SETTLED"
    assert [loan.status for loan in stage.answer(ListLoans(customer.id)).loans] == ["SETTLED"]
    assert stage.refusal(RepayLoan(loan_id, yuan("1.00"), "late"), customer).code == "LOAN_NOT_ACTIVE"


def money_comes_after_the_write_off(stage: Stage) -> None:
    """A deduction in doubt while the loan is written off comes as a recovery (§6, A17, A18)."""
    loan_id, _contract, _customer = lent(stage)
    stage.collections.words = [Word.UNKNOWN, Word.SUCCESS]
    stage.days_pass(until=FIRST_DUE)
    agreed(stage, WriteOffLoan(loan_id, "write-off-1"))
    assert sorted(stage.booked("WRITTEN_OFF", FIRST_DUE)) == sorted(
        [
            ("Dr", "6011.01", "180.00"),
            ("Dr", "1304.01", "12000.00"),
            ("Cr", "1132.02", "180.00"),
            ("Cr", "1303.01", "12000.00"),
            ("Dr", "7102.01", "12180.00"),
            ("Cr", "7999", "12180.00"),
        ]
    )
    stage.work(after=timedelta(seconds=10))
    assert sorted(stage.booked("RECOVERED", FIRST_DUE)) == sorted(
        [
            ("Dr", "1012.01", "1100.16"),
            ("Cr", "1304.01", "1100.16"),
            ("Dr", "7999", "1100.16"),
            ("Cr", "7102.01", "1100.16"),
        ]
    )
    assert (view(stage, loan_id).status, view(stage, loan_id).held_by) == ("WRITTEN_OFF", None)
    # 12,180.00 claimed, 1,100.16 come: 11,079.84 are left.
    assert stage.refusal(RecoverLoan(loan_id, yuan("11079.85"), "court-0")).code == "NOT_WRITTEN_OFF"
    assert stage.done(RecoverLoan(loan_id, yuan("11079.84"), "court-1")).status == "RECOVERED"
    # The provision of 12,000.00 was charged for the loss (A16) and is refilled by all that came.
    assert balances(stage) == {"1012.01": "180.00", "6702.01": "12000.00", "1304.01": "-12180.00"}
