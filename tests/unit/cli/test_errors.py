"""Whatever a verb raises, the user gets lines and an exit status, never a traceback."""

import importlib.metadata
import re
import tomllib

import pytest

from lending.kernel.invalid import InvalidInput, Violation
from lending.kernel.refusals import Refusal
from lending.loans.refusals import LoanNotFound
from lending.products.refusals import ProductNotFound
from lending_adapters.sql import BadStoreUrl, SchemaOutOfDate, StoreUnavailable
from lending_entrypoints.cli.errors import EXTRAS, Refused, report
from tests.support.sources import ROOT

SOME_REFUSAL: Refusal = LoanNotFound("loan_1")


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (InvalidInput([Violation("amount", "'1.234'", "two digits"), Violation("date", "'x'", "a date")]), 2,
         "error: amount: '1.234' is not valid: expected two digits\nerror: date: 'x' is not valid: expected a date\n"),
        (Refused(ProductNotFound("gold", ("small-cash",))), 2,
         "error: product: 'gold' is not valid: expected one of small-cash\n"),
        (Refused(SOME_REFUSAL), 1, "error: LOAN_NOT_FOUND: There is no such loan (loan_id loan_1)\n"),
        (BadStoreUrl("'x' names no store"), 2, "error: 'x' names no store\n"),
        (SchemaOutOfDate("run `lending db upgrade`"), 1, "error: run `lending db upgrade`\n"),
        (StoreUnavailable("no connection"), 1, "error: no connection\n"),
        (FileNotFoundError(2, "No such file or directory", "case.json"), 2,
         "error: case.json: No such file or directory: expected a file or folder that can be used so\n"),
        (ModuleNotFoundError("No module named 'simpy'", name="simpy"), 2,
         "error: this needs simpy, which is not installed: pip install 'lending[simulator]'\n"),
        (ModuleNotFoundError("No module named 'google.rpc'", name="google.rpc"), 2,
         "error: this needs google.rpc, which is not installed: pip install 'lending[grpc]'\n"),
        (KeyboardInterrupt(), 130, "error: stopped\n"),
        (ZeroDivisionError("division by zero"), 1,
         "error: unexpected ZeroDivisionError: division by zero (LENDING_DEBUG=1 shows where)\n"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)  # fmt: skip
def test_an_error_becomes_lines_and_a_status(
    error: BaseException, status: int, told: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LENDING_DEBUG", raising=False)
    assert report(error) == status
    assert capsys.readouterr() == ("", told)


def test_a_bug_is_shown_in_full_where_debugging_is_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LENDING_DEBUG", "1")
    with pytest.raises(ZeroDivisionError) as raised:
        divmod(1, 0)
    assert report(raised.value) == 1
    assert "Traceback" in capsys.readouterr().err


def test_a_missing_package_is_told_with_the_extra_that_brings_it() -> None:
    """Each module of each extra, as the project declares them."""
    needs = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    brought = importlib.metadata.packages_distributions()
    for extra, modules in EXTRAS.items():
        packages = {re.split(r"[<>=\[]", need)[0].lower() for need in needs[extra]}
        for module in modules:
            assert packages & {name.lower() for name in brought[module]}, (extra, module)
        known = frozenset().union(*EXTRAS.values())
        assert not [
            package
            for package in packages - {"lending"}
            if not known & {module for module, names in brought.items() if package in map(str.lower, names)}
        ]
