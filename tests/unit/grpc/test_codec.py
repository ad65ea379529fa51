"""Every command, query, answer and refusal has its message, and comes back from it unchanged."""

from typing import Any

import pytest
from google.protobuf.message import Message
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lending.kernel.money import CNY, Currency, Money
from lending_adapters.grpc.acts import Act, acts
from lending_adapters.grpc.codec import decode, encode, fill
from lending_adapters.grpc.messages import message_named, new_message, service_names
from lending_adapters.grpc.refusals import refusals
from lending_adapters.grpc.scalars import decode_scalar, encode_scalar
from lending_adapters.grpc.shapes import AnyCommand, Many, OneOf, Record, fields_of
from tests.support import vocabulary
from tests.support.wire_values import values_of

ACTS = [pytest.param(act, id=act.of.__name__) for act in acts()]


def records() -> list[type]:
    """Every class that goes over the wire, below the acts, as an answer or as a refusal."""
    found: dict[type, None] = {}

    def walk(of: type) -> None:
        for field in fields_of(of):
            match field.shape:
                case Record(of=held) | Many(item=Record(of=held)):
                    note(held)
                case OneOf(members=members):
                    for member in members:
                        if isinstance(member, Record):
                            note(member.of)
                case _:
                    pass

    def note(of: type) -> None:
        if of not in found:
            found[of] = None
            walk(of)

    for act in acts():
        walk(act.of)
        note(act.answer)
    for refusal in refusals().values():
        note(refusal)
    return list(found)


def field_names(of: type) -> set[str]:
    """The fields of a class as its message has them: those of a union by the union's own name."""
    return {field.name for field in fields_of(of)}


def wire_names(message: type[Message]) -> set[str]:
    own = message.DESCRIPTOR
    return {one.containing_oneof.name if _in_union(one) else one.name for one in own.fields}


def _in_union(field: Any) -> bool:
    return field.containing_oneof is not None and not field.containing_oneof.name.startswith("_")


def test_every_command_and_query_has_its_method() -> None:
    asked = {act.of for act in acts()}
    assert {f"{of.__module__}.{of.__name__}" for of in asked} == {
        f"{of.__module__}.{of.__name__}" for of in vocabulary.commands() | vocabulary.queries()
    }
    served = {act.path.rsplit("/", 1)[0].lstrip("/") for act in acts()}
    assert served == set(service_names())


def test_every_refusal_has_its_message() -> None:
    found = {f"{of.__module__}.{of.__name__}" for of in refusals().values()}
    assert found == {f"{of.__module__}.{of.__name__}" for of in vocabulary.refusals()}


@pytest.mark.parametrize("act", ACTS)
def test_a_request_has_the_fields_of_what_it_asks(act: Act) -> None:
    own = {"request_id"} if act.is_command else set()
    assert wire_names(message_named(act.request)) == field_names(act.of) | own
    assert wire_names(message_named(act.response)) == {act.answer_field}


@pytest.mark.parametrize("of", records(), ids=lambda of: of.__name__)
def test_a_message_has_the_fields_of_its_value(of: type) -> None:
    assert wire_names(message_named(of.__name__)) == field_names(of)


@pytest.mark.parametrize("act", ACTS)
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_asked_comes_back(act: Act, data: st.DataObject) -> None:
    asked = data.draw(values_of(act.of))
    sent = fill(new_message(act.request), asked).SerializeToString()
    assert decode(act.of, message_named(act.request).FromString(sent)) == asked


@pytest.mark.parametrize("of", records(), ids=lambda of: of.__name__)
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_answered_comes_back(of: type, data: st.DataObject) -> None:
    value = data.draw(values_of(of))
    sent = encode(value).SerializeToString()
    assert decode(of, message_named(of.__name__).FromString(sent)) == value


@given(st.integers(-(10**15), 10**15), st.sampled_from(["CNY", "JPY", "KWD"]))
def test_money_goes_in_units_and_nanos(minor: int, code: str) -> None:
    money = Money(minor, Currency(code))
    wire = encode_scalar(money)
    assert wire.units * 10**9 + wire.nanos == minor * 10**9 // money.currency.unit
    assert decode_scalar(Money, wire) == money


def test_a_command_of_any_kind_can_be_proposed() -> None:
    proposal = next(act for act in acts() if any(isinstance(field.shape, AnyCommand) for field in fields_of(act.of)))
    union = {field.name for field in message_named(proposal.request).DESCRIPTOR.oneofs_by_name["command"].fields}
    assert len(union) == sum(act.is_command for act in acts()) - 1


def test_the_example_of_the_handbook() -> None:
    wire = encode_scalar(Money.parse("1100.16", CNY))
    assert (wire.currency_code, wire.units, wire.nanos) == ("CNY", 1100, 160_000_000)
