"""What happens to a loan, as events in the past tense."""

from datetime import date

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.choices import ClearanceMeans, Component
from lending.loans.facts import PairedPayment
from lending.loans.ids import LoanId
from lending.loans.status import LoanStatus, SettlementKind

__all__ = [
    "ChargeAdded",
    "DepositReceived",
    "DepositReturned",
    "DepositSetOff",
    "DueDayChanged",
    "InstalmentAdjusted",
    "InstalmentsFellDue",
    "LoanCleared",
    "LoanExtended",
    "LoanImpaired",
    "LoanMisuseCured",
    "LoanMisused",
    "LoanOpened",
    "LoanOpenedByVoucher",
    "LoanRecalled",
    "LoanRepaid",
    "LoanRepriced",
    "LoanSettled",
    "LoanStatusChanged",
    "LoanTermChanged",
    "LoanWrittenOff",
    "MoneyRecovered",
    "PayByDatesSet",
    "PaymentRefunded",
    "PaymentReversed",
    "RateChanged",
    "TrancheDisbursed",
    "Waived",
    "WaiverLapsed",
]


@attrs.frozen(kw_only=True)
class LoanOpened(Event):
    """A loan account was opened: its money has been paid out (建账, R48)."""

    loan_id: LoanId
    contract_id: str
    customer_id: str
    product: str
    key: str
    principal: Money
    on: date
    maturity: date


@attrs.frozen(kw_only=True)
class LoanOpenedByVoucher(LoanOpened):
    """A loan account was opened by a payout voucher: its dealer has our word for the money, which follows (R103)."""


@attrs.frozen(kw_only=True)
class TrancheDisbursed(Event):
    """A further tranche was paid out; the future instalments are planned anew."""

    loan_id: LoanId
    key: str
    principal: Money
    on: date


@attrs.frozen(kw_only=True)
class InstalmentsFellDue(Event):
    """Instalments came to their due date (期供到期) without having been paid in full before.

    Amounts are what is left to pay once money in advance and the credit balance are taken; they may be nothing.
    """

    loan_id: LoanId
    on: date
    numbers: tuple[int, ...]
    principal: Money
    interest: Money
    fee: Money


@attrs.frozen(kw_only=True)
class LoanRepaid(Event):
    """A payment was received and allocated: `amount` is the sum of all parts, `credit` what the credit balance took.

    `deposit` is what a lessee's deposit took: less than nothing where it paid, as with the credit balance.
    """

    loan_id: LoanId
    key: str
    on: date
    amount: Money
    principal: Money
    interest: Money
    fee: Money
    penalty: Money
    compound: Money
    credit: Money
    deposit: Money


@attrs.frozen(kw_only=True)
class LoanSettled(Event):
    """Nothing is owed any more (结清)."""

    loan_id: LoanId
    on: date
    kind: SettlementKind


@attrs.frozen(kw_only=True)
class LoanStatusChanged(Event):
    """The loan account moved to another state."""

    loan_id: LoanId
    on: date
    before: LoanStatus
    after: LoanStatus
    days_past_due: int


@attrs.frozen(kw_only=True)
class ChargeAdded(Event):
    """A fee or a fixed penalty was charged."""

    loan_id: LoanId
    key: str
    on: date
    component: Component
    amount: Money
    due: date


@attrs.frozen(kw_only=True)
class RateChanged(Event):
    """The yearly rate changed (F9)."""

    loan_id: LoanId
    key: str
    on: date
    before: Rate
    after: Rate


@attrs.frozen(kw_only=True)
class LoanRepriced(Event):
    """A floating rate was fixed anew (重定价, R12), with what the customer is to be told of it.

    `next_instalment` is principal and interest of the first instalment after `on`, None where none is left.
    """

    loan_id: LoanId
    customer_id: str
    key: str
    on: date
    before: Rate
    after: Rate
    next_due: date | None
    next_instalment: Money | None
    next_reset: date | None


@attrs.frozen(kw_only=True)
class PayByDatesSet(Event):
    """The workdays of a year became known to the loan: by when its instalments of that year must be paid (F19)."""

    loan_id: LoanId
    key: str
    on: date
    year: int


@attrs.frozen(kw_only=True)
class LoanRecalled(Event):
    """The loan was called in (提前收回): all of it is due, by component."""

    loan_id: LoanId
    key: str
    on: date
    maturity_before: date
    principal: Money
    interest: Money
    fee: Money
    penalty: Money
    compound: Money


@attrs.frozen(kw_only=True)
class LoanImpaired(Event):
    """The loan was judged impaired: from this date on it is non-accrual (非应计)."""

    loan_id: LoanId
    key: str
    on: date
    reason: str


@attrs.frozen(kw_only=True)
class LoanExtended(Event):
    """The loan runs longer (展期)."""

    loan_id: LoanId
    key: str
    on: date
    maturity_before: date
    maturity: date


@attrs.frozen(kw_only=True)
class LoanMisused(Event):
    """The money is used against its purpose (挪用): the balance bears the misuse rate from this date."""

    loan_id: LoanId
    key: str
    on: date


@attrs.frozen(kw_only=True)
class LoanMisuseCured(Event):
    """The money is used for its purpose again: the contract rate counts from this date."""

    loan_id: LoanId
    key: str
    on: date


@attrs.frozen(kw_only=True)
class DueDayChanged(Event):
    """The due dates after the next one keep another day of the month (还款日变更)."""

    loan_id: LoanId
    key: str
    on: date
    day: int
    maturity_before: date
    maturity: date


@attrs.frozen(kw_only=True)
class LoanTermChanged(Event):
    """What was not yet due is paid in another number of instalments (期限变更)."""

    loan_id: LoanId
    key: str
    on: date
    instalments_before: int
    instalments: int
    maturity_before: date
    maturity: date


@attrs.frozen(kw_only=True)
class Waived(Event):
    """Part of what was owed was given up (减免), outright or for a payment that must come in time."""

    loan_id: LoanId
    key: str
    on: date
    component: Component
    amount: Money
    for_payment: PairedPayment | None = None


@attrs.frozen(kw_only=True)
class WaiverLapsed(Event):
    """The payment that a waiver was given for has not come: all is owed as if it had never been (F14)."""

    loan_id: LoanId
    key: str
    on: date
    component: Component
    amount: Money


@attrs.frozen(kw_only=True)
class InstalmentAdjusted(Event):
    """What an instalment asks for of a component was put right by hand (调账): up, or down where negative."""

    loan_id: LoanId
    key: str
    on: date
    no: int
    component: Component
    change: Money
    reason: str
    reference: str


@attrs.frozen(kw_only=True)
class PaymentReversed(Event):
    """A payment was undone and what came after it replayed (冲正)."""

    loan_id: LoanId
    key: str
    of: str
    on: date
    amount: Money


@attrs.frozen(kw_only=True)
class PaymentRefunded(Event):
    """Part of a payment went back to the payer (退款), and what came after the payment was replayed."""

    loan_id: LoanId
    key: str
    of: str
    on: date
    amount: Money


@attrs.frozen(kw_only=True)
class DepositReceived(Event):
    """The lessee left money as a deposit (收取保证金)."""

    loan_id: LoanId
    key: str
    on: date
    amount: Money


@attrs.frozen(kw_only=True)
class DepositSetOff(Event):
    """The deposit paid what was overdue (保证金抵扣): `amount` is the sum of all parts."""

    loan_id: LoanId
    key: str
    on: date
    amount: Money
    principal: Money
    interest: Money
    fee: Money
    penalty: Money
    compound: Money


@attrs.frozen(kw_only=True)
class DepositReturned(Event):
    """Money of the deposit went back to the lessee (退还保证金)."""

    loan_id: LoanId
    key: str
    on: date
    amount: Money


@attrs.frozen(kw_only=True)
class LoanWrittenOff(Event):
    """What was owed left the books; the claim stays (核销)."""

    loan_id: LoanId
    key: str
    on: date
    principal: Money
    interest: Money
    fee: Money
    penalty: Money
    compound: Money


@attrs.frozen(kw_only=True)
class LoanCleared(Event):
    """A bad loan was ended (清收): `amount` is what was received, the parts by component what was given up."""

    loan_id: LoanId
    key: str
    on: date
    means: ClearanceMeans
    amount: Money
    principal: Money
    interest: Money
    fee: Money
    penalty: Money
    compound: Money


@attrs.frozen(kw_only=True)
class MoneyRecovered(Event):
    """Money came in on a loan written off (核销后收回)."""

    loan_id: LoanId
    key: str
    on: date
    amount: Money
