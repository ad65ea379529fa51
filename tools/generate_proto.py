"""Write the Python code of proto/**/*.proto beside the definitions; with `--check`, say what differs instead.

The code is kept in the repository, so that an installation needs no compiler; `make check` keeps it true.
"""

import argparse
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from grpc_tools import protoc
from protos import PROTO, ROOT, googleapis, sources

GENERATED = ("*_pb2.py", "*_pb2.pyi", "*_pb2_grpc.py")


def generated(folder: Path) -> dict[Path, bytes]:
    """The generated files in a folder, by their path in it."""
    found = (path for pattern in GENERATED for path in folder.rglob(pattern))
    return {path.relative_to(folder): path.read_bytes() for path in found}


def generate(target: Path) -> None:
    """Compile all definitions into the target folder."""
    arguments = [
        "protoc",
        f"--proto_path={PROTO}",
        f"--proto_path={googleapis()}",
        f"--proto_path={files('grpc_tools') / '_proto'}",
        f"--python_out={target}",
        f"--pyi_out={target}",
        f"--grpc_python_out={target}",
        *map(str, sources()),
    ]
    if sources() and protoc.main(arguments) != 0:
        sys.exit("protoc refused the definitions, see above")


def wanted() -> dict[Path, bytes]:
    """What the definitions compile to; definitions without a service need no service code."""
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder))
        code = generated(Path(folder))
    serving = {path for path in sources() if any(line.startswith("service ") for line in (PROTO / path).open())}
    services = {path.with_name(f"{path.stem}_pb2_grpc.py") for path in serving}
    return {path: text for path, text in code.items() if not path.name.endswith("_pb2_grpc.py") or path in services}


def main() -> int:
    """Write, or compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the files are out of date")
    only_check = parser.parse_args().check
    new, old = wanted(), generated(PROTO)
    stale = sorted(path for path in new.keys() | old.keys() if new.get(path) != old.get(path))
    if only_check:
        for path in stale:
            print(
                f"{(PROTO / path).relative_to(ROOT)} differs from its definition: run `make generate`", file=sys.stderr
            )
        return 1 if stale else 0
    for path in stale:
        if path in new:
            (PROTO / path).write_bytes(new[path])
        else:
            (PROTO / path).unlink()
        print(f"{'wrote' if path in new else 'removed'} {(PROTO / path).relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
