"""A loan driven act by act through its life, with the laws that hold after every step."""

from datetime import date, timedelta
from typing import Any

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Success
from lending.kernel.rates import Rate
from lending.loans.account import Account, account
from lending.loans.choices import ClearanceMeans, Component, PrepaymentEffect
from lending.loans.facts import PairedPayment
from lending.loans.loan import Loan
from lending.loans.refusals import LoanNotActive, MoneyInHeld, NotWrittenOff
from lending.loans.relief import Share
from lending.loans.status import ACTIVE, MOVES, InstalmentStatus, LoanStatus
from lending.loans.terms import LoanTerms
from tests.property.loan_histories import START, opened

__all__ = ["ACTS", "Driver"]

PARTS = ("principal", "interest", "fee", "penalty", "compound")
MONEY_IN = {"repay", "settle", "prepay", "clear"}
ANY_STATE = {"reverse", "refund", "recover", "receive"}
"""The acts that do not ask for a loan on the books."""


class Driver:
    """One loan, the business date, and which states and moves it has been seen in."""

    def __init__(self, terms: LoanTerms, share: int = 100) -> None:
        pending = account(terms, (), START).status
        self.loan = opened(terms, share)
        self.today = START
        self.number = 0
        self.states = {pending, self.loan.status}
        self.moves = {(pending, self.loan.status)}
        self.instalment_states: set[InstalmentStatus] = set()
        self.instalment_moves: set[tuple[InstalmentStatus, InstalmentStatus]] = set()
        self.rows: dict[int, InstalmentStatus] = {}
        assert pending is LoanStatus.PENDING
        assert self.loan.status in MOVES[pending]
        self.look()

    # --- acts ---------------------------------------------------------------------------------

    def pass_time(self, days: int) -> None:
        """Days go by; nobody closes them."""
        self.today += timedelta(days=days)
        self.look()

    @property
    def days_to_next_due(self) -> int:
        """Days until the next due date; 1 where there is none."""
        rows = self.loan.account(self.today).instalments
        return min(((row.due - self.today).days for row in rows if row.due > self.today), default=1)

    def close_day(self) -> None:
        """The end of day runs, and running it again brings nothing."""
        before = self.loan.account(self.today)
        closed = self.loan.close_day(self.today)
        assert closed.account(self.today) == before
        assert closed.close_day(self.today) == closed
        self._moved_to(closed)

    def hold(self, order: str) -> None:
        """An order takes hold of the loan, or is told why not."""
        outcome = self.loan.hold(order)
        if isinstance(outcome, Success):
            assert self.loan.status in ACTIVE
            assert self.loan.held_by in (None, order)
            self._moved_to(outcome.unwrap())
        else:
            assert isinstance(outcome.failure(), LoanNotActive if self.loan.status not in ACTIVE else MoneyInHeld)

    def release(self, order: str) -> None:
        """Only the order that holds can release."""
        held = self.loan.held_by
        self._moved_to(self.loan.release(order))
        assert self.loan.held_by == (None if held == order else held)

    def act(self, name: str, back: int, size: int, choice: int) -> None:
        """Try an act with a value date `back` days ago, and hold what must hold of the answer."""
        on = max(START, self.today - timedelta(days=back))
        before, stood = self.loan, self.loan.account(self.today)
        self.number += 1
        outcome = ACTS[name](self, f"{name}-{self.number}", on, size, choice)
        if outcome is None:
            return
        if isinstance(outcome, Failure):
            assert outcome.failure().message
            assert self.loan is before
            assert self.loan.account(self.today) == stood, "a refusal changes nothing"
        self._allowed(name, before, stood, outcome)
        if isinstance(outcome, Success):
            after = outcome.unwrap()
            assert len(after.facts) > len(before.facts)
            assert after.facts[: len(before.facts)] == before.facts
            assert after.status is after.account(self.today).status
            self._moved_to(after)

    def _allowed(self, name: str, before: Loan, stood: Account, outcome: Any) -> None:
        """Pairs of state and act outside the table are refused."""
        if name not in ANY_STATE and stood.status not in ACTIVE:
            assert outcome == Failure(LoanNotActive(stood.status))
        if name == "recover" and stood.status is not LoanStatus.WRITTEN_OFF:
            assert isinstance(outcome.failure(), NotWrittenOff)
        if name == "receive":
            assert isinstance(outcome, Success), "money that has come is never turned away"
        if name in MONEY_IN and stood.status in ACTIVE and before.held_by is not None:
            assert isinstance(outcome, Failure)

    def _moved_to(self, after: Loan) -> None:
        before = self.loan.status
        if after.status is not before:
            assert after.status in MOVES[before], f"{before.value} -> {after.status.value}"
            self.moves.add((before, after.status))
        self.states.add(after.status)
        self.loan = after
        self.look()

    # --- laws ---------------------------------------------------------------------------------

    def look(self) -> None:
        """Note what can be seen on the business date, and hold the laws."""
        now = self.loan.account(self.today)
        for row in now.instalments:
            self.instalment_states.add(row.status)
            last = self.rows.get(row.no, row.status)
            if last is not row.status:
                self.instalment_moves.add((last, row.status))
        self.rows = {row.no: row.status for row in now.instalments}
        rows_add_up(now)
        figures_agree(now)
        suspended_or_not(now)
        settled_leaves_nothing(now)


def rows_add_up(now: Account) -> None:
    """Component = due − paid − waived − written off; nothing negative; principal sums to what was paid out."""
    for row in now.instalments:
        for part in PARTS:
            amounts = [getattr(kind, part) for kind in (row.asked, row.paid, row.waived, row.written_off)]
            assert min(amounts) >= 0, (part, row)
            assert amounts[0] - sum(amounts[1:]) >= 0, (part, row)
        assert row.balance_after >= 0
        assert 0 <= row.paid_early + row.paid_late <= row.paid.total
    for part in PARTS:
        asked, *met = (
            sum(getattr(getattr(row, kind), part) for row in now.instalments)
            for kind in ("asked", "paid", "waived", "written_off")
        )
        assert getattr(now.outstanding, part) == asked - sum(met)
        assert 0 <= getattr(now.due, part) <= getattr(now.outstanding, part)
    assert sum(row.asked.principal for row in now.instalments) == now.figures.disbursed
    assert min(now.credit_balance, now.principal_balance, now.claim, now.days_past_due) >= 0


def figures_agree(now: Account) -> None:
    """Every cent of a payment lands, and the books say what the rows say."""
    figures = now.figures
    interest_paid = figures.interest_paid_due + figures.interest_paid_accrued
    charges_paid = figures.fees_paid + figures.penalty_paid + figures.compound_paid
    kept = figures.credit_balance + figures.refunded + figures.recovered
    deposit = figures.deposit_received - figures.deposit_set_off
    assert figures.received == figures.principal_repaid + interest_paid + charges_paid + kept + deposit
    assert sum(row.paid.total for row in now.instalments) == figures.received - kept - deposit
    assert min(figures.deposit_received, figures.deposit_set_off, figures.deposit_returned, figures.deposit_held) >= 0
    assert figures.principal_outstanding == now.outstanding.principal == now.principal_balance
    due = [row for row in now.instalments if row.due <= now.as_of]
    assert figures.interest_due_outstanding == sum(
        row.asked.interest - row.paid.interest - row.waived.interest - row.written_off.interest for row in due
    )


def suspended_or_not(now: Account) -> None:
    """Of a non-accrual loan all that is owed stands off the books or in its own class, of any other nothing."""
    suspended = now.status is LoanStatus.NON_ACCRUAL
    assert (now.non_accrual_since is not None) is suspended
    assert suspended or not now.figures.suspended
    if suspended:
        figures = now.figures
        ahead = max(0, -figures.interest_accrued_outstanding)
        receivable = figures.interest_due_outstanding + figures.interest_accrued_outstanding + ahead
        charges = figures.fees_outstanding + figures.penalty_outstanding + figures.compound_outstanding
        assert figures.off_book == receivable + charges
        assert figures.principal_non_accrual == now.principal_balance
    else:
        assert now.days_past_due <= now.terms.non_accrual.days or now.status not in ACTIVE


def settled_leaves_nothing(now: Account) -> None:
    """A settled loan owes nothing of any kind, and has earned what was paid or waived of interest."""
    if now.status is not LoanStatus.SETTLED:
        return
    assert now.outstanding.total == now.due.total == now.principal_balance == now.claim == 0
    assert now.days_past_due == 0
    figures = now.figures
    assert figures.interest_due_outstanding == 0
    assert figures.interest_earned + figures.interest_adjusted == (
        figures.interest_paid_due
        + figures.interest_paid_accrued
        + figures.interest_waived_due
        + figures.interest_waived_accrued
    )


# --- what each act asks of the loan: (driver, key, value date, size in per mille, choice) -------------------


def share_of(driver: Driver, size: int) -> Money:
    """`size` thousandths of the contract amount, at least a cent."""
    return Money(max(1, driver.loan.terms.principal.minor * size // 1000))


def repay(driver: Driver, key: str, on: date, size: int, choice: int) -> Any:
    """A share of the contract amount, or exactly what is due."""
    due = driver.loan.due(on).total
    return driver.loan.repay(key, due if choice % 2 and due else share_of(driver, size), on, today=driver.today)


def settle(driver: Driver, key: str, on: date, _size: int, _choice: int) -> Any:
    """Pay everything owed."""
    return driver.loan.settle(key, on, today=driver.today)


def prepay(driver: Driver, key: str, on: date, size: int, choice: int) -> Any:
    """Part of the balance before its time."""
    effect = list(PrepaymentEffect)[choice % 3]
    return driver.loan.prepay(key, share_of(driver, size), on, effect, today=driver.today)


def charge(driver: Driver, key: str, on: date, size: int, choice: int) -> Any:
    """A fee or a fixed penalty, due some days later."""
    component = (Component.FEE, Component.PENALTY)[choice % 2]
    amount, due = share_of(driver, size // 20), on + timedelta(days=choice)
    return driver.loan.charge(key, component, amount, due, on, today=driver.today)


def waive(driver: Driver, key: str, on: date, size: int, choice: int) -> Any:
    """Part of what is outstanding of a component."""
    component = list(Component)[choice % 5]
    left = getattr(driver.loan.account(on).outstanding, component.value.lower())
    return driver.loan.waive(key, component, Money(max(1, left * size // 1000)), on, today=driver.today)


def change_rate(driver: Driver, key: str, on: date, _size: int, choice: int) -> Any:
    """Another rate of whole percents."""
    return driver.loan.change_rate(key, Rate(choice * 1_000_000), on, today=driver.today)


def extend(driver: Driver, key: str, on: date, _size: int, choice: int) -> Any:
    """Some days longer."""
    maturity = driver.loan.account(on).maturity
    assert maturity is not None
    later = maturity + timedelta(days=choice)
    return driver.loan.extend(key, later, on, Rate(choice * 1_000_000), today=driver.today)


def recall(driver: Driver, key: str, on: date, _size: int, choice: int) -> Any:
    """Call the loan in, seldom."""
    return None if choice % 4 else driver.loan.recall(key, on, today=driver.today)


def waive_for_payment(driver: Driver, key: str, on: date, size: int, choice: int) -> Any:
    """A share of what is outstanding of a component, for a payment some days later that may come or not."""
    component = list(Component)[choice % 5]
    parts = driver.loan.relief((component,), Share(1 + size % 100), on)
    wanted = PairedPayment(amount=share_of(driver, size // 20), by=on + timedelta(days=2 * choice))
    return driver.loan.waive_parts(key, parts, on, wanted, today=driver.today)


def change_due_day(driver: Driver, key: str, on: date, _size: int, choice: int) -> Any:
    """Any day of the month."""
    return driver.loan.change_due_day(key, choice + 1, on, today=driver.today)


def change_term(driver: Driver, key: str, on: date, _size: int, choice: int) -> Any:
    """More or fewer instalments."""
    return driver.loan.change_term(key, 1 + choice, on, today=driver.today)


def adjust(driver: Driver, key: str, on: date, size: int, choice: int) -> Any:
    """An instalment's component up, or down by as much as it may."""
    component = list(Component)[choice % 5]
    rows = driver.loan.account(on).instalments
    row = rows[size % len(rows)]
    name = component.value.lower()
    kinds = (row.paid, row.waived, row.written_off)
    left = getattr(row.asked, name) - sum(getattr(kind, name) for kind in kinds)
    change = Money(-left) if choice % 3 else share_of(driver, size // 50)
    reason, voucher = "put right", f"v-{key}"
    return driver.loan.adjust(key, row.no, component, change, on, reason=reason, reference=voucher, today=driver.today)


def clear(driver: Driver, key: str, on: date, size: int, choice: int) -> Any:
    """End a bad loan, seldom."""
    means = list(ClearanceMeans)[choice % 4]
    return None if size % 3 else driver.loan.clear(key, share_of(driver, size), means, on, today=driver.today)


def receive(driver: Driver, key: str, on: date, size: int, _choice: int) -> Any:
    """Money that has come, whatever the loan is."""
    return Success(driver.loan.receive(key, share_of(driver, size), on, today=driver.today))


def reverse(driver: Driver, key: str, on: date, _size: int, choice: int) -> Any:
    """Undo any of the facts: only payments can be."""
    of = driver.loan.facts[-1 - choice % len(driver.loan.facts)].key
    return driver.loan.reverse(key, of, on, today=driver.today)


def refund(driver: Driver, key: str, on: date, size: int, choice: int) -> Any:
    """Give part of a payment back."""
    of = driver.loan.facts[-1 - choice % len(driver.loan.facts)].key
    return driver.loan.refund(key, of, share_of(driver, size // 10), on, today=driver.today)


def impair(driver: Driver, key: str, on: date, _size: int, choice: int) -> Any:
    """Judge the loan impaired, seldom."""
    return None if choice % 3 else driver.loan.impair(key, "judged", on, today=driver.today)


def write_off(driver: Driver, key: str, on: date, _size: int, _choice: int) -> Any:
    """Take the loan off the books."""
    return driver.loan.write_off(key, on, today=driver.today)


def recover(driver: Driver, key: str, on: date, size: int, choice: int) -> Any:
    """Part of the claim, or all of it."""
    claim = driver.loan.account(driver.today).claim
    amount = Money(claim) if choice % 2 and claim > 0 else share_of(driver, size)
    return driver.loan.recover(key, amount, on, today=driver.today)


def tranche(driver: Driver, key: str, on: date, size: int, _choice: int) -> Any:
    """Pay a further part out."""
    return driver.loan.disburse_tranche(key, share_of(driver, size), on, today=driver.today)


ACTS = {
    "repay": repay,
    "settle": settle,
    "prepay": prepay,
    "charge": charge,
    "waive": waive,
    "waive_for_payment": waive_for_payment,
    "change_due_day": change_due_day,
    "change_term": change_term,
    "adjust": adjust,
    "clear": clear,
    "receive": receive,
    "change_rate": change_rate,
    "extend": extend,
    "recall": recall,
    "reverse": reverse,
    "refund": refund,
    "impair": impair,
    "write_off": write_off,
    "recover": recover,
    "tranche": tranche,
}
