"""Rows of a portfolio that is handed over: single ones, and as many as are asked for, in a file."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.facts import OpenInstalment
from lending.loans.portfolio import OpeningBalances, PortfolioRow
from lending.products.product import Product
from lending_adapters.book import read_book
from lending_adapters.take_on.form import COLUMNS
from tests.support.desk import person

__all__ = [
    "BAD_EVERY",
    "CUT_OVER",
    "bad_cells",
    "balances",
    "cells",
    "come_to",
    "open_instalment",
    "portfolio",
    "portfolio_row",
    "small_cash",
    "write_portfolio",
]

CUT_OVER = date(2024, 4, 17)
"""Day 12 of period 4 of base loan L, paid out on 5 January 2024."""


def small_cash() -> Product:
    """The shipped small cash loan."""
    return next(product for product in read_book().products if product.code == "small-cash")


def portfolio_row(**given: Any) -> PortfolioRow:
    """A row of base loan L: 12,000.00 at 18 % over 12 months."""
    plain: dict[str, Any] = {
        "line": 2,
        "reference": "OLD-1",
        "person": person(1),
        "product": "small-cash",
        "opened_on": date(2024, 1, 5),
        "principal": Money.parse("12000.00"),
        "instalments": 12,
        "annual_rate": Rate.parse("0.18"),
    }
    return PortfolioRow(**(plain | given))


def balances(**given: Any) -> OpeningBalances:
    """Balances, amounts as text."""
    plain: dict[str, Any] = {"instalments": 0, "accrued": "0.00", "fees": "0.00", "credit": "0.00"}
    money = {"principal", "accrued", "fees", "credit", "instalment", "next_interest"}
    filled: dict[str, Any] = {
        name: Money.parse(value) if name in money else value for name, value in (plain | given).items()
    }
    return OpeningBalances(**filled)


def open_instalment(
    due: date, principal: str, interest: str, penalty: str = "0.00", compound: str = "0.00"
) -> OpenInstalment:
    """An instalment that fell due and is unpaid."""
    parts = zip(("principal", "interest", "penalty", "compound"), (principal, interest, penalty, compound), strict=True)
    return OpenInstalment(due=due, **{name: Money.parse(text) for name, text in parts})


# --- files --------------------------------------------------------------------------------------

KINDS = 8
"""Rows come in turn: current, current with its own instalment, in arrears, held money, non-accrual, written off, two
with a history; so the figures of any number of rows are known."""


BORN = date(1970, 1, 1)
BAD_EVERY = 50

PER_KIND = {
    0: {"1303.01": "9197.91", "1132.01": "55.19"},
    1: {"1303.01": "9197.91", "1132.01": "55.19"},
    2: {"1303.01": "9197.91", "1303.02": "1881.93", "1132.01": "55.19", "1132.02": "318.39", "1132.03": "5.00",
        "1132.04": "1.00", "1132.05": "30.00"},
    3: {"1303.01": "9197.91", "1132.01": "55.19", "2241.03": "-500.00"},
    4: {"1303.03": "11079.84", "7101.01": "387.33"},
    5: {"7102.01": "10516.98"},
    6: {"1303.01": "9197.91", "1132.01": "55.19"},
    # F1 of L: rows 2 and 3 ask 933.96 and 947.97 of principal, which are overdue, row 4's period has earned 55.19.
    7: {"1303.01": "9197.91", "1303.02": "1881.93", "1132.01": "55.19", "1132.02": "318.39"},
}  # fmt: skip
"""What a loan of each kind comes to, by account, debit positive: the row's own words, or L's plan (F1, F6)."""


def cells(serial: int) -> dict[str, str]:
    """The cells of loan number `serial` of a portfolio: base loan L in one of its states on the cut-over day."""
    who = person(serial % 1000, BORN + timedelta(days=serial // 1000))
    plain = {
        "reference": f"OLD-{serial}", "name": who.name, "identity_number": who.identity_number, "phone": who.phone,
        "city": who.city, "monthly_income": who.monthly_income.text, "account_number": who.account.number,
        "bank": who.account.bank, "account_holder": who.account.holder, "product": "small-cash",
        "opened_on": "2024-01-05", "principal": "12000.00", "instalments": "12", "annual_rate": "0.18",
    }  # fmt: skip
    left = {
        "principal_not_due": "9197.91", "instalments_left": "9", "next_due": "2024-05-05", "accrued_interest": "55.19",
    }  # fmt: skip
    bad = {"opened_on": "2023-08-05", "unpaid": "2023-12-05 933.96 166.20 12.50 1.25 | 2024-01-05 947.97 152.19"}
    states: tuple[dict[str, str], ...] = (
        left,
        left | {"instalment": "1100.16", "next_interest": "137.97"},
        left | {"unpaid": "2024-03-05 933.96 166.20 5.00 1.00 | 2024-04-05 947.97 152.19", "fees": "30.00"},
        left | {"credit": "500.00"},
        left | bad,
        {"opened_on": "2023-08-05", "unpaid": "2023-09-05 10000.00 496.98 20.00", "written_off": "true"},
        {"history": "2024-02-05 REPAYMENT 1100.16 | 2024-03-05 REPAYMENT 1100.16 | 2024-04-05 REPAYMENT 1100.16"},
        {"history": "2024-01-20 CHARGE FEE 30.00 | 2024-02-05 REPAYMENT 1130.16", "principal_left": "11079.84"},
    )
    return plain | states[serial % KINDS]


def bad_cells(serial: int) -> dict[str, str]:
    """A row that cannot be taken on, for one of five reasons."""
    wrong: tuple[dict[str, str], ...] = (
        {"identity_number": "11010519491231002Y"},
        {"annual_rate": "18%"},
        {"product": "no-such"},
        {"principal_not_due": "12000.01", "instalments_left": "9", "next_due": "2024-05-05", "history": ""},
        {"opened_on": "2024-02-30"},
    )
    return cells(serial) | wrong[serial // BAD_EVERY % len(wrong)]


def portfolio(loans: int, after: int = 0) -> Iterator[dict[str, str]]:
    """So many rows, from that after number `after` on, of which every fiftieth is bad."""
    serials = range(after + 1, after + loans + 1)
    return (cells(serial) if serial % BAD_EVERY else bad_cells(serial) for serial in serials)


def come_to(loans: int) -> dict[str, Decimal]:
    """What the good rows of a portfolio come to by account, debit positive, reckoned from the kinds alone."""
    totals: dict[str, Decimal] = {}
    for serial in range(1, loans + 1):
        if serial % BAD_EVERY:
            for account, amount in PER_KIND[serial % KINDS].items():
                totals[account] = totals.get(account, Decimal(0)) + Decimal(amount)
    off_book = sum(amount for account, amount in totals.items() if account.startswith("7"))
    on_book = sum(totals.values()) - off_book
    return totals | {"3001.01": Decimal(-on_book), "7999": Decimal(-off_book)}


def write_portfolio(path: Path, rows: Iterable[Mapping[str, str]]) -> Path:
    """Write a CSV file of these rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path
