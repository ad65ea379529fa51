"""The tables of the first release."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from lending_adapters.sql.columns import text
from lending_adapters.sql.triggers import append_only, balanced_vouchers, functions, open_periods, without_functions

revision = "0001"
down_revision = None

UNIQUE = True
FOUND_BY = ("day", "open", "parked", "undecided", "found", "refunded", "supplemented")
DOCUMENTS: dict[str, dict[str, bool]] = {
    "accounting_days": {},
    "calendar_years": {},
    "job_runs": {"day": not UNIQUE},
    "occupations": {},
    "channels": {},
    "channel_healths": {},
    "cards": {},
    "deduction_batches": {"channel_day": not UNIQUE, "open": not UNIQUE},
    "collection_paces": {},
    "proposals": {"status": not UNIQUE},
    "products": {},
    "reference_rates": {},
    "funding_schemes": {},
    "funders": {},
    "funding_rules": {},
    "funding_decisions": {"customer_id": not UNIQUE},
    "funded_loans": {"loan_id": UNIQUE, "awaits_cover": not UNIQUE},
    "funder_receipts": {},
    "rule_sets": {"scene": not UNIQUE},
    "rule_scenes": {},
    "risk_decisions": {"scene": not UNIQUE, "rule_set": not UNIQUE},
    "funder_collections": {"collected_as": UNIQUE},
    "settlement_items": {"settled_as": not UNIQUE, "day": not UNIQUE, "loan_id": not UNIQUE},
    "funder_settlements": {
        **dict.fromkeys(("funder", "day", "open", "waits", "paid"), not UNIQUE),
        "bank_serial": UNIQUE,
    },
    "charts": {},
    "posting_rules": {},
    "seals": {},
    "customers": {"identity_number": UNIQUE},
    "vendors": {},
    "vendor_healths": {},
    "inquiries": {"about": not UNIQUE, "asked_of": not UNIQUE, "month": not UNIQUE},
    "dealers": {},
    "credit_lines": {"holder": not UNIQUE},
    "applications": {"customer_id": not UNIQUE, "unfinished_customer": UNIQUE, "status": not UNIQUE},
    "contracts": {"application_id": UNIQUE, "live_vin": UNIQUE, "taken_from": UNIQUE},
    "disbursement_orders": {"contract_id": not UNIQUE, "part": UNIQUE, "open": not UNIQUE},
    "payout_vouchers": {
        "contract_id": UNIQUE,
        **dict.fromkeys(("dealer_id", "owed_to", "state"), not UNIQUE),
    },
    "deduction_orders": {"loan_id": not UNIQUE, "open_loan": UNIQUE, "listed": not UNIQUE, "batch": not UNIQUE},
    "day_releases": {},
    "corrections": {"by": UNIQUE},
    "asset_sales": {},
    "closed_periods": {"book": not UNIQUE},
    "year_ends": {"book": not UNIQUE, "through": not UNIQUE},
    "proof_runs": {},
    "booking_modes": {},
    "day_balances": {},
    "statements": {},
    "reconciled_days": {},
    "differences": dict.fromkeys(
        ("day", "open", "parked", "undecided", "found", "refunded", "supplemented", "receipt"), not UNIQUE
    ),
}
"""Tables of documents with the keys that they are found by."""

LOAN_KEYS = {
    "contract_id": UNIQUE,
    "customer_id": not UNIQUE,
    "active_customer": not UNIQUE,
    "active_shard": not UNIQUE,
    "following_shard": not UNIQUE,
}
SHARDED = ("deduction_orders", "funded_loans", "settlement_items")
ORDERS = ("disbursement_orders", "deduction_orders")
LOGS = ("live_balances", "limits", "outbox", "receipts", "events")
DROPPED = ("installation", "funder_parts", "positions", "instalments", "loans", "journal_lines", "vouchers", *LOGS)
APPEND_ONLY = (
    *("events", "vouchers", "journal_lines", "seals", "statements"),
    *("corrections", "closed_periods", "year_ends", "day_balances", "funder_receipts", "settlement_items"),
)


def upgrade() -> None:
    """Make the tables."""
    for table, keys in DOCUMENTS.items():
        shard = [required("shard", sa.SmallInteger())] if table in SHARDED else []
        document_table(table, keys, *shard, *(COLUMNS[table]() if table in COLUMNS else ()))
    for table in ORDERS:
        order_indexes(table)
    log_tables()
    outbox_table()
    limits_table()
    live_balance_table()
    journal_tables()
    loan_tables()
    position_table()
    op.create_table("installation", sa.Column("name", text(), primary_key=True), required("value", text()))
    dialect = op.get_bind().dialect.name
    kept = [statement for table in APPEND_ONLY for statement in append_only(dialect, table)]
    for statement in (*functions(dialect), *kept, *balanced_vouchers(dialect), *open_periods(dialect)):
        op.execute(statement)


def downgrade() -> None:
    """Take the tables away, and their triggers with them."""
    for table in DROPPED:
        op.drop_table(table)
    for table in DOCUMENTS:
        op.drop_table(table)
    for statement in without_functions(op.get_bind().dialect.name):
        op.execute(statement)


def required(name: str, of: Any) -> sa.Column[Any]:
    """A column that always holds something."""
    return sa.Column(name, of, nullable=False)


def document_table(table: str, keys: dict[str, bool], *more: sa.Column[Any]) -> None:
    """Identity, version, body, and a column with an index for every key."""
    op.create_table(
        table,
        sa.Column("id", text()),
        required("version", sa.Integer()),
        required("schema", sa.Integer()),
        required("body", text()),
        *(sa.Column(key, text(), nullable=True) for key in keys),
        *more,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    for key, unique in keys.items():
        if unique:
            held = sa.text(f"{key} IS NOT NULL")
            op.create_index(f"uq_{table}_{key}", table, [key], unique=True, sqlite_where=held, postgresql_where=held)
        else:
            op.create_index(f"ix_{table}_{key}", table, [key, "id"])


def order_columns() -> list[sa.Column[Any]]:
    """What reconciliation computes over."""
    return [
        *(required(name, text()) for name in ("order_no", "channel", "standing", "currency")),
        required("amount", sa.BigInteger()),
        *(
            sa.Column(name, sa.Date(), nullable=True)
            for name in ("paid_on", "concluded_on", "back_on", "back_recorded_on")
        ),
    ]


def settlement_columns() -> list[sa.Column[Any]]:
    """What was paid to funders."""
    return [required("currency", text()), required("paid_amount", sa.BigInteger())]


def collection_columns() -> list[sa.Column[Any]]:
    """What funders have of what they took from borrowers themselves."""
    return [*(required(name, text()) for name in ("funder", "currency")), required("kept_amount", sa.BigInteger())]


COLUMNS = {
    **dict.fromkeys(ORDERS, order_columns),
    "funder_settlements": settlement_columns,
    "funder_collections": collection_columns,
}


def order_indexes(table: str) -> None:
    """How reconciliation finds its orders."""
    op.create_index(f"ix_{table}_paid_on", table, ["paid_on", "channel", "id"])
    op.create_index(f"ix_{table}_concluded_on", table, ["concluded_on", "id"])
    op.create_index(f"ix_{table}_back_on", table, ["back_on", "channel", "id"])
    op.create_index(f"ix_{table}_back_recorded_on", table, ["back_recorded_on", "id"])
    op.create_index(f"ix_{table}_standing", table, ["standing", "channel", "id"])


def log_tables() -> None:
    """Events and receipts."""
    op.create_table(
        "events",
        sa.Column("causation", text()),
        sa.Column("ordinal", sa.Integer()),
        *(required(name, text()) for name in ("id", "type")),
        required("schema", sa.Integer()),
        *(required(name, text()) for name in ("body", "subject", "correlation", "actor")),
        required("business_date", sa.Date()),
        required("recorded_at", text()),
        required("recorded_us", sa.BigInteger()),
        sa.PrimaryKeyConstraint("causation", "ordinal", name="pk_events"),
    )
    op.create_index("ix_events_history", "events", ["recorded_us", "causation", "ordinal"])
    op.create_index("ix_events_subject", "events", ["subject"])
    op.create_index("ix_events_business_date", "events", ["business_date"])
    op.create_table(
        "receipts",
        sa.Column("request_id", text()),
        *(required(name, text()) for name in ("act", "fingerprint", "type")),
        required("schema", sa.Integer()),
        required("body", text()),
        sa.PrimaryKeyConstraint("request_id", name="pk_receipts"),
    )


def outbox_table() -> None:
    """Messages and timers."""
    op.create_table(
        "outbox",
        sa.Column("id", text()),
        required("due_at", text()),
        required("offered_us", sa.BigInteger()),
        required("type", text()),
        required("schema", sa.Integer()),
        *(required(name, text()) for name in ("body", "correlation")),
        *(required(name, sa.Integer()) for name in ("claims", "delays")),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
    )
    op.create_index("ix_outbox_offered", "outbox", ["offered_us", "id"])


def limits_table() -> None:
    """Contended amounts."""
    op.create_table(
        "limits",
        sa.Column("key", text()),
        sa.Column("bucket", sa.SmallInteger()),
        required("buckets", sa.SmallInteger()),
        *(required(name, sa.BigInteger()) for name in ("total", "occupied", "used")),
        *(required(name, sa.SmallInteger()) for name in ("is_open", "is_over")),
        sa.PrimaryKeyConstraint("key", "bucket", name="pk_limits"),
        sa.CheckConstraint("occupied >= 0 AND used >= 0", name="ck_limits_nothing_negative"),
        sa.CheckConstraint("is_over = 1 OR occupied + used <= total", name="ck_limits_within_total"),
    )


def live_balance_table() -> None:
    """Balances that move with their lines."""
    key = ("book", "account", "party", "currency", "day")
    op.create_table(
        "live_balances",
        *(required(name, text()) for name in key[:-1]),
        required("day", sa.Date()),
        *(required(name, sa.BigInteger()) for name in ("debit", "credit")),
        sa.PrimaryKeyConstraint(*key, name="pk_live_balances"),
    )


def journal_tables() -> None:
    """Vouchers and their lines."""
    op.create_table(
        "vouchers",
        sa.Column("id", text()),
        required("book", text()),
        *(required(name, sa.Date()) for name in ("business_date", "value_date")),
        *(required(name, text()) for name in ("event", "currency", "source")),
        sa.PrimaryKeyConstraint("id", name="pk_vouchers"),
    )
    op.create_index("ix_vouchers_source", "vouchers", ["source", "id"])
    op.create_index("ix_vouchers_book_day", "vouchers", ["book", "business_date"])
    op.create_index("ix_vouchers_day", "vouchers", ["business_date", "id"])
    op.create_table(
        "journal_lines",
        sa.Column("voucher_id", text()),
        sa.Column("number", sa.Integer()),
        *(required(name, text()) for name in ("account", "side")),
        required("amount", sa.BigInteger()),
        required("subject", text()),
        required("party", text()),
        required("shard", sa.SmallInteger()),
        sa.PrimaryKeyConstraint("voucher_id", "number", name="pk_journal_lines"),
        sa.CheckConstraint("side IN ('DEBIT', 'CREDIT')", name="ck_journal_lines_side"),
        sa.ForeignKeyConstraint(
            ["voucher_id"],
            ["vouchers.id"],
            name="fk_journal_lines_voucher_id",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_index("ix_journal_lines_subject", "journal_lines", ["subject"])
    op.create_index("ix_journal_lines_account", "journal_lines", ["account", "voucher_id"])


def loan_tables() -> None:
    """Loans and instalments."""
    document_table(
        "loans",
        LOAN_KEYS,
        required("shard", sa.SmallInteger()),
        *(required(name, text()) for name in ("product", "status", "currency")),
        *(required(name, sa.Date()) for name in ("opened_on", "stated_on")),
        *(sa.Column(name, sa.Date(), nullable=True) for name in ("maturity", "next_due")),
        *(required(name, sa.BigInteger()) for name in ("principal_outstanding", "credit_balance")),
        required("days_past_due", sa.Integer()),
        sa.Column("lease", text(), nullable=True),
        *(required(name, sa.BigInteger()) for name in ("deposit_held", "interest_given_up")),
    )
    op.create_index("ix_loans_status", "loans", ["status", "product"])
    op.create_index("ix_loans_next_due", "loans", ["next_due"])
    amounts = ("principal", "interest", "fee", "principal_left", "interest_left", "fee_left")
    op.create_table(
        "instalments",
        sa.Column("loan_id", text()),
        sa.Column("number", sa.Integer()),
        required("shard", sa.SmallInteger()),
        *(required(name, sa.Date()) for name in ("start_on", "due_on")),
        *(required(name, sa.BigInteger()) for name in amounts),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("loan_id", "number", name="pk_instalments"),
        sa.ForeignKeyConstraint(["loan_id"], ["loans.id"], name="fk_instalments_loan_id"),
    )
    op.create_index("ix_instalments_due_on", "instalments", ["due_on"])


def position_table() -> None:
    """What is booked of each loan, our part and the funders'."""
    amounts = ("principal_normal", "principal_overdue", "principal_non_accrual", "interest_accrued", "interest_due")
    document_table(
        "positions",
        {"loan_id": UNIQUE},
        required("shard", sa.SmallInteger()),
        required("through", sa.Date()),
        required("non_accrual", sa.Boolean()),
        *(required(name, sa.BigInteger()) for name in (*amounts, "penalty", "compound", "fees", "claim")),
    )
    op.create_table(
        "funder_parts",
        sa.Column("loan_id", text()),
        sa.Column("funder", text()),
        required("shard", sa.SmallInteger()),
        *(required(name, sa.BigInteger()) for name in ("principal", "interest_due", "payable")),
        *(required(name, sa.BigInteger()) for name in ("claimed", "claimed_principal", "claimed_interest_due")),
        sa.PrimaryKeyConstraint("loan_id", "funder", name="pk_funder_parts"),
        sa.ForeignKeyConstraint(["loan_id"], ["positions.id"], name="fk_funder_parts_loan_id"),
    )
    op.create_index("ix_funder_parts_funder", "funder_parts", ["funder"])
