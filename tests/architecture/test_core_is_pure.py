"""The core computes: it reads no clock, draws no lots, knows no floating point and does no I/O."""

import ast
from collections.abc import Iterator

from tests.support.sources import CORE, Source, sources

MAY_IMPORT = frozenset(
    {
        "abc",
        "attr",
        "attrs",
        "bisect",
        "calendar",
        "collections",
        "contextlib",
        "contextvars",
        "copy",
        "dataclasses",
        "datetime",
        "decimal",
        "enum",
        "fractions",
        "functools",
        "hashlib",
        "hmac",
        "heapq",
        "inspect",
        "itertools",
        "json",
        "lending",
        "math",
        "operator",
        "re",
        "returns",
        "string",
        "textwrap",
        "types",
        "typing",
        "typing_extensions",
        "unicodedata",
        "zlib",
    }
)
"""What is left of the standard library when clock, chance, files, network and processes are taken out."""

CLOCK_AND_CHANCE = frozenset(
    {"now", "utcnow", "today", "time_ns", "monotonic", "perf_counter", "uuid1", "uuid4", "urandom", "randint", "random"}
)
INEXACT_MATH = frozenset({"sqrt", "exp", "log", "log2", "log10", "pow", "expm1", "log1p", "fsum"})


def imported(source: Source) -> Iterator[tuple[ast.stmt, str]]:
    for node in source.walk():
        if isinstance(node, ast.Import):
            yield from ((node, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node, "." if node.level else (node.module or "").partition(".")[0]


def called(source: Source) -> Iterator[tuple[ast.Call, str]]:
    for node in source.walk():
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Attribute):
                yield node, function.attr
            elif isinstance(function, ast.Name):
                yield node, function.id


def test_core_imports_a_short_list_of_pure_modules() -> None:
    assert not [
        f"{source.at(node)} imports {name}"
        for source in sources(*CORE)
        for node, name in imported(source)
        if name not in MAY_IMPORT
    ]


def test_core_reads_no_clock_and_draws_no_lots() -> None:
    assert not [
        f"{source.at(node)} calls {name}()"
        for source in sources(*CORE)
        for node, name in called(source)
        if name in CLOCK_AND_CHANCE
    ]


def test_core_has_no_floating_point() -> None:
    assert not [
        f"{source.at(node)} has the float {node.value!r}"
        for source in sources(*CORE)
        for node in source.walk()
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex)
    ]
    assert not [
        f"{source.at(node)} calls {name}()"
        for source in sources(*CORE)
        for node, name in called(source)
        if name == "float" or (name in INEXACT_MATH and isinstance(node.func, ast.Attribute))
    ]


def test_core_divides_with_a_named_rounding_only() -> None:
    """`/` makes floats; `lending.kernel.rounding` divides integers."""
    assert not [
        f"{source.at(node)} divides by /"
        for source in sources(*CORE)
        for node in source.walk()
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
    ] + [
        f"{source.at(node)} divides by /="
        for source in sources(*CORE)
        for node in source.walk()
        if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Div)
    ]


def test_core_opens_and_prints_nothing() -> None:
    forbidden = {"open", "print", "input", "exec", "eval", "compile", "__import__"}
    assert not [
        f"{source.at(node)} calls {name}()"
        for source in sources(*CORE)
        for node, name in called(source)
        if name in forbidden and isinstance(node.func, ast.Name)
    ]
