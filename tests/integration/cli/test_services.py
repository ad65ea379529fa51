"""`lending serve` and `lending worker` as the processes they are."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc

from lending.application.call import CHINA, Actor, Role
from lending.contracts.commands import AcceptContract
from lending.customers.commands import RegisterCustomer
from lending.kernel.money import Money
from lending.loans.commands import SettleLoan
from lending.loans.ids import LoanId
from lending.loans.queries import GetSettlementQuote, QuoteLoan
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.ids import ApplicationId
from lending.origination.queries import ApplicationView, GetApplication
from lending_adapters.grpc import Client, connect
from tests.support.desk import person

LENDING = Path(sys.executable).parent / "lending"
CLERK = Actor("clerk", Role.OPERATIONS)
AMOUNT = Money.parse("12000.00")
SECONDS_MAX = 30


def environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LENDING_")}
    return kept | {"XDG_CONFIG_HOME": str(folder / "config")}


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server process on a free port, and its address; ended at the end."""
    with subprocess.Popen(
        [LENDING, "serve", "--listen", "127.0.0.1:0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(folder),
    ) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            assert line.startswith("listening on 127.0.0.1:"), process.communicate()
            yield process, line.removeprefix("listening on ").strip()
        finally:
            process.terminate()
            process.communicate(timeout=SECONDS_MAX)


def lending(folder: Path, *arguments: str) -> None:
    subprocess.run([LENDING, *arguments], check=True, capture_output=True, env=environment(folder))


def within_seconds(client: Client, application: ApplicationId, status: str) -> ApplicationView:
    """The application, once the worker has brought it to this status."""
    until = time.monotonic() + SECONDS_MAX
    while time.monotonic() < until:
        view = client.ask(GetApplication(application)).unwrap()
        if view.status == status:
            return view
        time.sleep(0.05)
    raise AssertionError(f"{application} did not become {status}")


def from_quote_to_settlement(address: str) -> None:
    """A loan's life in a day, over the wire, with the worker beside the server."""
    with connect(address, CLERK) as client:
        assert client.ask(QuoteLoan("small-cash", AMOUNT, 12)).unwrap().apr.percent == "18.00 %"
        customer = client.execute(RegisterCustomer(person())).unwrap().customer_id
        asked = SubmitApplication(customer_id=customer, product="small-cash", amount=AMOUNT, instalments=12)
        application = client.execute(asked).unwrap().application_id
        within_seconds(client, application, "APPROVED")
        contract = client.execute(ConfirmOffer(application)).unwrap()
        client.execute(AcceptContract(contract.contract_id, contract.digest)).unwrap()
        loan_id = LoanId(within_seconds(client, application, "PAID").loan_id or "")
        owed = client.ask(GetSettlementQuote(loan_id)).unwrap()
        assert (owed.principal, owed.interest.text, owed.fee.text) == (AMOUNT, "0.00", "120.00")
        assert client.execute(SettleLoan(loan_id, owed.total, "payment-1")).unwrap().status == "SETTLED"


@pytest.mark.requirement("R48", command="lending serve")
@pytest.mark.parametrize("store", ["memory", "sqlite", "postgresql"])
def test_a_loan_from_quote_to_settlement(store: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if store == "postgresql":
        url = str(request.getfixturevalue("postgres_url"))
    else:
        url = "memory" if store == "memory" else f"sqlite:///{tmp_path / 'lending.db'}"
    if store != "memory":
        lending(tmp_path, "db", "upgrade", "--database", url)
        lending(tmp_path, "book", "load", "--database", url)
    with serving(tmp_path, "--database", url) as (_process, address):
        from_quote_to_settlement(address)
    if store != "memory":
        lending(tmp_path, "db", "check", "--database", url)


def test_an_empty_database_gets_its_tables(tmp_path: Path) -> None:
    with serving(tmp_path, "--database", f"sqlite:///{tmp_path / 'lending.db'}") as (_process, address):
        channel = grpc.insecure_channel(address)
        answer = health_pb2_grpc.HealthStub(channel).Check(health_pb2.HealthCheckRequest(), timeout=SECONDS_MAX)
        channel.close()
    assert answer.status == health_pb2.HealthCheckResponse.SERVING


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_drains_the_server(tmp_path: Path, number: signal.Signals) -> None:
    with serving(tmp_path, "--database", "memory") as (process, _address):
        process.send_signal(number)
        assert process.wait(SECONDS_MAX) == 0
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--listen", "nowhere"), "'nowhere' is no address: expected HOST:PORT"),
        (("--listen", "127.0.0.1:٥٠٠٥١"), "'127.0.0.1:٥٠٠٥١' is no address: expected HOST:PORT"),
        (("--listen", "127.0.0.1:65536"), "'127.0.0.1:65536' is no address: expected HOST:PORT"),
        (("--listen", "127.0.0.1:99999"), "expected HOST:PORT"),
        (("--workers", "0"), "workers: '0' is not valid: expected a whole number from 1 to 200"),
        (("--workers", "many"), "workers: 'many' is not valid"),
    ],
)
def test_a_server_that_cannot_start_ends_with_two(tmp_path: Path, options: tuple[str, ...], told: str) -> None:
    done = subprocess.run(
        [LENDING, "serve", "--database", "memory", *options],
        check=False,
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        timeout=SECONDS_MAX,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_worker_beside_a_server_without_one(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'lending.db'}"
    lending(tmp_path, "db", "upgrade", "--database", url)
    lending(tmp_path, "book", "load", "--database", url)
    with (
        serving(tmp_path, "--database", url, "--without-worker") as (_process, address),
        subprocess.Popen(
            [LENDING, "worker", "--database", url, "--format", "json"],
            stdout=subprocess.PIPE,
            text=True,
            env=environment(tmp_path),
        ) as worker,
    ):
        try:
            from_quote_to_settlement(address)
        finally:
            worker.terminate()
        out, _ = worker.communicate(timeout=SECONDS_MAX)
    assert worker.returncode == 0
    assert '"done": 3' in out, f"weighed, routed and paid out, at {datetime.now(UTC).astimezone(CHINA)}"
