"""What tests over the built site may ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import plain_data, recount
from tests.built_site import Site


@pytest.fixture(scope="session")
def site(site_dir: Path) -> Site:
    """The built site, page by page."""
    return Site(site_dir)


@pytest.fixture(scope="session")
def raw() -> dict[str, Any]:
    """The facts as YAML alone reads them, without the package that the site is made with."""
    return plain_data.states()


@pytest.fixture(scope="session")
def places(raw: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The places by code, in the order of the site: by name, the federal system last."""
    order = sorted(raw["jurisdictions"], key=lambda place: (place["code"] == "US", place["name"]))
    return {place["code"]: place for place in order}


@pytest.fixture(scope="session")
def answers(places: dict[str, dict[str, Any]]) -> recount.Answers:
    """Each question's answer for each place, counted anew: question -> code -> key."""
    return recount.answers(list(places.values()))
