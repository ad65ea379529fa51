"""What payments can be asked, and what they answer."""

from datetime import date, datetime

import attrs

from lending.application.commands import Query
from lending.kernel.checks import positive, text_of
from lending.kernel.money import Money
from lending.loans.ids import LoanId
from lending.loans.refusals import LoanNotFound
from lending.payments.cards import CardConsidered
from lending.payments.channels import COUNT_MAX
from lending.payments.ids import DeductionOrderId, DisbursementOrderId
from lending.payments.refusals import NoChannels, OrderNotFound
from lending.payments.routing import Considered

__all__ = [
    "AttemptView",
    "ChannelView",
    "ChannelsView",
    "DeductionView",
    "ExplainDeductions",
    "GetDeduction",
    "GetPayout",
    "ListChannels",
    "PayoutView",
    "PickView",
    "PicksView",
]


@attrs.frozen
class AttemptView:
    """An attempt that failed."""

    order_no: str
    channel: str
    code: str


@attrs.frozen(kw_only=True)
class PayoutView:
    """A disbursement order: where it stands, through which channel, and why through none of the others.

    Of an amount that no channel takes at once it is number `part` of `parts`.
    """

    order_id: DisbursementOrderId
    contract_id: str
    amount: Money
    status: str
    order_no: str
    channel: str
    considered: tuple[Considered, ...]
    failed: tuple[AttemptView, ...]
    late: str
    paid_on: date | None
    back_on: date | None = None
    """The day on which its money was back, if it came back; `back_reason` says why."""
    back_reason: str = ""
    part: int = 1
    parts: int = 1


@attrs.frozen
class GetPayout(Query[PayoutView, OrderNotFound]):
    """Look at the payout of a contract, or at one part of it."""

    contract_id: str = attrs.field(validator=text_of(64))
    part: int = attrs.field(default=1, validator=positive(COUNT_MAX))


@attrs.frozen(kw_only=True)
class DeductionView:
    """A deduction order: where it stands, from which card and through which channel, and why from none of the others.

    `card` is 0 until one is chosen; `taken` is what came in, None before anything did.
    """

    order_id: DeductionOrderId
    loan_id: str
    amount: Money
    taken: Money | None
    status: str
    code: str
    card: int
    cards: tuple[CardConsidered, ...]
    channel: str
    considered: tuple[Considered, ...]
    paid_on: date | None


@attrs.frozen
class GetDeduction(Query[DeductionView, OrderNotFound]):
    """Look at a deduction."""

    order_id: DeductionOrderId


@attrs.frozen(kw_only=True)
class PickView:
    """What smart repayment tries when: which card is asked for how much, and what its tries say of the chance.

    `chance_percent` is between 0 and 100, rounded down; `speaks_for` and `against` are the weights of tries that say
    that the card held so much at such a time, and of those that say it did not.
    """

    at: datetime
    card: int
    amount: Money
    chance_percent: int
    speaks_for: int
    against: int


@attrs.frozen(kw_only=True)
class PicksView:
    """What is due on a loan on the open accounting day, and what would be tried of whom, should each of it fail.

    `smart` is whether its product is collected so; of one that is not it shows what would be.
    """

    loan_id: LoanId
    due: Money
    smart: bool
    picks: tuple[PickView, ...]


@attrs.frozen
class ExplainDeductions(Query[PicksView, LoanNotFound]):
    """Look at what smart repayment picks for a loan now, and why (R70)."""

    loan_id: LoanId


@attrs.frozen(kw_only=True)
class ChannelView:
    """A channel now: its breaker, and what is left of the open accounting day for payouts and for deductions.

    Amounts in minor units; a service that it does not offer has nothing left.
    """

    code: str
    name: str
    enabled: bool
    breaker: str
    open_until: datetime | None
    payouts_left: int
    payout_amount_left: int
    deductions_left: int
    deduction_amount_left: int


@attrs.frozen
class ChannelsView:
    """Every published channel."""

    version: int
    channels: tuple[ChannelView, ...]


@attrs.frozen
class ListChannels(Query[ChannelsView, NoChannels]):
    """Look at the channels: which are sound, and what each can still take today."""
