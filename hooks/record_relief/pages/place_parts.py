"""What "What might help me?" knows of all places: one file, the same for everybody.

A page loads it whatever is chosen, so that nobody learns from a request which place it was. For
each place it holds the part of the answer that the page's script fills in, with addresses relative
to that page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..derive.fit import PlaceFit
from .assets import as_script
from .render import Renderer

_BETWEEN = re.compile(r">\n+<")
SCRIPT = "assets/js/place_parts.js"
# What the script defines for what_might_help.js.
VARIABLE = "placeParts"
PAGE = "what-might-help/"


def parts(fits: Iterable[PlaceFit], renderer: Renderer) -> dict[str, str]:
    """Return the part of each place, by code, without what stands between its blocks."""
    return {
        found.guide.place.code: _BETWEEN.sub(
            "><", renderer.page("components/place_part.html", PAGE, fit=found)
        )
        for found in fits
    }


def script(found: Mapping[str, str]) -> str:
    """Return the parts of all places as a script."""
    return as_script(VARIABLE, found)
