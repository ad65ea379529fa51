"""How an entry becomes a voucher."""

from datetime import date

from lending.accounting.entries import Entry
from lending.accounting.journal import Voucher, VoucherId
from lending.accounting.ports import VOUCHERS
from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.money import Currency

__all__ = ["write_voucher"]


def write_voucher(work: Work, call: Call, entry: Entry, currency: Currency, value_date: date) -> None:
    """Write the entry into its book, on the open accounting day."""
    voucher = Voucher(
        id=work.new_id(VoucherId),
        book=entry.book,
        business_date=call.business_date,
        value_date=value_date,
        event=entry.event,
        source=call.request_id.value,
        currency=currency,
        lines=entry.lines,
    )
    work.save(VOUCHERS, voucher)
