"""All of `data/states.yaml`, and its JSON Schema (`data/states.schema.json`, by `make schema`).

A description of a field is what an editor reads while typing.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

from pydantic import Field

from .cited import Source
from .explainers import Fact, Myth, Organisation, Practice, Term, TopicInfo
from .place import Jurisdiction
from .texts import Strict


class StatesFile(Strict):
    """All of `data/states.yaml`."""

    organisations: list[Organisation] = Field(description="National help.")
    topics: list[TopicInfo] = Field(description="The topics of facts, myths and practices.")
    jurisdictions: list[Jurisdiction] = Field(
        description="The states, DC, the territories and the federal system."
    )
    facts: list[Fact] = Field(
        description="Federal facts on background checks and what follows from a record."
    )
    myths: list[Myth] = Field(description="Myths about background checks.")
    practices: list[Practice] = Field(description="Ways to check fairly.")
    glossary: list[Term] = Field(description="Legal terms in plain words.")
    sources: list[Source] = Field(description="Sources shared by several entries.")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **deepcopy(_generated()),
        "title": "Record Relief: data/states.yaml",
    }


@cache
def _generated() -> dict[str, Any]:
    return StatesFile.model_json_schema()
