"""What happens to payments."""

from datetime import date, datetime

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.payments.ids import DeductionOrderId, DisbursementOrderId

__all__ = [
    "BatchAccepted",
    "BatchClosed",
    "BatchDrawnUp",
    "CardBound",
    "CardUnbound",
    "CardsReordered",
    "ChannelsPublished",
    "DeductionBatched",
    "DeductionContradicted",
    "DeductionFailed",
    "DeductionInDoubt",
    "DeductionOrdered",
    "DeductionReleased",
    "DeductionRouted",
    "DeductionSucceeded",
    "DeductionTakenInPart",
    "PayoutAbandoned",
    "PayoutCancelled",
    "PayoutContradicted",
    "PayoutInDoubt",
    "PayoutOrdered",
    "PayoutParked",
    "PayoutRetried",
    "PayoutReturned",
    "PayoutRouted",
    "PayoutSucceeded",
    "PayoutWaited",
    "PayoutWithdrawn",
]


@attrs.frozen
class ChannelsPublished(Event):
    """The payment channels were published."""

    version: int
    codes: tuple[str, ...]


@attrs.frozen
class PayoutOrdered(Event):
    """A payout was ordered."""

    order_id: DisbursementOrderId
    contract_id: str
    amount: Money
    to_dealer: bool


@attrs.frozen
class PayoutRouted(Event):
    """A channel was chosen, and the payout goes out through it."""

    order_id: DisbursementOrderId
    attempt: int
    channel: str


@attrs.frozen
class PayoutWaited(Event):
    """No channel can take the payout now, for reasons that stand on the order; it is routed again later."""

    order_id: DisbursementOrderId
    attempt: int


@attrs.frozen
class PayoutInDoubt(Event):
    """The channel gave no final word; the order will be asked after."""

    order_id: DisbursementOrderId
    status: str
    doubts: int


@attrs.frozen
class PayoutRetried(Event):
    """The payout failed for good under one number and goes out again under a new one."""

    order_id: DisbursementOrderId
    attempt: int
    code: str


@attrs.frozen
class PayoutSucceeded(Event):
    """The money reached the payee, on this day."""

    order_id: DisbursementOrderId
    contract_id: str
    amount: Money
    on: date


@attrs.frozen
class PayoutAbandoned(Event):
    """The payout failed for the last time."""

    order_id: DisbursementOrderId
    contract_id: str
    code: str


@attrs.frozen
class PayoutWithdrawn(Event):
    """The payout was withdrawn before it went out."""

    order_id: DisbursementOrderId
    contract_id: str
    reason: str


@attrs.frozen
class PayoutReturned(Event):
    """The payee's bank sent the money back (退票), on this day."""

    order_id: DisbursementOrderId
    contract_id: str
    amount: Money
    on: date
    reason: str


@attrs.frozen
class PayoutCancelled(Event):
    """The payout was taken back at the counter (撤销放款); the money was back on this day."""

    order_id: DisbursementOrderId
    contract_id: str
    amount: Money
    on: date
    reason: str


@attrs.frozen
class PayoutParked(Event):
    """An attempt that had failed was paid after all: nothing more is sent before a person decides."""

    order_id: DisbursementOrderId
    contract_id: str


@attrs.frozen
class PayoutContradicted(Event):
    """The channel's word contradicts what was final: money may have moved twice. An alarm."""

    order_id: DisbursementOrderId
    order_no: str
    word: str
    status: str


@attrs.frozen
class DeductionOrdered(Event):
    """A deduction was ordered."""

    order_id: DeductionOrderId
    loan_id: str
    amount: Money


@attrs.frozen
class DeductionRouted(Event):
    """A channel was chosen, and the deduction goes out through it."""

    order_id: DeductionOrderId
    channel: str


@attrs.frozen
class DeductionBatched(Event):
    """The deduction goes to the channel in the file of this batch."""

    order_id: DeductionOrderId
    batch_id: str


@attrs.frozen
class DeductionReleased(Event):
    """The deduction left the channel's list, and goes out at this moment."""

    order_id: DeductionOrderId
    due_at: datetime


@attrs.frozen
class DeductionInDoubt(Event):
    """The channel gave no final word; the order will be asked after."""

    order_id: DeductionOrderId
    status: str
    doubts: int


@attrs.frozen
class DeductionSucceeded(Event):
    """The money came in, on this day."""

    order_id: DeductionOrderId
    loan_id: str
    amount: Money
    on: date


@attrs.frozen
class DeductionTakenInPart(Event):
    """The bank took less than was asked, as was agreed, on this day; the rest is looked for elsewhere, or later."""

    order_id: DeductionOrderId
    loan_id: str
    amount: Money
    on: date


@attrs.frozen
class DeductionFailed(Event):
    """Nothing was taken; what follows depends on the class of the code (machine 3.5)."""

    order_id: DeductionOrderId
    loan_id: str
    code: str


@attrs.frozen
class DeductionContradicted(Event):
    """The channel's word contradicts what was final. An alarm."""

    order_id: DeductionOrderId
    word: str
    status: str


@attrs.frozen
class CardBound(Event):
    """A customer bound a card of this bank, under a number that is the customer's own count."""

    customer_id: str
    card: int
    bank: str


@attrs.frozen
class CardsReordered(Event):
    """A customer put the cards in this order."""

    customer_id: str
    cards: tuple[int, ...]


@attrs.frozen
class CardUnbound(Event):
    """A customer unbound a card."""

    customer_id: str
    card: int


@attrs.frozen
class BatchDrawnUp(Event):
    """A batch of so many deductions was drawn up, over so much in minor units."""

    batch_id: str
    lines: int
    total: int


@attrs.frozen
class BatchAccepted(Event):
    """A result file, with this SHA-256, was accepted as the batch's."""

    batch_id: str
    digest: str


@attrs.frozen
class BatchClosed(Event):
    """Every line of the batch's result is recorded."""

    batch_id: str
