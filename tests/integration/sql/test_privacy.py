"""Nothing personal can be read in the file, and only the right keys open it."""

from pathlib import Path

import attrs
import pytest
from sqlalchemy import Engine, text

from lending.application.store import OutboxEntry, OutboxEntryId
from lending.customers.commands import RegisterCustomer
from lending.customers.ports import CUSTOMERS
from lending.kernel.ids import RequestId
from lending.registry import KINDS
from lending_adapters.codec import Codec
from lending_adapters.codec.registered import registered_types
from lending_adapters.privacy import BadKeyring, Keyring, Unreadable, read_keyring
from lending_adapters.sql import SqlStore, make_engine, upgrade
from lending_adapters.stores import open_store
from tests.integration.sql.made import NOW, commit_of, customer

SECRETS = ("诸葛小明", "11010519491231002X", "13812345678", "6222021234567890123")


def in_the_open(folder: Path) -> list[str]:
    raw = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    escaped = {
        secret: (secret.encode(), secret.encode("unicode_escape"), secret.encode("utf-16-le")) for secret in SECRETS
    }
    return [secret for secret, forms in escaped.items() if any(form in raw for form in forms)]


def test_no_planted_value_is_readable_in_the_files(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}", upgrade=True, environment={})
    registered = customer()
    request = RequestId("r2")
    timer = OutboxEntry(
        id=OutboxEntryId.make(request, 0), due_at=NOW, content=RegisterCustomer(registered.person), correlation=request
    )
    store.commit(attrs.evolve(commit_of("r1", (CUSTOMERS, registered, 0)), outbox=(timer,)))
    assert in_the_open(tmp_path) == []
    (found,) = store.lookup(CUSTOMERS, CUSTOMERS.keys[0], "11010519491231002X")
    assert found.value == registered
    store.close()
    assert in_the_open(tmp_path) == []


def test_a_body_moved_to_another_row_does_not_open(store: SqlStore, engine: Engine) -> None:
    registered = customer()
    store.commit(commit_of("r1", (CUSTOMERS, registered, 0)))
    with engine.begin() as connection:
        connection.execute(text("UPDATE customers SET id = 'another'"))
    with pytest.raises(Unreadable):
        store.load(CUSTOMERS, "another")


def test_after_a_change_of_keys_old_rows_still_open(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'store.db'}")
    upgrade(engine)
    keyring = Keyring.generate()
    codec = Codec(registered_types())
    registered = customer()
    SqlStore(engine, KINDS, codec, keyring).commit(commit_of("r1", (CUSTOMERS, registered, 0)))
    later = SqlStore(engine, KINDS, codec, Keyring.parse(keyring.rotated().text))
    (found,) = later.lookup(CUSTOMERS, CUSTOMERS.keys[0], "11010519491231002X")
    assert found.value == registered
    later.commit(commit_of("r2", (CUSTOMERS, attrs.evolve(registered, registered_on=NOW.date()), 1)))
    with engine.connect() as connection:
        assert str(connection.scalar(text("SELECT body FROM customers"))).startswith("k2.")
    engine.dispose()


def test_sqlite_makes_a_key_file_beside_a_new_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    open_store(url, upgrade=True, environment={}).close()
    keys = tmp_path / "store.db.keys"
    assert keys.stat().st_mode & 0o777 == 0o600
    made = keys.read_text()
    open_store(url, environment={}).close()
    assert keys.read_text() == made


def test_a_lost_key_file_is_not_replaced(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    open_store(url, upgrade=True, environment={}).close()
    (tmp_path / "store.db.keys").unlink()
    with pytest.raises(BadKeyring, match="is missing"):
        open_store(url, environment={})


def test_the_keys_of_another_installation_are_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    open_store(url, upgrade=True, environment={}).close()
    with pytest.raises(BadKeyring, match="sealed with other keys"):
        open_store(url, environment={"LENDING_KEYRING": Keyring.generate().text})


def test_postgresql_needs_keys_from_outside(postgres_url: str, tmp_path: Path) -> None:
    with pytest.raises(BadKeyring, match="LENDING_KEYRING_FILE"):
        open_store(postgres_url, upgrade=True, environment={})
    file = tmp_path / "keys"
    file.write_text(Keyring.generate().text)
    open_store(postgres_url, environment={"LENDING_KEYRING_FILE": str(file)}).close()
    open_store(postgres_url, environment={"LENDING_KEYRING": file.read_text()}).close()


@pytest.mark.parametrize(
    "spoiled", ["", "{}", "[]", "not json", '{"current": "k1", "keys": {"k1": "AAAA"}, "index": "AAAA"}']
)
def test_a_spoiled_key_file_is_named_and_not_repeated(tmp_path: Path, spoiled: str) -> None:
    file = tmp_path / "keys"
    file.write_text(spoiled)
    with pytest.raises(BadKeyring) as raised:
        read_keyring(file)
    assert str(file) in str(raised.value)
    assert "AAAA" not in str(raised.value)


def test_an_unreadable_key_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadKeyring, match="cannot be read"):
        read_keyring(tmp_path / "nowhere")
    assert not list(tmp_path.iterdir())
