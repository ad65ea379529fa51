"""Lint proto/**/*.proto by buf.yaml, without a network: imported definitions come from the installed package."""

import shutil
import subprocess
import sys
from pathlib import Path

from protos import PROTO, ROOT, googleapis, googleapis_sources, sources

BESIDE = ROOT / ".venv" / "googleapis"


def lay_googleapis_beside() -> None:
    """Copy the imported definitions to where buf.yaml looks for them."""
    shutil.rmtree(BESIDE, ignore_errors=True)
    for path in googleapis_sources():
        (BESIDE / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(googleapis() / path, BESIDE / path)


def main() -> int:
    """Lint and format-check all definitions."""
    if not sources():
        return 0
    lay_googleapis_beside()
    buf = Path(sys.executable).parent / "buf"
    lint = subprocess.run([buf, "lint", PROTO], cwd=ROOT, check=False)
    layout = subprocess.run([buf, "format", "--diff", "--exit-code", PROTO], cwd=ROOT, check=False)
    return max(lint.returncode, layout.returncode)


if __name__ == "__main__":
    sys.exit(main())
