"""What tests of the forms may ask for: the real forms, and a small one to break."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from record_relief.derive.site import Facts
from record_relief.forms.load import load_forms
from record_relief.forms.model import Form
from record_relief.model import StatesFile

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def forms(data: StatesFile) -> Sequence[Form]:
    """The forms of `data/forms.yaml`, loaded and checked."""
    return load_forms(ROOT / "data/forms.yaml", data)


@pytest.fixture(scope="session")
def facts(data: StatesFile, forms: Sequence[Form]) -> Facts:
    """The facts of the site with its forms."""
    return Facts(data, forms)
