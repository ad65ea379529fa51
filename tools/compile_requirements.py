"""Compile requirements/*.txt, pinned and hashed; options (such as `--upgrade`) are passed on.

The files name packages, versions and hashes, never where a package comes from: that is each machine's own affair.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = (
    Path(sys.executable).parent / "uv",
    *("pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.11"),
    *("--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "make requirements"),
)
SETS = {
    "dev.txt": ("pyproject.toml", "requirements/dev.in", "--extra", "all", "--extra", "dev"),
    "demo.txt": ("requirements/demo.in", "--constraint", "requirements/dev.txt"),
}


def main() -> int:
    """Compile the whole first, then the part with the versions of the whole."""
    for name, inputs in SETS.items():
        output = Path("requirements") / name
        subprocess.run(
            [*COMPILE, *inputs, *sys.argv[1:], "--output-file", output], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )
        if "://" in (ROOT / output).read_text():
            print(f"{output} names an address; it must name packages, versions and hashes only", file=sys.stderr)
            return 1
        print(f"compiled {output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
