"""Balances in every mode: one row moved by each commit, or the lines of the day added to the day before's."""

import itertools
import threading
from datetime import date, timedelta

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from lending.accounting.booking import BookingMode, BookingModes, BookingRule
from lending.accounting.chart import Account, AccountType, Chart
from lending.accounting.day_balances import DayBalances
from lending.accounting.journal import JournalLine, Side, Voucher
from lending.accounting.messages import SumDay
from lending.accounting.ports import BOOKING_MODES, CHART, CHARTS, DAY_BALANCES, BooksReader
from lending.accounting.queries import AccountBalance, GetBalance
from lending.accounting.summing import account_totals, get_balance, modes_on, sum_day
from lending.application.call import Actor, Call, Role
from lending.application.ports import Delivery
from lending.kernel.ids import RequestId
from lending_adapters.memory import MemoryStore
from lending_adapters.sql import SqlStore
from tests.integration.sql.made import DAY, NOW, balanced, commit_of, kept

ONE_DAY = timedelta(days=1)
DAYS = [DAY + number * ONE_DAY for number in range(4)]
HOT, OTHER = "1012.01", "6011.01"
REAL_TIME = BookingModes(DAYS[1], (BookingRule(HOT, BookingMode.REAL_TIME),))
MIXED = BookingModes(
    DAYS[2], (BookingRule(HOT, BookingMode.REAL_TIME, "REPAID"), BookingRule(OTHER, BookingMode.REAL_TIME))
)

CHART_OF_TWO = Chart(
    1,
    (
        Account(HOT, "Payment-channel balance", "备付金", AccountType.ASSET, Side.DEBIT),
        Account(OTHER, "Interest income", "利息收入", AccountType.INCOME, Side.CREDIT),
    ),
)


def posted(request: str, day: date, event: str, amount: int, party: str, book: str) -> Voucher:
    lines = JournalLine(HOT, Side.DEBIT, amount, "", party), JournalLine(OTHER, Side.CREDIT, amount, "")
    return attrs.evolve(balanced(request, on=day, book=book), event=event, lines=lines)


drawn = st.lists(
    st.tuples(
        st.sampled_from(DAYS),
        st.sampled_from(["REPAID", "DISBURSED"]),
        st.integers(-500, 500),
        st.sampled_from(["", "MAIN", "BACKUP"]),
        st.sampled_from(["OWN", "FND:BANK_A"]),
    ),
    max_size=12,
)


def asked(store: BooksReader, on: date, **wanted: str) -> tuple[int, int]:
    call = Call(request_id=RequestId("r"), actor=Actor("a", Role.ACCOUNTANT), received_at=NOW, business_date=on)
    balance = get_balance(GetBalance(**wanted), call, store).unwrap()
    return balance.previous, balance.now


SALT = itertools.count(1)


@given(made=drawn, summed=st.integers(0, 3))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_mode_answers_what_the_lines_add_up_to(
    store: SqlStore, made: list[tuple[date, str, int, str, str]], summed: int
) -> None:
    """On each day another mode is in force; so many days are summed, the others are not yet."""
    salt = next(SALT)
    memory, shift = MemoryStore(), 50 * salt * ONE_DAY
    both: tuple[SqlStore | MemoryStore, ...] = (store, memory)
    for either in both:
        if either.load(CHARTS, CHART) is None:
            either.commit(commit_of(f"{salt}-chart", (CHARTS, CHART_OF_TWO, 0)))
        for modes in (REAL_TIME, MIXED):
            later = attrs.evolve(modes, since=modes.since + shift)
            either.commit(commit_of(f"{salt}-{modes.since}", (BOOKING_MODES, later, 0)))
        for number, (day, event, amount, party, book) in enumerate(made):
            request = f"{salt}-{number}"
            either.commit(kept(request, posted(request, day + shift, event, amount, party, f"{book}_{salt}")))
        for day in DAYS[:summed]:
            kept_of = DayBalances(day + shift, either.movements("", date.min, day + shift))
            either.commit(commit_of(f"{salt}-sum-{day}", (DAY_BALANCES, kept_of, 0)))
    for on, book in itertools.product(DAYS, ("OWN", "FND:BANK_A")):
        whole, through = f"{book}_{salt}", on + shift
        assert account_totals(store, whole, through, DAYS[-1] + shift) == store.account_balances(whole, through)
        for account, party in ((HOT, ""), (HOT, "MAIN"), (HOT, "BACKUP"), (OTHER, "")):
            wanted = {"book": whole, "account": account, "party": party}
            right = added(made, book, account, party, on)
            assert asked(store, through, **wanted) == asked(memory, through, **wanted) == right


def added(
    made: list[tuple[date, str, int, str, str]], book: str, account: str, party: str, on: date
) -> tuple[int, int]:
    """The balance before the day and at its end, line by line."""
    signed = [
        (day, amount if account == HOT else -amount)
        for day, _event, amount, whose, where in made
        if where == book and (whose == party if account == HOT else True)
    ]
    return sum(amount for day, amount in signed if day < on), sum(amount for day, amount in signed if day <= on)


def test_a_mode_published_today_holds_from_tomorrow() -> None:
    memory = MemoryStore()
    memory.commit(commit_of("r1", (BOOKING_MODES, REAL_TIME, 0)))
    assert [modes_on(memory, day).mode_of(HOT).value for day in DAYS[:3]] == ["BUFFERED", "REAL_TIME", "REAL_TIME"]
    assert MIXED.mode_of(HOT) is BookingMode.BUFFERED
    assert MIXED.mode_of(HOT, "REPAID") is BookingMode.REAL_TIME
    assert [MIXED.always_real_time(account) for account in (HOT, OTHER)] == [False, True]


def test_only_real_time_lines_move_a_row(store: SqlStore, engine: Engine) -> None:
    store.commit(commit_of("modes", (BOOKING_MODES, REAL_TIME, 0)))
    store.commit(kept("r1", posted("r1", DAYS[0], "REPAID", 5, "MAIN", "OWN")))
    for number in range(3):
        store.commit(kept(f"r2-{number}", posted(f"r2-{number}", DAYS[1], "REPAID", 7, "MAIN", "OWN")))
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT account, party, debit, credit FROM live_balances")).all()
    assert [tuple(row) for row in rows] == [(HOT, "MAIN", 21, 0)]


def test_no_move_of_a_row_is_lost_among_threads(store: SqlStore) -> None:
    store.commit(commit_of("modes", (BOOKING_MODES, REAL_TIME, 0)))

    def post(worker: int) -> None:
        for number in range(10):
            request = f"r-{worker}-{number}"
            store.commit(kept(request, posted(request, DAYS[1], "REPAID", 1, "MAIN", "OWN")))

    threads = [threading.Thread(target=post, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.moved_today("OWN", HOT, "MAIN", "CNY", DAYS[1]) == 40


def test_the_poster_killed_anywhere_is_run_again(store: SqlStore) -> None:
    """It reads, and hands back one command; whatever day it is asked for, days left out come first."""
    for number, day in enumerate(DAYS[:3]):
        store.commit(kept(f"r{number}", posted(f"r{number}", day, "REPAID", 10, "MAIN", "OWN")))
    delivery = Delivery(SumDay(DAYS[2]), at=NOW, first=True)
    for number in range(3):
        first, again = sum_day(delivery, store), sum_day(delivery, store)
        assert first == again
        assert first is not None
        assert first.balances.day == DAYS[number]
        assert {row.signed for row in first.balances.rows} == {10 * (number + 1), -10 * (number + 1)}
        store.commit(commit_of(f"sum-{number}", (DAY_BALANCES, first.balances, 0)))
    assert store.account_balances("OWN", DAYS[2]) == (
        AccountBalance(HOT, "CNY", 30, 0),
        AccountBalance(OTHER, "CNY", 0, 30),
    )
