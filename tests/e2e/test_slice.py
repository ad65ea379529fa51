"""One loan's whole life, the same on every store and over the wire."""

from pathlib import Path

import pytest

from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from tests.support.platform import staged
from tests.support.scenario import START, run_slice

pytestmark = pytest.mark.requirement("R28", "R47", "R48", "R50", "R51", "R71", "R72", "R112", "R117")


def test_on_memory() -> None:
    with staged("memory", START) as stage:
        run_slice(stage)


def test_on_sqlite(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'slice.db'}"
    with staged(url, START) as stage:
        run_slice(stage)
    assert not [proof for proof in prove(url) if proof.violated]


def test_on_postgresql(postgres_url: str) -> None:
    keyring = Keyring.generate().text
    with staged(postgres_url, START, keyring=keyring) as stage:
        run_slice(stage)
    assert not [proof for proof in prove(postgres_url, {"LENDING_KEYRING": keyring}) if proof.violated]


def test_over_grpc_with_memory_behind_it() -> None:
    with staged("memory", START, over_grpc=True) as stage:
        run_slice(stage)


def test_over_grpc_with_sqlite_behind_it(tmp_path: Path) -> None:
    with staged(f"sqlite:///{tmp_path / 'slice.db'}", START, over_grpc=True) as stage:
        run_slice(stage)
