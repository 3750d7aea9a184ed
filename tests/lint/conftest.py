"""What the tests of the lint rules share."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import raw_evidence, raw_place, raw_states


@pytest.fixture
def raw() -> dict[str, Any]:
    """The small data file as plain values, to be changed."""
    return raw_states()


@pytest.fixture
def place(raw: dict[str, Any]) -> dict[str, Any]:
    """New York in `raw`."""
    return raw_place(raw, "NY")


@pytest.fixture
def law(place: dict[str, Any]) -> dict[str, Any]:
    """New York's law in `raw`."""
    return place["relief"][0]


@pytest.fixture
def evidence() -> dict[str, Any]:
    """The small files of evidence as plain values by code, to be changed."""
    return raw_evidence()


@pytest.fixture
def way(place: dict[str, Any]) -> dict[str, Any]:
    """The first of New York's ways in `raw`: sealing of convictions, for which one asks."""
    return place["ways"][0]
