"""How a name becomes part of a web address."""

from __future__ import annotations

import re
import unicodedata
from functools import cache


@cache
def slug(text: str) -> str:
    """Return text as part of a web address: ASCII letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
