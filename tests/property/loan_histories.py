"""Random loans and random histories of what happens to them, driven through the aggregate."""

from datetime import date, timedelta
from typing import Any

import attrs
import hypothesis.strategies as st

from lending.kernel.calendar import DueDateRule, WorkCalendar, WorkYear
from lending.kernel.day_count import DayCount
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.kernel.outcome import Success
from lending.kernel.periods import Period, PeriodUnit
from lending.kernel.rates import Rate
from lending.kernel.rounding import Rounding
from lending.loans.choices import (
    Accrual,
    AllocationBy,
    ClearanceMeans,
    Excess,
    InterestOn,
    Method,
    PrepaymentEffect,
)
from lending.loans.facts import PairedPayment
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.relief import Share
from lending.loans.terms import COMPONENT_ORDER, Allocation, Grace, Interest, LoanTerms, Multiple, NonAccrual, Penalty
from lending.products.charges import Fees
from lending.products.lease import DepositAtEnd, Lease, LeaseKind
from lending.products.prepayment import PrepaymentRules, SettlementInterest
from lending.products.rates import Floating, Publication, ReferenceRates, Reset, Tenor

START = date(2024, 1, 31)
LAST = START + timedelta(days=420)

methods = st.sampled_from(list(Method))
excesses = st.sampled_from(list(Excess))
periods = st.builds(
    Period, st.integers(1, 3), st.sampled_from([PeriodUnit.MONTH, PeriodUnit.MONTH, PeriodUnit.WEEK])
) | st.builds(Period, st.integers(5, 40), st.just(PeriodUnit.DAY))

fee_amounts = st.none() | st.integers(0, 20_000).map(Money)
misuse_multiples = st.sampled_from([None, Multiple(15_000), Multiple(20_000)])
penalties = st.builds(Penalty, st.just(Multiple(15_000)), st.booleans(), misuse_multiples)
settlements = st.builds(PrepaymentRules, interest=st.sampled_from(SettlementInterest), least_days=st.integers(0, 31))
fees = st.builds(Fees, at_start=fee_amounts, each_instalment=fee_amounts)


def _below(fees: Fees, principal: Money) -> Fees:
    """Fees whose first is less than the principal."""
    return attrs.evolve(fees, at_start=fees.at_start and min(fees.at_start, Money(principal.minor - 1)))


def leases(principal: int) -> st.SearchStrategy[Lease]:
    """Direct leases of that much, with a deposit of up to a part of it or without one."""
    deposits = st.none() | st.integers(0, principal - 1).map(Money)
    return st.builds(
        Lease, kind=st.just(LeaseKind.DIRECT), deposit=deposits, deposit_at_end=st.sampled_from(list(DepositAtEnd))
    )


@st.composite
def work_years(draw: st.DrawFn, year: int) -> WorkYear:
    """A year with a week off somewhere, and a make-up workday."""
    week = draw(st.integers(1, 50))
    monday = date.fromisocalendar(year, week + 1, 1)
    off = tuple(monday + timedelta(days=ahead) for ahead in range(draw(st.integers(0, 5))))
    extra = draw(st.sampled_from([(), (monday - timedelta(days=1),)]))
    kept = tuple(day for day in off if day.year == year), tuple(day for day in extra if day.year == year)
    return WorkYear(year, *kept)


YEARS = range(2024, 2030)
calendars = st.tuples(*map(work_years, YEARS)).map(WorkCalendar)
FLOATING = st.builds(Floating, st.just(Tenor.ONE_YEAR), st.integers(0, 500), st.sampled_from(list(Reset)))
PUBLISHED = ReferenceRates(
    tuple(
        Publication(START + timedelta(days=at), Rate(scaled), Rate(scaled))
        for at, scaled in ((-400, 3_450_000), (35, 3_100_000), (90, 3_500_000), (200, 3_000_000))
    )
)


def holiday_rule(draw: st.DrawFn, method: Method, period: Period) -> DueDateRule:
    """Seldom a rule, and only one that goes with the method and the period."""
    rules = [DueDateRule.NONE] * 4 + [DueDateRule.NEXT, DueDateRule.NEXT]
    if method is not Method.EQUAL_PRINCIPAL_AND_INTEREST and period.unit is PeriodUnit.MONTH:
        rules.append(DueDateRule.NEXT_ACCRUE)
    return draw(st.sampled_from(rules))


@st.composite
def loan_terms(
    draw: st.DrawFn, on: InterestOn | None = None, method: Method | None = None, *, leased: bool | None = None
) -> LoanTerms:
    chosen = method or draw(methods)
    balance = on or draw(st.sampled_from(list(InterestOn)))
    if chosen is Method.EQUAL_PRINCIPAL_AND_INTEREST:
        balance = InterestOn.SCHEDULED_BALANCE
    if leased is None:
        leased = draw(st.integers(0, 3)) == 0
    if leased:
        balance = InterestOn.SCHEDULED_BALANCE
    count = draw(st.integers(1, 14))
    grace = Grace(
        principal_periods=draw(st.integers(0, max(0, min(2, count - 1)))) if chosen is not Method.BULLET else 0,
        interest_periods=draw(st.integers(0, max(0, min(2, count - 1)))) if chosen is not Method.BULLET else 0,
        days=draw(st.sampled_from([0, 0, 3])),
        retroactive=draw(st.booleans()),
    )
    principal = Money(draw(st.integers(100, 5_000_000)))
    period = draw(periods)
    holiday = holiday_rule(draw, chosen, period)
    return LoanTerms(
        principal=principal,
        rate=Rate(draw(st.sampled_from([0, 1_000_000, 18_000_000, 36_000_000]) | st.integers(0, 60_000_000))),
        method=chosen,
        instalments=count,
        period=period,
        start=START,
        first_due=draw(st.none() | st.integers(1, 70).map(lambda days: START + timedelta(days=days))),
        interest=Interest(draw(st.sampled_from(list(Accrual))), draw(st.sampled_from(list(DayCount))), balance),
        rounding=draw(st.sampled_from(list(Rounding))),
        instalment_multiple=draw(st.sampled_from([None, None, Money(100)])),
        level_last_instalment=draw(st.booleans()),
        grace=grace,
        penalty=draw(st.none() | penalties),
        allocation=Allocation(
            tuple(draw(st.permutations(COMPONENT_ORDER))[: draw(st.integers(0, 5))]),
            draw(st.sampled_from(list(AllocationBy))),
            draw(excesses),
            tuple(draw(st.permutations(COMPONENT_ORDER))[: draw(st.integers(0, 5))]),
        ),
        non_accrual=NonAccrual(draw(st.sampled_from([90, 30, 5])), draw(st.integers(0, 3))),
        floating=draw(st.none() | FLOATING),
        holiday=holiday,
        calendar=draw(calendars) if holiday is not DueDateRule.NONE else WorkCalendar(),
        past_due_tolerance=draw(st.sampled_from([None, None, Money(1000)])),
        on_prepayment=draw(st.sampled_from(list(PrepaymentEffect))),
        prepayment=draw(st.sampled_from([PrepaymentRules(), PrepaymentRules()]) | settlements),
        fees=draw(st.sampled_from([Fees(), Fees()]) | fees.map(lambda fees: _below(fees, principal))),
        cap=draw(st.sampled_from([None, None, Rate(24_000_000), Rate(5_000_000)])),
        lease=draw(leases(principal.minor)) if leased else None,
    )


def opened(terms: LoanTerms, share: int = 100, on: date = START) -> Loan:
    amount = Money(max(1, terms.principal.minor * share // 100))
    loan = Loan.open(
        id=LoanId.make(RequestId("test"), 0),
        contract_id="contract",
        customer_id="customer",
        product="product",
        terms=terms,
        key="payout",
        amount=amount,
        on=on,
    )
    assert isinstance(loan, Success), loan
    return loan.unwrap()


acts = st.sampled_from(
    ["repay"] * 6
    + [
        "settle",
        "prepay",
        "charge",
        "rate",
        "waive",
        "reverse",
        "tranche",
        "extend",
        "write_off",
        "recover",
        "recall",
        "refund",
        "misuse",
        "cure",
        "impair",
        "waive_for_payment",
        "due_day",
        "term",
        "adjust",
        "clear",
        "receive",
        "reprice",
        "set_off",
        "return_deposit",
    ]
    + ["deposit"] * 2
)
steps = st.tuples(acts, st.integers(0, 420), st.integers(0, 10_000), st.integers(0, 30))


def stepped(loan: Loan, number: int, step: tuple[str, int, int, int]) -> Loan:
    """`loan` after a step, unchanged where it is refused."""
    outcome = outcome_of(loan, number, step)
    return outcome.unwrap() if isinstance(outcome, Success) else loan


def outcome_of(loan: Loan, number: int, step: tuple[str, int, int, int]) -> Any:  # noqa: C901, PLR0911, PLR0912 - one line an act
    act, days, size, choice = step
    on, key = START + timedelta(days=days), f"{act}-{number}"
    amount = Money(max(1, loan.terms.principal.minor * size // 20_000))
    match act:
        case "repay":
            return loan.repay(key, amount, on)
        case "settle":
            return loan.settle(key, on)
        case "prepay":
            return loan.prepay(key, amount, on, list(PrepaymentEffect)[choice % 3])
        case "charge":
            return loan.charge(key, COMPONENT_ORDER[choice % 2], amount, on + timedelta(days=choice), on)
        case "rate":
            return loan.change_rate(key, Rate(choice * 1_000_000), on)
        case "waive":
            component = COMPONENT_ORDER[choice % 5]
            left = getattr(loan.account(on).outstanding, component.value.lower())
            return loan.waive(key, component, Money(left * (size % 101) // 100), on)
        case "reverse":
            return loan.reverse(key, loan.facts[choice % len(loan.facts)].key, on)
        case "tranche":
            return loan.disburse_tranche(key, amount, on)
        case "extend":
            account = loan.account(on)
            assert account.maturity is not None
            return loan.extend(key, account.maturity + timedelta(days=choice + 1), on, Rate(choice * 1_000_000))
        case "misuse" | "recall" | "write_off":
            return getattr(loan, act)(key, on)
        case "cure":
            return loan.cure_misuse(key, on)
        case "reprice":
            return Success(loan.reprice(PUBLISHED, on))
        case "impair":
            return loan.impair(key, "judged", on)
        case "refund":
            return loan.refund(key, loan.facts[choice % len(loan.facts)].key, amount, on)
        case "waive_for_payment":
            parts = loan.relief((COMPONENT_ORDER[choice % 5],), Share(1 + size % 100), on)
            wanted = PairedPayment(amount=amount, by=on + timedelta(days=3 * choice))
            return loan.waive_parts(key, parts, on, wanted)
        case "due_day":
            return loan.change_due_day(key, choice + 1, on)
        case "term":
            return loan.change_term(key, choice + 1, on)
        case "adjust":
            change = amount if choice % 3 else -amount
            return loan.adjust(
                key, 1 + choice % 4, COMPONENT_ORDER[choice % 5], change, on, reason="put", reference="v"
            )
        case "clear":
            return loan.clear(key, amount, list(ClearanceMeans)[choice % 4], on)
        case "receive":
            return Success(loan.receive(key, amount, on))
        case "recover":
            return loan.recover(key, amount, on)
        case _:
            return deposit_moved(loan, act, key, on, amount if choice % 2 else None)


def deposit_moved(loan: Loan, act: str, key: str, on: date, amount: Money | None) -> Any:
    """The deposit received, set off or returned; where `amount` is None, all that it can be."""
    match act:
        case "deposit":
            return loan.receive_deposit(key, amount or deposit_missing(loan), on)
        case "set_off":
            return loan.set_off_deposit(key, on, amount)
        case _:
            return loan.return_deposit(key, on)


def deposit_missing(loan: Loan) -> Money:
    """What is missing of the deposit agreed; where nothing is, a fen that will be refused."""
    agreed = loan.terms.lease.deposit if loan.terms.lease is not None else None
    held = loan.account(LAST).figures.deposit_held
    return Money(max(1, (agreed.minor if agreed is not None else 0) - held))


@st.composite
def histories(draw: st.DrawFn, *, ordered: bool = False, leased: bool | None = None, deposit: bool = True) -> Loan:
    """A loan with up to ten things that happened to it, after the deposit of a lease came where it is to come.

    It is a direct lease now and then, or as `leased` says.
    """
    loan = opened(draw(loan_terms(leased=leased)), draw(st.sampled_from([100, 100, 60])))
    agreed = loan.terms.lease.deposit if loan.terms.lease is not None else None
    if deposit and agreed:
        loan = loan.receive_deposit("deposit", agreed, START).unwrap()
    happened = draw(st.lists(steps, max_size=10))
    if ordered:
        happened = sorted(happened, key=lambda step: step[1])
    for number, step in enumerate(happened):
        loan = stepped(loan, number, step)
    return loan
