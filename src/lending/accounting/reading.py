"""How the books are read: from a total down to the lines, the vouchers, and the requests they come from."""

from datetime import date
from itertools import accumulate

from lending.accounting.events import VoucherPosted
from lending.accounting.journal import Voucher, VoucherId
from lending.accounting.ports import (
    CHART,
    CHARTS,
    CORRECTIONS,
    VOUCHERS,
    BooksReader,
    LedgerLine,
    LedgerPlace,
    LedgerSlice,
)
from lending.accounting.queries import (
    GetLedger,
    GetTrialBalance,
    GetVoucher,
    Ledger,
    LedgerRow,
    TrialBalance,
    VoucherEvent,
    VoucherLine,
    VoucherView,
)
from lending.accounting.refusals import AccountNotFound, RulesMissing, VoucherNotFound
from lending.accounting.summing import account_totals
from lending.application.call import Call
from lending.kernel.events import EventRecord
from lending.kernel.ids import RequestId
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = ["get_ledger", "get_voucher", "trial_balance"]


def trial_balance(query: GetTrialBalance, call: Call, reader: BooksReader) -> Outcome[TrialBalance, RulesMissing]:
    """Totals of every account."""
    through = query.through or call.business_date
    totals = account_totals(reader, query.book, through, call.business_date)
    return Success(TrialBalance(query.book, through, totals))


def get_ledger(query: GetLedger, call: Call, reader: BooksReader) -> Outcome[Ledger, AccountNotFound]:
    """The account's lines with running balances; one line more than the page is read, to know of a next page."""
    name = _names(reader).get(query.account)
    if name is None:
        return Failure(AccountNotFound(query.account))
    wanted = LedgerSlice(
        book=query.book,
        account=query.account,
        currency=query.currency,
        after=_place(query.after) if query.after else LedgerPlace(query.since or date.min, "", 0),
        through=query.through or call.business_date,
        subject=query.subject,
        party=query.party,
        limit=query.page_size + 1,
    )
    opening, lines = reader.ledger_lines(wanted)
    shown = lines[: query.page_size]
    balances = [*accumulate((line.amount for line in shown), initial=opening)]
    ledger = Ledger(
        book=query.book,
        account=query.account,
        name=name,
        currency=query.currency,
        opening=opening,
        closing=balances[-1],
        rows=tuple(map(_row, shown, balances[1:])),
        next=_text(shown[-1].place) if len(lines) > len(shown) else "",
    )
    return Success(ledger)


def _row(line: LedgerLine, balance: int) -> LedgerRow:
    return LedgerRow(
        voucher_id=VoucherId(line.place.voucher_id),
        number=line.place.number,
        business_date=line.place.business_date,
        value_date=line.value_date,
        event=line.event,
        subject=line.subject,
        party=line.party,
        amount=line.amount,
        balance=balance,
    )


def _place(text: str) -> LedgerPlace:
    day, voucher_id, number = text.split("/")
    return LedgerPlace(date.fromisoformat(day), voucher_id, int(number))


def _text(place: LedgerPlace) -> str:
    return f"{place.business_date.isoformat()}/{place.voucher_id}/{place.number}"


def get_voucher(query: GetVoucher, _call: Call, reader: BooksReader) -> Outcome[VoucherView, VoucherNotFound]:
    """The voucher with the events, the command and the request that it comes from."""
    stored = reader.load(VOUCHERS, query.voucher_id.value)
    if stored is None:
        return Failure(VoucherNotFound(query.voucher_id.value))
    voucher = stored.value
    request_id = RequestId(voucher.source)
    events = reader.events_of(request_id)
    receipt = reader.receipt(request_id)
    correction = reader.load(CORRECTIONS, voucher.id.value)
    taken_back = reader.lookup(CORRECTIONS, CORRECTIONS.key("by"), voucher.id.value)
    view = VoucherView(
        voucher_id=voucher.id,
        book=voucher.book,
        business_date=voucher.business_date,
        value_date=voucher.value_date,
        event=voucher.event,
        currency=voucher.currency.code,
        lines=_lines(voucher, _names(reader)),
        request_id=voucher.source,
        command=receipt.act if receipt else "",
        actor=events[0].actor if events else "",
        recorded_at=events[0].recorded_at if events else None,
        memo=_memo(voucher.id, events),
        corrects=next((held.value.voucher_id for held in taken_back), None),
        corrected_by=correction.value.by if correction is not None else None,
        events=tuple(VoucherEvent(held.id.value, type(held.event).__name__, held.subject) for held in events),
    )
    return Success(view)


def _memo(voucher_id: VoucherId, events: tuple[EventRecord, ...]) -> str:
    posted = (held.event for held in events if isinstance(held.event, VoucherPosted))
    return next((event.memo for event in posted if event.voucher_id == voucher_id), "")


def _lines(voucher: Voucher, names: dict[str, str]) -> tuple[VoucherLine, ...]:
    return tuple(
        VoucherLine(line.account, names.get(line.account, ""), line.side.value, line.amount, line.subject, line.party)
        for line in voucher.lines
    )


def _names(reader: BooksReader) -> dict[str, str]:
    chart = reader.load(CHARTS, CHART)
    return {account.code: account.name for account in chart.value.accounts} if chart else {}
