"""`Product`: one version of what may be lent, published as configuration."""

import enum
from datetime import date
from itertools import pairwise
from typing import Self

import attrs

from lending.inquiries.questions import Question
from lending.kernel.calendar import DueDateRule
from lending.kernel.checks import matching, positive, text_of, within
from lending.kernel.day_count import DayCount
from lending.kernel.events import Event
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Currency, Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.rates import Rate
from lending.products.charges import NO_FEE_SHARES, FeeShares, PriceCap
from lending.products.events import ProductPublished
from lending.products.late import GRACE_DAYS_MAX, Penalty
from lending.products.lease import DepositAtEnd, Lease, LeaseKind
from lending.products.prepayment import PrepaymentRules
from lending.products.rates import Floating
from lending.products.refusals import AmountOutOfRange, TermNotOffered, WrongCurrency
from lending.products.repayment import Accrual, Component, Method

__all__ = ["BEFORE_DECISION", "Mode", "Payee", "Product", "Scene", "Signing"]

TERM_MAX = 360
PERCENT = 100
PRODUCT_CODE = r"[a-z][a-z0-9-]{1,31}"


class Mode(enum.Enum):
    """The three product modes (R1–R3)."""

    SMALL_CASH = "SMALL_CASH"
    REGULAR_CREDIT = "REGULAR_CREDIT"
    SCENARIO = "SCENARIO"


class Scene(enum.Enum):
    """What the money is for, as far as the application form differs by it."""

    CASH = "CASH"
    CAR_LEASEBACK = "CAR_LEASEBACK"
    CAR_DIRECT_LEASE = "CAR_DIRECT_LEASE"


LEASES = {Scene.CAR_LEASEBACK: LeaseKind.LEASEBACK, Scene.CAR_DIRECT_LEASE: LeaseKind.DIRECT}
"""The scenes that are finance leases (R94)."""


class Payee(enum.Enum):
    """Whom the payout goes to (R7)."""

    BORROWER = "BORROWER"
    DEALER = "DEALER"


class Signing(enum.Enum):
    """How a contract is concluded (R101)."""

    CLICK = "CLICK"
    """The borrower accepts what they are shown."""
    ELECTRONIC = "ELECTRONIC"
    """电子签: a third party has it signed; nothing is paid before."""
    LATE = "LATE"
    """The borrower accepts what they are shown; the third party's signature follows, perhaps after the payout."""


BEFORE_DECISION = (Question.IDENTITY, Question.ELEMENTS)
"""What third parties may be asked before it is decided."""


@attrs.frozen(kw_only=True)
class Product:
    """One published version of a product.

    Amounts are bounds of a single loan, `terms` the instalment counts on offer, `annual_rate` either a
    fixed rate or a floating one (LPR + spread). `price_caps` are dated: that of a day is the last one since then.
    A loan is non-accrual when more than `non_accrual_days` past due, until all arrears and `cure_instalments` further
    instalments are paid; money then pays all instalments' components in `non_accrual_order`, where it is given.
    A direct lease takes `deposit_percent` of the vehicle's price as a deposit, with which `deposit_at_end` is done.
    `funding` names the codes of the funding schemes by which a loan of it may be paid out, first choice first; none
    means our own money alone.
    """

    code: str = attrs.field(validator=matching(PRODUCT_CODE, "a lower-case code such as car-leaseback"))
    name: str = attrs.field(validator=text_of(60))
    version: int = attrs.field(validator=positive(10_000))
    mode: Mode
    scene: Scene
    payee: Payee
    currency: Currency
    amount_min: Money
    amount_max: Money
    amount_step: Money
    terms: tuple[int, ...] = attrs.field()
    method: Method
    annual_rate: Rate | Floating
    accrual: Accrual
    day_count: DayCount
    due_day: int | None = attrs.field(default=None, validator=attrs.validators.optional(positive(31)))
    first_due_after_days: int = attrs.field(default=15, validator=within(0, 31))
    prepayment: PrepaymentRules = PrepaymentRules()
    penalty: Penalty | None = None
    """What being late costs; None: nothing (F10)."""
    grace_days: int = attrs.field(default=0, validator=within(0, GRACE_DAYS_MAX))
    """So many days after the due date nothing is overdue (F11)."""
    grace_retroactive: bool = True
    """Whether penalty, once grace has passed unpaid, counts from the due date (回溯)."""
    non_accrual_days: int = attrs.field(default=90, validator=within(1, 3660))
    cure_instalments: int = attrs.field(default=0, validator=within(0, TERM_MAX))
    non_accrual_order: tuple[Component, ...] = attrs.field(default=())
    fees: FeeShares = NO_FEE_SHARES
    price_caps: tuple[PriceCap, ...] = attrs.field(default=())
    holiday: DueDateRule = DueDateRule.NONE
    """What becomes of a due date on a holiday (F19)."""
    past_due_tolerance: Money | None = None
    """Less than this past due makes no loan overdue (§7)."""
    deposit_percent: int = attrs.field(default=0, validator=within(0, 99))
    deposit_at_end: DepositAtEnd = DepositAtEnd.SET_OFF
    down_payment_percent_min: int = attrs.field(default=0, validator=within(0, 100))
    offer_days: int = attrs.field(default=7, validator=positive(90))
    age_min: int = attrs.field(default=18, validator=within(18, 100))
    age_max_at_maturity: int = attrs.field(default=65, validator=within(18, 120))
    instalment_to_income_percent_max: int = attrs.field(default=50, validator=within(1, 100))
    active_loans_max: int = attrs.field(default=1, validator=positive(100))
    funding: tuple[str, ...] = attrs.field(default=())
    on_line: bool = False
    """Whether a loan is drawn on a credit line, which its application names (3.2)."""
    voucher_days: int | None = attrs.field(default=None, validator=attrs.validators.optional(positive(90)))
    """For how many days the dealer is given a payout voucher, with which the loan begins (R103); None: none."""
    smart_repayment: bool = False
    """Whether deductions are tried when and for how much the cards' tries promise most, else as the day goes (R70)."""
    rules: str = attrs.field(default="", validator=matching("([a-z][a-z0-9-]{1,31})?", "a scene of rules, or none"))
    """The scene of rules that decides on what admission lets pass; none: admission alone decides (R29)."""
    checks: tuple[Question, ...] = attrs.field(default=())
    """What third parties are asked of an applicant before it is decided, in this order (R25, R88)."""
    signing: Signing = Signing.CLICK
    liveness: bool = False
    """Whether the customer shows their face after signing, before anything is paid (R102)."""
    payout_review: bool = False
    """Whether a person releases the payout, other than who decided on the application (放款审核, R102)."""
    events: tuple[Event, ...] = ()

    @terms.validator
    def _some_and_sorted(self, _attribute: object, terms: tuple[int, ...]) -> None:
        sound = terms and all(0 < term <= TERM_MAX for term in terms) and list(terms) == sorted(set(terms))
        if not sound:
            raise InvalidValue("terms", list(terms), f"rising instalment counts from 1 to {TERM_MAX}")

    @non_accrual_order.validator
    def _each_once(self, _attribute: object, order: tuple[Component, ...]) -> None:
        if len(set(order)) != len(order):
            raise InvalidValue("non_accrual_order", [item.value for item in order], "each component at most once")

    @funding.validator
    def _each_scheme_once(self, _attribute: object, funding: tuple[str, ...]) -> None:
        if len(set(funding)) != len(funding):
            raise InvalidValue("funding", list(funding), "each funding scheme at most once")

    @checks.validator
    def _asked_before(self, _attribute: object, checks: tuple[Question, ...]) -> None:
        if len(set(checks)) != len(checks) or not set(checks) <= set(BEFORE_DECISION):
            told = " and ".join(question.value for question in BEFORE_DECISION)
            raise InvalidValue("checks", [question.value for question in checks], f"{told}, each at most once")

    @price_caps.validator
    def _rising(self, _attribute: object, caps: tuple[PriceCap, ...]) -> None:
        for place, (before, after) in enumerate(pairwise(caps), 1):
            if after.since <= before.since:
                raise InvalidValue(f"price_caps[{place}].since", after.since, f"a date after {before.since}")

    def __attrs_post_init__(self) -> None:
        for name in ("amount_min", "amount_max", "amount_step", "past_due_tolerance"):
            amount: Money | None = getattr(self, name)
            if amount is not None and (amount.minor <= 0 or amount.currency != self.currency):
                raise InvalidValue(name, amount, f"an amount above zero in {self.currency}")
        least = self.prepayment.amount_min
        if least is not None and least.currency != self.currency:
            raise InvalidValue("prepayment.amount_min", least, f"an amount in {self.currency}")
        if self.amount_min > self.amount_max:
            raise InvalidValue("amount_min", self.amount_min, f"at most amount_max, {self.amount_max}")
        if self.holiday is DueDateRule.NEXT_ACCRUE and self.method is Method.EQUAL_PRINCIPAL_AND_INTEREST:
            raise InvalidValue("holiday", self.holiday.value, "NONE or NEXT: flat interest does not follow days")
        if self.funding and self.scene is Scene.CAR_DIRECT_LEASE:
            raise InvalidValue("funding", list(self.funding), "no funding scheme for a direct lease: its car is ours")
        if self.voucher_days is not None and self.payee is not Payee.DEALER:
            raise InvalidValue("voucher_days", self.voucher_days, "none: only a dealer is given a payout voucher")
        if self.deposit_percent and self.scene is not Scene.CAR_DIRECT_LEASE:
            raise InvalidValue("deposit_percent", self.deposit_percent, "0: only a direct lease takes a deposit")

    def published(self) -> Self:
        """This version, with the event that says so."""
        return attrs.evolve(self, events=(ProductPublished(self.code, self.version, self.name),))

    def lease_of(self, principal: Money, vehicle_price: Money | None = None) -> Lease | None:
        """What makes a loan of this amount a finance lease, on a vehicle of this price; None where it is none."""
        kind = LEASES.get(self.scene)
        if kind is None:
            return None
        direct = kind is LeaseKind.DIRECT
        return Lease(
            kind=kind,
            deposit=principal.share(self.deposit_percent, PERCENT) if direct else None,
            deposit_at_end=self.deposit_at_end,
            vehicle_price=vehicle_price,
            down_payment=None if vehicle_price is None else vehicle_price - principal,
        )

    def lends_in(self, amount: Money, field: str = "amount") -> Outcome[None, WrongCurrency]:
        """Whether the amount, found in `field`, is in the currency that is lent and so can be compared."""
        if amount.currency != self.currency:
            return Failure(WrongCurrency(amount, self.currency.code, field))
        return Success(None)

    def cap_on(self, day: date) -> Rate | None:
        """The most that a loan priced on `day` may cost a year, everything included; None where nothing limits it."""
        return next((cap.rate for cap in reversed(self.price_caps) if cap.since <= day), None)

    def admits(
        self, amount: Money, instalments: int
    ) -> Outcome[None, WrongCurrency | AmountOutOfRange | TermNotOffered]:
        """Whether a loan of this amount and number of instalments is on offer (R10)."""
        lent = self.lends_in(amount)
        if isinstance(lent, Failure):
            return lent
        stepped = (amount.minor - self.amount_min.minor) % self.amount_step.minor == 0
        if not self.amount_min <= amount <= self.amount_max or not stepped:
            return Failure(AmountOutOfRange(amount, self.amount_min, self.amount_max, self.amount_step))
        if instalments not in self.terms:
            return Failure(TermNotOffered(instalments, self.terms))
        return Success(None)
