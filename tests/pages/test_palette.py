"""Each colour stands once, in overrides/palette.yaml; all that is shown takes it from there."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from record_relief.derive.site import Facts
from record_relief.files import cards, embed, maps
from record_relief.files.forms import files as forms
from record_relief.files.paper import files as paper
from record_relief.pages import layout, palette
from record_relief.pages.body import uses
from record_relief.pages.palette import SCHEMES, Palette
from record_relief.source.problems import DataError

from tests.colours import colours, contrast

ROOT = Path(__file__).resolve().parents[2]
OVERRIDES = ROOT / "overrides"
HOME = OVERRIDES / palette.FILE
PLACES = ("overrides", "hooks", "docs", "tools", "deploy", "mkdocs.yml")
PICTURES = (".png", ".jpg", ".webp", ".pyc")
SITE = "https://example.org/"
ASKED = re.compile(r"@palette(?:-screen)? ([^;]*);")


@pytest.fixture(scope="module")
def shown() -> Palette:
    return palette.load(OVERRIDES)


def texts() -> Iterator[Path]:
    """Every file that could hold a colour."""
    for place in PLACES:
        top = ROOT / place
        for file in [top] if top.is_file() else sorted(top.rglob("*")):
            if file.is_file() and file.suffix not in PICTURES and file != HOME:
                yield file


# One home


def test_no_other_file_holds_a_colour() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {colour}; give it a name and a role in {palette.FILE}"
        for file in texts()
        for colour in colours(file.read_text(encoding="utf-8"), file.suffix[1:])
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("css", "a { color: #0b5563; border: 1px solid #FFF }", ["#0b5563", "#FFF"]),
        ("css", "a { box-shadow: 0 0 rgb(0 0 0 / .25) }", ["rgb(0 0 0 / .25)"]),
        ("css", "a { border: 1px solid RebeccaPurple }", ["RebeccaPurple"]),
        ("css", "a:hover { color: transparent; background: Canvas; fill: currentColor }", []),
        ("css", '.red, #tan { color: var(--red); white-space: pre; font: 1em "Navy" }', []),
        ("css", "/* as red as #ffg or #page-1 */ a { color: inherit }", []),
        ("typ", '#let ink = rgb("#1d2b33")', ["#1d2b33", 'rgb("#1d2b33")']),
        ("typ", "#rect(fill: luma(40%), stroke: 1pt + navy)", ["luma(40%)", "navy"]),
        ("typ", '#text(fill: rgb(data.colours.red), "a red word") // not white', []),
        ("py", "ACCENT = RGBColor(0x0B, 0x55, 0x63)", ["RGBColor(0x0B, 0x55, 0x63)"]),
        ("py", 'save(light="white", dark="#000")', ["#000", "white"]),
        ("py", '"""Black on white."""\nground = colours["code-ground"]', []),
        ("svg", '<path fill="#0b5563" stroke="navy"/>', ["#0b5563", "navy"]),
        ("svg", '<path fill="{{ colours.red }}" stroke="none"/>', []),
        ("html", '<p style="border: 1px solid red">red</p><a href="#add">x&#160;</a>', ["red"]),
        ("js", 'mark.style.color = "tomato"; mark.fill = colour', ["tomato"]),
        ("md", "[a link](#fee) and a red word", []),
    ],
)
def test_a_colour_is_found_however_it_is_written(kind: str, text: str, found: list[str]) -> None:
    assert colours(text, kind) == found


def test_every_colour_has_a_use_and_every_role_too() -> None:
    told = yaml.safe_load(HOME.read_text(encoding="utf-8"))
    used = {name for role in told["screen"].values() for name in role.values()}
    assert used | set(told["typeset"].values()) == set(told["colours"])
    sheets = "".join(file.read_text(encoding="utf-8") for file in OVERRIDES.rglob("*.css"))
    assert set(" ".join(ASKED.findall(sheets)).split()) == set(told["screen"])
    source = "".join(
        file.read_text(encoding="utf-8")
        for file in [*OVERRIDES.rglob("*.typ"), *(ROOT / "hooks").rglob("*.py")]
    )
    for role in told["typeset"]:
        assert f"colours.{role}" in source or f'"{role}"' in source, role


@pytest.mark.parametrize("kind", ["", *layout.STYLES])
def test_no_kind_of_page_uses_a_role_that_it_lacks(kind: str, shown: Palette) -> None:
    names = (*layout.BASE, *(layout.STYLES[kind] if kind else layout.DEFAULT_STYLES))
    sheets = [(OVERRIDES / name).read_text(encoding="utf-8") for name in names]
    css = "".join(shown.expand(sheet, "sheet.css") for sheet in sheets)
    used = set(re.findall(r"var\(--([\w-]+)", css))
    assert (used & set(shown.screen)) <= set(re.findall(r"--([\w-]+):", css))


def test_every_variable_in_a_style_sheet_is_declared_somewhere(shown: Palette) -> None:
    sheets = [file.read_text(encoding="utf-8") for file in OVERRIDES.rglob("*.css")]
    css = "".join(shown.expand(sheet, "sheet.css") for sheet in sheets)
    assert set(re.findall(r"var\((--[\w-]+)", css)) <= set(re.findall(r"(--[\w-]+):", css))


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Templates whose main blue is another colour."""
    shutil.copytree(OVERRIDES, tmp_path / "overrides")
    for name in ("data", "docs/assets"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).symlink_to(ROOT / name)
    file = tmp_path / "overrides" / palette.FILE
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r'(teal: )"#\w+"', r'\1"#123abc"', text), encoding="utf-8")
    return tmp_path / "overrides"


def test_what_is_shown_takes_its_colours_from_the_palette(other: Path, facts: Facts) -> None:
    """A page's styles, a map, a card, a frame, a PDF and a DOCX follow one edit."""
    new, old = "#123abc", palette.load(OVERRIDES).screen["link"]["light"]
    around = layout.Layout(other, SITE)
    around.saw(None, uses('<a class="button map-mark map-mark-solid">'))
    drawings = maps.Drawings(facts, other, SITE)
    comparison = next(iter(facts.comparisons.values()))
    told = [
        around.context(None)["css"],
        *(embed.css(other, "card", scheme) for scheme in ("auto", "light")),
        drawings.alone(comparison),
        next(iter(cards.artifacts(facts, drawings, SITE))).inputs[1],
        next(iter(paper.artifacts(facts, other, SITE))).inputs[1],
    ]
    for text in told:
        assert new in text
        assert old not in text
    made = {artifact.path: artifact for artifact in forms.artifacts(facts, other, SITE)}
    word = next(artifact for path, artifact in made.items() if path.endswith(".docx"))
    with zipfile.ZipFile(io.BytesIO(word.make(*word.inputs))) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert new.removeprefix("#").upper() in styles
    assert old.removeprefix("#").upper() not in styles


# Contrast: WCAG asks 4.5 : 1 of text and 3 : 1 of what is not text; the main ones have more.

TEXT = {
    ("ink", "paper"): (14.3, 14.0, 21.0),
    ("quiet", "paper"): (6.2, 8.5, 7.0),
    ("link", "paper"): (8.3, 10.1, 21.0),
    ("on-exit", "exit"): (7.4, 7.4, 4.5),
    **dict.fromkeys(
        [
            ("on-link", "link"),
            ("ink", "sand"),
            ("quiet", "sand"),
            ("link", "sand"),
            ("ink", "highlight"),
            ("map-quiet", "map-paper"),
            ("map-paper", "map-solid"),
        ],
        (4.5, 4.5, 4.5),
    ),
    ("map-ink", "map-paper"): (7.0, 7.0, 7.0),
}


@pytest.mark.parametrize("pair", TEXT, ids=" on ".join)
def test_text_can_be_read_on_its_ground(pair: tuple[str, str], shown: Palette) -> None:
    text, ground = (shown.screen[role] for role in pair)
    for scheme, least in zip(SCHEMES, TEXT[pair], strict=True):
        assert round(contrast(text[scheme], ground[scheme]), 1) >= least, scheme


@pytest.mark.parametrize("mark", palette.MARKS)
def test_a_mark_stands_out_from_the_map(mark: str, shown: Palette) -> None:
    for scheme in ("light", "dark"):
        ground = shown.screen["map-paper"][scheme]
        assert contrast(shown.screen[f"map-{mark}"][scheme], ground) >= 3, scheme


@pytest.mark.parametrize("text", ["ink", "quiet", "accent"])
def test_text_can_be_read_on_paper(text: str, shown: Palette) -> None:
    for ground in ("#ffffff", shown.typeset["sand"]):
        assert contrast(shown.typeset[text], ground) >= 4.5


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


# What a style sheet gets


@pytest.fixture
def small() -> Palette:
    return Palette(
        {
            "ink": {"light": "#111111", "dark": "#eeeeee", "print": "#000000"},
            "exit": {"light": "#990000", "dark": "#990000", "print": "#990000"},
        },
        {},
    )


def test_a_sheet_gets_the_roles_that_it_asks_for(small: Palette) -> None:
    css = small.expand("@palette exit ink;\n@media (forced-colors: active) { a {} }\n", "a.css")
    light, rest = css.split("@media screen and (prefers-color-scheme: dark)")
    assert ("--exit: #990000" in light, "--ink: #111111" in light) == (True, True)
    assert "--ink: #eeeeee" in rest
    assert "--exit" not in rest, "it is the same in every scheme"
    # Paper has the last word.
    assert rest.index("--ink: #000000") > rest.index("@media print") > rest.index("forced-colors")


def test_a_sheet_for_the_screen_gets_nothing_for_paper(small: Palette) -> None:
    css = small.expand("@palette-screen ink;", "a.css")
    assert "#eeeeee" in css
    assert "print" not in css


@pytest.mark.parametrize(
    ("css", "line", "said"),
    [
        ("a {}\n@palette ink exot;", 2, '"exot" is not one of ink, exit (did you mean "exit"?)'),
        ("@palette ink\na {}", 1, "is not whole"),
    ],
)
def test_a_sheet_that_asks_wrongly_is_named(css: str, line: int, said: str, small: Palette) -> None:
    with pytest.raises(DataError) as caught:
        small.expand(css, "overrides/a.css")
    (problem,) = caught.value.problems
    assert problem.line == line
    assert said in problem.render("overrides/a.css")


# What the file may say


def faults(tmp_path: Path, *edits: tuple[str, str]) -> list[str]:
    text = HOME.read_text(encoding="utf-8")
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (tmp_path / palette.FILE).write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        palette.load(tmp_path)
    return [problem.render(caught.value.filename) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('brick: "', 'brick: "red', "colours.brick: "),
        ('brick: "#', 'brick: "#A', "is no colour"),
        ("exit: {light: brick}", "exit: {light: brisk}", '(did you mean "brick"?)'),
        ("exit: {light: brick}", "exit: {dark: brick}", "must be a mapping with light"),
        ("exit: {light: brick}", "exit: {light: brick, night: brick}", "one of light, dark, print"),
        ("exit: {light: brick}", "exit: brick", 'screen.exit: is "brick"'),
        ("  accent: teal\n", "", "typeset.accent: is missing"),
        ("  accent: teal\n", "  accent: [teal]\n", "typeset.accent: a list is not one of"),
        ("typeset:\n", "typesets:\n", '"typesets" is not one of colours, screen, typeset'),
        ("typeset:\n", "typeset: {}\nother:\n", "typeset: is an empty mapping"),
        ('brick: "', 'teal: "', "colours"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    found = faults(tmp_path, (old, new))
    assert any(said in line for line in found), found
    assert all(re.match(r"[^:]+/palette\.yaml:\d+: ", line) for line in found)


def test_a_colour_given_twice_is_reported_with_its_first_name(tmp_path: Path) -> None:
    text = HOME.read_text(encoding="utf-8")
    number = next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith("  brick:"))
    value = palette.load(OVERRIDES).screen["exit"]["light"]
    (line,) = faults(tmp_path, ("\nscreen:", f'  wine: "{value}"\n\nscreen:'))
    assert "colours.wine" in line
    assert line.endswith("has a name already: brick")
    assert number < int(line.split(":")[1])


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    found = faults(
        tmp_path, ("exit: {light: brick}", "exit: brick"), ("  accent: teal\n", "  accent: tael\n")
    )
    assert len(found) == 2
