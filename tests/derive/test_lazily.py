"""What is worked out when it is asked for."""

from __future__ import annotations

import pytest
from record_relief.derive.lazily import Lazily


def test_each_value_is_made_once_and_only_if_asked_for() -> None:
    made: list[str] = []

    def upper(key: str) -> str:
        made.append(key)
        return key.upper()

    found = Lazily(["b", "a", "c"], upper)
    assert (list(found), len(found), "a" in found) == (["b", "a", "c"], 3, True)
    made.clear()
    assert (found["b"], found["b"]) == ("B", "B")
    assert made == ["b"]
    with pytest.raises(KeyError):
        found["d"]
    assert dict(found) == {"b": "B", "a": "A", "c": "C"}
