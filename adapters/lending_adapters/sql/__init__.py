"""The store on SQLite and PostgreSQL."""

from lending.application.store import StoreUnavailable
from lending_adapters.sql.engine import make_engine
from lending_adapters.sql.errors import BadStoreUrl, CannotOpen, SchemaOutOfDate
from lending_adapters.sql.migrations import check_schema, create_schema, downgrade, schema_version, upgrade
from lending_adapters.sql.store import SqlStore

__all__ = [
    "BadStoreUrl",
    "CannotOpen",
    "SchemaOutOfDate",
    "SqlStore",
    "StoreUnavailable",
    "check_schema",
    "create_schema",
    "downgrade",
    "make_engine",
    "schema_version",
    "upgrade",
]
