"""The form of a portfolio file: one row a loan, named columns, values as text.

Amounts are decimals in major units ("1100.16"), rates decimals a year ("0.18"), dates as 2024-01-05. A row has either
balances or a history. `unpaid` and `history` hold several entries with ` | ` between them:

    unpaid    2024-03-05 933.96 166.20 5.00 1.00      due date, principal, interest, penalty and compound if any
    history   2024-02-05 REPAYMENT 1100.16 | 2024-02-09 CHARGE FEE 30.00 | 2024-03-01 RATE 0.16 | 2024-03-02 IMPAIRMENT
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import attrs

from lending.customers.customer import BankAccount, Person
from lending.kernel.days import parse_day
from lending.kernel.invalid import InvalidInput, InvalidValue, Violation, shown
from lending.kernel.money import CURRENCIES, Money
from lending.kernel.rates import Rate
from lending.kernel.whole import parse_whole
from lending.loans.choices import Component
from lending.loans.facts import OpenInstalment
from lending.loans.portfolio import OpeningBalances, PastAct, PastKind, PortfolioRow

__all__ = ["BALANCES", "COLUMNS", "REJECTED", "REQUIRED", "parse_row"]

T = TypeVar("T")

REQUIRED = (
    "reference", "name", "identity_number", "phone", "city", "monthly_income", "account_number", "bank", "product",
    "opened_on", "principal", "instalments", "annual_rate",
)  # fmt: skip
BALANCES = (
    "principal_not_due", "instalments_left", "next_due", "accrued_interest", "accrued_since", "instalment",
    "next_interest", "unpaid", "fees", "credit", "impaired", "written_off",
)  # fmt: skip
COLUMNS = (
    *REQUIRED, "account_holder", "currency", "vin", "due_day", "first_due", *BALANCES, "history", "principal_left",
)  # fmt: skip
REJECTED = ("line", "reasons")
"""What a file of rejected rows has before these; a mended one can be taken on as it is."""

HIDDEN = frozenset({"name", "identity_number", "phone", "account_number", "account_holder"})
NUMBER_MAX = 100_000
ENTRIES = "|"
COLUMN_OF = {
    "person.account.number": "account_number",
    "person.account.holder": "account_holder",
    "person.account.bank": "bank",
    "balances.principal": "principal_not_due",
    "balances.instalments": "instalments_left",
    "balances.accrued": "accrued_interest",
}
"""Fields whose column is not named as they are."""
KINDS = {kind.value: kind for kind in PastKind}
COMPONENTS = {component.value: component for component in Component}
FLAGS = {"": False, "false": False, "true": True}


class Cells:
    """Reads the cells of one row; every fault is kept, and told together."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self._cells = cells
        self.faults: list[Violation] = []
        self.currency = self.one("currency", lambda text: _among(CURRENCIES, text), CURRENCIES["CNY"])

    def one(self, name: str, parse: Callable[[str], T], absent: T) -> T:
        """The value in a column, `absent` where there is none or it is at fault."""
        text = self._cells.get(name, "")
        if not text:
            return absent
        try:
            return parse(text)
        except InvalidInput as invalid:
            self.take(name, invalid)
            return absent

    def money(self, name: str) -> Money:
        """An amount, nothing where none is given."""
        return self.one(name, self.amount, Money(0, self.currency))

    def amount(self, text: str) -> Money:
        """An amount in the row's currency."""
        return Money.parse(text, self.currency)

    def text(self, name: str) -> str:
        """The text as it stands."""
        return self._cells.get(name, "")

    def many(self, name: str, parse: Callable[[list[str]], T]) -> tuple[T, ...]:
        """The entries in a column, each split into its words."""
        entries = [entry.split() for entry in self.text(name).split(ENTRIES)] if self.text(name) else []
        found = []
        for number, words in enumerate(entries, 1):
            try:
                found.append(parse(words))
            except InvalidInput as invalid:
                self.take(f"{name}[{number}]", invalid)
        return tuple(found)

    def take(self, name: str, invalid: InvalidInput) -> None:
        """Keep what is wrong with a column, nothing personal shown."""
        for violation in invalid.under(name).violations:
            hidden = violation.field in HIDDEN
            self.faults.append(attrs.evolve(violation, value="(hidden)") if hidden else violation)


def parse_row(line: int, cells: Mapping[str, str]) -> PortfolioRow:
    """The row that stands in `line`. Raises `InvalidInput` with everything that is wrong with it, by column."""
    read = Cells(cells)
    for name in REQUIRED:
        if not read.text(name):
            read.faults.append(Violation(name, "nothing", "a value"))
    given: dict[str, Any] = {
        "line": line,
        "reference": read.text("reference"),
        "product": read.text("product"),
        "vin": read.text("vin") or None,
        "opened_on": read.one("opened_on", parse_day, None),
        "principal": read.money("principal"),
        "instalments": read.one("instalments", _whole, 1),
        "annual_rate": read.one("annual_rate", Rate.parse, Rate(0)),
        "first_due": read.one("first_due", parse_day, None),
        "due_day": read.one("due_day", _whole, None),
        "balances": _balances(read) if any(read.text(name) for name in BALANCES) else None,
        "history": read.many("history", lambda words: _act(words, read)),
        "principal_left": read.one("principal_left", read.amount, None),
    }
    row = None
    if not read.faults:
        row = _made(read, lambda: PortfolioRow(person=_person(read), **given))
    if row is None:
        raise InvalidInput(read.faults)
    return row


def _made(read: Cells, make: Callable[[], T], within: str = "") -> T | None:
    try:
        return make()
    except InvalidInput as invalid:
        for violation in invalid.under(within).violations:
            read.take("", InvalidInput([attrs.evolve(violation, field=column_of(violation.field))]))
        return None


def column_of(field: str) -> str:
    """The column that a row's field stands in."""
    return COLUMN_OF.get(field, field.removeprefix("balances."))


def _person(read: Cells) -> Person:
    try:
        account = BankAccount(
            number=read.text("account_number"),
            bank=read.text("bank"),
            holder=read.text("account_holder") or read.text("name"),
        )
    except InvalidInput as invalid:
        raise invalid.under("person.account") from None
    return Person(
        name=read.text("name"),
        identity_number=read.text("identity_number"),
        phone=read.text("phone"),
        city=read.text("city"),
        monthly_income=read.money("monthly_income"),
        account=account,
    )


def _balances(read: Cells) -> OpeningBalances | None:
    given: dict[str, Any] = {
        "principal": read.money("principal_not_due"),
        "instalments": read.one("instalments_left", _whole, 0),
        "next_due": read.one("next_due", parse_day, None),
        "accrued": read.money("accrued_interest"),
        "accrued_since": read.one("accrued_since", parse_day, None),
        "instalment": read.one("instalment", read.amount, None),
        "next_interest": read.one("next_interest", read.amount, None),
        "unpaid": read.many("unpaid", lambda words: _unpaid(words, read)),
        "fees": read.money("fees"),
        "credit": read.money("credit"),
        "impaired": read.text("impaired") or None,
        "written_off": read.one("written_off", lambda text: _among(FLAGS, text), absent=False),
    }
    return _made(read, lambda: OpeningBalances(**given), "balances")


def _unpaid(words: list[str], read: Cells) -> OpenInstalment:
    if not 3 <= len(words) <= 5:
        raise InvalidValue("", " ".join(words), "a due date, principal, interest, and penalty and compound if any")
    amounts = [*map(read.amount, words[1:]), *[Money(0, read.currency)] * (5 - len(words))]
    return OpenInstalment(
        due=parse_day(words[0]), principal=amounts[0], interest=amounts[1], penalty=amounts[2], compound=amounts[3]
    )


def _act(words: list[str], read: Cells) -> PastAct:
    """An entry of a history: its date, what was done, and the component, amount or rate that goes with it."""
    expected = "a date and an act, such as 2024-02-05 REPAYMENT 1100.16 or 2024-02-09 CHARGE FEE 30.00"
    if not 2 <= len(words) <= 4:
        raise InvalidValue("", " ".join(words), expected)
    kind, rest = _among(KINDS, words[1]), words[2:]
    component = _among(COMPONENTS, rest.pop(0)) if rest and rest[0].isalpha() and rest[0].isascii() else None
    if len(rest) > 1:
        raise InvalidValue("", " ".join(words), expected)
    act = PastAct(
        on=parse_day(words[0]),
        kind=kind,
        component=component,
        rate=Rate.parse(rest[0]) if rest and kind is PastKind.RATE else None,
        amount=read.amount(rest[0]) if rest and kind is not PastKind.RATE else None,
    )
    if act.fault is not None:
        raise InvalidInput([act.fault])
    return act


def _among(known: Mapping[str, T], text: str) -> T:
    if text not in known:
        raise InvalidInput([Violation("", shown(text), f"one of {', '.join(filter(None, known))}")])
    return known[text]


def _whole(text: str) -> int:
    return parse_whole(text, 0, NUMBER_MAX)
