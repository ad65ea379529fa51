"""Random business over loans of three funders: after every step all daily proofs hold, and all parts are the loan."""

import tempfile
from datetime import timedelta
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from lending.accounting.ports import POSITIONS
from lending.application.call import Actor, Role
from lending.application.commands import Command
from lending.contracts.commands import AcceptContract
from lending.funding.commands import RecordFunderCollection
from lending.funding.cover import Cover, CoverKind
from lending.funding.income import Form, Income, Step
from lending.funding.ports import FUNDER_SETTLEMENTS
from lending.funding.settlement import FunderSettlement, LineDispute, SettlementState
from lending.funding.settlement_commands import MatchFunderSettlement
from lending.funding.settlement_queries import ListFunderSettlementLines
from lending.funding.sharing import FunderShare
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.choices import ClearanceMeans, Component
from lending.loans.commands import (
    ClearLoan,
    RecallLoan,
    RecoverLoan,
    RefundPayment,
    RepayLoan,
    ReversePayment,
    SettleLoan,
    WaiveLoan,
    WriteOffLoan,
)
from lending.loans.facts import Repayment, Settlement
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.operations.commands import ApproveProposal, Propose
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.queries import GetApplication
from lending.payments.channel import Word
from lending_adapters.proofs import prove
from lending_adapters.stores import open_store
from tests.support.desk import SYSTEM, Desk
from tests.support.joint import JOINT, offer_jointly
from tests.support.settlements import answered, paid, sent

SECOND = Actor("second", Role.OPERATIONS)
FUNDERS = ("BANK_A", "BANK_B", "BANK_C")
LOANS_MAX = 3
ENDINGS = (SettleLoan, RecallLoan, WriteOffLoan, ClearLoan)
incomes = st.one_of(
    st.just(Income()),
    st.just(Income(form=Form.FIXED_YIELD, yield_rate=Rate.parse("0.09"))),
    st.just(Income(form=Form.STEPPED, steps=(Step(200, 9_000), Step(10_000, 7_000)), loss_rate=300)),
    st.just(Income(form=Form.REFERRAL, fee=2_000)),
)
covers = st.none() | st.builds(Cover, st.sampled_from(CoverKind), st.sampled_from([5, 30, 80]))
amounts = st.integers(1, 400_000).map(Money)
"""Of money that comes in: from a cent to a third of a loan."""


def shares() -> st.SearchStrategy[tuple[FunderShare, ...]]:
    """Three funders' parts of all loans: some paid out of our money first, some taken over when a loan is late."""
    each = st.tuples(st.integers(1, 3_333), incomes, st.booleans(), st.booleans(), covers)
    return st.tuples(each, each, each).map(
        lambda drawn: tuple(
            FunderShare(code, weight, income, fees=fees, prefunded=prefunded, cover=cover)
            for code, (weight, income, fees, prefunded, cover) in zip(FUNDERS, drawn, strict=True)
        )
    )


class FundersMachine(RuleBasedStateMachine):
    """A platform on a database; days pass, and customers, clerks and funders do what comes to their mind."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.url = f"sqlite:///{self.folder.name}/lending.db"
        self.desk = Desk(store=open_store(self.url, upgrade=True))
        self.loans: list[LoanId] = []
        self.number = 0

    def teardown(self) -> None:
        self.desk.store.close()
        self.folder.cleanup()

    # --- business -----------------------------------------------------------------------------

    @initialize(shares=shares(), amount=st.integers(20, 200))
    def the_scheme_is_agreed(self, shares: tuple[FunderShare, ...], amount: int) -> None:
        offer_jointly(self.desk, *shares)
        self.customer = self.desk.customer()
        self.pay_out(amount, 3)

    @precondition(lambda self: len(self.loans) < LOANS_MAX)
    @rule(hundreds=st.integers(20, 200), instalments=st.sampled_from([3, 6, 12]))
    def pay_out(self, hundreds: int, instalments: int) -> None:
        amount = Money(hundreds * 100_00)
        asked = SubmitApplication(customer_id=self.customer, product=JOINT, amount=amount, instalments=instalments)
        application = self.desk.done(asked).application_id
        self.desk.work()
        contract = self.desk.done(ConfirmOffer(application))
        self.desk.done(AcceptContract(contract.contract_id, contract.digest))
        self.desk.work()
        loan_id = self.desk.answer(GetApplication(application)).loan_id
        assert loan_id is not None
        self.loans.append(LoanId(loan_id))

    @rule(
        days=st.sampled_from([1, 1, 7, 31, 95]),
        words=st.lists(st.sampled_from([Word.SUCCESS, Word.FAILED]), max_size=9),
    )
    def days_pass(self, days: int, words: list[Word]) -> None:
        self.desk.collections.words = [*words]
        self.desk.close_days_until(self.desk.day + timedelta(days=days))

    @rule(which=st.integers(0, 2), paid=st.lists(amounts, min_size=1, max_size=3))
    def repay(self, which: int, paid: list[Money]) -> None:
        for amount in paid:
            self.desk.ask(RepayLoan(self.loan(which).id, amount, self.reference()))

    @rule(which=st.integers(0, 2), funder=st.sampled_from(FUNDERS), amount=amounts)
    def a_funder_collects(self, which: int, funder: str, amount: Money) -> None:
        """It asks nobody: the money is in its hands, whatever has become of the loan."""
        loan = self.loan(which)
        told = RecordFunderCollection(funder=funder, reference=self.reference(), loan_id=loan.id, amount=amount)
        self.desk.done(told)

    @rule(which=st.integers(0, 2), choice=st.integers(0, 99))
    def take_a_payment_back(self, which: int, choice: int) -> None:
        loan = self.loan(which)
        if payments := keys_of_payments(loan):
            self.by_two(ReversePayment(loan.id, payments[choice % len(payments)], self.reference()))

    @rule(which=st.integers(0, 2), choice=st.integers(0, 99), amount=amounts)
    def refund(self, which: int, choice: int, amount: Money) -> None:
        loan = self.loan(which)
        if payments := keys_of_payments(loan):
            self.by_two(RefundPayment(loan.id, payments[choice % len(payments)], amount, self.reference()))

    @rule(which=st.integers(0, 2), amount=amounts, component=st.sampled_from(Component))
    def waive(self, which: int, amount: Money, component: Component) -> None:
        self.by_two(WaiveLoan(self.loan(which).id, amount, self.reference(), (component,)))

    @rule(which=st.integers(0, 2), amount=amounts)
    def recover(self, which: int, amount: Money) -> None:
        self.desk.ask(RecoverLoan(self.loan(which).id, amount, self.reference()))

    @precondition(lambda self: len(self.loans) == LOANS_MAX)
    @rule(which=st.integers(0, 2), how=st.sampled_from(ENDINGS), amount=amounts)
    def a_loan_ends(self, which: int, how: type[Command[Any, Any]], amount: Money) -> None:
        """All is due, all is lost, or it is paid before its time; never of the first loan, so that business goes on."""
        loan = self.loan(1 + which % (LOANS_MAX - 1))
        if how is SettleLoan and loan.is_open:
            self.desk.ask(SettleLoan(loan.id, loan.settlement_quote(self.desk.day).total, self.reference()))
        elif how is ClearLoan:
            means = list(ClearanceMeans)[which]
            self.by_two(ClearLoan(loan.id, amount, means, self.reference()))
        elif how is WriteOffLoan:
            self.by_two(WriteOffLoan(loan.id, self.reference()))
        elif how is RecallLoan:
            self.desk.ask(RecallLoan(loan.id, self.reference()))

    # --- settlements --------------------------------------------------------------------------

    @rule(steps=st.integers(1, 12), disputed=st.integers(0, 12))
    def funders_settle(self, steps: int, disputed: int) -> None:
        """Files are sent and answered, one of them with a dispute, confirmed ones paid, payments found at the bank."""
        for step in range(steps):
            if waiting := self.settlements():
                self.goes_on(waiting[0], disputes=step == disputed)

    def goes_on(self, held: FunderSettlement, *, disputes: bool) -> None:
        of: dict[str, Any] = {"funder": held.funder, "day": held.day}
        match held.state:
            case SettlementState.CHECKED:
                sent(self.desk, **of)
            case SettlementState.SENT:
                answered(self.desk, **of, disputes=self.disputes(held) if disputes else ())
            case SettlementState.CONFIRMED:
                paid(self.desk, **of)
            case SettlementState.PAID:
                self.desk.done(MatchFunderSettlement(**of, serial=self.reference(), amount=held.net), SYSTEM)

    def disputes(self, held: FunderSettlement) -> tuple[LineDispute, ...]:
        asked = ListFunderSettlementLines(funder=held.funder, day=held.day)
        (first, *_) = self.desk.answer(asked).lines
        return (LineDispute(1, first.loan_id, "not ours"),)

    # --- laws ---------------------------------------------------------------------------------

    @invariant()
    def all_daily_proofs_hold(self) -> None:
        broken = [(proof.name, proof.first) for proof in prove(self.url) if proof.violated]
        assert not broken

    @invariant()
    def the_parts_are_the_customers_amounts(self) -> None:
        for loan_id in self.loans:
            position = self.desk.store.load(POSITIONS, loan_id.value)
            assert position is not None
            loan = self.held(loan_id)
            assert position.value.booked.whole == loan.account(position.value.through).figures

    # --- inside -------------------------------------------------------------------------------

    def loan(self, which: int) -> Loan:
        return self.held(self.loans[which % len(self.loans)])

    def held(self, loan_id: LoanId) -> Loan:
        stored = self.desk.store.load(LOANS, loan_id.value)
        assert stored is not None
        return stored.value

    def settlements(self) -> list[FunderSettlement]:
        """Those that wait for their next step, the oldest first."""
        over = (SettlementState.OPEN, SettlementState.DISPUTED, SettlementState.RECONCILED)
        found = self.desk.store.page(FUNDER_SETTLEMENTS, None, "", "", 500)
        return sorted((held for held in found if held.state not in over), key=lambda held: (held.day, held.funder))

    def reference(self) -> str:
        self.number += 1
        return f"act-{self.number}"

    def by_two(self, command: Command[Any, Any]) -> None:
        """One proposes and another approves; whether it is refused is not asked here."""
        proposed = self.desk.ask(Propose(command, "as asked")).value_or(None)
        if proposed is not None:
            self.desk.ask(ApproveProposal(proposed.proposal_id), SECOND)


def keys_of_payments(loan: Loan) -> list[str]:
    return [fact.key for fact in loan.facts if isinstance(fact, Repayment | Settlement)]


FundersMachine.TestCase.settings = settings(
    max_examples=settings().max_examples // 16, stateful_step_count=15, deadline=None
)
TestThreeFunders = FundersMachine.TestCase
