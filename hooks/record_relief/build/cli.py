"""`python -m record_relief check` checks the data; `schema` and `statements` write what it makes.

`keep` puts the present version of every place into data/versions/, from where every later build
publishes it: so that a citation leads to what was read. `kept` fails where that was forgotten.
`translations` brings the files in data/languages/ up to date and says what is not translated.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import yaml

from ..derive import statements
from ..derive.release import API, DRAFT
from ..derive.site import Facts
from ..files.api import files
from ..languages.language import FOLDER
from ..source import evidence
from ..source import forms as forms_model
from ..source import packets as packets_model
from ..source.model import schema
from ..source.problems import DataError
from . import translations
from .load import DEFAULT, load, main_check
from .load_forms import DEFAULT as FORMS
from .load_forms import load_forms
from .load_packets import DEFAULT as PACKETS
from .load_packets import load_packets
from .project import allowed

SCHEMA = Path("data/states.schema.json")
EVIDENCE_SCHEMA = Path("data/evidence.schema.json")
FORMS_SCHEMA = Path("data/forms.schema.json")
PACKETS_SCHEMA = Path("data/packets.schema.json")
SETTINGS = Path("mkdocs.yml")
COMMANDS = ("check", "schema", "statements", "keep", "kept", "translations")
LISTED = 20


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status."""
    parser = argparse.ArgumentParser(prog="record_relief", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--file", type=Path, default=DEFAULT, help="the data file to check")
    parser.add_argument("--forms", type=Path, help="the file of forms to check")
    parser.add_argument("--begin", nargs="*", default=[], help="files of translations to begin")
    parser.add_argument("--read", nargs="*", default=[], help="files that a second person has read")
    parser.add_argument("--all", action="store_true", help="list every text without a translation")
    try:
        return _run(parser.parse_args(arguments))
    except DataError as error:
        print(f"{error}\n\n{len(error.problems)} to fix. Nothing was written.")
        return 1


def _run(chosen: argparse.Namespace) -> int:
    # Another data file has other facts than the site's forms rest on.
    forms = chosen.forms or (FORMS if chosen.file == DEFAULT else None)
    if chosen.command == "schema":
        for path, made in (
            (SCHEMA, schema()),
            (EVIDENCE_SCHEMA, evidence.schema()),
            (FORMS_SCHEMA, forms_model.schema()),
            (PACKETS_SCHEMA, packets_model.schema()),
        ):
            path.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n")
        return 0
    if chosen.command == "statements":
        data = load(DEFAULT).data
        facts = {fact.id: fact for fact in data.facts}
        table = statements.table(load_forms(FORMS, data), facts)
        statements.DEFAULT.write_text(table, encoding="utf-8")
        return 0
    if chosen.command == "translations":
        data = load(DEFAULT).data
        most = None if chosen.all else LISTED
        return translations.run(
            Path(),
            data,
            load_forms(FORMS, data),
            begin=chosen.begin,
            read=chosen.read,
            most=most,
        )
    if chosen.command in ("keep", "kept"):
        site_url = str(yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))["site_url"])
        present = Facts(load(chosen.file).data)
        return _keep(present, site_url) if chosen.command == "keep" else _kept(present, site_url)
    failed = main_check(chosen.file, chosen.file.as_posix())
    if not failed and forms:
        failed = _check_words(chosen.file, forms)
        translations.check(FOLDER, allowed(Path()))
    return failed


def _keep(facts: Facts, site_url: str) -> int:
    if DRAFT:
        print(f"{API} is a draft: no version of it is kept.")
        return 0
    added = files.keep(facts, site_url, files.KEPT)
    print(f"{files.KEPT}: {len(added)} new files.")
    return 0


def _kept(facts: Facts, site_url: str) -> int:
    if DRAFT:
        print(f"{API} is a draft: no version of it need be kept.")
        return 0
    lost = files.missing(facts, site_url, files.KEPT)
    for name in lost:
        print(f"{(files.KEPT / name).as_posix()}: is missing")
    if lost:
        print("\nThe present data is not kept, so it must not be published. Run: make keep")
        return 1
    print(f"{files.KEPT.as_posix()}: the present data is kept.")
    return 0


def _check_words(states: Path, forms: Path) -> int:
    data = load(states).data
    try:
        found = load_forms(forms, data)
        print(f"{forms.as_posix()}: {len(found)} forms, no error.")
        if states == DEFAULT:
            load_packets(PACKETS, data)
            print(f"{PACKETS.as_posix()}: no error.")
    except DataError as error:
        print(error)
        print(f"\n{len(error.problems)} to fix. Nothing was built.")
        return 1
    return 0
