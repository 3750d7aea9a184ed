"""What "What might help me?" knows of all places: one file, the same for everybody.

A page loads it whatever is chosen, so that nobody learns from a request which place it was. For
each place it holds the part of the answer that the page's script fills in, with addresses relative
to that page.

Most of it is said of many places. What is said often stands in the file once, and a letter of an
alphabet that no text uses stands for it. The address of a place's own pages, which many links begin
with, stands once before its text in the same way. The script puts it all back: so the file is short
on its way.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping

from .assets import as_script, tight
from .render import Renderer

# A tag, or the text up to the next one.
_PIECE = re.compile(r"<[^>]*>|[^<]+")
# How many places or laws say a piece that has a letter.
_OFTEN = 20
# The Cyrillic ones: two bytes each.
_LETTERS = [chr(number) for number in range(0x400, 0x52F)]
# The one more that stands for the address of the place's own pages.
_OWN = "\u052f"
_ADDRESS = re.compile(r"(?<=\")\.\./states/[a-z-]+/")
SCRIPT = "assets/js/place_parts.js"
# What the script defines for what_might_help.js.
VARIABLE = "placeParts"
_SHARED = "placePieces"
PAGE = "what-might-help/"
_PUT_BACK = f"""Object.keys({VARIABLE}).forEach(function (code) {{
  var between = {VARIABLE}[code].replace(/[\u0400-\u052e]/g, function (letter) {{
    return {_SHARED}[letter] || letter;
  }}).split("{_OWN}");
  var own = between.shift();
  {VARIABLE}[code] = between.join(own);
}});
"""


def part(place: str, renderer: Renderer) -> str:
    """Return the part of the place with this code, without what stands between its blocks."""
    fit = renderer.facts.fits[place]
    return tight(renderer.part("components/place_part.html", PAGE, place, fit=fit))


def script(found: Mapping[str, str]) -> str:
    """Return the parts of all places as a script."""
    texts = {code: _with_own_once(text) for code, text in found.items()}
    pieces = {code: _PIECE.findall(text) for code, text in texts.items()}
    counts = Counter(piece for one in pieces.values() for piece in one)
    worth = (piece for piece in counts if counts[piece] >= _OFTEN and len(piece) > 2)
    often = sorted(worth, key=lambda piece: (-counts[piece] * len(piece), piece))
    used = set().union(*texts.values())
    letters = (letter for letter in _LETTERS if letter not in used)
    letter_of = dict(zip(often, letters, strict=False))
    short = {
        code: "".join(letter_of.get(piece, piece) for piece in one) for code, one in pieces.items()
    }
    shared = {letter: piece for piece, letter in letter_of.items()}
    return as_script(_SHARED, shared) + as_script(VARIABLE, short) + _PUT_BACK


def read(text: str) -> dict[str, str]:
    """Return the parts of all places that a script holds; raises ValueError for another script."""
    shared, short = (_value(text, name) for name in (_SHARED, VARIABLE))
    return {
        code: _put_back("".join(shared.get(letter, letter) for letter in part))
        for code, part in short.items()
    }


def _with_own_once(text: str) -> str:
    """Return a part with the commonest address of a place's pages before it, a letter within it."""
    counts = Counter(_ADDRESS.findall(text))
    own = max(sorted(counts), key=lambda address: counts[address], default="")
    return own + _OWN + (text.replace(own, _OWN) if own else text)


def _put_back(text: str) -> str:
    own, _, rest = text.partition(_OWN)
    return rest.replace(_OWN, own)


def _value(text: str, name: str) -> dict[str, str]:
    begin = f"var {name}="
    lines = [line for line in text.splitlines() if line.startswith(begin)]
    if len(lines) != 1:
        raise ValueError(f"the script does not define {name}")
    found: dict[str, str] = json.loads(lines[0].removeprefix(begin).removesuffix(";"))
    return found
