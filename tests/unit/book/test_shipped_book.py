"""The book that ships: what it says, checked against the handbook and against where it comes from."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from lending.accounting.chart import AccountType
from lending.accounting.commands import PublishChart, PublishPostingRules
from lending.accounting.journal import Side
from lending.funding.commands import PublishFunder, PublishFundingRules, PublishFundingScheme
from lending.inquiries.commands import PublishVendors
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.operations.commands import PublishCalendar
from lending.payments.commands import PublishChannels
from lending.products.commands import PublishProduct, PublishReferenceRates
from lending.products.product import Payee
from lending.products.rates import Floating, Reset, Tenor
from lending_adapters.book import Book, read_book, write_book
from lending_adapters.book.calendar import official_years

HANDBOOK_ACCOUNTS = """
1002.01 1002.02 1011.01 1012.01 1132.01 1132.02 1132.03 1132.04 1132.05 1221.01 1221.02 1221.03 1303.01 1303.02
1303.03 1304.01 1441.01 1541.01 1541.02 2202.01 2221.01 2241.01 2241.02 2241.03 2241.04 2241.05 2314.01 2314.02
2801.01 4103.01 4104.01 6011.01 6011.02 6011.03 6021.01 6021.02 6115.01 6301.01 6421.01 6421.02 6601.01 6702.01
6711.01 7001.01 7101.01 7102.01 7201.01 7301.01 7401.01 7999
"""
TAKE_ON_CLEARING = "3001.01"
"""移行过渡户: what the handbook has no account for."""
CREDIT_TYPES = {AccountType.LIABILITY, AccountType.EQUITY, AccountType.INCOME, AccountType.CONTRA_ASSET}


@pytest.fixture(scope="module")
def book() -> Book:
    return read_book()


def test_it_is_published_in_an_order_in_which_each_part_finds_what_it_needs(book: Book) -> None:
    kinds = list(dict.fromkeys(type(command) for command in book.commands))
    configuration = [PublishCalendar, PublishReferenceRates, PublishChart, PublishPostingRules]
    outside = [PublishChannels, PublishVendors]
    assert kinds == [*configuration, *outside, PublishFundingRules, PublishFunder, PublishFundingScheme, PublishProduct]


def test_the_chart_is_the_handbooks_and_the_take_on_clearing_account(book: Book) -> None:
    assert book.chart is not None
    codes = [account.code for account in book.chart.accounts]
    assert [code for code in codes if code != TAKE_ON_CLEARING] == HANDBOOK_ACCOUNTS.split()
    assert TAKE_ON_CLEARING in codes


def test_accounts_stand_on_the_side_of_their_type(book: Book) -> None:
    assert book.chart is not None
    on_credit = {account.code for account in book.chart.accounts if account.normal is Side.CREDIT}
    assert on_credit == {a.code for a in book.chart.accounts if a.type in CREDIT_TYPES or a.code == "7999"}


def test_each_posting_rule_is_there_once(book: Book) -> None:
    assert book.posting_rules is not None
    rules = book.posting_rules
    for part in (rules.own, rules.prefunded, rules.advanced, rules.funder):
        named = [(rule.scheme, rule.event, rule.amount, rule.debit.startswith("7")) for rule in part.rules]
        assert len(named) == len(set(named))


@pytest.mark.requirement("R11", "R1")
def test_small_cash_lends_up_to_fifty_thousand_at_a_fixed_rate_to_the_borrower(book: Book) -> None:
    product = next(product for product in book.products if product.code == "small-cash")
    assert (product.annual_rate, product.payee, product.amount_max.text, product.terms) == (
        Rate.parse("0.18"), Payee.BORROWER, "50000.00", (3, 6, 12),
    )  # fmt: skip
    assert product.admits(Money.parse("50000.01"), 12).failure().code == "AMOUNT_OUT_OF_RANGE"


@pytest.mark.requirement("R94")
def test_the_leaseback_is_priced_on_the_lpr_and_pays_the_dealer(book: Book) -> None:
    product = next(product for product in book.products if product.code == "car-leaseback")
    assert product.annual_rate == Floating(Tenor.ONE_YEAR, 255, Reset.QUARTERLY)
    assert (product.payee, product.terms, product.down_payment_percent_min) == (Payee.DEALER, (12, 24, 36), 20)


def test_the_price_of_the_handbook_comes_from_the_history_of_the_lpr(book: Book) -> None:
    """F9: 3.45 % + 255 bp = 6.00 % at the beginning of 2024, 3.10 % + 255 bp = 5.65 % a year later."""
    assert book.rates is not None
    floating = Floating(Tenor.ONE_YEAR, 255, Reset.QUARTERLY)
    assert book.rates.price(floating, date(2024, 1, 5)) == Rate.parse("0.06")
    assert book.rates.price(floating, date(2025, 1, 1)) == Rate.parse("0.0565")


def test_the_calendar_is_what_the_package_says(book: Book) -> None:
    """The shipped file serves where the package is not installed; tools/generate_calendar.py makes it anew."""
    assert book.calendar == official_years()


def test_the_calendar_knows_the_spring_festival_of_2024(book: Book) -> None:
    """F19: off from 10 to 17 February; Sunday the 18th is worked."""
    workdays = next(year.workdays for year in book.calendar if year.year == 2024)
    assert not [day for day in range(10, 18) if date(2024, 2, day) in workdays]
    assert date(2024, 2, 18) in workdays


def test_the_calendar_has_no_gap(book: Book) -> None:
    assert all(later.year == earlier.year + 1 for earlier, later in pairwise(book.calendar))


def test_a_book_written_and_read_again_is_the_same(book: Book, tmp_path: Path) -> None:
    written = write_book(book, tmp_path)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in written) == [
        "calendar.toml", "channels.toml", "chart.toml", "funders/BANK_A.toml", "funding/bank-a-70.toml",
        "funding_rules.toml", "lpr.csv", "posting_rules.toml",
        "products/car-direct-lease.toml", "products/car-in-an-hour.toml", "products/car-leaseback.toml",
        "products/small-cash-joint.toml", "products/small-cash.toml", "vendors.toml",
    ]  # fmt: skip
    assert read_book(tmp_path) == book
