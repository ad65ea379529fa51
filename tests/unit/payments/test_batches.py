"""Batches of deductions: drawn up, answered once, done."""

from datetime import date

import attrs
import pytest

from lending.kernel.outcome import Failure, Success
from lending.payments.batches import BatchState, DeductionBatch
from tests.support.samples import AT

ONE, OTHER = "1" * 64, "2" * 64


def batch(state: BatchState = BatchState.SENT) -> DeductionBatch:
    digest = "" if state is BatchState.SENT else ONE
    made = DeductionBatch(channel="MAIN", day=date(2024, 2, 5), number=1, lines=2, total=300, drawn_at=AT)
    return attrs.evolve(made, state=state, digest=digest)


@pytest.mark.parametrize(
    ("state", "digest", "then"),
    [
        (BatchState.SENT, ONE, BatchState.ANSWERED),
        (BatchState.ANSWERED, ONE, BatchState.ANSWERED),
        (BatchState.ANSWERED, OTHER, None),
        (BatchState.DONE, ONE, None),
        (BatchState.DONE, OTHER, None),
    ],
)
def test_one_result_is_accepted_and_no_other_after_it(state: BatchState, digest: str, then: BatchState | None) -> None:
    accepted = batch(state).accept(digest)
    if then is None:
        assert isinstance(accepted, Failure)
        assert (accepted.failure().code, accepted.failure().digest) == ("BATCH_ANSWERED", ONE)
    else:
        assert (accepted.unwrap().state, accepted.unwrap().digest) == (then, digest)


@pytest.mark.parametrize(
    ("state", "awaited", "closes"),
    [
        (BatchState.SENT, (), False),
        (BatchState.ANSWERED, ("ded_1",), False),
        (BatchState.ANSWERED, (), True),
        (BatchState.DONE, (), True),
    ],
)
def test_a_batch_is_done_once_every_line_is_recorded(
    state: BatchState, awaited: tuple[str, ...], *, closes: bool
) -> None:
    assert isinstance(batch(state).close(awaited), Success) == closes


def test_a_batch_is_named_by_its_channel_day_and_number() -> None:
    assert batch().id == "MAIN-2024-02-05-1"
