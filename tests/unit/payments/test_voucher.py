"""The voucher line of machine 3.4: NONE → ISSUED → REDEEMED, REVOKED or EXPIRED, each once."""

from datetime import date, timedelta
from itertools import product

import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.payments.ids import PayoutVoucherId
from lending.payments.voucher import PayoutVoucher, PayoutVoucherState

FIRST, LAST = date(2024, 1, 5), date(2024, 1, 15)
ACTS = ("redeem", "revoke", "expire")
ENDS = dict(zip(ACTS, ("REDEEMED", "REVOKED", "EXPIRED"), strict=True))


def voucher() -> PayoutVoucher:
    return PayoutVoucher(
        id=PayoutVoucherId("pv_01HKBNJG8071R2ZPQVMVMS1H29"),
        contract_id="ctr_1",
        dealer_id="dlr_1",
        amount=Money.parse("105000.00"),
        issued_on=FIRST,
        valid_through=LAST,
    )


def after(held: PayoutVoucher, act: str, on: date) -> Outcome[PayoutVoucher, object]:
    match act:
        case "redeem":
            return held.redeem(held.amount, on)
        case "revoke":
            return held.revoke(on, "no car")
        case _:
            return held.expire(on)


@pytest.mark.parametrize("act", ACTS)
def test_what_was_issued_ends_once(act: str) -> None:
    ended = after(voucher(), act, LAST + timedelta(days=1)).unwrap()
    assert (ended.state.value, ended.ended_on) == (ENDS[act], LAST + timedelta(days=1))
    assert [type(event).__name__ for event in ended.events] == [f"PayoutVoucher{ENDS[act].title()}"]


@pytest.mark.parametrize(("first", "second"), list(product(ACTS, ACTS)))
def test_nothing_moves_one_that_has_ended(first: str, second: str) -> None:
    ended = after(voucher(), first, LAST + timedelta(days=1)).unwrap()
    refused = after(ended, second, LAST + timedelta(days=2))
    assert isinstance(refused, Failure)
    told = refused.failure()
    assert (told.code, told.state, told.ended_on) == ("PAYOUT_VOUCHER_ENDED", ENDS[first], ended.ended_on)  # type: ignore[attr-defined]


@given(st.integers(min_value=0, max_value=20))
def test_it_expires_on_no_day_through_its_last(days: int) -> None:
    on = FIRST + timedelta(days=days)
    assert isinstance(voucher().expire(on), Success) == (on > LAST)


def test_its_check_code_is_made_of_all_that_it_promises() -> None:
    said = voucher().text
    for part in ("pv_01HKBNJG8071R2ZPQVMVMS1H29", "105000.00", "dlr_1", "2024-01-15"):
        assert part in said
    assert voucher().state is PayoutVoucherState.ISSUED


@given(st.lists(st.integers(min_value=1, max_value=9_999_999), max_size=4, unique=True))
def test_it_is_redeemed_by_the_last_of_its_parts(cuts: list[int]) -> None:
    ends = [*sorted(cuts), 10_500_000]
    held = voucher()
    for start, end in zip([0, *ends], ends, strict=False):
        assert held.state is PayoutVoucherState.ISSUED
        held = held.redeem(Money(end - start), LAST).unwrap()
        assert held.owed == Money(10_500_000 - end)
    assert (held.state, len(held.events)) == (PayoutVoucherState.REDEEMED, 1)
