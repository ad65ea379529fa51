"""Settings from the environment: checked as a whole, shown without secrets."""

import pytest

from lending.kernel.invalid import InvalidInput
from lending_entrypoints.settings import Settings, without_password


def test_what_is_not_said_has_its_default() -> None:
    assert Settings.read({}) == Settings(database_url=None, pool_size=10, debug=False)


def test_each_field_is_read_from_its_variable() -> None:
    environment = {
        "LENDING_DATABASE_URL": "sqlite:///x.db",
        "LENDING_POOL_SIZE": "4",
        "LENDING_DEBUG": "1",
        "HOME": "/root",
        "LENDING_KEYRING_FILE": "keys",
    }
    assert Settings.read(environment) == Settings(database_url="sqlite:///x.db", pool_size=4, debug=True)


def test_every_fault_is_told_with_its_variable() -> None:
    environment = {
        "LENDING_DATABASE_URL": "lending.db",
        "LENDING_POOL_SIZE": "-3",
        "LENDING_DEBUG": "yes",
        "LENDING_DATABSE_URL": "sqlite:///x.db",
    }
    with pytest.raises(InvalidInput) as raised:
        Settings.read(environment)
    told = [(violation.field, violation.value, violation.expected) for violation in raised.value.violations]
    assert told == [
        (
            "LENDING_DATABASE_URL",
            "'lending.db'",
            "memory, sqlite:///file.db or postgresql+psycopg://user@host/database",
        ),
        ("LENDING_POOL_SIZE", "'-3'", "a whole number from 1 to 200"),
        ("LENDING_DEBUG", "'yes'", "0 or 1"),
        ("LENDING_DATABSE_URL", "'sqlite:///x.db'", "a known variable; the nearest is LENDING_DATABASE_URL"),
    ]


def test_a_password_is_never_shown() -> None:
    url = "postgresql+psycopg://lender:s3cr3t@db.example/lending"
    assert without_password(url) == "postgresql+psycopg://lender:***@db.example/lending"
    assert "s3cr3t" not in str(Settings(database_url=url).told())
    assert without_password("sqlite:////var/lib/lending.db") == "sqlite:////var/lib/lending.db"
