"""A difference raised at the very moment of an order's final word is compared again with the next statement."""

from datetime import timedelta
from pathlib import Path

import attrs

from lending.application.store import Changes, StoredReceipt, Write
from lending.kernel.ids import RequestId
from lending.operations.commands import DayOpened
from lending.payments.deduction import DeductionOrder, DeductionStatus
from lending.payments.ports import DEDUCTIONS
from lending_adapters.reconciliation.running import reconcile_statement
from lending_adapters.statements import write_statement
from tests.support.days import FIRST, Days, store_orders
from tests.support.reconciling import line


def test_a_final_word_that_no_reaction_heard_is_heard_later(tmp_path: Path) -> None:
    days = Days(1, tmp_path)
    doubted = next(
        order
        for order in (days._order(FIRST) for _ in range(1000))
        if isinstance(order, DeductionOrder) and order.status is DeductionStatus.IN_DOUBT
    )
    store_orders(days.store, [doubted], "doubted")
    told = line(FIRST, doubted.order_no, doubted.amount.text)
    for number, lines in enumerate(([told], [])):
        if number:
            done = attrs.evolve(doubted, status=DeductionStatus.SUCCESS, paid_on=FIRST, concluded_on=FIRST)
            receipt = StoredReceipt(RequestId("silently"), "StartBusiness", "silently", DayOpened(FIRST))
            write = Write(DEDUCTIONS, done, 1)
            days.store.commit(Changes(writes=(write,), relied_on=(), events=(), outbox=(), receipt=receipt))
            assert [each.state.value for each in days.found(FIRST)] == ["STATUS_DIFF"]
        day = FIRST + timedelta(days=number)
        path = tmp_path / f"{day}.csv"
        write_statement(path, "MAIN", day, lines)
        reconcile_statement(days.store, days.bus, path, "MAIN", day, days.at)
    assert [each.state.value for each in days.found(FIRST)] == ["MATCHED_LATE"]
