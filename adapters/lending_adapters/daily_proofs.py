"""Daily proofs over the books as a whole: channels (7), year ends (8), what is kept by subject (9), balances."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy import Connection, text

from lending.accounting.booking import BookingMode
from lending.accounting.channel_lines import BANK_BALANCE, CHANNEL_BALANCE
from lending.accounting.corrections import CHANNEL_FEE, OF_NO_ORDER
from lending.accounting.day_balances import DayBalances
from lending.accounting.ports import DAY_BALANCES, DAY_RELEASES
from lending.accounting.summing import modes_on
from lending.application.kinds import Kind
from lending.credit.ports import CREDIT_LINES, limit_of
from lending.loans.ports import LOANS
from lending.payments.ports import PAYOUT_VOUCHERS
from lending.reconciliation.day import BOOKS, LEDGER
from lending.reconciliation.difference import DifferenceState
from lending.reconciliation.ids import DifferenceId
from lending.reconciliation.ports import DIFFERENCES, RECONCILED_DAYS, STATEMENTS, day_id, statement_id
from lending_adapters.proof import Proof, proof_of
from lending_adapters.stores import OpenStore

__all__ = ["proofs_of_books"]

T = TypeVar("T")

PAGE = 500

UNDRAWN = "7301.01"
OWED, PROMISED = "2202.01", "7001.01"
PENDING = ("1221.03", "2241.02", "2241.04")
"""Where parked differences stand: shortages, suspense, surpluses."""

SIGNED = "CASE l.side WHEN 'DEBIT' THEN l.amount ELSE -l.amount END"
JOINED = "FROM vouchers v JOIN journal_lines l ON l.voucher_id = v.id"

AT_CHANNEL = f"(l.account = '{CHANNEL_BALANCE}' OR (l.account = '{BANK_BALANCE}' AND l.party <> ''))"

ORDER_LINES = f"""
SELECT CAST(v.business_date AS TEXT), SUM({SIGNED}) {JOINED}
WHERE {AT_CHANNEL} AND l.subject NOT LIKE '{DifferenceId.prefix}@_%' ESCAPE '@'
AND v.event NOT IN ({", ".join(f"'{event}'" for event in sorted(OF_NO_ORDER))}) GROUP BY v.business_date
"""

ORDERS = """
SELECT CAST(concluded_on AS TEXT), SUM(amount) FROM (
    SELECT concluded_on, amount FROM deduction_orders WHERE standing = 'SUCCESS'
    UNION ALL SELECT concluded_on, -amount FROM disbursement_orders WHERE standing = 'SUCCESS'
    UNION ALL SELECT back_recorded_on, amount FROM disbursement_orders WHERE back_recorded_on IS NOT NULL
) AS orders GROUP BY concluded_on
"""

FEES = f"""
SELECT l.party, CAST(v.value_date AS TEXT), -SUM({SIGNED}) {JOINED}
WHERE v.event = '{CHANNEL_FEE}' AND {AT_CHANNEL} GROUP BY l.party, v.value_date
"""

RESULTS_LEFT = f"""
SELECT y.id || ' ' || v.currency || ' ' || l.account {JOINED} JOIN year_ends y ON y.book = v.book
WHERE l.account LIKE '6%' AND (CAST(v.business_date AS TEXT) <= y.through
    OR (v.event = 'YEAR_CLOSED' AND CAST(v.value_date AS TEXT) <= y.through))
GROUP BY y.id, v.currency, l.account HAVING SUM({SIGNED}) <> 0
"""

BY_SUBJECT = f"""
SELECT v.book || ' ' || l.account || ' ' || l.subject || l.party {JOINED}
WHERE l.account LIKE '2202%' OR l.account LIKE '7001%' OR l.account LIKE '7301%' OR l.account LIKE '7401%'
GROUP BY v.book, v.currency, l.account, l.subject, l.party
HAVING (l.subject = '' AND l.party = '' AND SUM({SIGNED}) <> 0)
    OR SUM(CASE WHEN l.account LIKE '2%' THEN -({SIGNED}) ELSE {SIGNED} END) < 0
"""

OF_ACCOUNT = f"""
SELECT l.subject, SUM({SIGNED}) {JOINED} WHERE v.book = 'OWN' AND l.account = :account
GROUP BY l.subject HAVING SUM({SIGNED}) <> 0
"""

LIVE_ROWS = """
SELECT CAST(day AS TEXT), book, account, party, currency, debit - credit FROM live_balances
"""

LIVE_LINES = f"""
SELECT CAST(v.business_date AS TEXT), v.book, l.account, l.party, v.currency, v.event, SUM({SIGNED}) {JOINED}
WHERE v.business_date IN (SELECT day FROM live_balances)
GROUP BY v.business_date, v.book, l.account, l.party, v.currency, v.event
"""  # noqa: S608 - as above


def proofs_of_books(connection: Connection, store: OpenStore) -> Iterator[Proof]:
    """All of them, one after the other."""
    yield _channels(connection, store)
    yield _fees(connection, store)
    ended = connection.execute(text("SELECT COUNT(*) FROM year_ends")).scalar_one()
    left = list(connection.execute(text(RESULTS_LEFT)).scalars())
    yield proof_of("profit and loss accounts are zero after the year's end", ended, left, 8)
    kept = connection.execute(text(f"SELECT COUNT(*) FROM ({BY_SUBJECT.partition('HAVING')[0]}) AS kept")).scalar_one()  # noqa: S608
    below = list(connection.execute(text(BY_SUBJECT)).scalars())
    yield proof_of("dealers, payout vouchers, lines and collateral stand by subject, none below zero", kept, below, 9)
    yield _lines(connection, store)
    yield _promised(connection, store)
    yield _pending(connection, store)
    yield _day_balances(store)
    yield _live_balances(connection, store)


def _channels(connection: Connection, store: OpenStore) -> Proof:
    """Of each released day: what the channels' account was booked is what orders moved, less what differs."""
    booked = {str(day): int(moved) for day, moved in connection.execute(text(ORDER_LINES))}
    ordered = {str(day): int(moved) for day, moved in connection.execute(text(ORDERS))}
    days = [release.day for release in _all(store, DAY_RELEASES)]
    wrong = []
    for day in days:
        told = store.lookup(DIFFERENCES, DIFFERENCES.key("day"), day_id(LEDGER, day))
        # A supplement entry repays a loan with a surplus, and stands for the order that there never was.
        supplemented = store.lookup(DIFFERENCES, DIFFERENCES.key("supplemented"), day.isoformat())
        differs = sum(held.value.effect for held in told) - sum(held.value.effect for held in supplemented)
        if booked.get(day.isoformat(), 0) + differs != ordered.get(day.isoformat(), 0):
            wrong.append(day.isoformat())
    return proof_of("1012 is what the channels confirmed, less what is told to differ", len(days), wrong, 7)


def _fees(connection: Connection, store: OpenStore) -> Proof:
    """Of each channel and day: what was booked as its fees is what its last statement says."""
    booked = {(party, day): int(fee) for party, day, fee in connection.execute(text(FEES))}
    days = [day for day in _all(store, RECONCILED_DAYS) if day.source not in BOOKS]
    wrong = []
    for day in days:
        head = store.load(STATEMENTS, statement_id(day.source, day.day, day.version))
        said = head.value.fees if head is not None else None
        if booked.pop((day.source, day.day.isoformat()), 0) != said:
            wrong.append(day.id)
    wrong += [f"{party}/{day}" for (party, day), fee in booked.items() if fee]
    return proof_of("channel fees are those of the channels' statements", len(days), wrong, 7)


def _lines(connection: Connection, store: OpenStore) -> Proof:
    """Of each credit line: off book stands what it promises, and its limit says the same of what is used."""
    booked = _by_subject(connection, UNDRAWN)
    lines = list(_all(store, CREDIT_LINES))
    wrong = [line.id.value for line in lines if booked.pop(line.id.value, 0) != line.undrawn.minor]
    for line in lines:
        limit = store.limit(limit_of(line.id.value))
        if limit is None or limit.used != line.used:
            wrong.append(f"{line.id} in use")
    return proof_of("undrawn credit lines are what the lines promise", len(lines), [*wrong, *booked], 9)


def _promised(connection: Connection, store: OpenStore) -> Proof:
    """Of each loan begun with a payout voucher that stands: its dealer is owed it, on book and off book."""
    promised = {}
    for voucher in _all(store, PAYOUT_VOUCHERS):
        if voucher.is_outstanding:
            (loan,) = store.lookup(LOANS, LOANS.key("contract_id"), voucher.contract_id)
            promised[loan.value.id.value] = voucher.owed.minor
    booked = ((PROMISED, 1, _by_subject(connection, PROMISED)), (OWED, -1, _by_subject(connection, OWED)))
    wrong = [
        f"{account} {subject}"
        for account, side, held in booked
        for subject in sorted(promised.keys() | held.keys())
        if held.get(subject, 0) * side != promised.get(subject, 0)
    ]
    return proof_of("dealers are owed what payout vouchers promise", len(promised), wrong, 9)


def _pending(connection: Connection, store: OpenStore) -> Proof:
    """What is parked stands on the books, in suspense where it names no loan, and nothing else does."""
    booked = Counter(
        {subject: amount for account in PENDING for subject, amount in _by_subject(connection, account).items()}
    )
    parked = Counter(
        {held.id.value: held.effect for held in _all(store, DIFFERENCES) if held.state is DifferenceState.PARKED}
    )
    wrong = [subject for subject in sorted(booked.keys() | parked.keys()) if -booked[subject] != parked[subject]]
    return proof_of("pending accounts are what is parked", len(parked), wrong, 9)


def _by_subject(connection: Connection, account: str) -> dict[str, int]:
    """The balance of an account in our book, by subject, debit positive; those of nothing left out."""
    rows = connection.execute(text(OF_ACCOUNT), {"account": account})
    return {subject: int(signed) for subject, signed in rows}


def _day_balances(store: OpenStore) -> Proof:
    """The balances of the last day that was summed are the sums of all lines through it, and each day's follow."""
    days: list[DayBalances] = list(_all(store, DAY_BALANCES))
    wrong = []
    for before, kept in zip([None, *days], days, strict=False):
        since = before.day if before is not None else date.min
        totals = {row.key: (row.debit, row.credit) for row in (before.rows if before is not None else ())}
        for row in store.movements("", since, kept.day):
            debit, credit = totals.get(row.key, (0, 0))
            totals[row.key] = (debit + row.debit, credit + row.credit)
        if before is not None and kept.day != before.day + timedelta(days=1):
            wrong.append(f"{kept.day} does not follow {before.day}")
        if totals != {row.key: (row.debit, row.credit) for row in kept.rows}:
            wrong.append(kept.day.isoformat())
    return proof_of("the balances of each day are the sums of their lines", len(days), wrong)


def _live_balances(connection: Connection, store: OpenStore) -> Proof:
    """Each row that moves with its lines is the sum of those whose mode that is on the day."""
    rows = {tuple(key): int(signed) for *key, signed in connection.execute(text(LIVE_ROWS))}
    modes = {day: modes_on(store, date.fromisoformat(day)) for day in {str(key[0]) for key in rows}}
    sums: dict[tuple[Any, ...], int] = dict.fromkeys(rows, 0)
    for *key, event, signed in connection.execute(text(LIVE_LINES)):
        day, _book, account, *_ = key
        if modes[day].mode_of(account, event) is BookingMode.REAL_TIME:
            sums[tuple(key)] = sums.get(tuple(key), 0) + int(signed)
    wrong = [" ".join(map(str, key)) for key in sums if sums[key] != rows.get(key)]
    return proof_of("balances that move with their lines are their sums", len(rows), wrong)


def _all(store: OpenStore, kind: Kind[T]) -> Iterator[T]:
    after = ""
    while page := store.page(kind, None, "", after, PAGE):
        yield from page
        after = kind.identity(page[-1])
