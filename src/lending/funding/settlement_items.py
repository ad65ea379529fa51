"""What is settled with funders (清算明细): what each posting moved between a funder and us, by loan and component."""

from collections.abc import Iterable
from datetime import date
from typing import Self

import attrs

from lending.funding.sharing import FUNDER_CODE
from lending.kernel.ids import Id
from lending.kernel.money import Currency
from lending.loans.figures import Figures

__all__ = ["SettlementItem", "SettlementItemId", "SettlementLine", "ShareAmounts", "lines_of", "settled_as", "total_of"]


@attrs.frozen(order=True, repr=False)
class SettlementItemId(Id):
    """A settlement item's id."""

    prefix = "sit"


@attrs.frozen(kw_only=True)
class ShareAmounts:
    """What moved of a funder's part, in minor units; negative where it was taken back.

    `payout` is money of the funder's that was lent, `covered` what we paid for its part when we took that over: both
    went out when it happened and are told, not settled. `collected` is what the funder took from the borrower itself.
    """

    payout: int = 0
    principal: int = 0
    interest: int = 0
    penalty: int = 0
    compound: int = 0
    fees: int = 0
    recovered: int = 0
    """Received after a write-off."""
    service_fee: int = 0
    """Of its interest, what goes to us (B4)."""
    covered: int = 0
    collected: int = 0
    """In its own hands already, all parties' parts of it (他行代扣)."""

    @classmethod
    def of(cls, part: Figures) -> Self:
        """The running totals of a funder's part."""
        return cls(
            payout=part.disbursed,
            principal=part.principal_repaid,
            interest=part.interest_paid_due + part.interest_paid_accrued,
            penalty=part.penalty_paid,
            compound=part.compound_paid,
            fees=part.fees_paid,
            recovered=part.recovered,
            service_fee=part.service_fee,
        )

    @property
    def net(self) -> int:
        """What becomes payable to the funder (2314.02); negative where the funder owes it."""
        received = self.principal + self.interest + self.penalty + self.compound + self.fees + self.recovered
        return received - self.service_fee - self.collected

    def __add__(self, other: Self) -> "ShareAmounts":
        return ShareAmounts(**{name: getattr(self, name) + getattr(other, name) for name in NAMES})

    def __sub__(self, other: Self) -> "ShareAmounts":
        return ShareAmounts(**{name: getattr(self, name) - getattr(other, name) for name in NAMES})

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in NAMES)


NAMES = tuple(field.name for field in attrs.fields(ShareAmounts))


def settled_as(funder: str, day: date, currency: Currency) -> str:
    """`BANK_A/2024-01-05/CNY`: what the items of a day are settled as, and the settlement is found by."""
    return f"{funder}/{day.isoformat()}/{currency.code}"


@attrs.frozen(kw_only=True)
class SettlementItem:
    """What one posting moved of a funder's part of a loan, kept in the commit of its vouchers and never changed.

    `day` is the accounting day of the posting, `event` the posting event, such as REPAID or REVERSED.
    """

    id: SettlementItemId
    funder: str = attrs.field(validator=FUNDER_CODE)
    day: date
    loan_id: str
    event: str
    currency: Currency
    amounts: ShareAmounts


@attrs.frozen(order=True)
class SettlementLine:
    """A line of a settlement: all that one kind of posting moved on a day on a loan."""

    day: date
    loan_id: str
    event: str
    amounts: ShareAmounts = attrs.field(order=False)


def lines_of(items: Iterable[SettlementItem]) -> tuple[SettlementLine, ...]:
    """The lines of one settlement's items, by day, loan and event: the same whenever they are made."""
    added: dict[tuple[date, str, str], ShareAmounts] = {}
    for item in items:
        place = item.day, item.loan_id, item.event
        added[place] = added.get(place, ShareAmounts()) + item.amounts
    return tuple(sorted(SettlementLine(*place, amounts) for place, amounts in added.items()))


def total_of(lines: Iterable[SettlementLine | SettlementItem]) -> ShareAmounts:
    """All of them together."""
    return sum((line.amounts for line in lines), start=ShareAmounts())
