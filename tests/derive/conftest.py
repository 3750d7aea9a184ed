"""What the tests of the derived facts share: the real data, and made-up places and laws."""

from __future__ import annotations

from typing import Any

import pytest
from record_relief.source.evidence import Data
from record_relief.source.law import Law
from record_relief.source.place import Jurisdiction

from tests import plain_data
from tests.builders import data_of, raw_states


@pytest.fixture(scope="session")
def raw() -> dict[str, Any]:
    """The real data as plain values, read without any of our code."""
    return plain_data.states()


@pytest.fixture(scope="session")
def raw_places(raw: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The real places as plain values, by code."""
    return {place["code"]: place for place in raw["jurisdictions"]}


@pytest.fixture(scope="session")
def small() -> Data:
    """The small data file."""
    return data_of(raw_states())


@pytest.fixture(scope="session")
def place(small: Data) -> Jurisdiction:
    """New York in the small file: one law, and one of everything."""
    return next(place for place in small.jurisdictions if place.code == "NY")


@pytest.fixture(scope="session")
def law(place: Jurisdiction) -> Law:
    """The law of `place`: broad, for adults, enacted in 2010, amended in 2021."""
    return place.relief[0]
