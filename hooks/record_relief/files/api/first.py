"""The files below /api/v1/ as they were last published: kept in data/v1/, and never made anew.

Citations and programs lead to them. Their facts are those of that day; a note beside them leads to
the present form.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from ...derive.release import API
from ..artifacts import Artifact, as_is

FOLDER = "api/v1"
KEPT = Path("data/v1")
NOTE = "README.txt"


def artifacts(kept: Path, site_url: str) -> Iterator[Artifact]:
    """Yield every file that was published, from the folder `kept`, and the note."""
    packed = {
        file.relative_to(kept).as_posix().removesuffix(".gz"): file.read_bytes()
        for file in sorted(kept.rglob("*.gz"))
    }
    version = json.loads(gzip.decompress(packed["index.json"]))["version"]
    whole = json.loads(gzip.decompress(packed[f"versions/record-relief-{version}.json"]))
    for name in whole["parts"]:  # the last version of a place was its file, too
        place = name.partition("-")[0]
        if place != "shared":
            packed[f"jurisdictions/{place}.json"] = packed[f"versions/{name}"]
    for path, content in packed.items():
        yield Artifact(f"{FOLDER}/{path}", gzip.decompress, (content,))
    yield Artifact(f"{FOLDER}/{NOTE}", as_is, (_note(version, site_url).encode(),))


def _note(version: str, site_url: str) -> str:
    return (
        f"The files below {site_url}{FOLDER}/ are as they were last published, in version\n"
        f"{version}. They stay as they are, with every version in versions/, so that a\n"
        "citation leads to what was read. Nothing newer is added to them.\n"
        "\n"
        "The present facts, and the words of the laws that they rest on:\n"
        f"{site_url}{API}/\n"
        f"{site_url}data/\n"
    )
