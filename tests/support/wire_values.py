"""Values of any shape the wire knows, for hypothesis: each satisfies the validators of its class."""

import enum
import inspect
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st

from lending.accounting.chart import Chart
from lending.accounting.drafts import DraftLine
from lending.customers.identity import check_digit
from lending.funding.funder import BY_NAME, OWN, SHARED, Funder, FunderType, Quota, QuotaKind
from lending.funding.income import Form, Income, Step
from lending.funding.rules import NEEDS_BASE, FundingRules, Order, Regulation, RegulationKind
from lending.funding.settlement import LineDispute
from lending.funding.sharing import FunderShare, Sharing
from lending.inquiries.vendors import Vendors
from lending.kernel.calendar import DueDateRule
from lending.kernel.checks import money_from_zero, positive_money
from lending.kernel.days import FIRST_DAY, LAST_DAY
from lending.kernel.ids import Id, RequestId
from lending.kernel.money import CURRENCY_EXPONENTS, Currency, Money
from lending.kernel.rates import Rate
from lending.loans.figures import NAMES
from lending.operations.commands import PublishCalendar
from lending.origination.vehicle import vin_check_digit
from lending.payments.cards import DebitAgreement
from lending.payments.channel import ChannelAnswer, Word
from lending.payments.channels import Channels
from lending.products.charges import PriceCap
from lending.products.late import Multiple
from lending.products.prepayment import PrepaymentFee, PrepaymentRules
from lending.products.product import BEFORE_DECISION, Payee, Product, Scene
from lending.products.rates import Publication, ReferenceRates
from lending.products.repayment import Component
from lending.risk.rule_sets import RuleCase
from lending_adapters.book import read_book
from lending_adapters.grpc.acts import commands
from lending_adapters.grpc.shapes import AnyCommand, Choice, Field, Many, OneOf, Record, Scalar, fields_of

__all__ = ["values_of"]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
INT64 = st.integers(-(2**63), 2**63 - 1)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
DAYS = st.dates(FIRST_DAY, LAST_DAY)
SECONDS = st.integers(-2_200_000_000, 7_200_000_000)
INSTANTS = st.builds(
    lambda seconds, micros: EPOCH + timedelta(seconds=seconds, microseconds=micros), SECONDS, st.integers(0, 999_999)
)
CURRENCIES = st.sampled_from(sorted(CURRENCY_EXPONENTS)).map(Currency)
SCALARS: dict[type, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: INT64,
    bool: st.booleans(),
    date: DAYS,
    datetime: INSTANTS,
    Money: st.builds(Money, st.integers(-(10**15), 10**15), CURRENCIES),
    Rate: st.integers(0, 10 * 10**8).map(Rate),
    Multiple: st.integers(10_000, 100_0000).map(Multiple),
    Currency: CURRENCIES,
    RequestId: st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}", fullmatch=True).map(RequestId),
}
TIMES = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59)) | st.just("24:00")
LAWFUL_VIN = st.text("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", min_size=17, max_size=17)
SEVENTEEN = st.from_regex(r"[1-9][0-9]{5}19[5-9][0-9](0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}", fullmatch=True)
PUBLICATION_DAYS = st.lists(DAYS, min_size=1, max_size=3, unique=True).map(sorted)


@cache
def values_of(of: type) -> st.SearchStrategy[Any]:
    """Values of a class of the core."""
    special = SPECIAL.get(of.__name__)
    return st.deferred(special) if special else _record(of)


def _record(of: type, /, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    drawn = {field.alias: _field(of, field) for field in fields_of(of) if field.name not in fixed}
    return st.builds(of, **drawn, **fixed)


def _field(of: type, field: Field) -> st.SearchStrategy[Any]:
    by_name = FIELDS.get(f"{of.__name__}.{field.name}")
    lawful = _lawful(field) if by_name is None else by_name
    drawn = _shape(of, field) if lawful is None else lawful
    return st.none() | drawn if field.nullable else drawn


def _lawful(field: Field) -> st.SearchStrategy[Any] | None:
    """What the field's validator lets through, read from the validator itself."""
    validator: Any = field.attribute.validator
    validator = getattr(validator, "validator", validator)  # what attrs' `optional` wraps
    if validator is None:
        return None
    if validator in (positive_money, money_from_zero):
        return st.builds(Money, st.integers(validator is positive_money, 10**15), CURRENCIES)
    if isinstance(options := getattr(validator, "options", None), range):
        return st.sampled_from(list(options))
    return _lawful_by(inspect.getclosurevars(validator).nonlocals) if inspect.isfunction(validator) else None


def _lawful_by(law: Mapping[str, Any]) -> st.SearchStrategy[Any] | None:
    """What a validator made by `lending.kernel.checks` lets through."""
    match law:
        case {"compiled": re.Pattern() as pattern}:
            return st.from_regex(pattern, fullmatch=True)
        case {"longest": int(longest), "shortest": int(shortest)}:
            return st.text(st.characters(categories=["L", "N"]), min_size=shortest, max_size=longest)
        case {"least": int(least), "most": int(most)}:
            return st.integers(least, most)
        case _:
            return None


def _shape(of: type, field: Field) -> st.SearchStrategy[Any]:
    match field.shape:
        case Many(item=item, into=into):
            return st.lists(_single(item), max_size=3).map(into)
        case OneOf(members=members):
            return st.one_of(*map(_single, members))
        case AnyCommand():
            return st.deferred(lambda: st.one_of(*(values_of(act.of) for act in commands() if act.of is not of)))
        case Scalar() | Choice() | Record() as shape:
            return _single(shape)


def _single(shape: Scalar | Choice | Record) -> st.SearchStrategy[Any]:
    if isinstance(shape, Record):
        return st.deferred(lambda: values_of(shape.of))
    if issubclass(shape.of, enum.Enum):
        return st.sampled_from(list(shape.of))
    if issubclass(shape.of, Id):
        prefix = shape.of.prefix
        return st.text(CROCKFORD, min_size=26, max_size=26).map(lambda body: shape.of(f"{prefix}_{body}"))
    return SCALARS[shape.of]


def _year_and_workdays(of: type) -> st.SearchStrategy[Any]:
    def one(year: int) -> st.SearchStrategy[Any]:
        days = st.dates(date(year, 1, 1), date(year, 12, 31))
        return st.builds(of, st.just(year), st.frozensets(days, min_size=1, max_size=5))

    return st.integers(2000, 2100).flatmap(one)


def _product() -> st.SearchStrategy[Any]:
    def one(currency: Currency, scene: Scene, payee: Payee) -> st.SearchStrategy[Any]:
        amounts = st.integers(1, 10**12).map(lambda minor: Money(minor, currency))
        least, most = amounts.map(lambda money: Money(1, money.currency)), amounts
        terms = st.sets(st.integers(1, 360), min_size=1, max_size=4).map(lambda found: tuple(sorted(found)))
        return _record(
            Product,
            scene=st.just(scene),
            payee=st.just(payee),
            voucher_days=st.none() | st.integers(1, 90) if payee is Payee.DEALER else st.none(),
            currency=st.just(currency),
            deposit_percent=st.integers(0, 99 if scene is Scene.CAR_DIRECT_LEASE else 0),
            amount_min=least,
            amount_max=most,
            amount_step=amounts,
            terms=terms,
            funding=st.lists(TEXT, unique=True, max_size=0 if scene is Scene.CAR_DIRECT_LEASE else 3).map(tuple),
            checks=st.lists(st.sampled_from(BEFORE_DECISION), unique=True, max_size=2).map(tuple),
            non_accrual_order=st.lists(st.sampled_from(list(Component)), unique=True, max_size=5).map(tuple),
            price_caps=PUBLICATION_DAYS.flatmap(_caps),
            prepayment=_prepayment_rules(currency),
            past_due_tolerance=st.none() | amounts,
            holiday=st.sampled_from([DueDateRule.NONE, DueDateRule.NEXT]),
        )

    drawn = st.tuples(CURRENCIES, st.sampled_from(list(Scene)), st.sampled_from(list(Payee)))
    return drawn.flatmap(lambda chosen: one(*chosen))


def _caps(days: list[date]) -> st.SearchStrategy[Any]:
    return st.tuples(*(_record(PriceCap, since=st.just(day)) for day in days))


def _prepayment_rules(currency: Currency | None = None) -> st.SearchStrategy[Any]:
    currencies = CURRENCIES if currency is None else st.just(currency)
    least = st.none() | st.builds(Money, st.integers(1, 10**12), currencies)
    months = st.sets(st.integers(0, 1200), max_size=3).map(sorted)
    rates = st.integers(0, 10**8).map(Rate)
    fees = months.flatmap(lambda ages: st.tuples(*(st.builds(PrepaymentFee, st.just(age), rates) for age in ages)))
    return _record(PrepaymentRules, amount_min=least, fees=fees)


def _rates(of: type, one: type) -> st.SearchStrategy[Any]:
    def publications(days: list[date]) -> st.SearchStrategy[Any]:
        return st.tuples(*(_record(one, on=st.just(day)) for day in days))

    return st.builds(of, PUBLICATION_DAYS.flatmap(publications))


def _income() -> st.SearchStrategy[Any]:
    share, nothing = st.integers(0, 10_000), st.none()
    rates, steps = st.integers(0, 10**8).map(Rate), st.sets(st.integers(0, 9_999), max_size=2).map(sorted)
    stepped = steps.flatmap(lambda ends: st.tuples(*(st.builds(Step, st.just(end), share) for end in (*ends, 10_000))))
    return st.one_of(
        st.just(Income()),
        _record(
            Income,
            form=st.just(Form.FIXED_YIELD),
            yield_rate=rates,
            steps=st.just(()),
            loss_rate=st.just(0),
            fee=st.just(0),
        ),
        _record(Income, form=st.just(Form.STEPPED), yield_rate=nothing, steps=stepped, fee=st.just(0)),
        _record(Income, form=st.just(Form.REFERRAL), yield_rate=nothing, steps=st.just(()), loss_rate=st.just(0)),
    )


def _sharing() -> st.SearchStrategy[Any]:
    shares = _record(FunderShare, weight=st.integers(1, 3_333), penalty_weight=st.none() | st.integers(0, 3_333))
    return st.builds(Sharing, st.lists(shares, max_size=3, unique_by=lambda share: share.funder).map(tuple))


def _funder() -> st.SearchStrategy[Any]:
    own = {"type": st.just(FunderType.OWN), "code": st.just(OWN)}
    others = {"type": st.sampled_from([kind for kind in FunderType if kind is not FunderType.OWN])}
    bounds = {"age_min": st.integers(0, 60), "age_max": st.integers(60, 120)}
    terms = {"instalments_min": st.integers(1, 36), "instalments_max": st.integers(36, 360)}
    lawful = {**bounds, **terms, "opens": TIMES, "closes": TIMES, "quotas": _quotas()}
    return _record(Funder, **lawful, **own) | _record(Funder, **lawful, **others)


@st.composite
def _quotas(draw: st.DrawFn) -> tuple[Quota, ...]:
    total = draw(_quota(QuotaKind.TOTAL, "amount"))
    others = [draw(_quota(kind, draw(_stated(kind)))) for kind in draw(st.sets(st.sampled_from(list(QuotaKind)[1:])))]
    return (total, *others)


def _any_quota() -> st.SearchStrategy[Any]:
    return st.sampled_from(QuotaKind).flatmap(lambda kind: _stated(kind).flatmap(lambda stated: _quota(kind, stated)))


def _stated(kind: QuotaKind) -> st.SearchStrategy[str]:
    if kind is QuotaKind.DAY_COUNT:
        return st.just("count")
    return st.sampled_from(["amount", "percent"] if kind in SHARED else ["amount"])


def _quota(kind: QuotaKind, stated: str) -> st.SearchStrategy[Any]:
    unstated = {name: st.none() for name in ("amount", "percent", "count") if name != stated}
    lawful = {"amount": st.builds(Money, st.integers(0, 10**15), CURRENCIES), "percent": st.integers(0, 100)}
    figure = {**lawful, "count": st.integers(0, 10**9)}[stated]
    names = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=40) if kind in BY_NAME else st.just("")
    return _record(Quota, kind=st.just(kind), of=names, **{stated: figure}, **unstated)


@st.composite
def _regulation(draw: st.DrawFn) -> Regulation:
    kind = draw(st.sampled_from(list(RegulationKind)))
    base = st.builds(Money, st.integers(0, 10**15), CURRENCIES) if kind in NEEDS_BASE else st.none()
    since = st.dates(FIRST_DAY, date(2050, 1, 1))
    until = st.none() | st.dates(date(2050, 1, 2), LAST_DAY)
    regulation: Regulation = draw(_record(Regulation, kind=st.just(kind), base=base, since=since, until=until))
    return regulation


def _funding_rules() -> st.SearchStrategy[Any]:
    return _record(FundingRules, order=st.lists(st.sampled_from(list(Order)), unique=True).map(tuple))


def _chart() -> st.SearchStrategy[Any]:
    (accounts,) = (field for field in fields_of(Chart) if field.name == "accounts")
    assert isinstance(accounts.shape, Many)
    some = st.lists(_single(accounts.shape.item), min_size=1, max_size=3, unique_by=lambda account: account.code)
    return _record(Chart, accounts=some.map(tuple))


def _reference_rates() -> st.SearchStrategy[Any]:
    return _rates(ReferenceRates, Publication)


def _channels() -> st.SearchStrategy[Any]:
    return st.builds(attrs.evolve, st.just(_shipped_channels()), version=st.integers(1, 9_999))


def _channel() -> st.SearchStrategy[Any]:
    return st.sampled_from(_shipped_channels().channels)


def _shipped_channels() -> Channels:
    channels = read_book().channels
    assert channels is not None, "the shipped book has channels"
    return channels


def _vendors() -> st.SearchStrategy[Any]:
    return st.builds(attrs.evolve, st.just(_shipped_vendors()), version=st.integers(1, 9_999))


def _vendor() -> st.SearchStrategy[Any]:
    return st.sampled_from(_shipped_vendors().vendors)


def _shipped_vendors() -> Vendors:
    vendors = read_book().vendors
    assert vendors is not None, "the shipped book has vendors"
    return vendors


def _calendar() -> st.SearchStrategy[Any]:
    return _year_and_workdays(PublishCalendar)


def _with_check_digit(characters: str) -> str:
    body = characters[:8] + "0" + characters[9:]
    return body[:8] + vin_check_digit(body) + body[9:]


def _agreement() -> st.SearchStrategy[Any]:
    """What may be taken of one day is at least what may be taken of one trade."""

    def one(currency: Currency, trade: int, more: int) -> st.SearchStrategy[Any]:
        bounds = {"trade_max": Money(trade, currency), "day_max": Money(trade + more, currency)}
        return _record(DebitAgreement, **{name: st.just(amount) for name, amount in bounds.items()})

    return st.tuples(CURRENCIES, st.integers(1, 10**12), st.integers(0, 10**12)).flatmap(lambda drawn: one(*drawn))


def _answer() -> st.SearchStrategy[Any]:
    """What was taken is told with PARTIAL, and with no other word."""
    taken = st.builds(Money, st.integers(1, 10**15), CURRENCIES)
    others = st.sampled_from([word for word in Word if word is not Word.PARTIAL])
    return _record(ChannelAnswer, word=st.just(Word.PARTIAL), taken=taken) | _record(
        ChannelAnswer, word=others, taken=st.none()
    )


SPECIAL: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
    "Product": _product,
    "Channels": _channels,
    "Vendors": _vendors,
    "Vendor": _vendor,
    "ChannelAnswer": _answer,
    "DebitAgreement": _agreement,
    "Channel": _channel,
    "Chart": _chart,
    "Funder": _funder,
    "FundingRules": _funding_rules,
    "Income": _income,
    "Quota": _any_quota,
    "Regulation": _regulation,
    "Sharing": _sharing,
    "PrepaymentRules": _prepayment_rules,
    "ReferenceRates": _reference_rates,
    "PublishCalendar": _calendar,
}
"""Classes whose fields must fit each other."""

FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "PostVoucher.lines": st.lists(st.deferred(lambda: values_of(DraftLine)), min_size=1, max_size=3).map(tuple),
    "DraftRuleSet.document": st.from_regex(r"\{[ -~\n]{0,3000}\}", fullmatch=True),
    "DraftRuleSet.cases": st.lists(st.deferred(lambda: values_of(RuleCase)), min_size=1, max_size=3).map(tuple),
    "ReorderCards.cards": st.lists(INT64, min_size=1, max_size=3).map(tuple),
    "Vehicle.vin": LAWFUL_VIN.map(_with_check_digit),
    "Person.identity_number": SEVENTEEN.map(lambda digits: digits + check_digit(digits)),
    "PostingRule.amount": st.sampled_from(NAMES),
    "PostingRule.debit": st.from_regex(r"[0-6][0-9]{3}(\.[0-9]{2})?", fullmatch=True),
    "PostingRule.credit": st.from_regex(r"[0-6][0-9]{3}(\.[0-9]{2})?", fullmatch=True),
    "SettlementAnswer.disputes": st.lists(
        st.deferred(lambda: values_of(LineDispute)), max_size=3, unique_by=lambda dispute: dispute.line
    ).map(tuple),
    "FeeShares.at_start": st.integers(0, 10**8 - 1).map(Rate),
    "Floating.spread_bp": st.integers(-1000, 10_000),
}
"""Fields whose validators are laws of their own."""
