"""Reading what goes beyond the replay contract: rules of prepayment, and payments that waivers are given for."""

from collections.abc import Callable
from typing import Any

from lending.kernel.invalid import InvalidInput, Violation
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.facts import PairedPayment
from lending.products.prepayment import PrepaymentFee, PrepaymentRules, SettlementInterest
from lending_entrypoints.replay.reading import Form, choice, day, decimal, listed, whole

__all__ = ["paired_payment", "prepayment_rules"]

MONTHS_MAX = 1200
TIMES_MAX = 366
ReadMoney = Callable[[Any], Money | None]
INTEREST = choice(SettlementInterest)


def prepayment_rules(form: Form, money: ReadMoney) -> PrepaymentRules | None:
    """The object `terms.prepayment`; None where something is wrong in it."""
    values: dict[str, Any] = {
        "amount_min": form.take("amount_min", lambda value: None if value is None else money(value), None),
        "times_a_year_max": form.take("times_a_year_max", _bound, None),
        "lock_in_months": form.take("lock_in_months", whole(0, MONTHS_MAX), 0),
        "fees": form.take("fees", _fees, ()),
        "interest": form.take("interest", INTEREST, SettlementInterest.TO_DATE),
        "least_days": form.take("least_days", whole(0, 31), 0),
    }
    form.close()
    if not form.sound:
        return None
    try:
        return PrepaymentRules(**values)
    except InvalidInput as mistake:
        form.problem(mistake)
        return None


def paired_payment(money: ReadMoney) -> Callable[[Any], PairedPayment | None]:
    """The object `for_payment` of a waiver: what must come, and by when."""

    def read(value: Any) -> PairedPayment | None:
        if value is None:
            return None
        problems: list[Violation] = []
        form = Form(value, "", problems)
        amount, by = form.take("amount", money), form.take("by", day)
        form.close()
        if problems or amount is None or by is None:
            raise InvalidInput(problems)
        return PairedPayment(amount=amount, by=by)

    return read


def _bound(value: Any) -> int | None:
    return None if value is None else whole(1, TIMES_MAX)(value)


def _fees(value: Any) -> tuple[PrepaymentFee, ...]:
    problems: list[Violation] = []
    fees = [_fee(Form(item, f"[{place}]", problems)) for place, item in enumerate(listed(value))]
    if problems:
        raise InvalidInput(problems)
    return tuple(fee for fee in fees if fee is not None)


def _fee(form: Form) -> PrepaymentFee | None:
    month = form.take("from_month", whole(0, MONTHS_MAX))
    rate = form.take("rate", lambda value: decimal(value, Rate.parse, "0.01"))
    form.close()
    return None if month is None or rate is None else PrepaymentFee(month, rate)
