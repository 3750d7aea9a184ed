"""The file of all places says often-said things once, and loses none."""

from __future__ import annotations

import json
import subprocess

from record_relief.pages import place_parts

PARTS = {
    f"{number:02}": f'<p class="often">Said everywhere.</p><p>Only here: {number}</p><b>Ж</b> \\ "'
    for number in range(40)
}


_LINK = '<a href="../states/{place}/other-ways/#way-{number}">'
LINKED = {
    place: "".join(_LINK.format(place=place, number=number) for number in range(30))
    + '<a href="../states/federal-system/">'
    for place in ("new-york", "ohio")
}


def test_the_address_of_a_place_stands_once() -> None:
    packed = place_parts.script(LINKED)
    assert [packed.count(f"../states/{place}/") for place in LINKED] == [1, 1]
    assert place_parts.read(packed) == LINKED
    shown = f"{packed};console.log(JSON.stringify({place_parts.VARIABLE}))"
    told = subprocess.run(["node", "-"], input=shown, capture_output=True, text=True, check=True)
    assert json.loads(told.stdout) == LINKED


def test_what_is_packed_is_read_again() -> None:
    packed = place_parts.script(PARTS)
    assert packed.count("Said everywhere.") == 1
    assert len(packed) < len("".join(PARTS.values()))
    assert place_parts.read(packed) == PARTS


def test_the_script_puts_back_what_was_taken_out() -> None:
    shown = f"{place_parts.script(PARTS)};console.log(JSON.stringify({place_parts.VARIABLE}))"
    told = subprocess.run(["node", "-"], input=shown, capture_output=True, text=True, check=True)
    assert json.loads(told.stdout) == PARTS
