"""`python -m record_relief check` tests the data; `schema` writes its JSON Schema."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from .load import DEFAULT, main_check
from .model import schema

SCHEMA = Path("data/states.schema.json")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status."""
    parser = argparse.ArgumentParser(prog="record_relief", description=__doc__)
    parser.add_argument("command", choices=("check", "schema"))
    parser.add_argument("--file", type=Path, default=DEFAULT, help="the data file to check")
    chosen = parser.parse_args(arguments)
    if chosen.command == "schema":
        SCHEMA.write_text(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n")
        return 0
    return main_check(chosen.file, chosen.file.as_posix())


if __name__ == "__main__":
    sys.exit(main())
