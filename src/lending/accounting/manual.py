"""Vouchers that somebody asks for: by hand, a channel's sweep, an asset's sale, and the taking back of one."""

import attrs

from lending.accounting.channel_lines import CHANNEL_BALANCE
from lending.accounting.commands import CorrectVoucher, PostVoucher, SellAsset, SweepChannel, VoucherWritten
from lending.accounting.corrections import BLUE, MANUAL, RED, SWEPT, Correction, is_correctable, is_red, taken_back
from lending.accounting.drafts import KEPT, Draft, DraftLine, DraftRefused, LineFault, write_draft
from lending.accounting.events import AssetSold, VoucherCorrected, VoucherPosted
from lending.accounting.journal import OWN, Side, Voucher, VoucherId
from lending.accounting.periods import period_id
from lending.accounting.ports import CORRECTIONS, PERIODS, POSITIONS, SALES, VOUCHERS
from lending.accounting.refusals import (
    AlreadyCorrected,
    LineRefused,
    NoSuchChannel,
    NothingToSell,
    PeriodClosed,
    VoucherNotCorrectable,
    VoucherNotFound,
)
from lending.accounting.sales import AssetSale
from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.operations.refusals import DayNotOpen
from lending.payments.ports import CHANNELS, DIRECTORY

__all__ = ["correct_voucher", "post_voucher", "sell_asset", "sweep_channel"]

BANK = "1002.01"
REPOSSESSED = "1441.01"
DISPOSAL_RESULT = "6115.01"


def post_voucher(
    command: PostVoucher, call: Call, work: Work
) -> Outcome[VoucherWritten, DraftRefused | PeriodClosed | DayNotOpen]:
    """Write it on the open day, where no line is of an account that something else keeps."""
    asked = command.business_date
    if asked is not None and asked != call.business_date:
        period = period_id(command.book, asked)
        closed = work.find(PERIODS, period) is not None
        return Failure(PeriodClosed(period) if closed else DayNotOpen(call.business_date, asked))
    for number, line in enumerate(command.lines, start=1):
        fault = next((why for why, accounts in KEPT.items() if line.account.startswith(accounts)), None)
        if fault is not None:
            return Failure(LineRefused(number, fault.value, line.account))
    draft = Draft(
        book=command.book,
        event=MANUAL,
        value_date=command.value_date or call.business_date,
        currency=command.currency,
        lines=command.lines,
    )
    return _posted(draft, command.memo, call, work)


def sweep_channel(
    command: SweepChannel, call: Call, work: Work
) -> Outcome[VoucherWritten, NoSuchChannel | DraftRefused]:
    """A23: both legs at once, and no order of a customer."""
    directory = work.find(CHANNELS, DIRECTORY)
    known = directory.held_at if directory is not None else frozenset()
    if command.channel not in known:
        return Failure(NoSuchChannel(command.channel, tuple(sorted(known))))
    lines = (
        DraftLine(BANK, Side.DEBIT, command.amount),
        DraftLine(CHANNEL_BALANCE, Side.CREDIT, command.amount, party=command.channel),
    )
    return _posted(_own(SWEPT, lines, call), f"swept from {command.channel}", call, work)


def sell_asset(command: SellAsset, call: Call, work: Work) -> Outcome[VoucherWritten, NothingToSell | DraftRefused]:
    """A20: what came in takes the place of what stood on the books; the difference is gain or loss."""
    loan_id = command.loan_id.value
    position, sale = work.find(POSITIONS, loan_id), work.find(SALES, loan_id)
    sold = sale.carrying if sale is not None else 0
    carrying = position.booked.ours.collateral_taken - sold if position is not None else 0
    if position is None or carrying <= 0:
        return Failure(NothingToSell(loan_id))
    stood, cost = Money(carrying, position.currency), command.cost or Money.zero(position.currency)
    if {command.proceeds.currency, cost.currency} != {position.currency}:
        return Failure(LineRefused(1, LineFault.OTHER_CURRENCY.value, BANK))
    lines = _sale_lines(loan_id, stood, command.proceeds - cost)
    written = write_draft(_own("ASSET_SOLD", lines, call), call, work)
    if isinstance(written, Failure):
        return written
    work.save(SALES, AssetSale(loan_id, sold + carrying))
    work.record(loan_id, AssetSold(loan_id=loan_id, carrying=stood, proceeds=command.proceeds, cost=cost))
    return Success(_receipt(written.unwrap()))


def _sale_lines(loan_id: str, stood: Money, net: Money) -> tuple[DraftLine, ...]:
    signed = ((BANK, net), (REPOSSESSED, -stood), (DISPOSAL_RESULT, stood - net))
    return tuple(
        DraftLine(account, Side.DEBIT if amount.minor > 0 else Side.CREDIT, max(amount, -amount), loan_id)
        for account, amount in signed
        if amount.minor
    )


def correct_voucher(
    command: CorrectVoucher, call: Call, work: Work
) -> Outcome[VoucherWritten, VoucherNotFound | VoucherNotCorrectable | AlreadyCorrected]:
    """Write the voucher that undoes it, and link the two."""
    voucher = work.find(VOUCHERS, command.voucher_id)
    if voucher is None:
        return Failure(VoucherNotFound(command.voucher_id.value))
    if not is_correctable(voucher):
        return Failure(VoucherNotCorrectable(voucher.id.value, voucher.event))
    before = work.find(CORRECTIONS, voucher.id)
    if before is not None:
        return Failure(AlreadyCorrected(voucher.id.value, before.by.value))
    red = is_red(voucher, call.business_date)
    undone = attrs.evolve(
        voucher,
        id=work.new_id(VoucherId),
        business_date=call.business_date,
        event=RED if red else BLUE,
        source=call.request_id.value,
        lines=taken_back(voucher, red=red),
    )
    work.save(VOUCHERS, undone)
    work.save(CORRECTIONS, Correction(voucher.id, undone.id, command.reason))
    work.record(voucher.id, VoucherCorrected(voucher.id, undone.id, red, command.reason))
    return Success(_receipt(undone))


def _own(event: str, lines: tuple[DraftLine, ...], call: Call) -> Draft:
    return Draft(book=OWN, event=event, value_date=call.business_date, currency=lines[0].amount.currency, lines=lines)


def _posted(draft: Draft, memo: str, call: Call, work: Work) -> Outcome[VoucherWritten, DraftRefused]:
    written = write_draft(draft, call, work)
    if isinstance(written, Failure):
        return written
    voucher = written.unwrap()
    work.record(voucher.id, VoucherPosted(voucher.id, voucher.book, memo))
    return Success(_receipt(voucher))


def _receipt(voucher: Voucher) -> VoucherWritten:
    return VoucherWritten(voucher.id, voucher.business_date)
