"""A JDM document as a graph: its nodes, what leads where, and what stands in its tables.

The form is that of the open editor of GoRules (https://gorules.io): JSON with `nodes` and `edges`.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

import attrs

from lending.kernel.invalid import InvalidValue

__all__ = ["EXPRESSION", "INPUT", "OUTPUT", "SWITCH", "TABLE", "Document", "Node", "read_document"]

INPUT: Final = "inputNode"
OUTPUT: Final = "outputNode"
TABLE: Final = "decisionTableNode"
EXPRESSION: Final = "expressionNode"
SWITCH: Final = "switchNode"
KINDS = (INPUT, OUTPUT, TABLE, EXPRESSION, SWITCH)


@attrs.frozen
class Node:
    """One node: what it does is its content, as the editor writes it."""

    id: str
    kind: str
    name: str
    content: dict[str, Any] = attrs.field(repr=False)

    def listed(self, name: str) -> list[dict[str, Any]]:
        """A list of its content; empty where there is none."""
        found = self.content.get(name)
        return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []

    @property
    def leaves(self) -> Iterator[str]:
        """Its rows or branches, each as `Name/id`, as a trace names them."""
        held = self.listed("rules") if self.kind == TABLE else self.listed("statements")
        key = "_id" if self.kind == TABLE else "id"
        return (f"{self.name}/{each.get(key, '')}" for each in held)


@attrs.frozen
class Document:
    """The nodes by id, and from which to which there is an edge."""

    nodes: dict[str, Node]
    edges: tuple[tuple[str, str], ...]

    def of(self, *kinds: str) -> list[Node]:
        """The nodes of these kinds."""
        return [node for node in self.nodes.values() if node.kind in kinds]

    def reached(self, starts: Sequence[str], *, backwards: bool = False) -> set[str]:
        """Every node to which a way leads from one of `starts`, or `backwards` from which one leads there."""
        ways: dict[str, list[str]] = {}
        for source, target in self.edges:
            here, there = (target, source) if backwards else (source, target)
            ways.setdefault(here, []).append(there)
        found, waiting = set(starts), list(starts)
        while waiting:
            for there in ways.get(waiting.pop(), ()):
                if there not in found:
                    found.add(there)
                    waiting.append(there)
        return found

    def before(self, node: Node) -> list[Node]:
        """The nodes from which a way leads to this one."""
        return [self.nodes[each] for each in self.reached([node.id], backwards=True) - {node.id}]


def read_document(text: str) -> Document:
    """Read it. Raises `InvalidValue` with the place of what is no document of rules."""
    try:
        said = json.loads(text)
    except json.JSONDecodeError as fault:
        raise InvalidValue("document", f"line {fault.lineno}, column {fault.colno}", f"JSON: {fault.msg}") from None
    if not isinstance(said, dict):
        raise InvalidValue("document", type(said).__name__, "a JSON object with nodes and edges")
    nodes: dict[str, Node] = {}
    for place, each in enumerate(_list(said, "nodes")):
        node = _node(each, f"nodes[{place}]")
        if node.id in nodes:
            raise InvalidValue(f"nodes[{place}].id", node.id, "each id once")
        if node.name in {held.name for held in nodes.values()}:
            raise InvalidValue(f"nodes[{place}].name", node.name, "each name once")
        nodes[node.id] = node
    edges = []
    for place, each in enumerate(_list(said, "edges")):
        ends = tuple(str(each.get(end)) if isinstance(each, dict) else "" for end in ("sourceId", "targetId"))
        for end in ends:
            if end not in nodes:
                raise InvalidValue(f"edges[{place}]", end, "the id of a node")
        edges.append((ends[0], ends[1]))
    return Document(nodes, tuple(edges))


def _list(said: dict[str, Any], name: str) -> list[Any]:
    found = said.get(name)
    if not isinstance(found, list):
        raise InvalidValue(name, type(found).__name__, "a list")
    return found


def _node(said: Any, place: str) -> Node:
    if not isinstance(said, dict):
        raise InvalidValue(place, type(said).__name__, "an object")
    for name in ("id", "type", "name"):
        if not isinstance(said.get(name), str) or not said[name]:
            raise InvalidValue(f"{place}.{name}", said.get(name), "a text")
    if said["type"] not in KINDS:
        raise InvalidValue(f"{place}.type", said["type"], f"one of {', '.join(KINDS)}")
    content = said.get("content")
    return Node(said["id"], said["type"], said["name"], content if isinstance(content, dict) else {})
