"""A page that would be heavier than it may be goes without what HTML does not need.

These are line ends around blocks, end tags, quotes around values that are one word, and the codes
of quotes in a text or a value. What a browser makes of it is the same. Only such a page does
without: one in a language that says the same in more letters, for example.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from functools import partial

from ..source.kept import Kept

_AS_IT_IS = re.compile(r"(<(script|style|textarea|pre)\b.*?</\2>)", re.DOTALL)
_BLOCKS = "p|div|[uod]l|section|h[1-6]|details|table|form|fieldset"
_BLOCK = f"(?:{_BLOCKS})"
# Nobody sees the space before a block.
_PARTS = "li|d[td]|t(?:head|body|[rdh])|summary|main|head|body|meta|link|title|style|header|nav"
_SPACE = re.compile(rf"\s*\n\s*(?=</?(?:{_BLOCKS}|{_PARTS})[\s>])")
# In this order: what ends with an element stands before the element's own end. See "Optional tags"
# in the HTML standard.
_LEFT_OUT = re.compile(
    rf"</p>(?=\s*(?:<{_BLOCK}[\s>]|</(?:div|section|li|dd|td|details|form|article)>))"
    r"|</li>(?=\s*(?:<li[\s>]|</[uo]l>))"
    r"|</dt>(?=\s*<d[dt][\s>])|</dd>(?=\s*(?:<d[dt][\s>]|</dl>|</div>))"
    r"|</t[dh]>(?=\s*(?:<t[dh][\s>]|</tr>))"
    r"|</tr>(?=\s*(?:<tr[\s>]|</t(?:head|body)>))"
    r"|</option>(?=\s*(?:<option[\s>]|</select>))"
    r"|</head>(?=\s*<body)|</body>\s*</html>\s*$"
)
# Values of one word need no quotes. See "Unquoted attribute value syntax" in the HTML standard.
_TAG = re.compile(r"<[a-z][^<>']*>")
_QUOTED = re.compile(r'="([^\s"`=<>]+)"')
# What stands between two tags, in which a quote needs no code. A ">" in a value is written &gt;.
_TEXT = re.compile(r">[^<]*&#3[49];[^<]*")

# A value between double quotes, in which a single one needs no code.
_VALUE = re.compile(r'="[^"<>]*&#39;[^"<>]*"')

# Which pages go without, by the hash of each and what it may weigh.
kept: Kept[tuple[bytes, int], bool] = Kept()


def within(html: str, most: int | None) -> str:
    """Return a page in no more bytes than `most`, compressed, if that can be done so."""
    if most is None:
        return html
    key = hashlib.sha256(html.encode()).digest(), most
    return bare(html) if kept.made(key, partial(_gains, html, most)) else html


def _gains(html: str, most: int) -> bool:
    return _weight(html) > most >= _weight(bare(html))


def _weight(html: str) -> int:
    return len(gzip.compress(html.encode(), 9))


def bare(html: str) -> str:
    """Return HTML without the line ends, end tags, quotes and codes that say nothing."""
    parts = _AS_IT_IS.split(html)
    # Each element that stays as it is comes with its name.
    del parts[2::3]
    return "".join(part if n % 2 else _bare(part) for n, part in enumerate(parts))


def _bare(html: str) -> str:
    less = _LEFT_OUT.sub("", _SPACE.sub("", html))
    less = _TEXT.sub(lambda text: text[0].replace("&#34;", '"').replace("&#39;", "'"), less)
    less = _TAG.sub(lambda tag: _QUOTED.sub(r"=\1", tag[0]), less)
    return _VALUE.sub(lambda value: value[0].replace("&#39;", "'"), less)
