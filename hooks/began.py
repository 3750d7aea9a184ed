"""What is read only once, when MkDocs starts, as it was then: the code and the settings.

This stands in a file of its own so that it is read before the rest of the code.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def sources() -> dict[Path, bytes]:
    """Return the code and the settings as they are now."""
    paths = (*_HERE.rglob("*.py"), *_HERE.parent.glob("*.yml"))
    return {path: path.read_bytes() for path in sorted(paths)}


BEGAN = sources()
