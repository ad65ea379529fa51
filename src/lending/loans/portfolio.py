"""A portfolio of another system, row by row: what is handed over of each loan when it is taken on (移行)."""

import enum
from datetime import date

import attrs

from lending.application.commands import Command, Receipt
from lending.customers.customer import Person
from lending.kernel.checks import matching, positive, text_of, within
from lending.kernel.invalid import InvalidValue, Violation
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.choices import Component
from lending.loans.facts import OpenInstalment
from lending.operations.refusals import DayNotOpen

__all__ = [
    "ROWS_MAX",
    "OpeningBalances",
    "PastAct",
    "PastKind",
    "PortfolioRow",
    "PortfolioTaken",
    "RowFault",
    "TakeOnLoans",
]

ROWS_MAX = 1_000
"""So many rows a command has at most."""
LINE_MAX = 100_000_000
INSTALMENTS_MAX = 360


class PastKind(enum.Enum):
    """What can have happened to a loan whose history is handed over."""

    REPAYMENT = "REPAYMENT"
    PREPAYMENT = "PREPAYMENT"
    CHARGE = "CHARGE"
    WAIVER = "WAIVER"
    RATE = "RATE"
    IMPAIRMENT = "IMPAIRMENT"
    WRITE_OFF = "WRITE_OFF"
    RECOVERY = "RECOVERY"


MONEY_KINDS = frozenset({PastKind.REPAYMENT, PastKind.PREPAYMENT, PastKind.CHARGE, PastKind.WAIVER, PastKind.RECOVERY})
COMPONENT_KINDS = frozenset({PastKind.CHARGE, PastKind.WAIVER})


@attrs.frozen(kw_only=True)
class PastAct:
    """One act of a loan's history: money has an `amount`, a charge or waiver its `component`, a change its `rate`."""

    on: date
    kind: PastKind
    amount: Money | None = None
    component: Component | None = None
    rate: Rate | None = None

    @property
    def fault(self) -> Violation | None:
        """What is missing of it, or too much."""
        wanted = {
            "amount": self.kind in MONEY_KINDS,
            "component": self.kind in COMPONENT_KINDS,
            "rate": self.kind is PastKind.RATE,
        }
        for name, asked in wanted.items():
            if (getattr(self, name) is not None) is not asked:
                return Violation(name, str(getattr(self, name)), f"{'one' if asked else 'none'} of a {self.kind.value}")
        return None


@attrs.frozen(kw_only=True)
class OpeningBalances:
    """What a loan came to at the end of the day before the cut-over day, in the other system's books.

    `principal` is not due yet and is repaid in `instalments`, the next of them due on `next_due`; the running period
    began on `accrued_since` (one period before, where None) and has borne `accrued`. `instalment` and `next_interest`
    are given where the contract's level instalment or the running period's interest differ from what the terms come to.
    `unpaid` has fallen due. `credit` is money held. Of a loan `written_off` everything is a claim off the books.
    """

    principal: Money
    instalments: int = attrs.field(validator=within(0, INSTALMENTS_MAX))
    next_due: date | None = None
    accrued: Money
    accrued_since: date | None = None
    instalment: Money | None = None
    next_interest: Money | None = None
    unpaid: tuple[OpenInstalment, ...] = ()
    fees: Money
    credit: Money
    impaired: str | None = attrs.field(default=None, validator=attrs.validators.optional(text_of(100)))
    """Why the loan was judged impaired; None where it was not."""
    written_off: bool = False


@attrs.frozen(kw_only=True)
class PortfolioRow:
    """One loan handed over: who owes it, on which terms, and its `balances` or its `history` since `opened_on`.

    `line` is where it stands in the file, `reference` its number in the other system, `product` a published one, which
    gives what the row does not: method, day count, prepayment and non-accrual rules. `principal` and `instalments` are
    the contract's. With a history `principal_left`, where given, is what it must come to.
    """

    line: int = attrs.field(validator=positive(LINE_MAX))
    reference: str = attrs.field(
        validator=matching(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}", "1 to 64 letters, digits or . _ : / -")
    )
    person: Person
    product: str = attrs.field(validator=text_of(32))
    vin: str | None = attrs.field(
        default=None, validator=attrs.validators.optional(matching("[A-HJ-NPR-Z0-9]{17}", "a VIN of 17 characters"))
    )
    opened_on: date
    principal: Money
    instalments: int = attrs.field(validator=positive(INSTALMENTS_MAX))
    annual_rate: Rate
    first_due: date | None = None
    due_day: int | None = attrs.field(default=None, validator=attrs.validators.optional(within(1, 31)))
    balances: OpeningBalances | None = None
    history: tuple[PastAct, ...] = ()
    principal_left: Money | None = None


@attrs.frozen(kw_only=True)
class RowFault:
    """Why a row was rejected: the field, its value, what was expected. Rejecting one row leaves the others alone."""

    line: int
    field: str
    value: str
    expected: str

    @classmethod
    def of(cls, line: int, violation: Violation) -> "RowFault":
        """The violation as a fault of a row."""
        return cls(line=line, field=violation.field, value=violation.value, expected=violation.expected)


@attrs.frozen(kw_only=True)
class PortfolioTaken(Receipt):
    """How many loans were taken on, for how many new customers, and why each rejected row was rejected."""

    loans: int
    customers: int
    faults: tuple[RowFault, ...] = ()


@attrs.frozen(kw_only=True)
class TakeOnLoans(Command[PortfolioTaken, DayNotOpen]):
    """Take on loans of another system as they stand at the start of the open accounting day, `cut_over` (存量贷款移行).

    Rows are taken or rejected one by one. Customers are found by identity number, or registered. The opening balances
    are booked against the take-on clearing account (移行过渡户), in one voucher for all rows.
    """

    cut_over: date
    rows: tuple[PortfolioRow, ...]

    def __attrs_post_init__(self) -> None:
        if len(self.rows) > ROWS_MAX:
            raise InvalidValue("rows", f"{len(self.rows)} rows", f"at most {ROWS_MAX} rows")
