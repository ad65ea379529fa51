"""Ids: the same from the same request, sorted by its time, of one type each."""

from datetime import UTC, datetime, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.contracts.ids import ContractId
from lending.customers.ids import CustomerId
from lending.kernel.ids import SHARDS, RequestId, shard_of
from lending.kernel.invalid import InvalidValue

instants = st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
request_ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}", fullmatch=True).map(RequestId)


@given(request=request_ids, ordinal=st.integers(0, 10**6))
def test_a_request_makes_the_same_ids_again(request: RequestId, ordinal: int) -> None:
    assert CustomerId.make(request, ordinal) == CustomerId.make(RequestId(request.value), ordinal)


@given(request=request_ids, a=st.integers(0, 1000), b=st.integers(0, 1000))
def test_ordinals_and_types_make_different_ids(request: RequestId, a: int, b: int) -> None:
    assert (CustomerId.make(request, a) == CustomerId.make(request, b)) == (a == b)
    assert CustomerId.make(request, a).value[5:] != ContractId.make(request, a).value[4:]


@given(earlier=instants, later=instants)
def test_ids_made_later_sort_later(earlier: datetime, later: datetime) -> None:
    first, second = (RequestId.derive(at, "name") for at in (earlier, later))
    if later - earlier >= timedelta(milliseconds=1):
        assert CustomerId.make(first, 0) < CustomerId.make(second, 0)


def test_a_uuid_of_version_7_carries_its_time() -> None:
    """The worked example of RFC 9562, appendix A.6: 2022-02-22T19:22:22Z."""
    uuid = RequestId("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")
    instant = datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)
    assert uuid.time_part == RequestId.derive(instant, "x").value[:10]


@pytest.mark.parametrize("text", ["", " ", "a b", "x" * 65, "-a", "a\n", "é", "a/b"])
def test_a_request_id_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="request_id"):
        RequestId(text)


@pytest.mark.parametrize(
    "text", ["", "cust_", "loan_01HKBNJG80G79TH1H9SRFZJ8XW", "cust_01hkbnjg80g79th1h9srfzj8xw", "01"]
)
def test_an_id_of_another_form_or_type_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="an id that begins with cust_"):
        CustomerId(text)


@given(request=request_ids)
def test_every_loan_has_one_shard(request: RequestId) -> None:
    loan_id = ContractId.make(request, 0).value
    assert 0 <= shard_of(loan_id) < SHARDS
    assert shard_of(loan_id) == shard_of(loan_id)
