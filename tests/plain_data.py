"""The data as YAML alone reads it, without the package that the site is made with: each file once.

Whoever changes what these return changes a copy.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_DATA = Path(__file__).resolve().parents[1] / "data"


@cache
def _read(name: str) -> dict[str, Any]:
    content = (_DATA / name).read_bytes()
    found: dict[str, Any] = yaml.load(content, Loader=yaml.CSafeLoader)
    return found


def states() -> dict[str, Any]:
    """Return what `data/states.yaml` holds."""
    return _read("states.yaml")


def places() -> list[dict[str, Any]]:
    """Return the places of `data/states.yaml`."""
    found: list[dict[str, Any]] = states()["jurisdictions"]
    return found


def forms() -> list[dict[str, Any]]:
    """Return the forms of `data/forms.yaml`."""
    found: list[dict[str, Any]] = _read("forms.yaml")["forms"]
    return found


def evidence(code: str) -> dict[str, Any]:
    """Return the file of evidence of a place."""
    return _read(f"evidence/{code.lower()}.yaml")
