"""Every act on a loan from outside: on each store and over the wire, with the books proved afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from tests.support.acts import START, a_bad_loan_is_cleared, a_loan_is_serviced, money_comes_after_the_write_off
from tests.support.platform import Stage, staged

LIVES = (a_loan_is_serviced, a_bad_loan_is_cleared, money_comes_after_the_write_off)
pytestmark = pytest.mark.requirement("R52", "R53", "R54", "R56", "R57", "R72", "R76", "R77", "R78", "R79")
each = pytest.mark.parametrize("life", LIVES, ids=lambda life: life.__name__)


@each
def test_on_memory(life: Callable[[Stage], None]) -> None:
    with staged("memory", START) as stage:
        life(stage)


@each
def test_on_sqlite(tmp_path: Path, life: Callable[[Stage], None]) -> None:
    url = f"sqlite:///{tmp_path / 'acts.db'}"
    with staged(url, START) as stage:
        life(stage)
    assert not [proof for proof in prove(url) if proof.violated]


@each
def test_on_postgresql(postgres_url: str, life: Callable[[Stage], None]) -> None:
    keyring = Keyring.generate().text
    with staged(postgres_url, START, keyring=keyring) as stage:
        life(stage)
    assert not [proof for proof in prove(postgres_url, {"LENDING_KEYRING": keyring}) if proof.violated]


@each
def test_over_grpc(life: Callable[[Stage], None]) -> None:
    with staged("memory", START, over_grpc=True) as stage:
        life(stage)
