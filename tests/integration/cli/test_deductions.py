"""`lending deduct`: what waits in a list is written, sent, and its result read; what is wrong is refused."""

from pathlib import Path

from lending_adapters.stores import open_store
from lending_entrypoints.clock import SystemClock
from tests.support.command_line import CommandLine
from tests.unit.flows.listed import Listed

JSON = ("--format", "json")


def world(folder: Path, loans: int) -> tuple[Listed, tuple[str, str]]:
    url = f"sqlite:///{folder / 'listed.db'}"
    made = Listed(folder, loans, store=open_store(url, upgrade=True))
    made.fall_due()
    return made, ("--database", url)


def test_a_list_is_written_answered_and_read(lending: CommandLine, tmp_path: Path) -> None:
    made, at = world(tmp_path, 2)
    due = sum(made.due())
    listed = lending("deduct", "list", "--channel", "MAIN", *at, *JSON)
    assert (listed.status, listed.document) == (0, {"channel": "MAIN", "waiting": 2, "batches": []})
    written = lending("deduct", "write", "--channel", "MAIN", "--out", str(tmp_path), *at, *JSON)
    (file,) = written.document["files"]
    assert (file["lines"], file["sum_minor"], Path(file["file"]).name) == (2, due, f"MAIN-{made.desk.day}-1.csv")
    seen = lending("deduct", "list", "--channel", "MAIN", *at)
    assert f"MAIN-{made.desk.day}-1" in seen.out
    (batch,) = made.write()
    result = made.answer(batch)
    read = lending("deduct", "read", "--file", str(result), *at, *JSON)
    assert (read.status, read.document["states"]) == (0, {"SUCCESS": 2})
    again = lending("deduct", "read", "--file", str(result), *at)
    assert (again.status, "BATCH_ANSWERED" in again.err) == (2, True)
    made.desk.now = SystemClock().now()
    made.desk.work()
    assert made.held() == [None, None]
    made.desk.store.close()


def test_a_list_is_sent_one_by_one(lending: CommandLine, tmp_path: Path) -> None:
    made, at = world(tmp_path, 2)
    sent = lending("deduct", "send", "--channel", "MAIN", *at, *JSON)
    assert (sent.status, sent.document["released"]) == (0, 2)
    again = lending("deduct", "send", "--channel", "MAIN", *at, *JSON)
    assert (again.document["released"], again.document["last_at"]) == (0, None)
    made.desk.store.close()


def test_what_cannot_be_done_is_told(lending: CommandLine, tmp_path: Path) -> None:
    made, at = world(tmp_path, 1)
    (batch,) = made.write()
    result = made.answer(batch)
    result.write_text(result.read_text().replace("#END,1", "#END,2"))
    wrong = lending("deduct", "read", "--file", str(result), *at)
    assert (wrong.status, "line 4: count" in wrong.err) == (2, True)
    for words in (("list", "--channel", "OWN"), ("send", "--channel", "OWN")):
        refused = lending("deduct", *words, *at)
        assert (refused.status, "CHANNEL_NOT_LISTED" in refused.err) == (1, True)
    nowhere = str(tmp_path / "nowhere")
    for words in (("write", "--channel", "MAIN", "--out", nowhere), ("read", "--file", nowhere)):
        missing = lending("deduct", *words, *at)
        assert (missing.status, "that exists" in missing.err) == (2, True)
    for verb in ("list", "write", "send", "read"):
        assert lending("deduct", verb, *at).status == 2
    made.desk.store.close()
