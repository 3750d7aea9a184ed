"""The comparison map: its outlines, its layout, its SVG and its samples."""

from __future__ import annotations

import gzip
import itertools
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import jinja2
import pytest
from record_relief.pages import usmap
from record_relief.pages.usmap import Box, Place, UsMap
from record_relief.source.model import StatesFile

ROOT = Path(__file__).resolve().parents[2]
OUTLINES = ROOT / "data/outlines.json"
CSS = "".join(
    (ROOT / "overrides/components" / name).read_text(encoding="utf-8")
    for name in ("map_mark.css", "us_map.css")
)
MARKS = ("solid", "diagonal", "dots", "cross", "lines", "outline")
SVG = "{http://www.w3.org/2000/svg}"

XY = tuple[float, float]
Ring = list[XY]


# Geometry


def rings(path: str) -> list[Ring]:
    """Read the path data that the outlines and `Box` use: m, M, h, v and z."""
    out: list[Ring] = []
    x = y = 0.0
    for subpath in path.rstrip("z").split("z"):
        ring: Ring = []
        for command, arguments in re.findall(r"([mMhv])([-\d ]+)", subpath):
            numbers = [int(n) for n in re.findall(r"-?\d+", arguments)]
            if command == "M":
                x = y = 0.0
            if command in "hv":
                numbers = [numbers[0], 0] if command == "h" else [0, numbers[0]]
            for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = x + dx, y + dy
                ring.append((x, y))
        x, y = ring[0]
        out.append(ring)
    return out


def edges(ring: Ring) -> Iterator[tuple[XY, XY]]:
    return zip(ring, ring[1:] + ring[:1], strict=True)


def inside(point: XY, ring: Ring) -> bool:
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in edges(ring):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossings += 1
    return crossings % 2 == 1


def cross(a: XY, b: XY, c: XY, d: XY) -> bool:
    """Whether the lines from a to b and from c to d cross."""

    def side(p: XY, q: XY, r: XY) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def overlap(one: Ring, other: Ring) -> bool:
    return (
        any(inside(point, other) for point in one)
        or any(inside(point, one) for point in other)
        or any(cross(*a, *b) for a in edges(one) for b in edges(other))
    )


def corners(box: Box) -> Ring:
    (ring,) = rings(box.path)
    return ring


def word(x: float, y: float, size: float) -> Ring:
    """A rectangle that holds any two capital letters of a bold sans-serif, its middle at x, y."""
    width, height = 1.6 * size, 0.75 * size
    return corners(Box(round(x - width / 2), round(y - height / 2), round(width), round(height)))


def outline(place: Place) -> list[Ring]:
    """The shape of a state, without the call-out's square."""
    return rings(place.path)[: -1 if place.kind == "callout" else None]


@pytest.fixture(scope="module")
def layout() -> UsMap:
    return usmap.load_map(OUTLINES)


def of_kind(layout: UsMap, kind: str) -> list[Place]:
    return [place for place in layout.places.values() if place.kind == kind]


# The outlines


def test_outlines_stay_small_and_say_where_they_are_from() -> None:
    raw = OUTLINES.read_bytes()
    assert len(raw) <= 22_000
    assert len(gzip.compress(raw)) < 10_000
    content = json.loads(raw)
    assert "Census" in content["source"]
    assert content["license"]


def test_bounds_hold_all_that_is_drawn_of_a_place(layout: UsMap) -> None:
    for place in layout.places.values():
        corners = [corner for ring in rings(place.path) for corner in ring]
        corners += [(point.x, point.y) for point in place.leader]
        across, down = ([corner[axis] for corner in corners] for axis in (0, 1))
        box = place.bounds
        assert (box.x, box.x + box.width) == (min(across), max(across)), place.code
        assert (box.y, box.y + box.height) == (min(down), max(down)), place.code


def test_michigan_has_both_peninsulas_and_hawaii_its_islands(layout: UsMap) -> None:
    def area(ring: Ring) -> float:
        return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in edges(ring))) / 2

    assert len([ring for ring in outline(layout.places["MI"]) if area(ring) > 5000]) == 2
    assert len(outline(layout.places["HI"])) == 8


def test_neighbours_share_their_border_exactly(layout: UsMap) -> None:
    def sides(code: str) -> set[frozenset[XY]]:
        return {frozenset(edge) for ring in outline(layout.places[code]) for edge in edges(ring)}

    for one, other in (("KS", "NE"), ("ID", "MT"), ("WV", "VA"), ("TX", "LA"), ("MD", "DC")):
        assert sides(one) & sides(other), f"{one} and {other}"


# The layout


def test_every_jurisdiction_has_one_place(layout: UsMap, data: StatesFile) -> None:
    assert sorted(layout.places) == sorted(j.code for j in data.jurisdictions)
    assert all(place.code == code for code, place in layout.places.items())
    assert {place.code for place in of_kind(layout, "tile")} == set(usmap.TILES)
    assert {place.code for place in of_kind(layout, "callout")} == set(usmap.CALLOUTS)


def test_callouts_tiles_and_shapes_keep_apart(layout: UsMap) -> None:
    boxes = {place.code: corners(place.box) for place in layout.places.values() if place.box}
    for (a, one), (b, other) in itertools.combinations(boxes.items(), 2):
        assert not overlap(one, other), f"the boxes of {a} and {b}"
    shapes = [*of_kind(layout, "shape"), *of_kind(layout, "callout")]
    for (code, box), place in itertools.product(boxes.items(), shapes):
        for ring in outline(place):
            assert not overlap(box, ring), f"the box of {code} and the shape of {place.code}"


def test_everything_is_on_the_map(layout: UsMap) -> None:
    drawn = [ring for place in layout.places.values() for ring in rings(place.path)]
    drawn += [corners(place.box) for place in layout.places.values() if place.box]
    for x, y in itertools.chain.from_iterable(drawn):
        assert 0 <= x <= layout.width
        assert 0 <= y <= layout.height


def test_codes_stand_inside_what_they_name(layout: UsMap) -> None:
    for place in layout.places.values():
        text = word(place.text.x, place.text.y, 30)
        if place.kind == "shape":
            middle = (place.text.x, place.text.y)
            assert any(inside(middle, ring) for ring in outline(place)), place.code
            if place.roomy:
                assert any(all(inside(p, ring) for p in text) for ring in outline(place))
        elif place.kind == "tile":
            assert place.box
            assert all(inside(point, corners(place.box)) for point in text), place.code
        else:
            assert place.box
            assert inside((place.text.x, place.text.y), corners(place.box)), place.code


@pytest.mark.parametrize(
    "size", [int(n) for n in re.findall(r"\.us-map text \{[^}]*font-size: (\d+)px", CSS)]
)
def test_codes_keep_apart_at_every_size(layout: UsMap, size: int) -> None:
    words = {
        place.code: word(place.text.x, place.text.y, size) for place in of_kind(layout, "shape")
    }
    for (a, one), (b, other) in itertools.combinations(words.items(), 2):
        assert not overlap(one, other), f"{a} and {b}"


def test_lines_start_in_their_state_and_cross_no_other_line_or_box(layout: UsMap) -> None:
    lines = {
        place.code: [(point.x, point.y) for point in place.leader]
        for place in layout.places.values()
        if place.leader
    }
    assert set(lines) == {code for code, at in usmap.CALLOUTS.items() if at.start}
    for code, line in lines.items():
        place = layout.places[code]
        assert any(inside(line[0], ring) for ring in outline(place)), code
        assert line[-1] in {
            (x, place.text.y) for ring in rings(place.path)[-1:] for x, _ in ring
        }, f"the line of {code} ends at its square"
    for (a, one), (b, other) in itertools.permutations(lines.items(), 2):
        for piece in itertools.pairwise(one):
            assert not any(cross(*piece, *p) for p in itertools.pairwise(other)), f"{a}, {b}"
            box = layout.places[b].box
            assert box
            assert not any(cross(*piece, *side) for side in edges(corners(box))), f"{a}, {b}"


def test_the_map_is_read_once_until_the_file_changes(tmp_path: Path) -> None:
    copy = tmp_path / "outlines.json"
    copy.write_bytes(OUTLINES.read_bytes())
    first = usmap.load_map(copy)
    assert usmap.load_map(copy) is first
    copy.write_text(copy.read_text(encoding="utf-8").replace('"WY":', '"XX":'), encoding="utf-8")
    os.utime(copy, ns=(0, copy.stat().st_mtime_ns + 1))
    changed = usmap.load_map(copy)
    assert "XX" in changed.places
    assert "WY" not in changed.places


# The SVG


@dataclass
class Entry:
    name: str
    href: str
    answer: str
    mark: str
    letter: str
    more: bool = False


@dataclass
class Answer:
    mark: str
    letter: str
    label: str
    count: int
    href: str


@pytest.fixture(scope="module")
def macros() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(ROOT / "overrides"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )


@pytest.fixture(scope="module")
def entries(data: StatesFile) -> dict[str, Entry]:
    marks = itertools.cycle(MARKS)
    return {
        j.code: Entry(
            name=j.name,
            href=f"/states/{j.name.lower().replace(' ', '-')}/",
            answer="only sex trafficking & <minors>",
            mark=(mark := next(marks)),
            letter=mark[0].upper(),
        )
        for j in data.jurisdictions
    }


@pytest.fixture(scope="module")
def html(macros: jinja2.Environment, layout: UsMap, entries: dict[str, Entry]) -> str:
    component = macros.get_template("components/us_map.html").module
    return str(component.us_map(layout, entries, "Who it helps", "Each place is a link.", id="who"))


@pytest.fixture(scope="module")
def svg(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(html.replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))


def test_svg_stays_small(html: str) -> None:
    assert len(html) < 30_000
    assert len(gzip.compress(html.encode())) < 12_000


def test_svg_has_a_name_and_a_description(svg: ElementTree.Element) -> None:
    by_id = {element.get("id"): element for element in svg.iter() if element.get("id")}
    assert by_id[svg.get("aria-labelledby")].text == "Who it helps"
    assert by_id[svg.get("aria-describedby")].text == "Each place is a link."
    assert svg.get("role") != "img", "an image's links are hidden from assistive technology"


def test_every_place_is_drawn_once_and_linked_once(
    svg: ElementTree.Element, layout: UsMap, entries: dict[str, Entry]
) -> None:
    drawn = [p.get("id") for p in svg.iter(f"{SVG}path") if p.get("id")]
    assert sorted(drawn) == sorted(f"who-{code.lower()}" for code in layout.places)
    links = svg.findall(f"{SVG}a")
    assert sorted(str(link.get("href")) for link in links) == sorted(
        entry.href for entry in entries.values()
    )
    by_href = {entry.href: code for code, entry in entries.items()}
    for link in links:
        code = by_href[str(link.get("href"))]
        use = link.find(f"{SVG}use")
        assert use is not None
        assert use.get("href") == f"#who-{code.lower()}"
        assert link.findtext(f"{SVG}text") == code


def test_each_link_says_place_and_answer_in_order_of_the_names(
    svg: ElementTree.Element, entries: dict[str, Entry]
) -> None:
    said = [link.findtext(f"{SVG}title") for link in svg.findall(f"{SVG}a")]
    names = sorted(entry.name for entry in entries.values())
    assert said == [f"{name}: only sex trafficking & <minors>" for name in names]
    assert [link[0].tag for link in svg.findall(f"{SVG}a")] == [f"{SVG}title"] * len(names)


def test_letters_stand_where_there_is_room(
    svg: ElementTree.Element, layout: UsMap, entries: dict[str, Entry]
) -> None:
    lettered = {
        code: link.findtext(f"{SVG}text/{SVG}tspan")
        for link in svg.findall(f"{SVG}a")
        if (code := link.findtext(f"{SVG}text"))
    }
    for code, place in layout.places.items():
        fits = place.roomy or place.kind != "shape"
        assert lettered[code] == (entries[code].letter if fits else None)


def test_territories_and_the_federal_system_are_named_in_full(
    svg: ElementTree.Element, entries: dict[str, Entry]
) -> None:
    for link in svg.findall(f"{SVG}a"):
        code, *lines = [text.text for text in link.iter(f"{SVG}text")]
        assert " ".join(map(str, lines)) == (entries[str(code)].name if code in usmap.TILES else "")
        assert len(lines) <= 2


def test_each_place_has_the_mark_of_its_answer(
    svg: ElementTree.Element, entries: dict[str, Entry]
) -> None:
    layers = svg.findall(f"{SVG}g/{SVG}g")
    assert [layer.get("class") for layer in layers] == [f"us-map-{mark}" for mark in MARKS]
    for mark, layer in zip(MARKS, layers, strict=True):
        marked = {path.get("id") for path in layer}
        assert marked == {f"who-{c.lower()}" for c, entry in entries.items() if entry.mark == mark}


def test_marks_differ_in_pattern_not_only_in_colour(svg: ElementTree.Element) -> None:
    drawings = set()
    for pattern in svg.iter(f"{SVG}pattern"):
        figures = [e for e in pattern if e.get("class") == "figure"]
        drawings.add(
            (pattern.get("patternTransform"), *(tuple(sorted(f.attrib.items())) for f in figures))
        )
    patterned = {g.get("class"): g.get("fill") for g in svg.iterfind(f"{SVG}g/{SVG}g")}
    assert len({fill for fill in patterned.values() if fill}) == len(drawings) == len(MARKS) - 2
    assert {c for c, fill in patterned.items() if not fill} == {"us-map-solid", "us-map-outline"}
    assert "stroke-dasharray" in rule(".us-map .us-map-outline")
    assert "fill: var(--mark)" in rule(".us-map .us-map-solid")


def test_markup_obeys_a_strict_content_security_policy(html: str) -> None:
    assert not re.search(r"\s(style|on\w+)=|<style|<script", html)


def test_every_class_of_the_svg_is_styled(svg: ElementTree.Element) -> None:
    for name in {c for e in svg.iter() for c in (e.get("class") or "").split()}:
        assert re.search(rf"\.{name}\b", CSS), name


# The samples and the legend


def rule(selector: str) -> str:
    found = re.search(rf"^{re.escape(selector)} \{{(.*?)^\}}", CSS, re.MULTILINE | re.DOTALL)
    assert found, selector
    return " ".join(found[1].split())


def test_samples_differ_in_pattern(macros: jinja2.Environment) -> None:
    component = macros.get_template("components/us_map.html").module
    for mark in MARKS:
        sample = ElementTree.fromstring(str(component.map_mark(mark, "F")))
        assert sample.get("class") == f"map-mark map-mark-{mark}"
        assert sample.get("aria-hidden") == "true"
        assert sample.text == "F"
    assert len({rule(f".map-mark-{mark}::before") for mark in MARKS}) == len(MARKS)


def test_legend_lists_each_answer_with_its_count(macros: jinja2.Environment) -> None:
    component = macros.get_template("components/us_map.html").module
    answers = [Answer("solid", "F", "Yes", 41, "#yes"), Answer("outline", "N", "No law", 3, "#no")]
    legend = ElementTree.fromstring(str(component.map_legend(answers)))
    links = legend.findall("li/a")
    assert [link.get("href") for link in links] == ["#yes", "#no"]
    assert ["".join(link.itertext()).split() for link in links] == [
        ["F", "Yes", "41"],
        ["N", "No", "law", "3"],
    ]
