"""`lending payout-vouchers`: the list of what is not redeemed, and a check of one."""

from pathlib import Path

import pytest

from tests.e2e.test_payout_vouchers import FRIDAY, Shop
from tests.support.command_line import CommandLine
from tests.support.platform import staged

pytestmark = pytest.mark.requirement("R103", command=("lending payout-vouchers list", "lending payout-vouchers verify"))

JSON = ("--format", "json")


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'vouchers.db'}"


def test_what_a_dealer_is_owed_is_listed_and_checked(lending: CommandLine, database: str) -> None:
    with staged(database, FRIDAY) as stage:
        shop = Shop(stage)
        contract = shop.sell()
        dealer = shop.dealer.value
    listed = lending("payout-vouchers", "list", "--dealer", dealer, "--database", database, *JSON).document["vouchers"]
    assert [(each["contract_id"], each["amount"], each["state"]) for each in listed] == [
        (contract, "105000.00", "ISSUED")
    ]
    number, code = listed[0]["number"], listed[0]["check_code"]
    checked = lending("payout-vouchers", "verify", number, code, "--database", database, *JSON).document
    assert (checked["state"], checked["dealer_id"], checked["ended_on"]) == ("ISSUED", dealer, None)
    shown = lending("payout-vouchers", "list", "--database", database)
    assert number in shown.out.replace("\n", "")
    wrong = lending("payout-vouchers", "verify", number, "0000-0000-0000-0000", "--database", database)
    assert wrong.status == 1
    assert "PAYOUT_VOUCHER_NOT_GOOD" in wrong.err
    malformed = lending("payout-vouchers", "verify", number, "xyz", "--database", database)
    assert malformed.status == 2
    assert "check_code: 'xyz' is not valid: expected a code such as 0A1B-2C3D-4E5F-6789" in malformed.err
    none = lending("payout-vouchers", "list", "--dealer", "dlr_nobody", "--database", database, *JSON).document
    assert none == {"vouchers": []}
