"""`lending vendors`, and a payout released and a car picked up by the command line, beside a running platform."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lending.inquiries.answers import VendorWord
from lending.products.product import Signing
from tests.support.asking import OPENED, Shop
from tests.support.command_line import CommandLine
from tests.support.platform import Stage, staged

pytestmark = [
    pytest.mark.requirement("R102", command="lending applications release"),
    pytest.mark.requirement("R104", command="lending applications pick-up"),
    pytest.mark.requirement("R111", command="lending vendors bill"),
]

JSON = ("--format", "json")


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'vendors.db'}"


@pytest.fixture
def running(database: str) -> Iterator[Stage]:
    """A platform that is open on the database while verbs work on it."""
    with staged(database, OPENED) as stage:
        yield stage


def test_an_application_is_looked_at_released_and_picked_up(
    lending: CommandLine, database: str, running: Stage, tmp_path: Path
) -> None:
    on = ("--database", database, *JSON)
    running.vendors.answers = [VendorWord.BUSY]
    shop = Shop(running)
    application = shop.apply()
    for _ in range(2):
        running.work(timedelta(seconds=30))
    contract, _ = shop.confirm(application)
    listed = lending("applications", "list", "--status", "PAYOUT_REVIEW", *on).document
    assert [one["id"] for one in listed["applications"]] == [application.value]

    asked = lending("vendors", "asked", application.value, *on).document["inquiries"]
    by_question = {one["question"]: one for one in asked}
    assert sorted(by_question) == ["ELEMENTS", "IDENTITY", "LIVENESS"]
    assert [one["word"] for one in by_question["IDENTITY"]["tries"]] == ["BUSY", "ANSWERED"]
    shown = lending("vendors", "asked", contract.value, "--database", database)
    assert "SIGN_A" in shown.out
    assert "SIGNED" in shown.out

    bill = lending("vendors", "bill", "2024-01", *on).document["lines"]
    assert {(line["vendor"], line["asked"], line["answered"], line["cost"]) for line in bill} == {
        ("IDENTITY_A", "2", "1", "1.00"),
        ("CARDS_A", "1", "1", "0.30"),
        ("SIGN_A", "1", "1", "2.00"),
        ("FACE_A", "1", "1", "0.80"),
    }

    vendors = lending("vendors", "list", *on).document["vendors"]
    assert [vendor["code"] for vendor in vendors][:2] == ["IDENTITY_A", "IDENTITY_B"]
    assert {vendor["breaker"] for vendor in vendors} == {"CLOSED"}
    assert "FACE_B" in lending("vendors", "list", "--database", database).out

    released = lending(
        "applications", "release", application.value, "APPROVE", "--reason", "seen", "--as", "han.meimei", *on
    )
    assert released.document == {"application": application.value, "status": "PAYING"}
    running.clock.at = datetime.now(UTC)
    running.work()
    photo = tmp_path / "handover.jpg"
    photo.write_bytes(b"a picture")
    taken = lending("applications", "pick-up", application.value, "--photo", photo, *on)
    assert taken.document == {"application": application.value, "status": "DELIVERED"}
    again = lending("applications", "pick-up", application.value, "--photo", photo, *on)
    assert again.status == 1
    assert "APPLICATION_NOT_IN_STATUS" in again.err


def test_what_is_not_there_is_told(lending: CommandLine, database: str, running: Stage, tmp_path: Path) -> None:
    on = ("--database", database)
    assert Shop(running, signing=Signing.CLICK).product
    assert lending("vendors", "bill", "november", *on).status == 2
    assert lending("vendors", "bill", "2024-01", *on, *JSON).document == {"month": "2024-01", "lines": []}
    assert "Nothing was asked" in lending("vendors", "asked", "app_nobody", *on).out
    missing = lending("applications", "pick-up", "nobody", "--photo", tmp_path / "none.jpg", *on)
    assert missing.status == 2
    assert [error.split(":")[0] for error in missing.errors] == ["photo", "application"]
    nobody = "app_01HKBNJG8071R2ZPQVMVMS1H29"
    unknown = lending("applications", "release", nobody, "APPROVE", "--reason", "x", *on)
    assert (unknown.status, "APPLICATION_NOT_FOUND" in unknown.err) == (1, True)
    assert lending("applications", "release", nobody, "MAYBE", "--reason", "x", *on).status == 2
