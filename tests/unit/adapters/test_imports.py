"""What an embedder imports stays light."""

import subprocess
import sys

import pytest

HEAVY = ("sqlalchemy", "alembic", "cattrs", "cryptography", "psycopg")


@pytest.mark.parametrize("module", ["lending_adapters.memory", "lending_adapters.stores"])
def test_memory_needs_no_extra(module: str) -> None:
    program = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    printed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert printed.strip() == "[]"


def test_opening_a_memory_store_needs_no_extra() -> None:
    program = (
        "import sys; from lending_adapters.stores import open_store; open_store('memory'); "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert printed.strip() == "[]"


@pytest.mark.parametrize(
    "module", ["lending_simulator.simulation", "lending_adapters.vendors", "lending_entrypoints.cli"]
)
def test_simulating_needs_no_columns(module: str) -> None:
    """The demo installs neither polars nor numpy."""
    program = f"import sys, {module}; print([name for name in ('polars', 'numpy', 'pyarrow') if name in sys.modules])"
    printed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert printed.strip() == "[]"
