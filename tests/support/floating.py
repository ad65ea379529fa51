"""Loans that follow publications, on a stage or a desk.

`lpr-cash`: 300,000.00 over 36 months at LPR 1Y + 255 bp, reset monthly (F9).

Paid out on 20 July 2024, two days before the LPR fell from 3.45 % to 3.35 %: 6.00 % until the reset of 1 August,
5.90 % from then. `festival-cash`: 18 %, and what falls due on a holiday is payable until the next workday (F19).
"""

from datetime import date
from pathlib import Path

__all__ = ["FIRST_DUE", "RESET", "START", "write_products"]

START, RESET, FIRST_DUE = date(2024, 7, 20), date(2024, 8, 1), date(2024, 8, 20)

LPR_CASH = """\
code = "lpr-cash"
name = "浮动利率贷款"
version = 1
mode = "REGULAR_CREDIT"
scene = "CASH"
payee = "BORROWER"
currency = "CNY"
amount_min = "30000.00"
amount_max = "300000.00"
amount_step = "1000.00"
terms = [36]
method = "EQUAL_INSTALMENT"
annual_rate = { tenor = "1Y", spread_bp = 255, reset = "MONTHLY" }
accrual = "PER_PERIOD"
day_count = "ACT/360"
"""

FESTIVAL_CASH = """\
code = "festival-cash"
name = "节假日顺延贷款"
version = 1
mode = "SMALL_CASH"
scene = "CASH"
payee = "BORROWER"
currency = "CNY"
amount_min = "500.00"
amount_max = "50000.00"
amount_step = "100.00"
terms = [12]
method = "EQUAL_INSTALMENT"
annual_rate = "0.18"
accrual = "PER_PERIOD"
day_count = "ACT/360"
holiday = "NEXT"
"""


def write_products(folder: Path) -> Path:
    """A book with the products."""
    (folder / "products").mkdir(parents=True)
    (folder / "products" / "lpr-cash.toml").write_text(LPR_CASH, encoding="utf-8")
    (folder / "products" / "festival-cash.toml").write_text(FESTIVAL_CASH, encoding="utf-8")
    return folder
