"""Run MkDocs and end it, as a power cut would, when it reaches a stage: `killed_build.py STAGE ...`

The stages are in STAGES: the function that is not reached, and how often it is before; "none" lets
the build end. To be quick, only one file of each kind is made beside the pages.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

STAGES = {
    "load": ("record_relief.build.load", "lint.Context", 0),
    "render": ("record_relief.pages.render", "Renderer.page", 20),
    "write": ("mkdocs.utils", "write_file", 60),
    "among the artifacts": ("record_relief.files.artifacts", "_place", 3),
    "index": ("record_relief.files.search", "index", 0),
    "clean up": ("record_relief.build.publish", "discard", 0),
}


def make_few_files() -> None:
    """Leave out all but one of the files that share a folder and an ending."""
    for name in ("outputs", "compress"):
        module: Any = importlib.import_module(f"record_relief.files.{name}")
        module.artifacts = few(module.artifacts)


def few(real: Callable[..., Iterable[Any]]) -> Callable[..., Iterator[Any]]:
    """Return a function that yields only the first artifact of each kind."""

    def firsts(*arguments: Any) -> Iterator[Any]:
        seen = set()
        for artifact in real(*arguments):
            path = PurePosixPath(artifact.path)
            if not artifact.parts and (path.parts[:1], path.suffix) not in seen:
                seen.add((path.parts[:1], path.suffix))
                yield artifact

    return firsts


def cut(stage: str) -> None:
    """Put a function that kills this process in place of the stage's."""
    module_name, path, before = STAGES[stage]
    owner: Any = importlib.import_module(module_name)
    *parents, name = path.split(".")
    for parent in parents:
        owner = getattr(owner, parent)
    real, calls = getattr(owner, name), 0

    def counted(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls > before:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **options)

    setattr(owner, name, counted)


if __name__ == "__main__":
    sys.path.insert(0, str(Path.cwd() / "hooks"))
    make_few_files()
    if (stage := sys.argv.pop(1)) != "none":
        cut(stage)
    from mkdocs.__main__ import cli

    cli()
