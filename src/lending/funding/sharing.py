"""Sharing (联合放款分摊): whose part of a loan is how much, to the cent, at any moment.

A loan's `Figures` are running totals, so a party's part of them is cumulative rounding by itself (domain §5): the parts
of a running total are that total split anew, and what falls to a party of one payment is the difference. Rounding each
payment, or each side, alone would drift.
"""

from collections.abc import Sequence

import attrs

from lending.funding.income import Income
from lending.kernel.checks import matching, within
from lending.kernel.invalid import InvalidValue
from lending.kernel.split import split_among
from lending.loans.figures import NAMES, Figures

__all__ = ["FUNDER_CODE", "WHOLE", "Share", "Sharing"]

WHOLE = 10_000
"""The whole of a loan, in the unit of a weight: 7,000 is 70 %."""

FUNDER_CODE = matching(r"[A-Z][A-Z0-9_]{1,15}", "a funder's code such as BANK_A")

OURS = frozenset({"received", "credit_balance", "refunded"})
"""What is not shared: the customer's credit balance is held by us until it is used (B9)."""

CASH_PARTS = (
    "principal_repaid",
    "interest_paid_due",
    "interest_paid_accrued",
    "fees_paid",
    "penalty_paid",
    "compound_paid",
    "recovered",
)
"""What a party's cash received is made of."""

PENAL = ("penalty", "compound")


@attrs.frozen
class Share:
    """One funder's part of a loan: `weight` in 10⁻⁴ of principal and interest, `penalty_weight` of what is penal.

    Fees are ours unless `fees` says that the funder takes its weight of them too.
    """

    funder: str = attrs.field(validator=FUNDER_CODE)
    weight: int = attrs.field(validator=within(1, WHOLE))
    income: Income = Income()
    penalty_weight: int | None = attrs.field(default=None, validator=attrs.validators.optional(within(0, WHOLE)))
    fees: bool = False

    def weight_of(self, figure: str) -> int:
        """The funder's weight in one of a loan's figures."""
        if figure in OURS or (figure.startswith("fees_") and not self.fees):
            return 0
        if figure.startswith(PENAL) and self.penalty_weight is not None:
            return self.penalty_weight
        return self.weight


@attrs.frozen
class Sharing:
    """How a loan is shared, frozen at payout (R58): the funders in order of priority; what they leave is ours."""

    shares: tuple[Share, ...] = attrs.field()

    @shares.validator
    def _fit_in_the_whole(self, _attribute: object, shares: tuple[Share, ...]) -> None:
        codes = [share.funder for share in shares]
        if len(set(codes)) != len(codes):
            raise InvalidValue("shares", codes, "each funder once")
        for figure in ("principal_repaid", "penalty_paid"):
            weights = [share.weight_of(figure) for share in shares]
            if sum(weights) > WHOLE:
                raise InvalidValue("shares", weights, f"weights that add up to at most {WHOLE}")

    @property
    def own_weight(self) -> int:
        """Our part of principal and interest, in 10⁻⁴."""
        return WHOLE - sum(share.weight for share in self.shares)

    def parts(self, amount: int) -> tuple[int, ...]:
        """Each funder's part of a running total of principal or interest, in minor units."""
        return self._parts(amount, [share.weight for share in self.shares])

    def own_part(self, amount: int) -> int:
        """What is left for us of a running total of principal or interest."""
        return amount - sum(self.parts(amount))

    def split(self, figures: Figures) -> tuple[Figures, tuple[Figures, ...]]:
        """Our part of a loan's figures, and each funder's, without the service fee; together they are the figures."""
        columns = [self._column(name, getattr(figures, name)) for name in NAMES]
        theirs = tuple(_with_cash(dict(zip(NAMES, values, strict=True))) for values in zip(*columns, strict=True))
        ours = figures
        for part in theirs:
            ours -= part
        return ours, theirs

    def _column(self, figure: str, amount: int) -> tuple[int, ...]:
        return self._parts(amount, [share.weight_of(figure) for share in self.shares])

    @staticmethod
    def _parts(amount: int, weights: Sequence[int]) -> tuple[int, ...]:
        """Largest remainder, ties to the funder of higher priority, and to any funder before us."""
        ours = WHOLE - sum(weights)
        return split_among(amount, [*weights, ours])[: len(weights)]


def _with_cash(amounts: dict[str, int]) -> Figures:
    return Figures(**{**amounts, "received": sum(amounts[name] for name in CASH_PARTS)})
