"""What is wrong with a draft of rules, each fault with its place: syntax, types, ways that lead nowhere, test cases.

A row that no test case reaches is a fault: either the row can never be met, or nobody has said what it should do.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from zen import compile_expression, compile_unary_expression, evaluate_unary_expression

from lending.kernel.invalid import InvalidInput
from lending.risk.ports import RulesBroken
from lending.risk.rule_sets import RuleCase, RuleFault, RuleSet
from lending.risk.scorecard import Recommendation
from lending.risk.variables import VARIABLES, Type, Value, values_of
from lending_adapters.rules.document import EXPRESSION, INPUT, OUTPUT, SWITCH, TABLE, Document, Node, read_document
from lending_adapters.rules.engine import ZenRules, first_line

__all__ = ["check", "inputs_of", "said_as"]

TYPES = {variable.name: variable.type for variable in VARIABLES}
PROBES: dict[Type, Any] = {Type.NUMBER: 1, Type.TEXT: "x"}
A_TEXT = re.compile(r"'[^']*'|\"[^\"]*\"|`[^`]*`")
A_NUMBER = re.compile(r"(?<![\w.])[0-9]+(?:\.[0-9]+)?")
A_NAME = re.compile(r"(?<![\w.#$])([A-Za-z_]\w*)\b(?!\s*\()")
WORDS = frozenset({"and", "or", "not", "in", "true", "false", "null"})


def check(rules: RuleSet, engine: ZenRules) -> tuple[RuleFault, ...]:
    """Everything that is wrong with a draft. Test cases are run only where nothing else is."""
    try:
        document = read_document(rules.document)
    except InvalidInput as fault:
        return tuple(RuleFault(violation.field, str(violation)) for violation in fault.violations)
    findings = [*_graph(document), *_nodes(document), *_inputs(rules.cases)]
    return tuple(findings or _cases(rules, document, engine))


def inputs_of(case: RuleCase) -> dict[str, Value]:
    """What rules see of a test case. Raises `ValueError` for a variable that is none, or is no number."""
    values = values_of(())
    for one in case.inputs:
        if one.name not in TYPES:
            raise ValueError(f"{one.name} is no variable")
        try:
            values[one.name] = int(one.value) if TYPES[one.name] is Type.NUMBER else one.value
        except ValueError:
            raise ValueError(f"{one.name} is {one.value!r}: expected a whole number") from None
    return values


def said_as(decision: Recommendation, reasons: Iterable[str]) -> str:
    """`REJECT AGE, INCOME`: a decision and its reasons, in an order of their own."""
    return f"{decision.value} {', '.join(sorted(reasons))}".strip()


def _graph(document: Document) -> Iterator[RuleFault]:
    starts, ends = document.of(INPUT), document.of(OUTPUT)
    if len(starts) != 1:
        yield RuleFault("nodes", f"{len(starts)} input nodes: expected one")
    if not ends:
        yield RuleFault("nodes", "no output node: expected one at least")
    there = document.reached([node.id for node in starts])
    back = document.reached([node.id for node in ends], backwards=True)
    for node in document.nodes.values():
        if node.id not in there:
            yield RuleFault(node.name, "no way leads to it from the input")
        elif node.id not in back:
            yield RuleFault(node.name, "no way leads from it to an output")


def _nodes(document: Document) -> Iterator[RuleFault]:
    for node in document.nodes.values():
        known = _known(document, node)
        if node.kind == TABLE:
            yield from _table(node, known)
        elif node.kind == EXPRESSION:
            for place, each in enumerate(node.listed("expressions")):
                yield from _expression(f"{node.name}, {each.get('key') or place}", each.get("value"), known)
                known = known | {str(each.get("key")): None}
        elif node.kind == SWITCH:
            for each in node.listed("statements"):
                if each.get("condition"):
                    yield from _expression(f"{node.name}/{each.get('id')}", each["condition"], known)


def _known(document: Document, node: Node) -> dict[str, Type | None]:
    """The names that a node may use, with the type of each where it is told: variables, and what came before it."""
    known: dict[str, Type | None] = {**TYPES}
    for before in document.before(node):
        path = before.content.get("outputPath")
        made = [str(path)] if path else [str(each.get("field")) for each in before.listed("outputs")]
        made += [str(each.get("key")) for each in before.listed("expressions")] if not path else []
        known |= dict.fromkeys(made)
    return known


def _table(node: Node, known: dict[str, Type | None]) -> Iterator[RuleFault]:
    if node.content.get("hitPolicy") not in ("first", "collect"):
        yield RuleFault(node.name, f"hit policy {node.content.get('hitPolicy')!r}: expected first or collect")
    if not node.listed("rules"):
        yield RuleFault(node.name, "a table without rows")
    inputs, outputs = node.listed("inputs"), node.listed("outputs")
    for column in inputs:
        yield from _names(f"{node.name}, {column.get('field')}", str(column.get("field") or ""), known)
    seen = set()
    for row in node.listed("rules"):
        place = f"{node.name}/{row.get('_id')}"
        if not row.get("_id") or row["_id"] in seen:
            yield RuleFault(place, "each row has an id of its own")
        seen.add(row.get("_id"))
        for column in inputs:
            field, cell = str(column.get("field") or ""), row.get(str(column.get("id")))
            yield from _cell(f"{place}, {field}", cell, known.get(field), known)
        for column in outputs:
            cell = row.get(str(column.get("id")))
            if cell:
                yield from _expression(f"{place}, {column.get('field')}", cell, known)


def _cell(place: str, cell: Any, of: Type | None, known: dict[str, Type | None]) -> Iterator[RuleFault]:
    """A condition of a row: sound, and about values of the column's type."""
    if cell is None or cell == "":
        return
    if not isinstance(cell, str):
        yield RuleFault(place, f"{cell!r}: expected a condition as text")
        return
    try:
        compile_unary_expression(cell)
    except RuntimeError as fault:
        yield RuleFault(place, f"{cell}: {first_line(fault)}")
        return
    if of is None:
        return
    mistyped = A_TEXT.search(cell) if of is Type.NUMBER else A_NUMBER.search(A_TEXT.sub("", cell))
    if mistyped:
        yield RuleFault(place, f"{cell}: {mistyped.group()} stands in a column of type {of.value}")
        return
    yield from _names(place, cell, known)
    try:
        evaluate_unary_expression(cell, {**{name: PROBES[type_] for name, type_ in TYPES.items()}, "$": PROBES[of]})
    except RuntimeError as fault:
        yield RuleFault(place, f"{cell}: {first_line(fault)}, for a value of type {of.value}")


def _expression(place: str, text: Any, known: dict[str, Type | None]) -> Iterator[RuleFault]:
    if not isinstance(text, str) or not text:
        yield RuleFault(place, f"{text!r}: expected an expression")
        return
    try:
        compile_expression(text)
    except RuntimeError as fault:
        yield RuleFault(place, f"{text}: {first_line(fault)}")
        return
    yield from _names(place, text, known)


def _names(place: str, text: str, known: dict[str, Type | None]) -> Iterator[RuleFault]:
    """Names that are neither variables nor made by a node before."""
    for name in dict.fromkeys(A_NAME.findall(A_TEXT.sub("", text))):
        if name not in known and name not in WORDS:
            yield RuleFault(place, f"{name} is no variable, and nothing before makes it")


def _inputs(cases: Iterable[RuleCase]) -> Iterator[RuleFault]:
    for case in cases:
        try:
            inputs_of(case)
        except ValueError as fault:
            yield RuleFault(f"case {case.name}", str(fault))


def _cases(rules: RuleSet, document: Document, engine: ZenRules) -> Iterator[RuleFault]:
    met: set[str] = set()
    for case in rules.cases:
        place = f"case {case.name}"
        try:
            answer = engine.timed(rules, inputs_of(case)).answer
        except RulesBroken as fault:
            yield RuleFault(place, str(fault))
            continue
        met.update(answer.rows)
        wanted, came = said_as(case.decision, case.reasons), said_as(answer.decision, answer.reasons)
        if wanted != came:
            yield RuleFault(place, f"expected {wanted}, came to {came}")
    for node in document.of(TABLE, SWITCH):
        for leaf in node.leaves:
            if leaf not in met:
                yield RuleFault(leaf, "no test case reaches it; none can where rows before it take all it would")
