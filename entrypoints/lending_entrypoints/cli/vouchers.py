"""`lending payout-vouchers`: what dealers have our word for, and whether a voucher is good."""

from typing import TYPE_CHECKING, Any

import attrs
import typer

from lending_entrypoints.cli.asking import asked
from lending_entrypoints.cli.books import DATABASE, FORM, opened
from lending_entrypoints.cli.given import Given
from lending_entrypoints.cli.output import Format, emit, table

if TYPE_CHECKING:
    from lending.payments.voucher_commands import PayoutVoucherPage, PayoutVoucherView, VerifiedPayoutVoucher

__all__ = ["listed", "verify"]

PAGE = 200
HEADINGS = ("number", "dealer", "state", "amount", "issued", "valid through", "ended", "check code")
VERIFIED = ("number", "dealer", "state", "amount", "valid through", "ended")


def listed(
    dealer: str = typer.Option("", help="A dealer's id; every dealer's vouchers where not given."),
    ended: bool = typer.Option(False, "--ended", help="Those too that were redeemed, revoked or expired."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Payout vouchers (放款凭证) that are not redeemed yet: what we owe dealers for cars handed over.

    Example: lending payout-vouchers list --dealer dlr_01HKX… --database sqlite:///lending.db
    """
    from lending.payments.voucher_commands import ListPayoutVouchers

    given = Given()
    query = given.value("dealer", lambda: ListPayoutVouchers(dealer_id=dealer, ended=ended, page_size=PAGE))
    given.check()
    assert query is not None, "checked"
    found: list[PayoutVoucherView] = []
    with opened(database) as app:
        while True:
            page: PayoutVoucherPage = asked(app, query)
            found.extend(page.vouchers)
            if not page.next_after:
                break
            query = attrs.evolve(query, after=page.next_after)
    rows = [(*_row(view), view.check_code) for view in found]
    shown = table("Payout vouchers", HEADINGS, rows, left=3)
    emit(form, {"vouchers": [_document(view) for view in found]}, shown)


def verify(
    number: str = typer.Argument(help="The voucher's number."),
    check_code: str = typer.Argument(help="Its check code, such as 0A1B-2C3D-4E5F-6789."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Check a payout voucher as a dealer does: what it promises, and whether it still stands.

    A wrong number and a wrong code are refused alike. Over the service a dealer asks VerifyPayoutVoucher.

    Example: lending payout-vouchers verify pv_01HKX… 0A1B-2C3D-4E5F-6789 --database sqlite:///lending.db
    """
    from lending.payments.voucher_commands import VerifyPayoutVoucher

    given = Given()
    query = given.value("", lambda: VerifyPayoutVoucher(number=number, check_code=check_code))
    given.check()
    assert query is not None, "checked"
    with opened(database) as app:
        view: VerifiedPayoutVoucher = asked(app, query)
    document = {
        "number": view.voucher_id.value,
        "dealer_id": view.dealer_id,
        "state": view.state,
        "currency": view.amount.currency.code,
        "amount": view.amount.text,
        "valid_through": view.valid_through.isoformat(),
        "ended_on": None if view.ended_on is None else view.ended_on.isoformat(),
    }
    row = [
        str(document[name] or "") for name in ("number", "dealer_id", "state", "amount", "valid_through", "ended_on")
    ]
    emit(form, document, table("Payout voucher", VERIFIED, [tuple(row)], left=3))


def _row(view: "PayoutVoucherView") -> tuple[str, ...]:
    return (
        view.voucher_id.value,
        view.dealer_id,
        view.state,
        view.amount.text,
        view.issued_on.isoformat(),
        view.valid_through.isoformat(),
        "" if view.ended_on is None else view.ended_on.isoformat(),
    )


def _document(view: "PayoutVoucherView") -> dict[str, Any]:
    return {
        "number": view.voucher_id.value,
        "contract_id": view.contract_id,
        "dealer_id": view.dealer_id,
        "state": view.state,
        "currency": view.amount.currency.code,
        "amount": view.amount.text,
        "issued_on": view.issued_on.isoformat(),
        "valid_through": view.valid_through.isoformat(),
        "ended_on": None if view.ended_on is None else view.ended_on.isoformat(),
        "reason": view.reason,
        "check_code": view.check_code,
    }
