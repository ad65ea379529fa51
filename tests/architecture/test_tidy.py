"""Small functions, small modules, honest names, nothing unfinished."""

import ast
import re
import tomllib
from pathlib import Path

from tests.support.sources import CODE, ROOT, files, sources

FUNCTION_LINES_MAX = 60
MODULE_LINES_MAX = 400
WRITTEN_BY_A_TOOL = frozenset({"adapters/lending_adapters/grpc/words.py"})
"""A list that grows with the registry; nobody reads it from top to bottom."""
EMPTY_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "base", "shared", "stuff"})
UNFINISHED = re.compile("|".join(rf"\b{a}{b}\b" for a, b in (("TO", "DO"), ("FIX", "ME"), ("X", "XX"), ("HA", "CK"))))
# Joined here, so that this file does not itself contain what it looks for.
ADDRESSES = tuple(
    "".join(parts)
    for parts in (
        ("py", "pi.org"),
        ("python", "hosted"),
        ("pypi", ".python"),
        ("npm", "js."),
        ("crates", ".io"),
        ("proxy.", "golang"),
        ("/opt/", "wheels"),
        ("/opt/", "pypi"),
        ("extra-index", "-url"),
        ("trusted", "-host"),
        ("find-", "links ="),
        ("--index", "-url"),
    )
)
TEXT_SUFFIXES = frozenset(
    {".cfg", ".csv", ".feature", ".in", ".ini", ".json", ".jsonl", ".md", ".proto", ".py", ".pyi", ".sh", ".sql"}
    | {".toml", ".txt", ".yaml", ".yml", ""}
)
TESTED = (*CODE, "tests", "tools")


def text_files() -> list[tuple[Path, str]]:
    return [(path, path.read_text(encoding="utf-8")) for path in files() if path.suffix in TEXT_SUFFIXES]


def test_functions_are_short() -> None:
    functions = (
        (source, node, (node.end_lineno or node.lineno) - node.lineno + 1)
        for source in sources(*TESTED)
        for node in source.walk()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert not [
        f"{source.at(node)} {node.name} has {length} lines, more than {FUNCTION_LINES_MAX}"
        for source, node, length in functions
        if length > FUNCTION_LINES_MAX
    ]


def test_modules_are_short() -> None:
    lengths = ((source.name, len(source.text.splitlines())) for source in sources(*TESTED))
    assert not [
        f"{name} has {length} lines, more than {MODULE_LINES_MAX}"
        for name, length in lengths
        if length > MODULE_LINES_MAX and name not in WRITTEN_BY_A_TOOL
    ]


def test_modules_are_named_for_what_they_hold() -> None:
    assert not [source.name for source in sources(*TESTED) if EMPTY_NAMES & set(source.path.with_suffix("").parts[-2:])]


def test_every_module_says_what_it_is() -> None:
    assert not [
        source.name for source in sources(*TESTED) if source.text.strip() and ast.get_docstring(source.tree) is None
    ]


def test_nothing_is_left_unfinished() -> None:
    assert not [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path, text in text_files()
        for number, line in enumerate(text.splitlines(), 1)
        if path.suffix != ".jsonl" and UNFINISHED.search(line)
    ]


def test_nothing_is_skipped_or_expected_to_fail() -> None:
    marks = {"skip", "skipif", "xfail", "importorskip"}
    assert not [
        f"{source.at(node)} uses {node.attr}"
        for source in sources("tests")
        for node in source.walk()
        if isinstance(node, ast.Attribute) and node.attr in marks
    ]


def test_no_file_says_where_packages_come_from() -> None:
    """That is each machine's own affair."""
    assert not [
        f"{path.relative_to(ROOT)} names {address}"
        for path, text in text_files()
        for address in ADDRESSES
        if address in text.lower()
    ]


def test_what_the_demo_installs_is_pinned_as_in_the_whole() -> None:
    pin = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)
    demo, whole = (dict(pin.findall((ROOT / "requirements" / name).read_text())) for name in ("demo.txt", "dev.txt"))
    assert demo
    assert demo.items() <= whole.items()
    assert not demo.keys() & {"grpcio", "numpy", "polars", "psycopg", "pyarrow"}, (
        "the demo installs no more than it needs"
    )


def test_the_outer_folders_are_no_packages() -> None:
    assert not [folder for folder in CODE if (ROOT / folder).parent.joinpath("__init__.py").exists()]


def test_every_package_is_typed() -> None:
    assert not [folder for folder in CODE if not (ROOT / folder / "py.typed").exists()]


def test_the_bare_installation_needs_two_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert [re.split(r"[<>=]", need)[0] for need in project["dependencies"]] == ["attrs", "returns"]
