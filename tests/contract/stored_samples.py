"""One value of every stored type, and the texts that past versions wrote of them.

`python -m tests.contract.stored_samples` writes the text of each type's present version that is not there
yet; `--again` rewrites those of the present version, which is right only before they are first released.
"""

import collections.abc
import enum
import json
import sys
import types
import typing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import attrs

from lending.accounting.journal import JournalLine, Side, Voucher, VoucherId
from lending.application.commands import Command
from lending.funding.funder import Funder, FunderType, Quota, QuotaKind
from lending.kernel.ids import Id, RequestId
from lending.kernel.money import CNY, Currency, Money
from lending.kernel.rates import Rate
from lending.operations.calendar import CalendarYear
from lending.operations.commands import StartBusiness
from lending_adapters.codec import Codec, Encoded
from lending_adapters.codec.registered import registered_types

__all__ = ["FIXTURES", "fixture_of", "read", "sample_of"]

FIXTURES = Path(__file__).parent / "fixtures"
REQUEST = RequestId("r1")
DAY = date(2024, 1, 5)

SIMPLE: dict[Any, Any] = {
    str: "text",
    bool: True,
    int: 3,
    date: DAY,
    datetime: datetime(2024, 1, 5, 2, tzinfo=UTC),
    Money: Money(1_200_000),
    Rate: Rate(18_000_000),
    Currency: CNY,
    RequestId: REQUEST,
    Command: StartBusiness(DAY),
    CalendarYear: CalendarYear(2024, frozenset({DAY})),
    Voucher: Voucher(
        id=VoucherId.make(REQUEST, 0),
        book="OWN",
        business_date=DAY,
        value_date=DAY,
        event="DISBURSED",
        source="r1",
        currency=CNY,
        lines=(JournalLine("1303.01", Side.DEBIT, 5, "loan"), JournalLine("1002.01", Side.CREDIT, 5, "loan")),
    ),
}
SIMPLE[Funder] = Funder(
    code="BANK_A",
    name="甲银行",
    version=1,
    type=FunderType.BANK,
    quotas=(Quota(kind=QuotaKind.TOTAL, amount=Money.parse("50000.00")),),
)
CONTAINERS: dict[Any, Any] = {
    tuple: tuple,
    frozenset: frozenset,
    dict: lambda pair: dict([tuple(pair)]),
    collections.abc.Mapping: lambda pair: dict([tuple(pair)]),
}
FIELDS = {
    "bank": "ICBC",
    "book": "OWN",
    "BookingRule.account": "1012.01",
    "DraftLine.account": "1002.01",
    "month": "2024-01",
    "code": "1303.01",
    "credit": "1303.01",
    "debit": "1002.01",
    "digest": "0" * 64,
    "event": "REPAID",
    "funder": "BANK_A",
    "identity_number": "11010519491231002X",
    "FunderAccount.ours": "1012.01",
    "FunderAccount.theirs": "1011.01",
    "number": "6222021234567890",
    "PostingRule.amount": "disbursed",
    "FundingScheme.code": "bank-a-70",
    "Product.code": "car-leaseback",
    "Channel.code": "MAIN",
    "Vendor.code": "FACE_A",
    "photo": "0" * 64,
    "phone": "13812345678",
    "SettlementAnswer.of": "0" * 64,
    "source": "MAIN",
    "vin": "LSVAA4187E2123459",
}
"""Fields whose text is not free, by name."""


def sample_of(annotation: Any, field: str = "") -> Any:
    """A value for this annotation; fields with defaults keep them."""
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in {typing.Union, types.UnionType}:
        return sample_of(next(member for member in args if member is not type(None)), field)
    if origin in CONTAINERS:
        return CONTAINERS[origin](sample_of(item, field) for item in args if item is not Ellipsis)
    of = origin or annotation
    known = FIELDS.get(field, FIELDS.get(field.partition(".")[2])) if of is str else None
    return known or SIMPLE.get(of) or made_of(of)


def made_of(of: Any) -> Any:
    """The first member of an enumeration, an id, or a value with all that it requires."""
    if issubclass(of, enum.Enum):
        return next(iter(of))
    if issubclass(of, Id):
        return of.make(REQUEST, 0)
    attrs.resolve_types(of)
    required = [each for each in attrs.fields(of) if each.init and each.default is attrs.NOTHING]
    return of(**{each.alias: sample_of(each.type, f"{of.__name__}.{each.name}") for each in required})


def fixture_of(name: str, schema: int) -> Path:
    """Where the text of a version of a type is kept."""
    return FIXTURES / f"{name}.{schema}.json"


def read(path: Path) -> Encoded:
    """A text as a past version wrote it."""
    name, schema, _ = path.name.split(".")
    return Encoded(name, int(schema), json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False))


def write_fixtures(*, again: bool) -> None:
    """Write the texts of the present versions."""
    FIXTURES.mkdir(exist_ok=True)
    codec = Codec(registered_types())
    for of in registered_types():
        stored = codec.encode(sample_of(of))
        path = fixture_of(stored.type, stored.schema)
        if again or not path.exists():
            text = json.dumps(json.loads(stored.body), ensure_ascii=False, indent=1)
            path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_fixtures(again="--again" in sys.argv)
