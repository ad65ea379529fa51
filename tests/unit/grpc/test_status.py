"""Refusals and failures travel as google.rpc.Status and come back as what they were."""

from typing import Any

import grpc
import pytest
from google.protobuf.message import Message
from google.rpc import code_pb2, error_details_pb2  # type: ignore[import-untyped]
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lending.application.refusals import RequestIdReused
from lending.kernel.invalid import InvalidInput, Violation
from lending.kernel.refusals import Refusal, RefusalKind
from lending.products.refusals import ProductNotFound
from lending_adapters.grpc import status
from lending_adapters.grpc.refusals import refusals
from tests.support.wire_values import values_of


def detail(of: type[Message], within: Any) -> Any:
    """The one detail of this type."""
    (packed,) = (one for one in within.details if one.Is(of.DESCRIPTOR))
    unpacked = of()
    packed.Unpack(unpacked)
    return unpacked


def test_every_kind_has_its_code() -> None:
    assert set(status.CODES) == set(RefusalKind)
    assert grpc.StatusCode.ABORTED not in status.CODES.values()


@pytest.mark.parametrize("of", refusals().values(), ids=lambda of: of.__name__)
@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_refusal_comes_back_with_its_facts(of: type[Refusal], data: st.DataObject) -> None:
    refusal = data.draw(values_of(of))
    told = status.refused(refusal, "r-1")
    assert status.read(type(told).FromString(told.SerializeToString())) == refusal
    info = detail(error_details_pb2.ErrorInfo, told)
    assert (info.reason, info.domain) == (of.code, "lending")
    assert dict(info.metadata).keys() == refusal.facts.keys()
    assert detail(error_details_pb2.RequestInfo, told).request_id == "r-1"
    assert code_pb2.Code.Name(told.code) == status.CODES[of.kind].name


def test_a_refusal_of_input_names_its_fields() -> None:
    told = status.refused(ProductNotFound("nix", ("small-cash",)), "r-1")
    (violation,) = detail(error_details_pb2.BadRequest, told).field_violations
    assert violation.field == "product"
    assert violation.description == "'nix' is not valid: expected one of small-cash"


def test_bad_input_comes_back_whole() -> None:
    error = InvalidInput([Violation("amount", "12.345", "two decimals"), Violation("on", "unset", "a date")])
    told = status.invalid(error, "r-1")
    found = status.read(told)
    assert isinstance(found, InvalidInput)
    assert found.violations == error.violations
    assert [one.field for one in detail(error_details_pb2.BadRequest, told).field_violations] == ["amount", "on"]
    assert detail(error_details_pb2.ErrorInfo, told).reason == "INVALID_INPUT"


def test_a_status_fits_into_a_header_however_much_is_wrong() -> None:
    many = InvalidInput(Violation(f"publications[{place}].on", "啊" * 80, "一" * 80) for place in range(10_000))
    told = status.invalid(many, "r-1")
    assert told.ByteSize() <= status.STATUS_BYTES_MAX
    assert told.message.startswith("10000 faults, the first ")


def test_a_long_fact_is_cut_in_the_standard_details() -> None:
    told = status.refused(ProductNotFound("x" * 1000, ()), "r-1")
    assert len(told.message) <= status.MESSAGE_MAX
    assert len(detail(error_details_pb2.ErrorInfo, told).metadata["product"]) == status.FACT_MAX
    assert status.read(told) == ProductNotFound("x" * 1000, ())


def test_what_may_be_sent_again_says_when() -> None:
    for told, code in ((status.contended("r"), "ABORTED"), (status.unavailable("r"), "UNAVAILABLE")):
        assert code_pb2.Code.Name(told.code) == code
        assert detail(error_details_pb2.RetryInfo, told).retry_delay.ToTimedelta().total_seconds() > 0
        assert status.read(told) is None


def test_a_bug_tells_nothing_but_its_number() -> None:
    told = status.unexpected("abc", "r")
    assert (told.message, len(told.details)) == ("incident abc", 2)


def test_a_request_id_used_again_is_no_collision_of_writers() -> None:
    assert code_pb2.Code.Name(status.refused(RequestIdReused("r"), "r").code) == "ALREADY_EXISTS"
