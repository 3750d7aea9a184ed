"""Styles, scripts and pictures that pages load, each named by the hash of its content.

Such a file never changes, so a browser may keep it for a year (headers.py); a page asks for it by
its plain name, and a change gives it a new address.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import PurePosixPath
from typing import Any

FOLDER = "assets/"
_BETWEEN = re.compile(r">\n+<")


def with_unix_lines(content: bytes) -> bytes:
    """Return a file's content as in every clone: git may have given it Windows line ends.

    Like git, it takes anything with a zero byte for a picture and leaves it alone.
    """
    return content if b"\0" in content else content.replace(b"\r\n", b"\n")


class Assets:
    """The files below assets/: their plain names, hashed names and content."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def add(self, path: str, content: bytes) -> str:
        """Take a file; return the address under which it is published."""
        plain = PurePosixPath(path)
        digest = hashlib.sha256(content).hexdigest()[:10]
        name = str(plain.with_name(f"{plain.stem}.{digest}{plain.suffix}"))
        self._names[path] = name
        return name

    def __contains__(self, path: str) -> bool:
        """Return whether there is a file with this plain name."""
        return path in self._names

    def __getitem__(self, path: str) -> str:
        """Return the address of the file with this plain name; raise LookupError if none has it."""
        try:
            return self._names[path]
        except KeyError:
            raise LookupError(f"there is no {path} among the assets of the site") from None


def tight(html: str) -> str:
    """Return HTML without the line breaks between its tags, for a script to hold."""
    return _BETWEEN.sub("><", html)


def as_script(variable: str, value: Any) -> str:
    """Return a script that defines a variable: where a page may not fetch (file:), it may load."""
    return f"var {variable}={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"


def csp_hash(text: str) -> str:
    """Return the Content-Security-Policy source that allows exactly this inline text."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
