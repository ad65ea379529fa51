"""Replay's terms and actions for the cap, fees and misuse: as the engine has them, with the contract's errors."""

import json
from typing import Any

import pytest

from lending_entrypoints.replay import replay_text

TERMS: dict[str, Any] = {
    "principal": "12000.00", "annual_rate": "0.18", "method": "EQUAL_INSTALMENT", "instalments": 12,
    "penalty": {"multiple": "1.5", "compound": True, "misuse_multiple": "2.0"},
}  # fmt: skip
PAYOUT = {"on": "2024-01-05", "do": "DISBURSE", "amount": "12000.00"}


def replayed(*actions: dict[str, Any], as_of: str = "2024-02-15", **terms: Any) -> dict[str, Any]:
    case = {"terms": {**TERMS, **terms}, "actions": [PAYOUT, *actions], "as_of": as_of}
    return replay_text(json.dumps(case)).document


def test_a_cap_cuts_the_penalty_rate() -> None:
    """F18: 24 % instead of F10's 27 %."""
    first = replayed(cap="0.24")["instalments"][0]
    assert (first["penalty"], first["compound"]) == ("6.13", "1.20")


def test_a_charge_without_room_is_refused() -> None:
    charge = {"on": "2024-02-05", "do": "CHARGE", "component": "FEE", "amount": "64.61", "due": "2024-02-05"}
    assert replayed(charge, cap="0.24")["error"]["code"] == "CHARGE_ABOVE_CAP"


def test_misuse_and_its_cure() -> None:
    found, ended = {"on": "2024-01-15", "do": "MISUSE"}, {"on": "2024-01-25", "do": "CURE_MISUSE"}
    assert replayed(found, as_of="2024-02-05")["instalments"][0]["penalty"] == "126.00"
    assert replayed(found, ended, as_of="2024-02-05")["instalments"][0]["penalty"] == "60.00"
    assert replayed(found, penalty={"multiple": "1.5"})["error"]["code"] == "MISUSE_RATE_NOT_AGREED"
    assert replayed(found, {**found, "on": "2024-01-16"})["error"]["code"] == "MISUSE_UNCHANGED"


@pytest.mark.parametrize(
    ("fees", "apr"),
    [({}, "0.1800"), ({"at_start": "240.00"}, "0.2191"), ({"each_instalment": "60.00"}, "0.2836")],
)
def test_fees_of_the_terms_count_in_the_yearly_rate(fees: dict[str, str], apr: str) -> None:
    """F17."""
    assert replayed(fees=fees)["apr"] == apr


@pytest.mark.parametrize(
    ("terms", "path"),
    [
        ({"cap": 0.24}, "terms.cap"),
        ({"fees": {"at_start": "-1.00"}}, "terms.fees.at_start"),
        ({"fees": {"monthly": "1.00"}}, "terms.fees.monthly"),
        ({"penalty": {"multiple": "1.5", "misuse_multiple": "0.5"}}, "terms.penalty.misuse_multiple"),
    ],
)
def test_bad_terms_name_their_path(terms: dict[str, Any], path: str) -> None:
    assert [wrong["path"] for wrong in replayed(**terms)["error"]["violations"]] == [path]
