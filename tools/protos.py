"""Where protobuf definitions are: ours, and those of the packages we import from."""

from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROTO = ROOT / "proto"


def sources() -> list[Path]:
    """Our definitions, in a fixed order, relative to the proto folder."""
    return sorted(path.relative_to(PROTO) for path in PROTO.rglob("*.proto"))


def googleapis() -> Path:
    """The folder under which the installed googleapis-common-protos keeps google/type/money.proto and the like."""
    return Path(str(distribution("googleapis-common-protos").locate_file("google/type/money.proto"))).parents[2]


def googleapis_sources() -> list[Path]:
    """The definitions in that package, relative to its folder."""
    listed = distribution("googleapis-common-protos").files or []
    return sorted(Path(str(path)) for path in listed if path.suffix == ".proto")
