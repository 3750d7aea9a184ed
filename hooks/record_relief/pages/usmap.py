"""Where each jurisdiction is drawn on the comparison map.

Knows geometry and layout only: no law, no name, no colour. The outlines of the states and DC come
from `data/outlines.json` (made by `tools/make_outlines.py`). This adds what they can't show:

- a call-out, a small square with the code beside it and a line to the state, for each state too
  small to read or to hit;
- a row of tiles along the bottom for the federal system and the territories.

Every place has one path, which holds all that is filled with its mark (outline, square or tile),
and one point at which its code is written. All numbers are whole units of the map's `viewBox`.
"""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Kind = Literal["shape", "callout", "tile"]

_COMMAND = re.compile(r"([mMhv])([-\d ]+)")
_NUMBER = re.compile(r"-?\d+")


@dataclass(frozen=True, slots=True)
class Point:
    """A point on the map."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle, by its upper left corner and its size."""

    x: int
    y: int
    width: int
    height: int

    @property
    def path(self) -> str:
        """The rectangle as SVG path data."""
        return f"M{self.x} {self.y}h{self.width}v{self.height}h-{self.width}z"


@dataclass(frozen=True, slots=True)
class Place:
    """One jurisdiction on the map."""

    code: str
    kind: Kind
    path: str
    """Path data of all that is filled with the mark: outline, call-out's square, tile."""
    text: Point
    """Where the code stands: its middle in shapes and tiles; in call-outs its end by the square."""
    before: bool = False
    """Whether a call-out's code stands before its square (to the left of it), not after."""
    roomy: bool = False
    """Whether a shape has room for the mark's letter under the code."""
    box: Box | None = None
    """The call-out with its text, or the tile without its caption."""
    leader: tuple[Point, ...] = ()
    """The call-out's line, from a point inside the state to the square."""

    @property
    def line(self) -> str:
        """Path data of the call-out's line; nothing without one."""
        points = "L".join(f"{point.x} {point.y}" for point in self.leader)
        return f"M{points}" if points else ""

    @property
    def bounds(self) -> Box:
        """The smallest box around all that is drawn of the place, without the width of lines."""
        points = [*_corners(self.path), *((point.x, point.y) for point in self.leader)]
        left, top = (min(numbers) for numbers in zip(*points, strict=True))
        right, bottom = (max(numbers) for numbers in zip(*points, strict=True))
        return Box(left, top, right - left, bottom - top)


@dataclass(frozen=True, slots=True)
class UsMap:
    """The whole map: its size and its places by code."""

    width: int
    height: int
    places: Mapping[str, Place]

    @property
    def leaders(self) -> str:
        """Path data of all the call-outs' lines."""
        return "".join(place.line for place in self.places.values())


@dataclass(frozen=True, slots=True)
class _Callout:
    """Where a call-out's square has its upper left corner, and where its line starts."""

    x: int
    y: int
    start: Point | None
    """A point inside the state; nothing where the square stands beside the state itself."""
    before: bool = False


WIDTH, HEIGHT = 2010, 1404
"""The map's size: that of the outlines, with a column at the right and a row at the bottom."""

SQUARE = 44
"""The side of a call-out's square."""

CALLOUT_WIDTH = 150
"""How much room a call-out has for its square, its code and its letter."""

CALLOUT_GAP = 12
"""From a call-out's square to its code, and from the end of its line to its square."""

ROOM_FOR_LETTER = 50
"""The least `room` (in the outlines) of a state whose code has the mark's letter under it."""

TILES = ("US", "PR", "VI", "GU", "AS", "MP")
"""The codes drawn as tiles, from left to right; the first, the federal system, is the wide one."""

TILE_TOP, TILE_HEIGHT = 1258, 64
TILE_WIDTH, FIRST_TILE_WIDTH = 170, 350
TILE_MARGIN = 70
"""How far the row of tiles stays from the map's left and right edge."""

_RIGHT, _FIRST, _STEP = 1850, 396, 60
"""The column of call-outs in the Atlantic: its left edge, its top, and from one to the next."""

_LEFT = 1656
"""The left edge of the squares of the two call-outs in Canada."""

CALLOUTS = {
    "NH": _Callout(_LEFT, 84, Point(1783, 240), before=True),
    "VT": _Callout(_LEFT, 148, Point(1738, 246), before=True),
    "MA": _Callout(_RIGHT, _FIRST, Point(1825, 345)),
    "RI": _Callout(_RIGHT, _FIRST + _STEP, Point(1808, 370)),
    "CT": _Callout(_RIGHT, _FIRST + 2 * _STEP, Point(1785, 385)),
    "NJ": _Callout(_RIGHT, _FIRST + 3 * _STEP, Point(1730, 480)),
    "DE": _Callout(_RIGHT, _FIRST + 4 * _STEP, Point(1713, 533)),
    "MD": _Callout(_RIGHT, _FIRST + 5 * _STEP, Point(1705, 556)),
    "DC": _Callout(_RIGHT, _FIRST + 6 * _STEP, Point(1656, 535)),
    "HI": _Callout(690, 1128, None),
}
"""The call-outs. Two are in Canada, since their lines to the Atlantic would cross other states."""


def _corners(path: str) -> Iterator[tuple[int, int]]:
    """Yield the corners that path data leads through; it knows what `Box` and the outlines use."""
    x = y = 0
    for part in path.rstrip("z").split("z"):
        begin = None
        for command, numbers in _COMMAND.findall(part):
            steps = [int(number) for number in _NUMBER.findall(numbers)]
            if command == "M":
                x = y = 0
            if command in "hv":
                steps = [steps[0], 0] if command == "h" else [0, steps[0]]
            for across, down in zip(steps[::2], steps[1::2], strict=True):
                x, y = x + across, y + down
                begin = begin or (x, y)
                yield x, y
        if begin:  # from where the next part goes on
            x, y = begin


def load_map(outlines: Path) -> UsMap:
    """Return the map made of an outlines file; read again only when the file has changed."""
    return _load(outlines, outlines.stat().st_mtime_ns)


@functools.lru_cache(maxsize=1)
def _load(outlines: Path, _changed: int) -> UsMap:
    states = json.loads(outlines.read_text(encoding="utf-8"))["states"]
    places = [
        _callout(code, state["path"], CALLOUTS[code])
        if code in CALLOUTS
        else Place(
            code=code,
            kind="shape",
            path=state["path"],
            text=Point(*state["label"]),
            roomy=state["room"] >= ROOM_FOR_LETTER,
        )
        for code, state in states.items()
    ]
    places += _tiles()
    return UsMap(WIDTH, HEIGHT, {place.code: place for place in places})


def _callout(code: str, outline: str, at: _Callout) -> Place:
    """Add a square beside a small state's outline, and a line that ends with a level piece."""
    middle = at.y + SQUARE // 2
    left, right = at.x - CALLOUT_GAP, at.x + SQUARE + CALLOUT_GAP
    leader: tuple[Point, ...] = ()
    if at.start and at.before:
        leader = (at.start, Point(right, middle), Point(at.x + SQUARE, middle))
    elif at.start:
        leader = (at.start, Point(left, middle), Point(at.x, middle))
    return Place(
        code=code,
        kind="callout",
        path=outline + Box(at.x, at.y, SQUARE, SQUARE).path,
        text=Point(left if at.before else right, middle),
        before=at.before,
        box=Box(at.x + SQUARE - CALLOUT_WIDTH if at.before else at.x, at.y, CALLOUT_WIDTH, SQUARE),
        leader=leader,
    )


def _tiles() -> list[Place]:
    """Spread the tiles evenly over the width of the map."""
    free = WIDTH - 2 * TILE_MARGIN - FIRST_TILE_WIDTH - TILE_WIDTH * (len(TILES) - 1)
    gap = free // (len(TILES) - 1)
    tiles = []
    x = TILE_MARGIN
    for code in TILES:
        box = Box(x, TILE_TOP, FIRST_TILE_WIDTH if code == TILES[0] else TILE_WIDTH, TILE_HEIGHT)
        middle = Point(box.x + box.width // 2, box.y + box.height // 2)
        tiles.append(Place(code=code, kind="tile", path=box.path, text=middle, box=box))
        x += box.width + gap
    return tiles
