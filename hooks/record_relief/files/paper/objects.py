"""A PDF by Typst with its small objects packed together, as PDF has it since 1.5.

Typst writes each object as it is. A tagged file of twenty pages has hundreds, and they and the
table of their places are half of it; nothing that a reader sees or hears changes.
"""

from __future__ import annotations

import re
import zlib
from itertools import pairwise

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s+(.*)trailer\s*<<(.*)>>\s*startxref", re.DOTALL)
_OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)\s*endobj\s*\Z", re.DOTALL)
_STREAM = re.compile(rb">>\s*stream\r?\n")
_COMPRESSED = re.compile(
    rb"(\d+ 0 obj\s*<<.*?/Length )(\d+)(.*?/Filter\s*/FlateDecode.*?>>\s*stream\r?\n)", re.DOTALL
)
_SIZE = re.compile(rb"/Size \d+")
# The kinds of an entry: free, at a place in the file, or in the stream of objects.
_FREE, _PLACED, _PACKED = 0, 1, 2


def packed(made: bytes, *, tighter: bool = False) -> bytes:
    """Return the PDF with every object that is no stream in one compressed stream.

    `tighter`: streams that Typst has compressed are compressed as far as zlib can, which makes the
    file a fiftieth smaller and takes several times as long.

    Raises ValueError for a file that is not written as Typst writes it.
    """
    start = _START.search(made)
    table = _TABLE.match(made, int(start[1])) if start else None
    if not start or not table:
        raise ValueError("a PDF without one plain table of its objects")
    lines = table[2].split(b"\n")[: int(table[1])]
    places = sorted(int(line[:10]) for line in lines if line[17:18] == b"n")
    entries = {0: (_FREE, 0, 65535)}
    whole = [made[: places[0]]]
    at = places[0]
    small: list[tuple[int, bytes]] = []
    for here, after in pairwise([*places, int(start[1])]):
        text = made[here:after]
        found = _OBJECT.match(text)
        if not found:
            raise ValueError(f"no object at {here}")
        if _STREAM.search(found[2]):
            entries[int(found[1])] = (_PLACED, at, 0)
            text = _tighter(text) if tighter else text
            whole.append(text)
            at += len(text)
        else:
            small.append((int(found[1]), found[2]))
    holder = int(table[1])
    heads, bodies, length = [], [], 0
    for index, (number, text) in enumerate(small):
        entries[number] = (_PACKED, holder, index)
        heads.append(b"%d %d" % (number, length))
        bodies.append(text)
        length += len(text) + 1
    head = b" ".join(heads) + b" "
    about = b"/Type/ObjStm/N %d/First %d" % (len(small), len(head))
    entries[holder] = (_PLACED, at, 0)
    whole.append(_stream(holder, about, head + b"\n".join(bodies)))
    at += len(whole[-1])
    entries[holder + 1] = (_PLACED, at, 0)
    if sorted(entries) != list(range(holder + 2)):
        raise ValueError("a PDF with objects that its table does not name")
    rows = b"".join(
        kind.to_bytes(1, "big") + one.to_bytes(4, "big") + two.to_bytes(2, "big")
        for _, (kind, one, two) in sorted(entries.items())
    )
    trailer = _SIZE.sub(b"/Size %d" % (holder + 2), table[3])
    whole.append(_stream(holder + 1, b"/Type/XRef/W[1 4 2]" + trailer, rows))
    return b"".join(whole) + b"startxref\n%d\n%%%%EOF\n" % at


def _tighter(text: bytes) -> bytes:
    head = _COMPRESSED.match(text)
    if not head:
        return text
    end = head.end() + int(head[2])
    content = zlib.compress(zlib.decompress(text[head.end() : end]), 9)
    return b"".join([head[1], b"%d" % len(content), head[3], content, text[end:]])


def _stream(number: int, about: bytes, content: bytes) -> bytes:
    written = zlib.compress(content, 9)
    head = b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n"
    return head % (number, about, len(written)) + written + b"\nendstream\nendobj\n"
