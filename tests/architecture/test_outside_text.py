"""Text from outside: figures are read in ASCII digits only, by what the kernel offers for that."""

import re

from tests.support.sources import CODE, sources

LENIENT = re.compile(r"\\d|\.(isdigit|isdecimal|isnumeric|isalnum|strptime)\(")
"""These take the digits of every script, or forms that nobody asked for."""


def test_no_code_takes_digits_that_are_not_ascii() -> None:
    assert not [
        f"{source.name}:{number}: {line.strip()}"
        for source in sources(*CODE)
        for number, line in enumerate(source.text.splitlines(), 1)
        if LENIENT.search(line) and "isascii" not in line
    ]
