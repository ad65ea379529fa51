"""The database itself holds the journal to its rules, whoever writes to it."""

import itertools
import threading
from datetime import date, timedelta

import attrs
import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from lending.accounting.journal import JournalLine, Side, Voucher
from lending.accounting.loan_balances import SubjectBalance
from lending.accounting.periods import ClosedPeriod
from lending.accounting.ports import PERIODS, VOUCHERS, LedgerPlace, LedgerSlice
from lending.accounting.queries import AccountBalance
from lending.application.store import VersionConflict
from lending_adapters.memory import MemoryStore
from lending_adapters.sql import SqlStore, ledgers, make_engine, upgrade
from tests.integration.sql.made import DAY, balanced, commit_of, kept, voucher

HEADER = text(
    "INSERT INTO vouchers (id, book, business_date, value_date, event, currency, source) "
    "VALUES (:id, 'OWN', '2024-01-05', '2024-01-05', 'X', 'CNY', 's')"
)
LINE = text(
    "INSERT INTO journal_lines (voucher_id, number, account, side, amount, subject, party, shard) "
    "VALUES (:id, :number, '1131', :side, :amount, 'loan', '', 0)"
)


def line(connection: Connection, voucher_id: str, number: int, side: str, amount: int) -> None:
    connection.execute(LINE, {"id": voucher_id, "number": number, "side": side, "amount": amount})


def unchecked(made: Voucher, amount: int) -> Voucher:
    """The voucher with another amount in its first line, past the check of its constructor."""
    object.__setattr__(made.lines[0], "amount", amount)
    return made


def test_a_voucher_is_read_as_it_was_written(store: SqlStore) -> None:
    lines = (("1131", Side.DEBIT, 70), ("1132", Side.DEBIT, -30), ("1001", Side.CREDIT, 40))
    made = voucher("r1", *lines)
    store.commit(kept("r1", made))
    loaded = store.load(VOUCHERS, made.id.value)
    assert loaded is not None
    assert loaded.value == made
    assert [found.value for found in store.lookup(VOUCHERS, VOUCHERS.keys[0], "r1")] == [made]


def test_vouchers_are_paged_whole(store: SqlStore) -> None:
    made = sorted((balanced(f"r{number}") for number in range(5)), key=lambda voucher: voucher.id.value)
    for each in made:
        store.commit(kept(each.source, each))
    first = store.page(VOUCHERS, None, "", "", 3)
    assert [*first, *store.page(VOUCHERS, None, "", first[-1].id.value, 3)] == made


def test_the_store_refuses_a_voucher_that_does_not_balance(store: SqlStore) -> None:
    with pytest.raises(DBAPIError, match="does not balance"):
        store.commit(kept("r1", unchecked(balanced("r1"), 99)))
    assert store.page(VOUCHERS, None, "", "", 9) == ()


def test_a_voucher_written_again_is_a_conflict(store: SqlStore) -> None:
    store.commit(kept("r1", balanced("r1")))
    with pytest.raises(VersionConflict):
        store.commit(kept("r2", balanced("r1")))


def test_a_header_without_lines_is_refused(store: SqlStore, engine: Engine) -> None:
    del store
    with pytest.raises(DBAPIError, match="does not balance"), engine.begin() as connection:
        connection.execute(HEADER, {"id": "v1"})


def test_lines_without_a_header_are_refused_at_commit(store: SqlStore, engine: Engine) -> None:
    del store
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN" if engine.dialect.name == "sqlite" else "SELECT 1")
        line(connection, "v1", 1, "DEBIT", 5)
        line(connection, "v1", 2, "CREDIT", 5)
        with pytest.raises(IntegrityError):
            connection.commit()


def test_no_line_comes_after_its_header(store: SqlStore, engine: Engine) -> None:
    made = balanced("r1")
    store.commit(kept("r1", made))
    with pytest.raises(DBAPIError, match="closed"), engine.begin() as connection:
        line(connection, made.id.value, 3, "DEBIT", 0)


def test_lines_of_two_transactions_do_not_make_one_voucher(postgres_url: str) -> None:
    """A line slipped in while the header was not yet to be seen is found when it is committed."""
    engine = make_engine(postgres_url)
    upgrade(engine)
    with engine.connect() as slow, engine.connect() as quick:
        line(slow, "v1", 3, "DEBIT", 7)
        line(quick, "v1", 1, "DEBIT", 5)
        line(quick, "v1", 2, "CREDIT", 5)
        quick.execute(HEADER, {"id": "v1"})
        quick.commit()
        with pytest.raises(DBAPIError, match="does not balance"):
            slow.commit()
    engine.dispose()


def write_straight(engine: Engine, debit: int, credit: int, *, header_first: bool = False) -> None:
    """A voucher of two lines, written past every line of our code."""
    with engine.begin() as connection:
        if header_first:
            connection.execute(HEADER, {"id": "v1"})
        line(connection, "v1", 1, "DEBIT", debit)
        line(connection, "v1", 2, "CREDIT", credit)
        connection.execute(HEADER, {"id": "v1"})


def closed(book: str, month: str) -> ClosedPeriod:
    return ClosedPeriod(book=book, month=month, closed_on=DAY)


def test_a_closed_period_takes_no_voucher_whoever_writes_it(store: SqlStore, engine: Engine) -> None:
    """Of that book and that month; the days beside it and the other books stay open."""
    store.commit(commit_of("r1", (PERIODS, closed("OWN", "2024-01"), 0)))
    with pytest.raises(DBAPIError, match="closed"):
        store.commit(kept("r2", balanced("r2", on=date(2024, 1, 31))))
    with pytest.raises(DBAPIError, match="period"):
        write_straight(engine, 5, 5)
    store.commit(kept("r3", balanced("r3", on=date(2024, 2, 1))))
    store.commit(kept("r4", balanced("r4", on=date(2023, 12, 31))))
    store.commit(kept("r5", balanced("r5", on=date(2024, 1, 31), book="FND:BANK_A")))


@pytest.mark.parametrize("act", ["UPDATE closed_periods SET id = id", "DELETE FROM closed_periods"])
def test_a_closed_period_is_never_opened_again(store: SqlStore, engine: Engine, act: str) -> None:
    store.commit(commit_of("r1", (PERIODS, closed("OWN", "2024-01"), 0)))
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text(act))


def test_an_unbalanced_voucher_is_refused_whatever_order_it_is_written_in(store: SqlStore, engine: Engine) -> None:
    """Of two currencies no voucher can be: it has one, and its lines have none of their own."""
    del store
    for amounts in ((5, 4), (5, -5), (0, 1)):
        with pytest.raises(DBAPIError, match="does not balance"):
            write_straight(engine, *amounts)
    with pytest.raises(DBAPIError, match="does not balance"):
        write_straight(engine, 5, 5, header_first=True)


@pytest.mark.parametrize("table", ["vouchers", "journal_lines"])
@pytest.mark.parametrize("act", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_the_journal_is_never_changed(store: SqlStore, engine: Engine, table: str, act: str) -> None:
    store.commit(kept("r1", balanced("r1")))
    column = "event" if table == "vouchers" else "account"
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text(act.format(table, column, column)))


def test_balances_are_those_of_a_scan(store: SqlStore) -> None:
    memory = MemoryStore()
    made = [
        balanced("r1", 100),
        balanced("r2", -40),
        balanced("r3", 7, on=DAY + timedelta(days=1)),
        balanced("r4", 9, book="BANK"),
    ]
    for each in made:
        for either in (store, memory):
            either.commit(kept(each.source, each))
    assert store.account_balances("OWN", DAY) == memory.account_balances("OWN", DAY)
    assert store.account_balances("OWN", DAY) == (
        AccountBalance("1001", "CNY", 0, 60),
        AccountBalance("1131", "CNY", 60, 0),
    )
    assert store.account_balances("OWN", DAY - timedelta(days=1)) == ()


@pytest.mark.parametrize("page", [1, 2, 50_000])
def test_balances_by_subject_are_those_of_a_scan(store: SqlStore, page: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """By loan and account, of one book and currency, through a day; in order whatever the pages."""
    monkeypatch.setattr(ledgers, "PAGE", page)
    memory, later = MemoryStore(), DAY + timedelta(days=1)
    for number in range(6):
        for of, amount in (("loan_a", 100), ("loan_b", -40 - number), ("loan_c", 7)):
            made = balanced(f"{of}-{number}", amount, ("OWN", "FND:BANK_A")[number % 2], DAY if number < 4 else later)
            lines = tuple(attrs.evolve(line, subject=of) for line in made.lines)
            for either in (store, memory):
                either.commit(kept(made.source, attrs.evolve(made, lines=lines)))
    for book, day in itertools.product(("OWN", "FND:BANK_A"), (DAY - timedelta(days=1), DAY, later)):
        found = list(store.subject_balances(book, "CNY", day))
        assert found == list(memory.subject_balances(book, "CNY", day))
        assert len(found) == (0 if day < DAY else 6)
    assert list(store.subject_balances("FND:BANK_A", "CNY", DAY))[2:4] == [
        SubjectBalance("loan_b", "1001", 84),
        SubjectBalance("loan_b", "1131", -84),
    ]
    assert list(store.subject_balances("OWN", "JPY", later)) == []


JOURNAL = [
    balanced("r1", 100),
    balanced("r2", -40),
    balanced("r3", 7, on=DAY + timedelta(days=1)),
    balanced("r4", 9, book="BANK"),
    balanced("r5", 3, on=DAY + timedelta(days=2)),
]


@pytest.mark.parametrize("since", [DAY, DAY + timedelta(days=1), DAY + timedelta(days=9)])
@pytest.mark.parametrize("through", [DAY, DAY + timedelta(days=1), DAY + timedelta(days=9)])
@pytest.mark.parametrize("limit", [1, 2, 10])
def test_a_ledger_is_that_of_a_scan_page_by_page(store: SqlStore, since: date, through: date, limit: int) -> None:
    memory = MemoryStore()
    for each in JOURNAL:
        for either in (store, memory):
            either.commit(kept(each.source, each))
    place = LedgerPlace(since, "", 0)
    while True:
        wanted = LedgerSlice(
            book="OWN", account="1131", currency="CNY", after=place, through=through, subject="", party="", limit=limit
        )
        opening, lines = store.ledger_lines(wanted)
        assert (opening, lines) == memory.ledger_lines(wanted)
        if not lines:
            break
        place = lines[-1].place
    counted = [
        each.lines[0].signed
        for each in JOURNAL
        if each.book == "OWN" and (each.business_date < since or each.business_date <= through)
    ]
    assert opening == sum(counted)


def test_a_ledger_of_one_subject_or_party_has_no_other_lines(store: SqlStore) -> None:
    for request, amount, subject, party in (("r1", 5, "loan_1", "ALIPAY"), ("r2", 8, "loan_2", "UNION")):
        lines = (
            JournalLine("1012.01", Side.DEBIT, amount, subject, party),
            JournalLine("1303.01", Side.CREDIT, amount, subject),
        )
        store.commit(kept(request, attrs.evolve(balanced(request), lines=lines)))
    every = LedgerSlice(
        book="OWN",
        account="1012.01",
        currency="CNY",
        after=LedgerPlace(DAY, "", 0),
        through=DAY,
        subject="",
        party="",
        limit=9,
    )
    assert sorted(line.amount for line in store.ledger_lines(every)[1]) == [5, 8]
    assert [line.amount for line in store.ledger_lines(attrs.evolve(every, subject="loan_2"))[1]] == [8]
    assert [line.amount for line in store.ledger_lines(attrs.evolve(every, party="ALIPAY"))[1]] == [5]
    assert store.ledger_lines(attrs.evolve(every, party="ALIPAY", subject="loan_2")) == (0, ())


def test_threads_post_side_by_side(store: SqlStore) -> None:
    def post(worker: int) -> None:
        for number in range(10):
            store.commit(kept(f"r-{worker}-{number}", balanced(f"r-{worker}-{number}", 1)))

    threads = [threading.Thread(target=post, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.account_balances("OWN", DAY)[0] == AccountBalance("1001", "CNY", 0, 40)
