"""Loans replayed inside this program, as by `lending replay --lines`: that needs the core alone."""

import json

from lending_entrypoints.replay import replay_lines

case = {
    "id": "L",
    "terms": {"principal": "12000.00", "annual_rate": "0.18", "method": "EQUAL_INSTALMENT", "instalments": 12},
    "actions": [
        {"on": "2024-01-05", "do": "DISBURSE", "amount": "12000.00"},
        {"on": "2024-02-05", "do": "REPAY", "amount": "1100.16"},
    ],
}
wrong = case | {"id": "W", "terms": case["terms"] | {"annual_rate": 0.18}}

for replayed in replay_lines(map(json.dumps, (wrong, case))):
    result = replayed.document
    if replayed.failed:
        print(result["id"], *(violation["path"] for violation in result["error"]["violations"]))
    else:
        print(result["id"], result["instalments"][0]["paid"], "paid,", result["balance"]["principal"], "left")
