"""`ZenRules`: the port `RuleEngine` on zen-engine."""

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any

from zen import ZenEngine

from lending.kernel.invalid import InvalidInput
from lending.risk.decisions import RuleAnswer
from lending.risk.ports import RulesBroken, Timed
from lending.risk.rule_sets import RuleSet
from lending.risk.scorecard import Recommendation
from lending.risk.variables import Value
from lending_adapters.rules.document import SWITCH, TABLE, Document, read_document

__all__ = ["ZenRules"]

KEY = "rules"
DECISIONS = [each.value for each in Recommendation]
KEPT_MAX = 32
"""So many documents are kept ready to run."""


class ZenRules:
    """Runs documents, each made ready once; what is ready is found by the document's SHA-256."""

    def __init__(self) -> None:
        self._ready: dict[str, tuple[ZenEngine, Document]] = {}

    def timed(self, rules: RuleSet, values: Mapping[str, Value]) -> Timed:
        """What the rules say of these values. Raises `RulesBroken`."""
        engine, document = self._made_ready(rules)
        began = time.perf_counter_ns()
        try:
            said = engine.evaluate(KEY, dict(values), {"trace": True})
        except RuntimeError as fault:
            raise RulesBroken(first_line(fault)) from None
        micros = (time.perf_counter_ns() - began) // 1_000
        return Timed(_answer(said["result"], tuple(_rows(said["trace"], document))), micros)

    def _made_ready(self, rules: RuleSet) -> tuple[ZenEngine, Document]:
        digest = rules.digest
        if digest not in self._ready:
            try:
                document = read_document(rules.document)
            except InvalidInput as fault:
                raise RulesBroken(str(fault)) from None
            while len(self._ready) >= KEPT_MAX:
                del self._ready[next(iter(self._ready))]
            content = {KEY: json.loads(rules.document)}
            self._ready[digest] = ZenEngine({"loader": {"type": "static", "content": content}}), document
        return self._ready[digest]


def first_line(fault: Exception) -> str:
    """What the engine says is wrong, without its stack."""
    return str(fault).strip().partition("\n")[0]


def _answer(result: Mapping[str, Any], rows: tuple[str, ...]) -> RuleAnswer:
    decision = result.get("decision")
    if decision not in DECISIONS:
        raise RulesBroken(f"decision is {decision!r}: expected one of {', '.join(DECISIONS)}")
    reasons = result.get("reasons") or []
    if not isinstance(reasons, list) or not all(isinstance(each, str) and each for each in reasons):
        raise RulesBroken(f"reasons are {reasons!r}: expected a list of codes")
    tier = result.get("tier") or ""
    if not isinstance(tier, str):
        raise RulesBroken(f"tier is {tier!r}: expected a text")
    return RuleAnswer(
        decision=Recommendation(decision),
        reasons=tuple(dict.fromkeys(reasons)),
        tier=tier,
        amount_max=_whole(result.get("amount_max")),
        rows=rows,
    )


def _whole(amount: Any) -> int | None:
    if amount is None:
        return None
    if isinstance(amount, bool) or not isinstance(amount, int | float) or amount != int(amount) or amount < 0:
        raise RulesBroken(f"amount_max is {amount!r}: expected whole units of the currency, 0 or more")
    return int(amount)


def _rows(trace: Mapping[str, Any], document: Document) -> Iterator[str]:
    """The rows and branches that were met, in order."""
    for node_id, told in sorted(trace.items(), key=lambda item: item[1]["order"]):
        node = document.nodes[node_id]
        data = told["traceData"]
        if node.kind == TABLE:
            met = data if isinstance(data, list) else [data] if data else []
            yield from (f"{node.name}/{each['rule']['_id']}" for each in met)
        elif node.kind == SWITCH:
            yield from (f"{node.name}/{each['id']}" for each in data["statements"])
