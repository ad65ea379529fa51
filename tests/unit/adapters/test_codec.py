"""Stored text: whole round trips, stable, tagged where the class is open, readable for ever."""

import enum
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending.application.commands import Command, Message, Receipt
from lending.kernel.events import Event
from lending.kernel.ids import Id, RequestId
from lending.kernel.money import Currency, Money
from lending.kernel.rates import Rate
from lending.operations.commands import StartBusiness
from lending_adapters.codec import Codec, Encoded, NotStorable, NotUnderstood
from lending_adapters.codec.registered import registered_types


class Colour(enum.Enum):
    RED = "RED"
    BLUE = "BLUE"


@attrs.frozen(order=True, repr=False)
class BoxId(Id):
    prefix = "box"


@attrs.frozen
class Fact:
    on: date


@attrs.frozen
class Paid(Fact):
    amount: Money


@attrs.frozen
class Closed(Fact):
    pass


@attrs.frozen
class Asked(Command[Receipt, Any]):
    amount: Money


@attrs.frozen
class Told(Message):
    text: str


@attrs.frozen
class Happened(Event):
    to: int


@attrs.frozen(kw_only=True)
class Box:
    id: BoxId
    request: RequestId
    amounts: tuple[Money, ...] = ()
    maybe: Money | None = None
    rate: Rate | None = None
    currency: Currency = Currency("CNY")
    days: frozenset[date] = frozenset()
    by_day: Mapping[date, Money] = attrs.field(factory=dict)
    colour: Colour = Colour.RED
    either: Money | Rate | None = None
    facts: tuple[Fact, ...] = ()
    inside: Command[Any, Any] | Message | None = None
    events: tuple[Event, ...] = ()
    plain: int | str = 0
    at: datetime | None = None
    moment: time | None = None
    span: timedelta | None = None
    exact: Decimal | None = None
    raw: bytes = b""
    pair: tuple[int, str] = (0, "")


BOX_ID = BoxId.make(RequestId("r"), 0)
CODEC = Codec([Box, Asked, Told, Happened])

money = st.builds(Money, st.integers(-(10**15), 10**15), st.sampled_from([Currency("CNY"), Currency("JPY")]))
rates = st.builds(Rate, st.integers(0, 10**8))
days = st.dates()
facts = st.one_of(st.builds(Paid, days, money), st.builds(Closed, days), st.builds(Fact, days))
boxes = st.builds(
    Box,
    id=st.just(BOX_ID),
    request=st.just(RequestId("r-1")),
    amounts=st.lists(money).map(tuple),
    maybe=st.none() | money,
    rate=st.none() | rates,
    days=st.frozensets(days),
    by_day=st.dictionaries(days, money),
    colour=st.sampled_from(Colour),
    either=st.none() | money | rates,
    facts=st.lists(facts).map(tuple),
    inside=st.none() | st.builds(Asked, money) | st.builds(Told, st.text()),
    events=st.lists(st.builds(Happened, st.integers())).map(tuple),
    plain=st.integers() | st.text(),
    at=st.none() | st.datetimes(timezones=st.just(UTC)),
    moment=st.none() | st.times(),
    span=st.none() | st.timedeltas(),
    exact=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    raw=st.binary(),
    pair=st.tuples(st.integers(), st.text()),
)


@given(boxes)
def test_what_goes_in_comes_out(box: Box) -> None:
    encoded = CODEC.encode(box)
    assert CODEC.decode(encoded) == box
    assert CODEC.encode(CODEC.decode(encoded)) == encoded


def test_the_text_is_stable() -> None:
    box = Box(
        id=BOX_ID,
        request=RequestId("r"),
        days=frozenset({date(2024, 1, 2), date(2024, 1, 1)}),
        facts=(Paid(date(2024, 1, 1), Money(5)),),
        either=Rate(18),
        inside=Told("好"),
    )
    plain = json.loads(CODEC.encode(box).body)
    assert list(plain) == sorted(plain)
    assert plain["days"] == ["2024-01-01", "2024-01-02"]
    assert plain["facts"] == [{"_type": "Paid", "amount": {"currency": "CNY", "minor": 5}, "on": "2024-01-01"}]
    assert plain["either"] == {"_type": "Rate", "_value": 18}
    assert plain["inside"] == {"_type": "Told", "text": "好"}
    assert plain["id"] == BOX_ID.value


def test_a_type_that_is_not_registered_is_refused_before_anything_is_stored() -> None:
    with pytest.raises(NotStorable, match="Paid is not registered"):
        CODEC.encode(Paid(date(2024, 1, 1), Money(1)))


def test_two_types_of_one_name_are_refused() -> None:
    another = attrs.make_class("Box", ["id"], frozen=True)
    with pytest.raises(NotStorable, match="two stored types are called Box"):
        Codec([Box, another])


def test_the_registered_types_have_names_of_their_own() -> None:
    types = registered_types()
    Codec(types)
    assert StartBusiness in types
    assert {"DayOpened", "Repaid", "Voucher", "Loan", "LoanOpened", "SendPayout"} <= {of.__name__ for of in types}


@pytest.mark.parametrize(
    "body", ["", "[]", "null", "{}", '{"to":1,"more":2}', '{"to":"many"}'], ids=lambda body: body or "nothing"
)
def test_damaged_text_is_not_understood(body: str) -> None:
    with pytest.raises(NotUnderstood, match="Happened"):
        CODEC.decode(Encoded("Happened", 1, body))


def test_an_unknown_type_is_not_understood() -> None:
    with pytest.raises(NotUnderstood, match="Unheard"):
        CODEC.decode(Encoded("Unheard", 1, "{}"))


def test_a_tag_names_only_what_may_stand_there() -> None:
    body = '{"_type":"Happened","to":1}'
    with pytest.raises(NotUnderstood, match="Happened cannot stand here"):
        CODEC.decode_as(Fact, 1, body)


@attrs.frozen
class Renamed(Event):
    schema_version: ClassVar[int] = 3
    amount: Money


@attrs.frozen
class Holder:
    event: Event


STEPS = {
    ("Renamed", 1): lambda fields: {"yuan": fields["value"]},
    ("Renamed", 2): lambda fields: {"amount": {"currency": "CNY", "minor": fields["yuan"] * 100}},
}


def test_upcasters_lead_old_text_to_the_present_shape() -> None:
    codec = Codec([Renamed, Holder], STEPS)
    assert codec.decode(Encoded("Renamed", 1, '{"value":5}')) == Renamed(Money(500))
    assert codec.decode(Encoded("Renamed", 2, '{"yuan":5}')) == Renamed(Money(500))
    assert codec.encode(Renamed(Money(5))).schema == 3


def test_values_inside_others_carry_their_version_too() -> None:
    codec = Codec([Renamed, Holder], STEPS)
    held = Holder(Renamed(Money(5)))
    assert codec.decode(codec.encode(held)) == held
    assert codec.decode(Encoded("Holder", 1, '{"event":{"_type":"Renamed","value":7}}')) == Holder(Renamed(Money(700)))


def test_a_missing_step_and_a_newer_version_are_said() -> None:
    codec = Codec([Renamed])
    with pytest.raises(NotUnderstood, match="nothing leads from 1 on"):
        codec.decode(Encoded("Renamed", 1, "{}"))
    with pytest.raises(NotUnderstood, match="by a newer version"):
        codec.decode(Encoded("Renamed", 4, "{}"))
