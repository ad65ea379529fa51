"""Loan facts: what has happened to a loan, as frozen values. With the terms they determine everything else.

A fact has a value date (`on`, 起息日) and a `key`, the id of the payment or order that caused it, unique in the loan.
Facts of one date take effect in the order in which they were recorded, a repricing before all others; a fact recorded
late with an earlier date counts as if it had been there in time.
"""

from datetime import date

import attrs

from lending.kernel.calendar import WorkYear
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.choices import ClearanceMeans, Component, PrepaymentEffect

__all__ = [
    "Adjustment",
    "CalendarYearKnown",
    "Cancellation",
    "Charge",
    "Clearance",
    "DepositReceipt",
    "DepositReturn",
    "DepositUse",
    "Disbursement",
    "DueDayChange",
    "Extension",
    "Impairment",
    "LoanFact",
    "Misuse",
    "MisuseCured",
    "OpenInstalment",
    "PairedPayment",
    "Prepayment",
    "RateChange",
    "Recall",
    "Recovery",
    "Refund",
    "Repayment",
    "Repricing",
    "Reversal",
    "Settlement",
    "TakenOn",
    "TermChange",
    "Waiver",
    "WriteOff",
]


@attrs.frozen(kw_only=True, cache_hash=True)
class LoanFact:
    """Base of every fact: its value date and its key."""

    on: date
    key: str

    @property
    def sequence(self) -> tuple[date, int]:
        """Facts take effect in this order, equal ones as they were recorded."""
        return self.on, 1


@attrs.frozen(kw_only=True, cache_hash=True)
class Disbursement(LoanFact):
    """Money paid out (放款); a second one is a further tranche."""

    amount: Money


@attrs.frozen(kw_only=True, cache_hash=True)
class Cancellation(LoanFact):
    """The payout came back (退票, 撤销放款): from this date on it is as if nothing had ever been lent.

    Money that was received meanwhile is the customer's.
    """


@attrs.frozen(kw_only=True, cache_hash=True)
class OpenInstalment:
    """An instalment that fell due before the loan was taken on, and what was unpaid of it then."""

    due: date
    principal: Money
    interest: Money
    penalty: Money
    compound: Money

    @property
    def total(self) -> Money:
        """All of it."""
        return self.principal + self.interest + self.penalty + self.compound


@attrs.frozen(kw_only=True, cache_hash=True)
class TakenOn(LoanFact):
    """移行: what another system's loan came to on this date; it takes the place of the payout and all that followed.

    `principal` is what is not due yet, repaid in `instalments` of which the first is due on the terms' `first_due`; its
    period began on `since` and has borne `accrued`. `instalment` is the level instalment and `next_interest` the
    interest of the running period, where the contract has other ones than the plan comes to.
    """

    principal: Money
    instalments: int
    since: date
    accrued: Money
    fees: Money
    unpaid: tuple[OpenInstalment, ...] = ()
    instalment: Money | None = None
    next_interest: Money | None = None


@attrs.frozen(kw_only=True, cache_hash=True)
class Repayment(LoanFact):
    """A payment (还款), allocated by the terms.

    Where an `order` of components was agreed for it, it pays all instalments' first component, then the next.
    """

    amount: Money
    order: tuple[Component, ...] = ()


@attrs.frozen(kw_only=True, cache_hash=True)
class Settlement(LoanFact):
    """A payment of everything owed on its date (提前结清).

    `amount` is the money received; None means exactly what is owed. Where history before it changes so that
    `amount` no longer suffices, it is an ordinary repayment.
    """

    amount: Money | None = None


@attrs.frozen(kw_only=True, cache_hash=True)
class Prepayment(LoanFact):
    """An early partial repayment (部分提前还款): first what is due, then principal."""

    amount: Money
    effect: PrepaymentEffect


@attrs.frozen(kw_only=True, cache_hash=True)
class Charge(LoanFact):
    """A fee or a fixed penalty added to the instalment of the date it is `due`."""

    component: Component
    amount: Money
    due: date


@attrs.frozen(kw_only=True, cache_hash=True)
class RateChange(LoanFact):
    """A new yearly rate from this date (F9); the unpaid future is planned anew."""

    rate: Rate


@attrs.frozen(kw_only=True, cache_hash=True)
class Repricing(RateChange):
    """A floating rate fixed anew on a reset day (重定价, F9); time that an extension added keeps its own rate."""

    @property
    def sequence(self) -> tuple[date, int]:
        """Before what happens on its day, however late it is recorded."""
        return self.on, 0


@attrs.frozen(kw_only=True, cache_hash=True)
class CalendarYearKnown(LoanFact):
    """A year's workdays as published (F19); from its date the loan is as if they had been known from the start."""

    year: WorkYear


@attrs.frozen(kw_only=True, cache_hash=True)
class Recall(LoanFact):
    """提前收回: everything not yet due is due on this date, with interest to it."""


@attrs.frozen(kw_only=True, cache_hash=True)
class Impairment(LoanFact):
    """Judged impaired (3.6): from this date the loan is non-accrual whatever its days past due."""

    reason: str


@attrs.frozen(kw_only=True, cache_hash=True)
class Misuse(LoanFact):
    """挪用: from its date the money is used against its purpose; the balance bears the misuse rate (R15)."""


@attrs.frozen(kw_only=True, cache_hash=True)
class MisuseCured(LoanFact):
    """From its date the money is used for its purpose again."""


@attrs.frozen(kw_only=True, cache_hash=True)
class Extension(LoanFact):
    """展期: the unpaid future runs until `new_maturity`; the time added bears `rate` where given (F13)."""

    new_maturity: date
    rate: Rate | None = None


@attrs.frozen(kw_only=True, cache_hash=True)
class DueDayChange(LoanFact):
    """还款日变更: the due dates after the next one keep the day `day` of the month, or its last."""

    day: int


@attrs.frozen(kw_only=True, cache_hash=True)
class TermChange(LoanFact):
    """期限变更: what is not yet due is paid in so many `instalments`, more or fewer than were left."""

    instalments: int


@attrs.frozen(kw_only=True, cache_hash=True)
class PairedPayment:
    """What a waiver is given for: payments of at least `amount` after it, with value dates until `by`."""

    amount: Money
    by: date


@attrs.frozen(kw_only=True, cache_hash=True)
class Waiver(LoanFact):
    """减免 of part of a component, oldest instalment first (F14).

    Where it is given `for_payment` and that has not come by the end of its day, the waiver has never been.
    """

    component: Component
    amount: Money
    for_payment: PairedPayment | None = None


@attrs.frozen(kw_only=True, cache_hash=True)
class Adjustment(LoanFact):
    """调账: what instalment `no`, fallen due, asks for of a component is put right by `change`, up or down (R54)."""

    no: int
    component: Component
    change: Money
    reason: str
    reference: str
    """The number of the approved voucher."""


@attrs.frozen(kw_only=True, cache_hash=True)
class Reversal(LoanFact):
    """冲正: from its date on, the payment with key `of` never happened (F20)."""

    of: str


@attrs.frozen(kw_only=True, cache_hash=True)
class Refund(LoanFact):
    """退款: part of the payment with key `of` went back to the payer; from its date that part never came (F20)."""

    of: str
    amount: Money


@attrs.frozen(kw_only=True, cache_hash=True)
class DepositReceipt(LoanFact):
    """收取保证金: the lessee left money as a deposit."""

    amount: Money


@attrs.frozen(kw_only=True, cache_hash=True)
class DepositUse(LoanFact):
    """保证金抵扣: the deposit pays what is due on its date, at most `amount` and what is held of it."""

    amount: Money


@attrs.frozen(kw_only=True, cache_hash=True)
class DepositReturn(LoanFact):
    """退还保证金: money of the deposit went back to the lessee."""

    amount: Money


@attrs.frozen(kw_only=True, cache_hash=True)
class WriteOff(LoanFact):
    """核销: everything owed on its date leaves the books; the claim stays."""


@attrs.frozen(kw_only=True, cache_hash=True)
class Clearance(LoanFact):
    """清收: `amount` received by `means` ends the loan; what it does not reach is given up (R78)."""

    amount: Money
    means: ClearanceMeans


@attrs.frozen(kw_only=True, cache_hash=True)
class Recovery(LoanFact):
    """核销后收回: money received on a loan written off."""

    amount: Money
