"""The facts as they are published: without what is for editors, with a version and a licence.

A version is the day of the last check and the beginning of a hash of the content, so that the same
facts have the same version on every machine, and other facts another one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from pydantic import BaseModel

from ..source.evidence import Data
from ..source.place import Jurisdiction
from ..source.texts import EDITORS_ONLY

HASH_LENGTH = 10
# Where the data for machines stands, from the root of the site.
API = "api/v2"
# The schema of a draft may still change, so no version of it is kept and no citation leads to one.
DRAFT = True


@dataclass(frozen=True)
class License:
    """Under which terms the data may be used again."""

    id: str
    """The id in the list of SPDX."""
    title: str
    url: str


# Statutes and the words quoted from them are in the public domain; this is for all the rest.
LICENSE = License(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
)


def public(value: Any) -> Any:
    """Return a part of the model as JSON has it, without the fields that are for editors."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, BaseModel):
        return {shown: public(getattr(value, name)) for name, shown in _fields(type(value))}
    if isinstance(value, list):
        return [public(item) for item in value]
    if isinstance(value, dict):
        return {name: public(item) for name, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return the fields that are published, each with its name in JSON."""
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if field.description != EDITORS_ONLY
    )


def encoded(value: Any) -> bytes:
    """Return a value as the JSON of a published file: UTF-8, on one line.

    With indentation Python's slow encoder would write it, in Python.
    """
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def version(checked: date, content: Any) -> str:
    """Return the version of some content: `2026-11-22-1f3a5c7e90`."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return f"{checked.isoformat()}-{digest[:HASH_LENGTH]}"


@dataclass(frozen=True)
class Part:
    """A piece that has a version of its own: a place, or what all places share."""

    name: str
    """The place's code in small letters, or "shared"."""
    version: str
    content: Mapping[str, Any]

    @property
    def file(self) -> str:
        """The name of the file that keeps this version."""
        return f"{self.name}-{self.version}.json"


class Release:
    """All that is published of a data file."""

    def __init__(self, data: Data) -> None:
        self._data = data
        self.checked = max(place.checked for place in data.jurisdictions)

    @cached_property
    def content(self) -> dict[str, Any]:
        """All facts and their evidence as JSON has them."""
        found: dict[str, Any] = public(self._data)
        return found

    @cached_property
    def places(self) -> dict[str, Part]:
        """Each place by code, with its evidence and what it names of that which all share."""
        published = {place["code"]: place for place in self.content["jurisdictions"]}
        return {
            place.code: self._place(place, published[place.code])
            for place in self._data.jurisdictions
        }

    def _place(self, place: Jurisdiction, published: Mapping[str, Any]) -> Part:
        names = {entry.organisation for entry in place.help}
        helpers = [item for item in self.content["organisations"] if item["id"] in names]
        named = _sources_named([published, helpers])
        sources = [item for item in self.content["sources"] if item["id"] in named]
        content = {
            "jurisdiction": published,
            "evidence": self.content["evidence"].get(place.code)
            or public(self._data.evidence_of(place)),
            "organisations": helpers,
            "shared_sources": sources,
        }
        return Part(place.code.lower(), version(place.checked, content), content)

    @cached_property
    def shared(self) -> Part:
        """Everything that belongs to no single place."""
        of_places = ("jurisdictions", "evidence")
        content = {name: part for name, part in self.content.items() if name not in of_places}
        return Part("shared", version(self.checked, content), content)

    @cached_property
    def version(self) -> str:
        """The version of everything: it changes with that of any part."""
        parts = {part.name: part.version for part in (*self.places.values(), self.shared)}
        return version(self.checked, parts)


def _sources_named(value: Any) -> set[str]:
    """Return the source ids that anything inside `value` names."""
    found: set[str] = set()
    if isinstance(value, list):
        return found.union(*map(_sources_named, value))
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in ("sources", "also_read") and all(isinstance(item, str) for item in inner):
                found.update(inner)
            else:
                found |= _sources_named(inner)
    return found
