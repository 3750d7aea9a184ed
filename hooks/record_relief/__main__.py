"""`python -m record_relief check` tests the data; `schema` writes its JSON Schema.

`keep` puts the present version of every place into data/versions/, from where every later build
publishes it: so that a citation leads to what was read.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import yaml

from .api import files
from .derive.site import Facts
from .load import DEFAULT, load, main_check
from .model import schema

SCHEMA = Path("data/states.schema.json")
SETTINGS = Path("mkdocs.yml")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status."""
    parser = argparse.ArgumentParser(prog="record_relief", description=__doc__)
    parser.add_argument("command", choices=("check", "schema", "keep"))
    parser.add_argument("--file", type=Path, default=DEFAULT, help="the data file to check")
    chosen = parser.parse_args(arguments)
    if chosen.command == "schema":
        SCHEMA.write_text(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n")
        return 0
    if chosen.command == "keep":
        site_url = str(yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))["site_url"])
        added = files.keep(Facts(load(chosen.file).data), site_url, files.KEPT)
        print(f"{files.KEPT}: {len(added)} new files.")
        return 0
    return main_check(chosen.file, chosen.file.as_posix())


if __name__ == "__main__":
    sys.exit(main())
