"""What describes the files: JSON Schema, OpenAPI 3.1 and a Frictionless data package."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from typing import Any

from ...derive.release import API, DRAFT, LICENSE, Release
from ...derive.translation import Translation
from ...source.evidence import data_schema
from ...source.texts import EDITORS_ONLY
from .tables import Column, Table

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_VERSION = r"^\d{4}-\d{2}-\d{2}-[0-9a-f]{10}$"
_HEAD: dict[str, Any] = {
    "version": {
        "type": "string",
        "pattern": _VERSION,
        "description": "Day of the last check and a hash of the content.",
    },
    "license": {
        "type": "object",
        "description": "The terms of use; quotes from statutes are in the public domain.",
        "properties": {name: {"type": "string"} for name in asdict(LICENSE)},
        "required": list(asdict(LICENSE)),
        "additionalProperties": False,
    },
    "url": {"type": "string", "format": "uri", "description": "The page for people."},
}
_PERMALINK = {
    "type": "string",
    "format": "uri",
    "description": "Where this version of the file is kept.",
}


@cache
def _public() -> dict[str, Any]:
    """Return the model's schema without the fields that are for editors; not to be changed."""
    found = data_schema()
    for definition in found["$defs"].values():
        properties = definition.get("properties", {})
        hidden = [n for n, p in properties.items() if p.get("description") == EDITORS_ONLY]
        for name in hidden:
            del properties[name]
        if hidden:
            definition["required"] = [n for n in definition["required"] if n not in hidden]
    found["$defs"]["Translation"] = Translation.model_json_schema()
    return found


def _by_name(inside: Mapping[str, Any], text: str) -> dict[str, Any]:
    return {"type": "object", "description": text, "additionalProperties": inside}


# The texts of a place by the language's code. What was kept before there were any has none.
_BY_LANGUAGE = _by_name(
    {"$ref": "#/$defs/Translation"}, "The place in other languages, by the code of each."
)


def everything(site_url: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the file that holds everything."""
    found = _public()
    return {
        "$schema": _DRAFT,
        "$id": f"{site_url}{API}/schema.json",
        "title": "Record Relief: everything",
        "description": "All facts of Record Relief, with their version and licence.",
        "type": "object",
        "properties": {
            **_HEAD,
            **found["properties"],
            "translations": _by_name(
                _BY_LANGUAGE, "Names and summaries in other languages, by the code of the place."
            ),
        },
        "required": [*_HEAD, *found["required"]],
        "additionalProperties": False,
        "$defs": found["$defs"],
    }


def jurisdiction(site_url: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the file of one place."""
    found = _public()
    properties = {
        **_HEAD,
        **({} if DRAFT else {"permalink": _PERMALINK}),
        "jurisdiction": {"$ref": "#/$defs/Jurisdiction"},
        "evidence": {
            "$ref": "#/$defs/Evidence",
            "description": "The texts that were read, and what each coded value rests on.",
        },
        "organisations": {
            "type": "array",
            "items": {"$ref": "#/$defs/Organisation"},
            "description": "The national organisations that the place refers to.",
        },
        "shared_sources": {
            "type": "array",
            "items": {"$ref": "#/$defs/Source"},
            "description": "The sources it cites that are not among its own.",
        },
    }
    required = list(properties)
    properties["translations"] = _BY_LANGUAGE
    return {
        "$schema": _DRAFT,
        "$id": f"{site_url}{API}/jurisdiction.schema.json",
        "title": "Record Relief: one place",
        "description": "A place with everything that its entry refers to.",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
        "$defs": found["$defs"],
    }


def _index() -> dict[str, Any]:
    file = {
        "type": "object",
        "properties": {
            "path": {"type": "string", "description": "Address, from this file's folder."},
            "bytes": {"type": "integer"},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        },
        "required": ["path", "bytes", "sha256"],
    }
    properties = {**_HEAD, "files": {"type": "array", "items": file}}
    return {"type": "object", "properties": properties, "required": list(properties)}


def openapi(site_url: str, release: Release) -> dict[str, Any]:
    """Return the OpenAPI 3.1 description of the static API."""

    def inside(part: Any) -> Any:
        """Point the references of a JSON Schema to the components of this description."""
        if isinstance(part, dict):
            return {
                name: inner.replace("#/$defs/", "#/components/schemas/")
                if name == "$ref"
                else inside(inner)
                for name, inner in part.items()
                if name not in ("$defs", "$schema", "$id")
            }
        return [inside(item) for item in part] if isinstance(part, list) else part

    def get(name: str, summary: str, kind: str, found: Any, **more: Any) -> dict[str, Any]:
        answer = {"description": "The file.", "content": {kind: {"schema": found}}}
        missing = {"404": {"description": "There is no such file."}} if more else {}
        operation = {
            "operationId": name,
            "summary": summary,
            "responses": {"200": answer, **missing},
            **more,
        }
        return {"get": operation}

    def parameter(name: str, text: str, found: Any) -> dict[str, Any]:
        return {
            "name": name,
            "in": "path",
            "required": True,
            "description": text,
            "schema": found,
        }

    reference = "#/components/schemas/"
    json, csv, text = "application/json", "text/csv", {"type": "string"}
    one = {"$ref": f"{reference}OnePlace"}
    code = parameter("code", "Code in small letters.", {"type": "string", "enum": _codes(release)})
    kept = parameter("version", "A version.", {"type": "string", "pattern": _VERSION})
    versions = {
        "/versions/{code}-{version}.json": get(
            "kept", "A version of one place, kept", json, one, parameters=[code, kept]
        )
    }
    about = (
        "Static files; every address answers GET, from any origin, without a key. Information, "
        "not legal advice."
    )
    draft = "This form is a draft: its fields may still change. "
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Record Relief",
            "version": release.version,
            "description": draft + about if DRAFT else about,
            "license": {"name": LICENSE.title, "identifier": LICENSE.id},
        },
        "servers": [{"url": f"{site_url}{API}"}],
        "security": [],
        "paths": {
            "/index.json": get(
                "index", "The files, their sizes and checksums", json, {"$ref": f"{reference}Index"}
            ),
            "/record-relief.json": get(
                "everything", "Everything in one file", json, {"$ref": f"{reference}Everything"}
            ),
            "/jurisdictions/{code}.json": get(
                "jurisdiction", "One place", json, one, parameters=[code]
            ),
            **({} if DRAFT else versions),
            "/laws.csv": get("laws", "One row a law", csv, text),
            "/ways.csv": get("ways", "One row a general way", csv, text),
            "/evidence.csv": get("evidence", "One row for each item of proof", csv, text),
            "/jurisdictions.csv": get("jurisdictions", "One row a place", csv, text),
        },
        "components": {
            "schemas": {
                "Index": inside(_index()),
                "Everything": inside(everything(site_url)),
                "OnePlace": inside(jurisdiction(site_url)),
                **inside(_public()["$defs"]),
            }
        },
    }


def _codes(release: Release) -> list[str]:
    return [part.name for part in release.places.values()]


def package(
    site_url: str, release: Release, tables: Sequence[Table], files: Mapping[str, bytes]
) -> dict[str, Any]:
    """Return the data package (Frictionless Data Package 1): each file with its fields."""

    def resource(path: str, name: str, title: str, **more: Any) -> dict[str, Any]:
        content = files[path]
        return {
            "name": name,
            "path": path,
            "title": title,
            "encoding": "utf-8",
            "bytes": len(content),
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
            **more,
        }

    return {
        "profile": "data-package",
        "name": "record-relief",
        "title": "Record Relief",
        "description": "Laws by which survivors can clear a record, for every US jurisdiction, "
        "and rules for background checks.",
        "homepage": f"{site_url}data/",
        "version": release.version,
        "licenses": [{"name": LICENSE.id, "path": LICENSE.url, "title": LICENSE.title}],
        "resources": [
            resource(
                f"{table.name}.csv",
                table.name,
                table.title,
                profile="tabular-data-resource",
                format="csv",
                mediatype="text/csv",
                schema={
                    "fields": [_field(column) for column in table.columns],
                    "missingValues": [""],
                },
            )
            for table in tables
        ]
        + [
            resource(
                "record-relief.json",
                "everything",
                "Everything",
                format="json",
                mediatype="application/json",
            )
        ],
    }


def _field(column: Column) -> dict[str, Any]:
    kinds = {"codes": "string", "json": "array"}
    field: dict[str, Any] = {
        "name": column.name,
        "type": kinds.get(column.type, column.type),
        "description": column.text,
    }
    if column.values and column.type == "string":
        field["constraints"] = {"enum": list(column.values)}
    return field
