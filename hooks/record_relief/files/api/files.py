"""The files below /api/v2/."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ...derive.editions import Edition
from ...derive.release import API, DRAFT, LICENSE, Part, Release, encoded
from ...derive.site import Facts
from ...derive.translation import of_place
from ..artifacts import Artifact, as_is
from ..gz import pack
from . import schemas, tables

# Versions that were published before, packed; `make keep` adds the present one.
KEPT = Path("data/versions")


def permalink(site_url: str, part: Part) -> str:
    """Return the address at which a version of a part is kept."""
    return f"{site_url}{API}/versions/{part.file}"


def _head(site_url: str, version: str, page: str) -> dict[str, Any]:
    return {"version": version, "license": asdict(LICENSE), "url": site_url + page}


def _place_path(part: Part) -> str:
    return f"jurisdictions/{part.name}.json"


def _place_file(facts: Facts, part: Part, site_url: str, **more: Any) -> bytes:
    guide = facts.guides[part.name.upper()]
    head = _head(site_url, part.version, guide.url)
    kept = {} if DRAFT else {"permalink": permalink(site_url, part)}
    return encoded({**head, **kept, **part.content, **more})


def _translations(
    code: str, editions: Sequence[Edition], site_url: str
) -> dict[str, dict[str, str | None]]:
    """Return the texts of a place by language."""
    found = {one.language.code: of_place(code, one, site_url) for one in editions}
    return {language: place.model_dump() for language, place in found.items() if place}


def _contents(facts: Facts, site_url: str, editions: Sequence[Edition]) -> dict[str, bytes]:
    """Return the files of facts by their path below the folder."""
    release = facts.release
    head = _head(site_url, release.version, "data/")
    texts = {code: _translations(code, editions, site_url) for code in release.places}
    made = [
        tables.laws(facts),
        tables.ways(facts),
        tables.jurisdictions(facts, texts),
        tables.evidence(facts),
    ]
    files = {
        "record-relief.json": encoded({**head, **release.content, "translations": texts}),
        **{f"{table.name}.csv": table.csv() for table in made},
        **{
            _place_path(part): _place_file(facts, part, site_url, translations=texts[code])
            for code, part in release.places.items()
        },
        "schema.json": encoded(schemas.everything(site_url)),
        "jurisdiction.schema.json": encoded(schemas.jurisdiction(site_url)),
        "openapi.json": encoded(schemas.openapi(site_url, release)),
    }
    files["datapackage.json"] = encoded(schemas.package(site_url, release, made, files))
    return files


def versions(facts: Facts, site_url: str) -> dict[str, bytes]:
    """Return the present version of every part, and the list that ties them together.

    None of a draft: nobody may count on it.
    """
    if DRAFT:
        return {}
    release: Release = facts.release
    shared = release.shared
    head = _head(site_url, shared.version, "data/")
    found = {part.file: _place_file(facts, part, site_url) for part in release.places.values()}
    found[shared.file] = encoded({**head, **shared.content})
    whole = _head(site_url, release.version, "data/") | {"parts": sorted(found)}
    found[f"record-relief-{release.version}.json"] = encoded(whole)
    return found


def missing(facts: Facts, site_url: str, folder: Path) -> dict[str, bytes]:
    """Return the present versions that are not kept in `folder`, packed, by the name of the file.

    A citation names a version: what is published without being kept is lost to later builds.
    """
    packed = {f"{name}.gz": content for name, content in versions(facts, site_url).items()}
    return {name: pack(content) for name, content in packed.items() if not (folder / name).exists()}


def keep(facts: Facts, site_url: str, folder: Path) -> list[str]:
    """Add the present versions to those kept in `folder`; return the names of new files."""
    folder.mkdir(parents=True, exist_ok=True)
    added = missing(facts, site_url, folder)
    for name, content in added.items():
        (folder / name).write_bytes(content)
    return list(added)


@lru_cache(maxsize=1)
def listing(facts: Facts, site_url: str, editions: tuple[Edition, ...] = ()) -> Mapping[str, bytes]:
    """Return every file but the versions: the facts, their descriptions, the checksums.

    `editions` are the site in other languages.
    """
    files = _contents(facts, site_url, editions)
    sums = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    index = {
        **_head(site_url, facts.release.version, "data/"),
        "files": [
            {"path": path, "bytes": len(content), "sha256": sums[path]}
            for path, content in files.items()
        ],
    }
    lines = "".join(f"{found}  {path}\n" for path, found in sums.items())
    return {**files, "index.json": encoded(index), "SHA256SUMS": lines.encode("ascii")}


@dataclass(frozen=True)
class Download:
    """A file that the page about the data offers."""

    path: str
    """Address from the root of the site."""
    size: int
    sha256: str


def downloads(
    facts: Facts, site_url: str, editions: tuple[Edition, ...] = ()
) -> dict[str, Download]:
    """Return every file of the API by its path below the folder."""
    return {
        path: Download(f"{API}/{path}", len(content), hashlib.sha256(content).hexdigest())
        for path, content in listing(facts, site_url, editions).items()
    }


def artifacts(
    facts: Facts, site_url: str, kept: Path, editions: tuple[Edition, ...] = ()
) -> Iterator[Artifact]:
    """Yield the files of the API; `kept` is the folder of earlier versions."""
    for path, content in listing(facts, site_url, editions).items():
        yield Artifact(f"{API}/{path}", as_is, (content,))
    present = versions(facts, site_url)
    for name, content in present.items():
        yield Artifact(f"{API}/versions/{name}", as_is, (content,))
    for file in sorted(kept.glob("*.json.gz")):
        if file.stem not in present:
            yield Artifact(f"{API}/versions/{file.stem}", gzip.decompress, (file.read_bytes(),))
