"""Running the program: whatever it raises becomes lines for its user, and an exit status.

The program itself is imported only when it runs, so that where its extra is not installed the user is told so.
"""

import io
import sys
from collections.abc import Sequence

from lending_entrypoints.cli.errors import report

__all__ = ["main", "run"]


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program on these arguments (the process's own where None); answers its exit status."""
    try:
        from lending_entrypoints.cli.program import program

        status = program(args=arguments, prog_name="lending", standalone_mode=False)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - whatever it is, the user gets a line, not a traceback
        return report(error)
    return status if isinstance(status, int) else 0


def main() -> None:
    """The `lending` command.

    Its output is UTF-8 whatever the locale. What is no text, as a file's name need not be, is escaped as in JSON.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run())
