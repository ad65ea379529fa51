"""Income forms (分润方式): what a funder keeps of the interest on its part, and what goes to us as service fee (§5)."""

import enum
from collections.abc import Sequence

import attrs

from lending.kernel.checks import within
from lending.kernel.day_count import DayCount
from lending.kernel.invalid import InvalidValue
from lending.kernel.rates import Rate
from lending.kernel.rounding import divide
from lending.loans.choices import Accrual
from lending.loans.factors import period_factor
from lending.loans.instalment import Instalment
from lending.loans.terms import LoanTerms

__all__ = ["Form", "Income", "Step", "kept_of"]

WHOLE = 10_000


class Form(enum.Enum):
    """How the interest on a funder's part is divided between the funder and us."""

    RATIO = "RATIO"
    """(i) The funder keeps all of it."""
    FIXED_YIELD = "FIXED_YIELD"
    """(ii) The funder keeps its own rate; the spread is our service fee."""
    STEPPED = "STEPPED"
    """(iii) The funder keeps a part that depends on the loss rate of what it funded."""
    REFERRAL = "REFERRAL"
    """(iv) We referred the loan and take a part of the interest as fee."""


@attrs.frozen
class Step:
    """Up to this loss rate (10⁻⁴) the funder keeps this part (10⁻⁴) of the interest."""

    loss_rate_to: int = attrs.field(validator=within(0, WHOLE))
    kept: int = attrs.field(validator=within(0, WHOLE))


@attrs.frozen(kw_only=True)
class Income:
    """One funder's form of income with what it needs: a yield and its day count, steps, or our fee in 10⁻⁴."""

    form: Form = Form.RATIO
    yield_rate: Rate | None = None
    day_count: DayCount | None = None
    """The funder's own; None: the loan's."""
    steps: tuple[Step, ...] = ()
    loss_rate: int = attrs.field(default=0, validator=within(0, WHOLE))
    """Of STEPPED: what the parties hold the loss rate to be, in 10⁻⁴; it chooses the step."""
    fee: int = attrs.field(default=0, validator=within(0, WHOLE))

    def __attrs_post_init__(self) -> None:
        if (self.form is Form.FIXED_YIELD) != (self.yield_rate is not None):
            raise InvalidValue("yield_rate", self.yield_rate, "a rate for FIXED_YIELD, and for no other form")
        if (self.form is Form.STEPPED) != bool(self.steps):
            raise InvalidValue("steps", list(self.steps), "steps for STEPPED, and for no other form")
        if self.loss_rate and self.form is not Form.STEPPED:
            raise InvalidValue("loss_rate", self.loss_rate, "a loss rate for STEPPED, and for no other form")
        bounds = [step.loss_rate_to for step in self.steps]
        if bounds != sorted(set(bounds)) or (bounds and bounds[-1] != WHOLE):
            raise InvalidValue("steps", bounds, f"rising loss rates, the last one {WHOLE}")
        if self.fee and self.form is not Form.REFERRAL:
            raise InvalidValue("fee", self.fee, "a fee for REFERRAL, and for no other form")


def kept_of(income: Income, terms: LoanTerms, instalments: Sequence[Instalment], paid: Sequence[int]) -> int:
    """What the funder keeps of the interest `paid` to its part, row by row, in minor units.

    `instalments` are the loan's, `paid` the funder's part of the interest paid in each. A fixed yield keeps of each row
    the proportion of the funder's rate over the row's period to the customer's, so that a row paid in full leaves
    exactly the interest of the funder's own plan.
    """
    match income.form:
        case Form.RATIO:
            return sum(paid)
        case Form.FIXED_YIELD:
            return sum(_yielded(income, terms, row, amount) for row, amount in zip(instalments, paid, strict=True))
        case Form.STEPPED:
            kept = next(step.kept for step in income.steps if income.loss_rate <= step.loss_rate_to)
            return divide(sum(paid) * kept, WHOLE)
        case Form.REFERRAL:
            return sum(paid) - divide(sum(paid) * income.fee, WHOLE)


def _yielded(income: Income, terms: LoanTerms, row: Instalment, paid: int) -> int:
    assert income.yield_rate is not None, "a fixed yield has its rate"
    top, bottom = row.factor
    if not paid or not top:
        return 0
    interest = terms.interest
    if income.day_count is not None:
        interest = attrs.evolve(interest, accrual=Accrual.DAILY, day_count=income.day_count)
    theirs = attrs.evolve(terms, interest=interest)
    numerator, denominator = period_factor(theirs, income.yield_rate, row.start, row.due, row.whole)
    return min(paid, divide(paid * numerator * bottom, denominator * top))
