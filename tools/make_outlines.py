"""Make `data/outlines.json`, the state outlines that the comparison map draws.

A maintainer runs this by hand when the outlines should change; the site only reads its output, so
none of what it needs is a dependency of the site:

    python -m venv DIR && DIR/bin/pip install "shapely>=2.1"
    DIR/bin/python tools/make_outlines.py

`npm` must be on the path: the outlines come from the npm package us-atlas (the Census Bureau's
cartographic boundaries, already in the Albers USA projection, 975 by 610 units, with Alaska and
Hawaii moved in). The same package, shapely and settings give the same bytes.

What is done to them, in order:

1. Islands too small to see are dropped (`MIN_ISLAND`), and those of the Aleutian chain that lie
   left of the drawing.
2. The coverage is simplified as a whole, so that neighbours keep one common border.
3. Coordinates are multiplied by `SCALE` and rounded to integers; points that no longer bend the
   line are removed from both sides of a border alike.
4. Each state gets a label point: the middle of the widest clear space inside it, measured with a
   space that is wider than high, as a word is. `room` is half the width of that space.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

import shapely
from shapely import MultiPolygon, Polygon
from shapely.affinity import scale as stretch

PACKAGE = "us-atlas@3.0.1"
TOPOLOGY = "package/states-albers-10m.json"
OUTPUT = Path(__file__).resolve().parent.parent / "data" / "outlines.json"

SCALE = 2
"""How many of our units make one of the source's: 975 by 610 becomes 1950 by 1220."""

WIDTH, HEIGHT = 975, 610
"""The source's drawing area, in its own units."""

TOLERANCE = 1.3
"""Simplification, in the source's units: the square root of the smallest corner kept."""

MIN_ISLAND = 6.0
"""The smallest island drawn, in the source's units squared (6 is Nantucket)."""

MIN_ISLAND_OF = {"HI": 4.0, "AK": 20.0}
"""Where another smallest island serves better: all eight of Hawaii, and few of Alaska's many."""

WORD_SHAPE = 1.6
"""How much wider than high the clear space around a label is."""

POSTAL = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE",
    "11": "DC", "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA",
    "20": "KS", "21": "KY", "22": "LA", "23": "ME", "24": "MD", "25": "MA", "26": "MI", "27": "MN",
    "28": "MS", "29": "MO", "30": "MT", "31": "NE", "32": "NV", "33": "NH", "34": "NJ", "35": "NM",
    "36": "NY", "37": "NC", "38": "ND", "39": "OH", "40": "OK", "41": "OR", "42": "PA", "44": "RI",
    "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT", "50": "VT", "51": "VA", "53": "WA",
    "54": "WV", "55": "WI", "56": "WY",
}  # fmt: skip
"""Postal codes by FIPS code: the 50 states and DC."""

Position = tuple[float, float]
IntPosition = tuple[int, int]


def download() -> dict[str, Any]:
    """Return the TopoJSON of the states from the npm package."""
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(
            ["npm", "pack", PACKAGE, "--silent"],
            cwd=folder, check=True, capture_output=True, text=True,
        ).stdout.split()[-1]  # fmt: skip
        with tarfile.open(Path(folder) / packed) as archive:
            member = archive.extractfile(TOPOLOGY)
            if member is None:
                raise SystemExit(f"{PACKAGE} has no {TOPOLOGY}")
            topology: dict[str, Any] = json.load(member)
            return topology


def decode(topology: dict[str, Any]) -> dict[str, MultiPolygon]:
    """Turn the arcs of a TopoJSON into one multipolygon for each postal code."""
    (step_x, step_y), (left, top) = (topology["transform"][key] for key in ("scale", "translate"))
    arcs: list[list[Position]] = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            arc.append((x * step_x + left, y * step_y + top))
        arcs.append(arc)

    def ring(indices: list[int]) -> list[Position]:
        points: list[Position] = []
        for index in indices:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points += arc[1:] if points else arc
        return points

    states = {}
    for geometry in topology["objects"]["states"]["geometries"]:
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        polygons = [Polygon(ring(part[0]), [ring(hole) for hole in part[1:]]) for part in parts]
        if geometry["id"] in POSTAL:
            states[POSTAL[geometry["id"]]] = MultiPolygon(polygons)
    return dict(sorted(states.items()))


def without_small_islands(code: str, state: MultiPolygon) -> MultiPolygon:
    """Drop the parts that are too small or outside the drawing; the largest always stays."""
    smallest = MIN_ISLAND_OF.get(code, MIN_ISLAND)
    parts = sorted(state.geoms, key=lambda part: -part.area)
    kept = [p for p in parts[1:] if p.area >= smallest and p.centroid.x > 0]
    return MultiPolygon([parts[0], *kept])


def rounded(ring: list[Position]) -> list[IntPosition]:
    """Scale a closed ring, round it to integers and return its corners, without the last."""
    return distinct([(round(x * SCALE), round(y * SCALE)) for x, y in ring])


def distinct(ring: list[IntPosition]) -> list[IntPosition]:
    """Remove the points that repeat the one before them, around the end too."""
    return [point for i, point in enumerate(ring) if point != ring[i - 1]]


def straight(a: IntPosition, b: IntPosition, c: IntPosition) -> bool:
    """Whether b bends nothing between a and c (also when the line turns back upon itself)."""
    return (b[0] - a[0]) * (c[1] - b[1]) == (b[1] - a[1]) * (c[0] - b[0])


def without_idle_corners(states: dict[str, list[list[IntPosition]]]) -> None:
    """Remove, in place, the corners that bend none of the rings they lie on, until none is left."""
    while True:
        bending: set[IntPosition] = set()
        idle: set[IntPosition] = set()
        for rings in states.values():
            for ring in rings:
                for i, point in enumerate(ring):
                    bends = not straight(ring[i - 1], point, ring[(i + 1) % len(ring)])
                    (bending if bends else idle).add(point)
        idle -= bending
        if not idle:
            return
        for code, rings in states.items():
            rings = [distinct([point for point in ring if point not in idle]) for ring in rings]
            states[code] = [ring for ring in rings if len(ring) > 2]


def path_data(rings: list[list[IntPosition]]) -> str:
    """Write rings as SVG path data, every step relative, in as few characters as can be."""
    text = ""
    at_x = at_y = 0
    for ring in rings:
        first = ring.index(min(ring))
        ring = ring[first:] + ring[:first]
        numbers = []
        for x, y in ring:
            numbers += [x - at_x, y - at_y]
            at_x, at_y = x, y
        at_x, at_y = ring[0]
        text += "m" + " ".join(map(str, numbers)).replace(" -", "-") + "z"
    return text


def label_of(rings: list[list[IntPosition]]) -> tuple[list[int], int]:
    """Return the middle of the widest clear space of the largest ring, and half its width."""
    largest = max((Polygon(ring) for ring in rings), key=lambda polygon: polygon.area)
    higher = stretch(largest, yfact=WORD_SHAPE, origin=(0, 0))
    radius = shapely.maximum_inscribed_circle(higher, tolerance=0.25)
    x, y = radius.coords[0]
    return [round(x), round(y / WORD_SHAPE)], math.floor(radius.length)


def outlines(topology: dict[str, Any]) -> dict[str, Any]:
    """Return the whole content of the output file."""
    states = {code: without_small_islands(code, state) for code, state in decode(topology).items()}
    if set(states) != set(POSTAL.values()):
        raise SystemExit(f"{PACKAGE} lacks {sorted(set(POSTAL.values()) - set(states))}")
    simple = shapely.coverage_simplify(list(states.values()), TOLERANCE)
    rings: dict[str, list[list[IntPosition]]] = {
        code: [rounded(list(part.exterior.coords)) for part in shapely.get_parts(shape)]
        for code, shape in zip(states, simple, strict=True)
    }
    without_idle_corners(rings)
    drawn = {}
    for code, state_rings in rings.items():
        label, room = label_of(state_rings)
        drawn[code] = {"path": path_data(state_rings), "label": label, "room": room}
    return {
        "source": f"npm package {PACKAGE}, from the U.S. Census Bureau's cartographic boundary "
        "files; simplified by tools/make_outlines.py",
        "license": "ISC, Copyright 2013-2019 Michael Bostock; the Census Bureau's boundaries are "
        "in the public domain",
        "viewBox": [0, 0, WIDTH * SCALE, HEIGHT * SCALE],
        "states": drawn,
    }


def as_text(content: dict[str, Any]) -> str:
    """Write the output with one state a line, so that a change shows as the states it changes."""
    head = ",\n".join(
        f"{json.dumps(key)}: {json.dumps(content[key])}" for key in ("source", "license", "viewBox")
    )
    states = ",\n".join(
        f"{json.dumps(code)}:{json.dumps(state, separators=(',', ':'))}"
        for code, state in content["states"].items()
    )
    return f'{{\n{head},\n"states": {{\n{states}\n}}\n}}\n'


def main() -> None:
    """Write the outlines to the place the command line names."""
    parser = argparse.ArgumentParser(description="Make data/outlines.json from us-atlas.")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="where to write")
    output: Path = parser.parse_args().output
    text = as_text(outlines(download()))
    output.write_text(text, encoding="utf-8")
    print(f"{output.name}: {len(text)} bytes, {text.count('path')} states")


if __name__ == "__main__":
    main()
