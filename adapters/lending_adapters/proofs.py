"""Proofs over a live database: what must always hold, each one query over sets."""

import os
from collections.abc import Mapping

from sqlalchemy import Connection, text

from lending.accounting.chart import Chart
from lending.accounting.ports import CHART, CHARTS
from lending_adapters.daily_proofs import proofs_of_books
from lending_adapters.proof import FIRST, Proof
from lending_adapters.sql import make_engine
from lending_adapters.stores import open_store

__all__ = ["Proof", "prove"]

LEDGER = """
WITH line AS (
    SELECT voucher_id, account, subject, party, CASE side WHEN 'DEBIT' THEN amount ELSE -amount END AS signed
    FROM journal_lines
), posted AS (
    SELECT book, currency, account, subject, party, signed FROM line JOIN vouchers ON vouchers.id = voucher_id
), booked AS (
    SELECT subject AS loan, account, SUM(signed) AS balance FROM posted WHERE book = 'OWN' GROUP BY subject, account
), principal AS (
    SELECT loan, SUM(balance) AS balance FROM (
        SELECT loan, balance FROM booked WHERE account LIKE '1303.%' OR account = '7201.01'
        UNION ALL SELECT loan_id, claimed_principal FROM funder_parts
    ) AS lent_out GROUP BY loan
), held AS (
    SELECT party AS funder, currency, account, SUM(signed) AS balance FROM posted
    WHERE book = 'OWN' AND party <> '' GROUP BY party, currency, account
), theirs AS (
    SELECT SUBSTR(book, 5) AS funder, currency, account, SUM(signed) AS balance FROM posted
    WHERE book LIKE 'FND:%' GROUP BY book, currency, account
), part AS (
    SELECT funder_parts.*, currency FROM funder_parts JOIN loans ON loans.id = loan_id
), shared AS (
    SELECT loan_id AS loan, SUM(interest_due + claimed_interest_due) AS interest_due FROM funder_parts
    GROUP BY loan_id
), credit AS (
    SELECT loan, balance FROM booked WHERE account = '2241.03'
), plan AS (
    SELECT loan_id AS loan, SUM(principal_left) AS principal_left, SUM(interest) AS interest,
           SUM(principal_left + interest_left) AS rents_left
    FROM instalments GROUP BY loan_id
), leased AS (
    SELECT subject AS loan, SUM(CASE account WHEN '1541.01' THEN signed ELSE 0 END) AS rents,
           SUM(CASE account WHEN '1541.02' THEN signed ELSE 0 END) AS unearned,
           SUM(CASE account WHEN '6011.03' THEN signed ELSE 0 END) AS income,
           SUM(CASE account WHEN '2241.01' THEN signed ELSE 0 END) AS deposit
    FROM line WHERE account IN ('1541.01', '1541.02', '6011.03', '2241.01') GROUP BY subject
), due AS (
    SELECT positions.loan_id AS loan, SUM(interest_left) AS interest FROM positions
    JOIN instalments ON instalments.loan_id = positions.loan_id AND due_on <= through GROUP BY positions.loan_id
), lent AS (
    SELECT id AS loan FROM loans WHERE COALESCE(lease, '') <> 'DIRECT'
), class AS (
    SELECT loan_id AS loan, '1303.01' AS account, principal_normal AS stands
    FROM positions JOIN lent ON lent.loan = loan_id
    UNION ALL SELECT loan_id, '1303.02', principal_overdue FROM positions JOIN lent ON lent.loan = loan_id
    UNION ALL SELECT loan_id, '1303.03', principal_non_accrual FROM positions JOIN lent ON lent.loan = loan_id
    UNION ALL SELECT loan_id, '7102.01', claim FROM positions
), owed AS (
    SELECT loan_id AS loan, '1132.01' AS account, interest_accrued AS amount, non_accrual FROM positions
    UNION ALL SELECT loan_id, '1132.02', interest_due, non_accrual FROM positions
    UNION ALL SELECT loan_id, '1132.03', penalty, non_accrual FROM positions
    UNION ALL SELECT loan_id, '1132.04', compound, non_accrual FROM positions
    UNION ALL SELECT loan_id, '1132.05', fees, non_accrual FROM positions
), component AS (
    SELECT loan, CASE WHEN non_accrual AND amount > 0 THEN '7101.01' ELSE account END AS account, amount FROM owed
), stated AS (
    SELECT loan, account, SUM(amount) AS amount FROM component
    WHERE account NOT IN ('1132.01', '1132.02') OR loan IN (SELECT loan FROM lent) GROUP BY loan, account
)
"""
"""What the proofs speak of: lines with debit positive; in our book what is booked of each loan, our part and the memo
of the funders', and by funder; in the funders' books their accounts; and each funder's part of each loan."""

PROOFS = {
    "every voucher balances": (
        "SELECT COUNT(*) FROM vouchers",
        "SELECT voucher_id FROM line GROUP BY voucher_id HAVING SUM(signed) <> 0",
    ),
    "every voucher has lines": (
        "SELECT COUNT(*) FROM vouchers",
        "SELECT id FROM vouchers LEFT JOIN journal_lines ON voucher_id = vouchers.id WHERE voucher_id IS NULL",
    ),
    "every line has its voucher": (
        "SELECT COUNT(*) FROM journal_lines",
        "SELECT voucher_id FROM journal_lines LEFT JOIN vouchers ON vouchers.id = voucher_id WHERE vouchers.id IS NULL",
    ),
    "debits are credits in each book and currency": (
        "SELECT COUNT(*) FROM (SELECT DISTINCT book, currency FROM vouchers) AS books",
        """SELECT v.book || ' ' || v.currency FROM vouchers v JOIN line ON line.voucher_id = v.id
           GROUP BY v.book, v.currency HAVING SUM(line.signed) <> 0""",
    ),
    "principal and credit on the books are the loans'": (
        "SELECT COUNT(*) FROM loans WHERE credit_balance = 0 AND COALESCE(lease, '') <> 'DIRECT'",
        """SELECT id FROM loans LEFT JOIN principal ON principal.loan = loans.id
           LEFT JOIN credit ON credit.loan = loans.id
           WHERE credit_balance = 0 AND COALESCE(lease, '') <> 'DIRECT'
           AND (COALESCE(principal.balance, 0) <> principal_outstanding OR COALESCE(credit.balance, 0) <> 0)""",
    ),
    "a credit balance pays what it pays and no more": (
        "SELECT COUNT(*) FROM loans WHERE credit_balance <> 0 AND COALESCE(lease, '') <> 'DIRECT'",
        # The row states the loan on its last change; since then the balance may have paid what fell due.
        """SELECT id FROM loans LEFT JOIN principal ON principal.loan = loans.id
           LEFT JOIN credit ON credit.loan = loans.id
           WHERE credit_balance <> 0 AND COALESCE(lease, '') <> 'DIRECT'
           AND (credit_balance < 0 OR COALESCE(credit.balance, 0) > 0
                OR COALESCE(principal.balance, 0) > principal_outstanding
                OR principal_outstanding - COALESCE(principal.balance, 0)
                   > credit_balance + COALESCE(credit.balance, 0))""",
    ),
    "principal and claims stand in the class of their loan": (
        "SELECT COUNT(*) FROM positions",
        """SELECT class.loan FROM class LEFT JOIN booked ON booked.loan = class.loan AND booked.account = class.account
           WHERE COALESCE(booked.balance, 0) <> class.stands""",
    ),
    "non-accrual loans are those whose principal stands as non-accrual": (
        "SELECT COUNT(*) FROM loans WHERE status = 'NON_ACCRUAL'",
        # Between two nodes of the end of day the books have not yet come to the day that the loan was looked at.
        """SELECT id FROM loans JOIN booked ON booked.loan = loans.id
           WHERE account LIKE '1303.%' AND balance <> 0
           AND (status = 'NON_ACCRUAL') <> (account = '1303.03')
           AND id NOT IN (SELECT loan_id FROM positions WHERE positions.through < loans.stated_on)""",
    ),
    "accruing loans are owed on book, non-accrual loans off book": (
        "SELECT COUNT(*) FROM positions",
        # Joined, not asked row by row: a database may keep what is named above without an index.
        """SELECT stated.loan FROM stated
           LEFT JOIN booked ON booked.loan = stated.loan AND booked.account = stated.account
           WHERE stated.amount <> COALESCE(booked.balance, 0)
           UNION SELECT booked.loan FROM booked
           LEFT JOIN stated ON stated.loan = booked.loan AND stated.account = booked.account
           WHERE booked.balance <> 0 AND (booked.account LIKE '1132.%' OR booked.account = '7101.01')
           AND stated.loan IS NULL""",
    ),
    "interest due on the plan is due in the books": (
        "SELECT COUNT(*) FROM loans WHERE credit_balance = 0",
        """SELECT loans.id FROM loans JOIN positions ON positions.loan_id = loans.id
           LEFT JOIN shared ON shared.loan = loans.id LEFT JOIN due ON due.loan = loans.id
           WHERE credit_balance = 0 AND positions.through >= loans.stated_on
           AND COALESCE(due.interest, 0) <> positions.interest_due + COALESCE(shared.interest_due, 0)""",
    ),
    "no voucher mixes on-book and off-book lines": (
        "SELECT COUNT(*) FROM vouchers",
        """SELECT voucher_id FROM line WHERE account LIKE '7%'
           AND voucher_id IN (SELECT voucher_id FROM line WHERE account NOT LIKE '7%')""",
    ),
    "rents on the books are the leases'": (
        "SELECT COUNT(*) FROM loans WHERE lease = 'DIRECT' AND credit_balance = 0",
        """SELECT id FROM loans LEFT JOIN leased ON leased.loan = loans.id LEFT JOIN plan ON plan.loan = loans.id
           WHERE lease = 'DIRECT' AND credit_balance = 0 AND COALESCE(leased.rents, 0) <> COALESCE(rents_left, 0)""",
    ),
    "income not yet earned on the books is that in the leases' rents": (
        "SELECT COUNT(*) FROM loans WHERE lease = 'DIRECT'",
        """SELECT id FROM loans LEFT JOIN leased ON leased.loan = loans.id LEFT JOIN plan ON plan.loan = loans.id
           WHERE lease = 'DIRECT'
           AND COALESCE(leased.unearned + leased.income, 0) <> interest_given_up - COALESCE(interest, 0)""",
    ),
    "deposits on the books are what lessees have left": (
        "SELECT COUNT(*) FROM loans",
        """SELECT id FROM loans LEFT JOIN leased ON leased.loan = loans.id
           WHERE COALESCE(leased.deposit, 0) <> -deposit_held""",
    ),
    "a settled loan has nothing receivable": (
        "SELECT COUNT(*) FROM loans WHERE status = 'SETTLED'",
        """SELECT id FROM loans JOIN posted ON subject = loans.id WHERE status = 'SETTLED'
           AND (account LIKE '1132.%' OR account LIKE '1541.%') GROUP BY id, book, account HAVING SUM(signed) <> 0""",
    ),
    "what is claimed in a funder's stead is what is left of it": (
        "SELECT COUNT(*) FROM funder_parts WHERE claimed <> 0",
        """SELECT loan FROM (
               SELECT subject AS loan, party AS funder, signed AS amount FROM posted WHERE account = '1221.02'
               UNION ALL SELECT loan_id, funder, -claimed FROM funder_parts) AS claimed_of
           GROUP BY loan, funder HAVING SUM(amount) <> 0""",
    ),
    "what is payable to a funder is its unsettled shares": (
        "SELECT COUNT(DISTINCT funder) FROM funder_parts",
        """SELECT funder || ' ' || currency FROM (
               SELECT funder, currency, balance AS amount FROM held WHERE account = '2314.02'
               UNION ALL SELECT funder, currency, payable FROM part
               UNION ALL SELECT funder, currency, -kept_amount FROM funder_collections
               UNION ALL SELECT funder, currency, -paid_amount FROM funder_settlements) AS owed_to
           GROUP BY funder, currency HAVING SUM(amount) <> 0""",
    ),
    "what we manage for a funder is the principal in its book": (
        "SELECT COUNT(DISTINCT funder) FROM funder_parts",
        """SELECT funder || ' ' || currency FROM (
               SELECT funder, currency, balance AS amount FROM held WHERE account = '7201.01'
               UNION ALL SELECT funder, currency, -balance FROM theirs WHERE account LIKE '1303.%') AS managed
           GROUP BY funder, currency HAVING SUM(amount) <> 0""",
    ),
    "a funder's principal is its part of each loan": (
        "SELECT COUNT(*) FROM funder_parts",
        """SELECT loan FROM (
               SELECT subject AS loan, SUBSTR(book, 5) AS funder, signed AS amount FROM posted
               WHERE book LIKE 'FND:%' AND account LIKE '1303.%'
               UNION ALL SELECT loan_id, funder, -principal FROM part) AS apart
           GROUP BY loan, funder HAVING SUM(amount) <> 0""",
    ),
    "a funder's money with us is what we hold and owe": (
        "SELECT COUNT(DISTINCT funder) FROM funder_parts",
        """SELECT funder || ' ' || currency FROM (
               SELECT funder, currency, balance AS amount FROM held WHERE account IN ('2314.01', '2314.02', '1221.01')
               UNION ALL SELECT funder, currency, balance FROM theirs WHERE account = '1011.01') AS placed
           GROUP BY funder, currency HAVING SUM(amount) <> 0""",
    ),
    "instalments sum to the principal outstanding": (
        "SELECT COUNT(*) FROM loans",
        """SELECT id FROM loans LEFT JOIN plan ON plan.loan = loans.id
           WHERE COALESCE(plan.principal_left, 0) <> principal_outstanding""",
    ),
    "no instalment is negative or paid beyond what it asks": (
        "SELECT COUNT(*) FROM instalments",
        """SELECT loan_id FROM instalments WHERE principal < 0 OR interest < 0 OR fee < 0
           OR principal_left < 0 OR interest_left < 0 OR fee_left < 0""",
    ),
    "one loan for each contract": (
        "SELECT COUNT(*) FROM loans",
        "SELECT contract_id FROM loans GROUP BY contract_id HAVING COUNT(*) > 1",
    ),
    "one payout for each part of a contract": (
        "SELECT COUNT(*) FROM disbursement_orders",
        "SELECT part FROM disbursement_orders GROUP BY part HAVING COUNT(*) > 1",
    ),
}
"""By name: how many things are looked at, and which of them break it."""


DAILY = {
    "debits are credits in each book and currency": 1,
    "principal and claims stand in the class of their loan": 2,
    "accruing loans are owed on book, non-accrual loans off book": 3,
    "what is payable to a funder is its unsettled shares": 4,
    "what we manage for a funder is the principal in its book": 5,
    "a funder's money with us is what we hold and owe": 6,
    "rents on the books are the leases'": 9,
    "income not yet earned on the books is that in the leases' rents": 9,
    "deposits on the books are what lessees have left": 9,
}
"""Which of the nine daily proofs (domain §4) some of these are."""


def prove(url: str, environment: Mapping[str, str] = os.environ) -> tuple[Proof, ...]:
    """Every proof over the database at `url`. Raises what `open_store` does."""
    store = open_store(url, environment=environment)
    engine = make_engine(url, 1)
    try:
        chart = store.load(CHARTS, CHART)
        with engine.connect() as connection:
            proved = tuple(_proved(connection, name, *queries) for name, queries in PROOFS.items())
            known = _accounts_known(connection, chart.value if chart else None)
            return (*proved, known, *proofs_of_books(connection, store))
    finally:
        engine.dispose()
        store.close()


def _proved(connection: Connection, name: str, counting: str, breaking: str) -> Proof:
    checked = connection.execute(text(counting)).scalar_one()
    broken = f"{LEDGER} SELECT COUNT(*) FROM ({breaking}) AS broken"  # noqa: S608 - all of it stands above
    violated = connection.execute(text(broken)).scalar_one()
    first = connection.execute(text(f"{LEDGER} {breaking} LIMIT {FIRST}")).scalars() if violated else ()
    return Proof(
        name=name,
        checked=int(checked),
        violated=int(violated),
        first=tuple(map(str, first)),
        daily=DAILY.get(name, 0),
    )


def _accounts_known(connection: Connection, chart: Chart | None) -> Proof:
    used = set(connection.execute(text("SELECT DISTINCT account FROM journal_lines")).scalars())
    unknown = sorted(used - (chart.codes if chart else frozenset()))
    name = "every account posted to is in the chart"
    return Proof(name=name, checked=len(used), violated=len(unknown), first=tuple(unknown[:FIRST]))
