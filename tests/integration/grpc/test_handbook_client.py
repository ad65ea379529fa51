"""The client of the how-to guide does what it says, as often as it is run, in no more lines than promised."""

import re
import subprocess
import sys
import threading

import attrs

from lending.loans.ports import LOANS
from tests.support.grpc_server import Platform, answering
from tests.support.sources import ROOT

PAGE = ROOT / "docs" / "how-to" / "call-the-service.md"
LINES_MAX = 15


@attrs.define
class Beside:
    """A worker that works as long as it is needed."""

    platform: Platform
    done: threading.Event

    def run(self) -> None:
        while not self.done.wait(0.05):
            self.platform.work()


def program() -> str:
    (found,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return str(found)


def test_the_client_is_short() -> None:
    assert len([line for line in program().splitlines() if line.strip()]) <= LINES_MAX


def test_each_run_takes_a_loan_from_quote_to_settlement(any_platform: Platform) -> None:
    beside = Beside(any_platform, threading.Event())
    worker = threading.Thread(target=beside.run)
    with answering(any_platform.bus, any_platform.clock) as server:
        worker.start()
        text = program().replace("127.0.0.1:50051", server.address)
        command = [sys.executable, "-c", text]
        runs = [subprocess.run(command, capture_output=True, text=True, check=False, timeout=60) for _ in range(3)]
        beside.done.set()
        worker.join()
    assert [(ran.returncode, ran.stderr) for ran in runs] == [(0, "")] * 3
    assert [ran.stdout.split() for ran in runs] == [["CNY", "550.08", "SETTLED"]] * 3
    assert [loan.status.value for loan in any_platform.store.page(LOANS, None, "", "", 9)] == ["SETTLED"] * 3
