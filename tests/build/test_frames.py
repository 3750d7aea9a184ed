"""What stands around a page is kept, and is never older than what it was made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from record_relief.build.frames import Frames
from record_relief.files.cache import Cache
from record_relief.pages.render import Frame


class Build:
    """One build: what it makes is numbered, so that what was kept can be told apart."""

    def __init__(self, folder: Path, shared: str = "shared", loads: str = "a.1.js") -> None:
        self._frames = Frames(lambda: shared, Cache(folder))
        self._loads = loads
        self.made = 0

    def frame(self, context: Any) -> str:
        def make() -> Frame:
            self.made += 1
            return Frame(f"around {context} with {self._loads}", {"a.js": self._loads})

        found = self._frames.made(context, make, lambda frame: frame.loads["a.js"] == self._loads)
        return found.html

    def end(self) -> None:
        self._frames.keep()


def test_the_same_is_made_once(tmp_path: Path) -> None:
    first = Build(tmp_path)
    assert [first.frame(("one/", {})), first.frame(("two/", {}))] != []
    first.end()
    again = Build(tmp_path)
    assert again.frame(("one/", {})) == first.frame(("one/", {}))
    assert again.made == 0


@pytest.mark.parametrize(
    "changed", [{"shared": "another"}, {"loads": "a.2.js"}, {}], ids=["shared", "asset", "context"]
)
def test_what_it_rests_on_makes_it_anew(tmp_path: Path, changed: dict[str, str]) -> None:
    first = Build(tmp_path)
    first.frame("title")
    first.end()
    again = Build(tmp_path, **changed)
    context = "title" if changed else "another title"
    assert again.frame(context) == f"around {context} with {changed.get('loads', 'a.1.js')}"
    assert again.made == 1


def test_what_the_last_build_did_not_use_is_not_kept(tmp_path: Path) -> None:
    for pages in (("one", "two"), ("one",), ("one", "two")):
        build = Build(tmp_path)
        for page in pages:
            build.frame(page)
        build.end()
    assert build.made == 1
