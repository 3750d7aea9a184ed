"""What the tests of files share: the API as it is while it is a draft, and after."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from record_relief.build import cli
from record_relief.files.api import files, schemas


@pytest.fixture
def draft(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The API as it is while it is a draft."""
    yield from _as(monkeypatch, True)


@pytest.fixture
def final(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The API as it is when it is no draft."""
    yield from _as(monkeypatch, False)


def _as(monkeypatch: pytest.MonkeyPatch, draft: bool) -> Iterator[None]:
    files.listing.cache_clear()
    for module in (files, schemas, cli):
        monkeypatch.setattr(module, "DRAFT", draft)
    yield
    files.listing.cache_clear()
