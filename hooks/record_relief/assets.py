"""Styles and scripts of a page: inlined, so that one answer from the server is the whole page."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")


@cache
def inline_css(overrides: Path, *names: str) -> str:
    """Return the style sheets `names` (below overrides/) as one, without comments and spaces."""
    text = "".join((overrides / name).read_text(encoding="utf-8") for name in names)
    text = _SPACE.sub(" ", _COMMENT.sub("", text))
    return _AROUND.sub(r"\1", text).replace(";}", "}").replace(": ", ":").strip()


def csp_hash(text: str) -> str:
    """Return the Content-Security-Policy source that allows exactly this inline text."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
