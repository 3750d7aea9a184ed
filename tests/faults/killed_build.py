"""Run MkDocs and end it, as a power cut would, when it reaches a stage: `killed_build.py STAGE ...`

The stages are in STAGES: the function that is not reached, and how often it is before.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from pathlib import Path
from typing import Any

STAGES = {
    "load": ("record_relief.load", "lint.Context", 0),
    "render": ("record_relief.render", "Renderer.page", 20),
    "write": ("mkdocs.utils", "write_file", 60),
    "artifacts": ("record_relief.artifacts", "write", 0),
    "index": ("record_relief.search", "index", 0),
    "publish": ("record_relief.publish", "publish", 0),
    "clean up": ("record_relief.publish", "discard", 0),
}


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
    cut(sys.argv.pop(1))
    from mkdocs.__main__ import cli

    cli()
