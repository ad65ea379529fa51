"""Write proto/lending_proto/v1/*.proto from the core's registry; with `--check`, say what differs instead.

A command or query in the registry is one RPC; its fields, the receipt and what they hold are messages, and so is each
refusal. Numbers once given out stay (proto/numbers.json). errors.proto is written by hand.
"""

import argparse
import sys

from proto_comments import Comments
from proto_numbers import Numbers
from proto_text import HEADER, Writer
from proto_words import words
from protos import PROTO, ROOT

TARGET = PROTO / "lending_proto" / "v1"
NUMBERS = PROTO / "numbers.json"
WORDS = ROOT / "adapters" / "lending_adapters" / "grpc" / "words.py"
COMMENTS = PROTO / "field_comments.toml"


def main() -> int:
    """Write, or compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the files are out of date")
    parser.add_argument("--renumber", action="store_true", help="forget the numbers given out: before a first release")
    told = parser.parse_args()
    comments, numbers = Comments(COMMENTS), Numbers(NUMBERS, forget=told.renumber)
    texts = {TARGET / name: text for name, text in Writer(numbers, comments).files().items()}
    texts[NUMBERS] = numbers.text
    texts[WORDS] = words()
    if comments.missing or comments.unused:
        faults = [f"no comment for {place}" for place in comments.missing]
        faults += [f"no field for {line}" for line in comments.unused]
        print(f"{COMMENTS.relative_to(ROOT)}: {'; '.join(faults)}", file=sys.stderr)
        return 1
    ours = {path for path in TARGET.glob("*.proto") if path.read_text(encoding="utf-8").startswith(HEADER)}
    stale = sorted(
        path
        for path in texts.keys() | ours
        if path not in texts or not path.exists() or path.read_text(encoding="utf-8") != texts[path]
    )
    for path in stale:
        if told.check:
            print(f"{path.relative_to(ROOT)} is not what the registry says: run `make generate`", file=sys.stderr)
        elif path in texts:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(texts[path], encoding="utf-8")
            print(f"wrote {path.relative_to(ROOT)}")
        else:
            path.unlink()
            print(f"removed {path.relative_to(ROOT)}")
    return 1 if told.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
