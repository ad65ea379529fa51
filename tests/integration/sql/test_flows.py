"""What is reconciled is read by sets from a database, and is the same as by looking at everything in memory."""

import random
from collections.abc import Iterator
from datetime import timedelta

import attrs
import pytest

from lending.accounting.journal import JournalLine, Side, Voucher, VoucherId
from lending.accounting.ports import VOUCHERS
from lending.application.store import Changes, StoredReceipt, Write
from lending.kernel.events import Event, EventRecord
from lending.kernel.ids import EventId, RequestId
from lending.kernel.money import CNY, Currency, Money
from lending.loans.events import LoanRepaid, TrancheDisbursed
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.operations.commands import DayOpened
from lending.payments.deduction import DeductionOrder, DeductionStatus
from lending.payments.disbursement import PAID, DisbursementOrder, GivenBack, PayoutStatus
from lending.payments.ids import DeductionOrderId, DisbursementOrderId
from lending.payments.ports import DEDUCTIONS, DISBURSEMENTS
from lending.reconciliation.matching import Record, Standing
from lending.reconciliation.statement import Flow
from lending_adapters.memory import MemoryStore
from lending_adapters.sql import SqlStore, flows
from lending_adapters.stores import OpenStore
from tests.integration.sql.made import DAY, NOW, loan

CHANNELS = ["MAIN", "OTHER"]
DAYS = [DAY, DAY + timedelta(days=1)]
CURRENCIES = [CNY, Currency("USD")]
SUBJECTS = ["loan_1", "loan_2", "diff_1", "difference", "manual"]
ACCOUNTS = ["1012.01", "1303.01"]


def payout(chance: random.Random, number: int, loans: list[Loan]) -> DisbursementOrder:
    status = chance.choice(list(PayoutStatus))
    day = chance.choice(DAYS) if status in PAID else None
    came_back = status in PAID and status is not PayoutStatus.SUCCESS
    opened = number < len(loans) and chance.random() < 0.8
    return DisbursementOrder(
        bank="ICBC",
        id=DisbursementOrderId.make(RequestId(f"payout-{number}"), 0),
        contract_id=loans[number].contract_id if opened else f"no loan {number}",
        amount=Money(chance.randint(1, 10**9), chance.choice(CURRENCIES)),
        ordered_at=NOW,
        status=status,
        attempt=chance.randint(1, 3),
        channel=chance.choice(CHANNELS),
        paid_on=day,
        concluded_on=day and chance.choice(DAYS),
        given_back=GivenBack(chance.choice(DAYS), chance.choice(DAYS), "account closed") if came_back else None,
    )


def deduction(chance: random.Random, number: int) -> DeductionOrder:
    status = chance.choice(list(DeductionStatus))
    day = chance.choice(DAYS) if status is DeductionStatus.SUCCESS else None
    return DeductionOrder(
        id=DeductionOrderId.make(RequestId(f"deduction-{number}"), 0),
        loan_id=f"loan_{number}",
        day=NOW.date(),
        customer_id="customer",
        amount=Money(chance.randint(1, 10**9), chance.choice(CURRENCIES)),
        ordered_at=NOW,
        status=status,
        channel=chance.choice(CHANNELS),
        paid_on=day,
        concluded_on=day and chance.choice(DAYS),
    )


def a_voucher(chance: random.Random, number: int) -> Voucher:
    amount = chance.choice([-1, 1]) * chance.randint(1, 10**6)
    lines = [
        JournalLine(chance.choice(ACCOUNTS), side, amount, chance.choice(SUBJECTS)) for side in Side for _ in range(2)
    ]
    return Voucher(
        id=VoucherId.make(RequestId(f"voucher-{number}"), 0),
        book="OWN",
        business_date=chance.choice(DAYS),
        value_date=DAY,
        event="REPAID",
        source=f"voucher-{number}",
        currency=CNY,
        lines=tuple(lines),
    )


def an_event(chance: random.Random, of: Loan) -> Event:
    amount, nothing = Money(chance.randint(1, 10**12)), Money(0)
    if chance.random() < 0.3:
        return TrancheDisbursed(loan_id=of.id, key="k", principal=amount, on=DAY)
    rest = dict.fromkeys(("interest", "fee", "penalty", "compound", "credit", "deposit"), nothing)
    return LoanRepaid(loan_id=of.id, key="k", on=DAY, amount=amount, principal=amount, **rest)


def some_business(seed: int) -> Changes:
    chance = random.Random(seed)
    loans = [loan(f"loan-{number}") for number in range(8)]
    writes = [Write(LOANS, each, 0) for each in loans]
    writes += [Write(DISBURSEMENTS, payout(chance, number, loans), 0) for number in range(40)]
    writes += [Write(DEDUCTIONS, deduction(chance, number), 0) for number in range(40)]
    writes += [Write(VOUCHERS, a_voucher(chance, number), 0) for number in range(20)]
    request = RequestId(f"business-{seed}")
    events = []
    for ordinal in range(30):
        of = chance.choice(loans)
        events.append(
            EventRecord(
                id=EventId.make(request, ordinal),
                ordinal=ordinal,
                event=an_event(chance, of),
                subject=of.id.value,
                causation=request,
                correlation=request,
                actor="teller",
                business_date=chance.choice(DAYS),
                recorded_at=NOW,
            )
        )
    receipt = StoredReceipt(request, "StartBusiness", "business", DayOpened(DAY))
    return Changes(writes=tuple(writes), relied_on=(), events=tuple(events), outbox=(), receipt=receipt)


def every_side(store: OpenStore) -> Iterator[tuple[str, list[Record]]]:
    for day in DAYS:
        for channel in CHANNELS:
            for currency in CURRENCIES:
                yield f"{channel} {day} {currency}", sorted(store.statement_side(channel, day, currency), key=str)
        yield f"orders {day}", sorted(store.order_side(day), key=str)
        yield f"business {day}", sorted(store.business_side(day), key=str)
        yield f"ledger {day}", sorted(store.ledger_side(day), key=str)


@pytest.mark.parametrize("page", [1, 7, 50_000])
def test_every_side_is_what_memory_finds(store: SqlStore, page: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flows, "PAGE", page)
    memory, changes = MemoryStore(), some_business(page)
    for each in (memory, store):
        each.commit(changes)
    found = dict(every_side(store))
    assert found == dict(every_side(memory))
    assert all(found.values()), "every side has something"


def test_an_order_that_changes_changes_its_columns(store: SqlStore) -> None:
    """The columns are those of the version that stands."""
    order = attrs.evolve(payout(random.Random(1), 0, []), status=PayoutStatus.IN_DOUBT, channel="MAIN", paid_on=None)
    order = attrs.evolve(order, amount=Money(5), concluded_on=None)
    done = attrs.evolve(order, status=PayoutStatus.SUCCESS, paid_on=DAY, concluded_on=DAYS[1])
    for version, (held, standing) in enumerate(((order, Standing.OPEN), (done, Standing.SUCCESS))):
        receipt = StoredReceipt(RequestId(f"r{version}"), "StartBusiness", "x", DayOpened(DAY))
        write = Write(DISBURSEMENTS, held, version)
        store.commit(Changes(writes=(write,), relied_on=(), events=(), outbox=(), receipt=receipt))
        assert list(store.statement_side("MAIN", DAY, CNY)) == [Record(Flow.PAYOUT, order.order_no, 5, standing)]
    assert list(store.order_side(DAYS[1])) == [Record(Flow.PAYOUT, order.order_no, 5, Standing.SUCCESS)]
