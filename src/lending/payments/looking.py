"""How payment orders and channels are looked at."""

from lending.application.call import Call
from lending.application.store import Reader
from lending.customers.ports import CUSTOMERS
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.ports import LOANS
from lending.loans.refusals import LoanNotFound
from lending.operations.health import VendorHealth
from lending.payments.binding import cards_read
from lending.payments.channels import Channel, Channels, Service
from lending.payments.picking import picks_of
from lending.payments.ports import CHANNEL_HEALTH, CHANNELS, DEDUCTIONS, DIRECTORY, DISBURSEMENTS
from lending.payments.queries import (
    AttemptView,
    ChannelsView,
    ChannelView,
    DeductionView,
    ExplainDeductions,
    GetDeduction,
    GetPayout,
    ListChannels,
    PayoutView,
    PicksView,
    PickView,
)
from lending.payments.quota import room_of
from lending.payments.refusals import NoChannels, OrderNotFound
from lending.payments.routing import Room
from lending.products.ports import PRODUCTS

__all__ = ["explain_deductions", "get_deduction", "get_payout", "list_channels"]

NOTHING = Room(0, 0)


def get_payout(query: GetPayout, _call: Call, reader: Reader) -> Outcome[PayoutView, OrderNotFound]:
    """The payout of a contract."""
    held = reader.lookup(DISBURSEMENTS, DISBURSEMENTS.key("contract_id"), query.contract_id)
    order = next((stored.value for stored in held if stored.value.part == query.part), None)
    if order is None:
        return Failure(OrderNotFound(query.contract_id))
    view = PayoutView(
        order_id=order.id,
        contract_id=order.contract_id,
        amount=order.amount,
        status=order.status.value,
        order_no=order.order_no,
        channel=order.channel,
        considered=order.considered,
        failed=tuple(AttemptView(order.number_of(each.no), each.channel, each.code) for each in order.failed),
        late=order.number_of(order.late.no) if order.late is not None else "",
        paid_on=order.paid_on,
        back_on=order.given_back.on if order.given_back is not None else None,
        back_reason=order.given_back.reason if order.given_back is not None else "",
        part=order.part,
        parts=order.parts,
    )
    return Success(view)


def get_deduction(query: GetDeduction, _call: Call, reader: Reader) -> Outcome[DeductionView, OrderNotFound]:
    """A deduction."""
    stored = reader.load(DEDUCTIONS, query.order_id.value)
    if stored is None:
        return Failure(OrderNotFound(query.order_id.value))
    order = stored.value
    view = DeductionView(
        order_id=order.id,
        loan_id=order.loan_id,
        amount=order.amount,
        taken=order.moved if order.has_taken else None,
        status=order.status.value,
        code=order.code,
        card=order.card,
        cards=order.cards,
        channel=order.channel,
        considered=order.considered,
        paid_on=order.paid_on,
    )
    return Success(view)


def explain_deductions(query: ExplainDeductions, call: Call, reader: Reader) -> Outcome[PicksView, LoanNotFound]:
    """The picks for what is due now."""
    stored = reader.load(LOANS, query.loan_id.value)
    if stored is None:
        return Failure(LoanNotFound(query.loan_id.value))
    loan, day = stored.value, call.business_date
    due = loan.demanded(day).total
    product, directory = reader.load(PRODUCTS, loan.product), reader.load(CHANNELS, DIRECTORY)
    ours = directory.value.own_banks if directory is not None else frozenset()
    customer = reader.load(CUSTOMERS, loan.customer_id)
    assert customer is not None, f"{loan.id} is of a customer"
    held = cards_read(reader, customer.value).by_priority(ours)
    picks = picks_of(held, due, call.received_at, day) if due else ()
    views = tuple(
        PickView(
            at=pick.at,
            card=pick.card,
            amount=pick.amount,
            chance_percent=int(100 * pick.chance.mean),
            speaks_for=pick.chance.speaks_for,
            against=pick.chance.against,
        )
        for pick in picks
    )
    smart = product is not None and product.value.smart_repayment
    return Success(PicksView(loan_id=loan.id, due=due, smart=smart, picks=views))


def list_channels(_query: ListChannels, call: Call, reader: Reader) -> Outcome[ChannelsView, NoChannels]:
    """Every channel as it stands now."""
    stored = reader.load(CHANNELS, DIRECTORY)
    if stored is None:
        return Failure(NoChannels())
    directory = stored.value
    views = tuple(_channel(directory, channel, call, reader) for channel in directory.channels)
    return Success(ChannelsView(directory.version, views))


def _channel(directory: Channels, channel: Channel, call: Call, reader: Reader) -> ChannelView:
    stored = reader.load(CHANNEL_HEALTH, channel.code)
    health = stored.value if stored is not None else VendorHealth(vendor=channel.code)
    payouts, deductions = (
        room_of(reader.limit, directory, channel, service, call.business_date)
        if service in channel.services
        else NOTHING
        for service in (Service.PAYOUT, Service.COLLECTION)
    )
    return ChannelView(
        code=channel.code,
        name=channel.name,
        enabled=channel.enabled,
        breaker=health.state(call.received_at).value,
        open_until=health.open_until,
        payouts_left=payouts.count,
        payout_amount_left=payouts.amount,
        deductions_left=deductions.count,
        deduction_amount_left=deductions.amount,
    )
