"""A form in Firefox: one step back after it was cleared, and nothing comes back with Back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.browser.conftest import FIREFOX


def test_a_letter_is_put_back_after_clearing_and_not_by_back(firefox: Callable[..., Any]) -> None:
    assert firefox(FIREFOX / "answers.mjs") == {"held": ["Mine", "", "Mine", ""], "said": True}
