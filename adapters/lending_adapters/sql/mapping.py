"""Which tables keep which kind: documents, unless the kind has tables of its own."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import MetaData

from lending.application.kinds import Kind
from lending_adapters.codec import Codec
from lending_adapters.privacy import Keyring
from lending_adapters.sql.document_table import table_name
from lending_adapters.sql.documents import Documents
from lending_adapters.sql.funder_money import FUNDER_MONEY
from lending_adapters.sql.journal_tables import JournalTables
from lending_adapters.sql.loan_tables import LoanTables
from lending_adapters.sql.loans import Loans
from lending_adapters.sql.orders import DeductionOrders, DisbursementOrders
from lending_adapters.sql.positions import Positions, PositionTables
from lending_adapters.sql.rows import Rows
from lending_adapters.sql.schema import LOAN, ORDERS, POSITION, VOUCHER
from lending_adapters.sql.session import Session
from lending_adapters.sql.vouchers import Vouchers

__all__ = ["map_kinds"]


def map_kinds(
    kinds: Iterable[Kind[Any]], metadata: MetaData, session: Session, codec: Codec, keyring: Keyring
) -> dict[str, Rows[Any]]:
    """For each kind, by name, what keeps it."""
    tables = metadata.tables
    rows: dict[str, Rows[Any]] = {}
    for kind in kinds:
        if kind.name == VOUCHER:
            rows[kind.name] = Vouchers(kind, JournalTables(tables["vouchers"], tables["journal_lines"]), session)
        elif kind.name == LOAN:
            rows[kind.name] = Loans(kind, LoanTables(tables["loans"], tables["instalments"]), session, codec, keyring)
        elif kind.name == POSITION:
            kept = PositionTables(tables[table_name(kind.name)], tables["funder_parts"])
            rows[kind.name] = Positions(kind, kept, session, codec, keyring)
        elif kind.name in ORDERS:
            keep = DisbursementOrders if kind.name == ORDERS[0] else DeductionOrders
            rows[kind.name] = keep(kind, tables[table_name(kind.name)], session, codec, keyring)
        elif kind.name in FUNDER_MONEY:
            rows[kind.name] = FUNDER_MONEY[kind.name](kind, tables[table_name(kind.name)], session, codec, keyring)
        else:
            rows[kind.name] = Documents(kind, tables[table_name(kind.name)], session, codec, keyring)
    return rows
