"""Sharing (联合放款分摊): whose part of a loan is how much, to the cent, at any moment.

A loan's `Figures` are running totals, so a party's part of them is cumulative rounding by itself (domain §5): the parts
of a running total are that total split anew, and what falls to a party of one payment is the difference. Rounding each
payment, or each side, alone would drift.

Figures that together empty what another filled are split as one running total, each the step from the one before it: a
claim that is nothing is nothing of each party, whether it was paid, waived or written off.
"""

from collections.abc import Mapping, Sequence

import attrs

from lending.funding.cover import Cover
from lending.funding.covered import CASH_PARTS
from lending.funding.income import Income
from lending.kernel.checks import matching, within
from lending.kernel.invalid import InvalidValue
from lending.kernel.split import split_among
from lending.loans.figures import NAMES, Figures

__all__ = ["FUNDER_CODE", "WHOLE", "FunderShare", "Sharing"]

WHOLE = 10_000
"""The whole of a loan, in the unit of a weight: 7,000 is 70 %."""

FUNDER_CODE = matching(r"[A-Z][A-Z0-9_]{1,15}", "a funder's code such as BANK_A")

OURS = frozenset({"received", "credit_balance", "refunded", "collateral_taken", "bank_received"})
"""What is not shared: the customer's credit balance is held by us until it is used (B9), and what was taken in place of
money through a channel is ours, the funder's part of it owed in money."""

CHAINS = (
    ("disbursed",),
    ("principal_repaid", "principal_waived", "principal_written_off", "principal_overdue"),
    ("interest_earned",),
    ("interest_fallen_due", "interest_paid_accrued", "interest_waived_accrued", "interest_written_off_accrued"),
    ("interest_fallen_due", "interest_adjusted"),
    ("interest_paid_due", "interest_waived_due", "interest_written_off_due"),
    ("fees_charged", "fees_adjusted"),
    ("fees_paid", "fees_waived", "fees_written_off"),
    ("penalty_earned", "penalty_adjusted"),
    ("penalty_paid", "penalty_waived", "penalty_written_off"),
    ("compound_earned", "compound_adjusted"),
    ("compound_paid", "compound_waived", "compound_written_off"),
)
"""What is split as one running total, in the order in which it adds up."""

PENAL = ("penalty", "compound")


@attrs.frozen
class FunderShare:
    """One funder's part of a loan: `weight` in 10⁻⁴ of principal and interest, `penalty_weight` of what is penal.

    Fees are ours unless `fees` says that the funder takes its weight of them too.
    """

    funder: str = attrs.field(validator=FUNDER_CODE)
    weight: int = attrs.field(validator=within(1, WHOLE))
    income: Income = Income()
    penalty_weight: int | None = attrs.field(default=None, validator=attrs.validators.optional(within(0, WHOLE)))
    fees: bool = False
    prefunded: bool = True
    """Whether the funder's money is with us before the payout (备款, B1); else we advance it (垫付, C4)."""
    cover: Cover | None = None
    """What we promise the funder when the loan is not paid; None: its losses are its own."""

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

    shares: tuple[FunderShare, ...] = attrs.field()

    @shares.validator
    def _fit_in_the_whole(self, _attribute: object, shares: tuple[FunderShare, ...]) -> None:
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
        theirs = [dict.fromkeys(NAMES, 0) for _share in self.shares]
        for chain in CHAINS:
            self._split_chain(chain, figures, theirs)
        self._split_recovered(figures, theirs)
        parts = tuple(_completed(figures, part) for part in theirs)
        return figures - sum(parts, start=Figures()), parts

    def _split_chain(self, chain: Sequence[str], figures: Figures, theirs: Sequence[dict[str, int]]) -> None:
        weights = [share.weight_of(chain[0]) for share in self.shares]
        running, before = 0, (0,) * len(weights)
        for name in chain:
            running += getattr(figures, name)
            now = self._parts(running, weights)
            for part, high, low in zip(theirs, now, before, strict=True):
                part[name] = high - low
            before = now

    @staticmethod
    def _split_recovered(figures: Figures, theirs: Sequence[dict[str, int]]) -> None:
        """What comes in after a write-off, by what each party has lost (同比例受偿)."""
        lost = _written_off(attrs.asdict(figures))
        losses = [_written_off(part) for part in theirs]
        if lost:
            split = split_among(figures.recovered, [*losses, lost - sum(losses)])
            for part, recovered in zip(theirs, split, strict=False):
                part["recovered"] = recovered

    @staticmethod
    def _parts(amount: int, weights: Sequence[int]) -> tuple[int, ...]:
        """Largest remainder, ties to the funder of higher priority, and to any funder before us."""
        ours = WHOLE - sum(weights)
        return split_among(amount, [*weights, ours])[: len(weights)]


def _written_off(amounts: Mapping[str, int]) -> int:
    return sum(amount for name, amount in amounts.items() if "_written_off" in name)


def _completed(whole: Figures, amounts: dict[str, int]) -> Figures:
    """A funder's part with what follows from it: its cash, and where what it is owed stands."""
    part = Figures(**{**amounts, "received": sum(amounts[name] for name in CASH_PARTS)})
    if not whole.suspended:
        return part.accruing()
    ahead = part.interest_accrued_outstanding if whole.interest_accrued_off_book else 0
    return attrs.evolve(part.suspending(), interest_accrued_off_book=ahead)
