"""Matching on columns finds what matching on values finds, on random days and on days made to meet every case."""

from collections.abc import Callable

import hypothesis.strategies as st
import pytest
from hypothesis import example, given

from lending.reconciliation import matching as spec
from lending.reconciliation.matching import Carried, Claim, Matching, Record, Result, Standing, Tally, judge, match
from lending.reconciliation.statement import Flow
from lending_adapters.reconciliation import columns, spool
from lending_adapters.reconciliation.columns import match_on_columns

AMOUNTS = st.integers(1, 3)
REFERENCES = st.sampled_from(["a", "b", "c", "d"])
"""Few, so that references repeat on a side and meet on both."""

RECORDS = st.lists(
    st.builds(Record, st.sampled_from(Flow), REFERENCES, AMOUNTS, st.sampled_from(Standing)), max_size=25
)
SURE = AMOUNTS.map(lambda amount: Claim(amount, Standing.SUCCESS))


@st.composite
def carried(draw: st.DrawFn) -> list[Carried]:
    def one(number: int) -> Carried:
        theirs = draw(st.booleans())
        claim = draw(SURE)
        return Carried(
            key=f"k{number}",
            flow=draw(st.sampled_from(Flow)),
            reference=draw(REFERENCES),
            theirs=claim if theirs else None,
            ours=None if theirs else claim,
        )

    return [one(number) for number in range(draw(st.integers(0, 4)))]


@given(theirs=RECORDS, ours=RECORDS, waiting=carried())
@example(theirs=[], ours=[], waiting=[])
def test_columns_find_what_values_find(theirs: list[Record], ours: list[Record], waiting: list[Carried]) -> None:
    assert match_on_columns(theirs, ours, waiting) == match(theirs, ours, waiting)


@given(theirs=RECORDS, ours=RECORDS, waiting=carried())
def test_columns_find_the_same_in_many_small_parts(
    theirs: list[Record], ours: list[Record], waiting: list[Carried]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spool, "CHUNK", 3)
        patch.setattr(spool, "PARTS", 3)
        assert match_on_columns(theirs, ours, waiting) == match(theirs, ours, waiting)


@given(theirs=RECORDS, ours=RECORDS, waiting=carried(), most=st.integers(0, 3))
def test_of_many_findings_both_tell_the_same_first_ones(
    theirs: list[Record], ours: list[Record], waiting: list[Carried], most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spec, "FINDINGS_MAX", most)
        patch.setattr(columns, "FINDINGS_MAX", most)
        by_columns, by_values = match_on_columns(theirs, ours, waiting), match(theirs, ours, waiting)
        assert by_columns == by_values
        assert len(by_values.findings) == min(most, by_values.tally.differences)


@given(theirs=RECORDS, ours=RECORDS, waiting=carried())
@pytest.mark.parametrize("matcher", [match, match_on_columns])
def test_each_reference_comes_out_one_way(
    matcher: Callable[..., Matching], theirs: list[Record], ours: list[Record], waiting: list[Carried]
) -> None:
    """Counted by hand: what is on neither side is nowhere, and nothing is counted twice."""
    found = matcher(theirs, ours, waiting)
    keys = {(record.flow, record.reference) for record in (*theirs, *ours)}
    told = [(finding.flow, finding.reference) for finding in found.findings]
    assert len(set(told)) == len(told)
    assert set(told) <= keys
    silent = {key for key in keys if _nobody_alone_is_sure(key, theirs, ours)}
    assert found.tally.matched + found.tally.late + found.tally.differences == len(keys) - len(silent)


def _nobody_alone_is_sure(key: tuple[Flow, str], theirs: list[Record], ours: list[Record]) -> bool:
    """One side has the reference, and none of its records succeeded."""
    they = [record.standing for record in theirs if (record.flow, record.reference) == key]
    we = [record.standing for record in ours if (record.flow, record.reference) == key]
    return not (they and we) and Standing.SUCCESS not in (*they, *we)


SUCCESS, OPEN, FAILED = Standing.SUCCESS, Standing.OPEN, Standing.FAILED


@pytest.mark.parametrize(
    ("theirs", "ours", "result"),
    [
        ((100, SUCCESS), (100, SUCCESS), Result.MATCHED),
        ((100, FAILED), (100, FAILED), Result.MATCHED),
        ((100, SUCCESS), None, Result.LONG),
        (None, (100, SUCCESS), Result.SHORT),
        ((100, SUCCESS), (99, SUCCESS), Result.AMOUNT_DIFF),
        ((100, SUCCESS), (99, OPEN), Result.AMOUNT_DIFF),
        ((100, SUCCESS), (100, OPEN), Result.STATUS_DIFF),
        ((100, SUCCESS), (100, FAILED), Result.STATUS_DIFF),
        ((100, SUCCESS), (99, FAILED), Result.STATUS_DIFF),
        ((100, FAILED), (100, SUCCESS), Result.STATUS_DIFF),
        ((100, FAILED), (100, OPEN), Result.STATUS_DIFF),
        ((100, FAILED), None, None),
        (None, (100, OPEN), None),
        (None, (100, FAILED), None),
        (None, None, None),
    ],
)
@pytest.mark.requirement("R65", command="RecordReconciliation")
def test_the_five_results(
    theirs: tuple[int, Standing] | None, ours: tuple[int, Standing] | None, result: Result | None
) -> None:
    assert judge(theirs and Claim(*theirs), ours and Claim(*ours)) is result


@pytest.mark.parametrize("matcher", [match, match_on_columns])
@pytest.mark.parametrize(
    ("theirs", "ours", "tally"),
    [
        ([60, 40], [100], Tally(matched=1, matched_amount=100)),
        ([100], [30, 70], Tally(matched=1, matched_amount=100)),
        ([100, 100], [100], Tally(amount_diff=1)),
        ([60], [100], Tally(amount_diff=1)),
    ],
    ids=["split", "joined", "twice", "a part missing"],
)
def test_an_order_may_be_split_or_joined_as_long_as_the_sums_agree(
    matcher: Callable[..., Matching], theirs: list[int], ours: list[int], tally: Tally
) -> None:
    def side(amounts: list[int]) -> list[Record]:
        return [Record(Flow.DEDUCTION, "ded_1", amount, SUCCESS) for amount in amounts]

    assert matcher(side(theirs), side(ours)).tally == tally
