"""A loan's money from outside: on each store, over the wire."""

from pathlib import Path

import pytest

from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from tests.support.funding import START, a_loan_finds_its_money
from tests.support.platform import staged

pytestmark = pytest.mark.requirement("R5", "R32", "R58")


def test_on_memory() -> None:
    with staged("memory", START) as stage:
        a_loan_finds_its_money(stage)


def test_on_sqlite(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'funding.db'}"
    with staged(url, START) as stage:
        a_loan_finds_its_money(stage)
    assert not [proof for proof in prove(url) if proof.violated]


def test_on_postgresql(postgres_url: str) -> None:
    keyring = Keyring.generate().text
    with staged(postgres_url, START, keyring=keyring) as stage:
        a_loan_finds_its_money(stage)
    assert not [proof for proof in prove(postgres_url, {"LENDING_KEYRING": keyring}) if proof.violated]


def test_over_grpc() -> None:
    with staged("memory", START, over_grpc=True) as stage:
        a_loan_finds_its_money(stage)
