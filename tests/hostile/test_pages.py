"""Whatever a text of the data says, a page says just that: text, never markup, never a program.

Each page is rendered twice: with a plain word for every text, and with hostile texts. The second
must be the first with the words replaced, element by element and attribute by attribute.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, get_args

import jinja2
import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from record_relief.derive.site import Facts
from record_relief.files.api.files import downloads
from record_relief.pages.assets import Assets
from record_relief.pages.catalogue import Page, pages
from record_relief.pages.layout import Layout
from record_relief.pages.render import Renderer
from record_relief.source.addresses import slug
from record_relief.source.values import WayKind

from tests import plain_data
from tests.builders import ROOT, data_of, raw_states
from tests.hostile.payloads import KNOWN, at, put, readable, readable_part, settings, shown_paths
from tests.hostile.shape import filled, mark, shape, squash

SITE_URL = "https://recordrelief.org/"
# Stands after every text: a legal term, so that the explanation of terms meets hostile texts too.
TAIL = " vacate x"


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> jinja2.BytecodeCache:
    """Compiled templates, kept from case to case."""
    return jinja2.FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


class Filling:
    """A data file in which some texts are replaced; what pages sort by keeps its beginning."""

    def __init__(self, raw: dict[str, Any], *codes: str) -> None:
        self._raw = raw
        data = data_of(raw)
        # The map breaks the names of its tiles into lines; one explainer sorts acts by their text.
        tiles = [i for i, place in enumerate(data.jurisdictions) if place.code == "US"]
        self.paths = [
            path
            for path in shown_paths(data, *codes)
            if path[1] not in tiles or path[-1] not in ("name", "act")
        ]

    def facts(self, texts: Sequence[str], tail: str = TAIL) -> Facts:
        """Return the facts with these texts, as many as there are paths."""
        raw = copy.deepcopy(self._raw)
        for path, text in zip(self.paths, texts, strict=True):
            if path[-1] == "term":
                text = f"{path[1]:03} {text}"
            elif (path[0], *path[2:]) == ("jurisdictions", "name"):
                text = f"{at(raw, path)} {text}"
            else:
                text += tail
            put(raw, path, text)
        return Facts(data_of(raw))

    def spread(self, few: Sequence[str]) -> list[str]:
        """Return as many texts as there are paths, from a few, each once; names are short."""
        return [
            few[i % len(few)][: 30 if path[-1] == "name" else None] + f" {i}"
            for i, path in enumerate(self.paths)
        ]

    def marks(self) -> list[str]:
        """Return the plain words that stand for the texts."""
        return [mark(number) for number in range(len(self.paths))]


class Plain:
    """Pages with a plain word for every text, by name. (Hypothesis would print a mapping.)"""

    def __init__(self, pages: dict[str, str]) -> None:
        self.pages = pages


SMALL = Filling(raw_states(), "NY", "US")
LAYOUT = Layout(ROOT / "overrides", "https://exit.example/")


class PlainNames(Assets):
    """Files by the names they have before a build."""

    def __getitem__(self, path: str) -> str:
        return path


def renderer(facts: Facts, templates: jinja2.BytecodeCache) -> Renderer:
    outlines = ROOT / "data/outlines.json"
    files = partial(downloads, facts, SITE_URL)
    made = Renderer(facts, ROOT / "overrides", outlines, SITE_URL, PlainNames(), files)
    made.environment.bytecode_cache = templates
    return made


# Pages that are the same for every question need no more than these.
QUESTIONS = ("coverage", "offenses", "cleared-records")


def name_of(page: Page, facts: Facts) -> str:
    """Return the address of a page, with New York's as it is without a hostile name."""
    return page.url.replace(slug(facts.guides["NY"].name), "new-york")


def is_reached(name: str) -> bool:
    """Tell whether a hostile text can stand on a page, and no other page is just like it."""
    if name == "data/":  # tells sizes and hashes of files, and no text of the data
        return False
    folder, _, rest = name.rstrip("/").rpartition("/")
    if folder == "compare":
        return rest in QUESTIONS  # the small data file has not what compare/progress needs
    if re.fullmatch("[a-z]{2}", name.rstrip("/")):
        return name in ("ny/", "us/")
    return not re.fullmatch("place-[a-z]{2}", rest) or rest == "place-us"


PLAIN = SMALL.facts(SMALL.marks())
REACHED = (*filter(is_reached, (name_of(page, PLAIN) for page in pages(PLAIN))), "404.html")


def generated(
    facts: Facts, templates: jinja2.BytecodeCache, wanted: Sequence[str] = REACHED
) -> dict[str, str]:
    """Return some of the generated pages, whole, by name."""
    made = renderer(facts, templates)
    nav = [("Find your state", "states/")]
    found = {}
    if "404.html" in wanted:
        found["404.html"] = made.missing(LAYOUT, "/", nav)
    for page in pages(facts):
        name = name_of(page, facts)
        if name not in wanted:
            continue
        found[name] = made.document(
            LAYOUT,
            page.url,
            body=made.body(made.page(page.template, page.url, **page.told()), page.url),
            meta={"title": page.title, "description": page.description, "listed": page.listed},
            nav=nav,
            canonical=SITE_URL + page.url,
            generated=page,
        )
    return found


@pytest.fixture(scope="module")
def plain_pages(templates: jinja2.BytecodeCache) -> Plain:
    """The generated pages."""
    return Plain(generated(SMALL.facts(SMALL.marks()), templates))


def differences(plain: str, hostile: str, texts: Sequence[str]) -> list[Any]:
    """Return where a page is more than the plain page with its words replaced."""
    expected = shape(plain, lambda text: filled(text, texts))
    found = shape(hostile)
    return [
        (want, got)
        for want, got in zip(
            expected + [None] * len(found), found + [None] * len(expected), strict=True
        )
        if want != got and not is_cut(want, got)
    ][:3]


def is_cut(want: Any, got: Any) -> bool:
    """Tell whether a part of a page differs only by descriptions cut short."""
    if isinstance(want, (tuple, list)) and isinstance(got, (tuple, list)):
        return len(want) == len(got) and all(map(is_cut, want, got))
    if isinstance(want, dict) and isinstance(got, dict):
        return want.keys() == got.keys() and all(is_cut(want[key], got[key]) for key in want)
    if isinstance(want, str) and isinstance(got, str) and got.endswith(" ..."):
        return len(want) > 110 and want.startswith(got.removesuffix(" ..."))
    return bool(want == got)


def test_every_text_reaches_some_page(plain_pages: Plain) -> None:
    """Texts that no page shows would be tested by nothing; those few are named here."""
    everything = " ".join(plain_pages.pages.values())
    unseen = {
        ".".join(str(step) for step in path if isinstance(step, str))
        for number, path in enumerate(SMALL.paths)
        if f"{mark(number)} " not in everything and f"{mark(number)}<" not in everything
    }
    allowed = {
        # Shown by hand-written pages, or by no page.
        "glossary.term",
        "topics.practices_title",
        "topics.title",
        "myths.depends_on",
        "sources.date",
        "sources.title",
        "jurisdictions.official_code.title",
        # A list of the ways shows their names, waits and effects.
        *(
            f"jurisdictions.ways.{name}"
            for name in ("excluded", "fee.text", "limit.text", "needs", "next.text", "steps", "who")
        ),
        *(f"jurisdictions.ways.wait.{kind}.by" for kind in get_args(WayKind)),
        "jurisdictions.ways_changes.act",
        "jurisdictions.ways_changes.what",
        "jurisdictions.ways_summary",
    }
    assert unseen <= allowed


@example(few=["x" * 2_000], name="myths/never-shows/")
@given(few=st.lists(readable(), min_size=1, max_size=7), name=st.sampled_from(REACHED))
@settings(fixed=100, long=7_700)
def test_pages_say_hostile_texts_and_nothing_more(
    few: list[str], name: str, templates: jinja2.BytecodeCache, plain_pages: Plain
) -> None:
    texts = SMALL.spread(few)
    hostile = generated(SMALL.facts(texts), templates, [name])[name]
    assert not differences(plain_pages.pages[name], hostile, texts)


def test_every_page_withstands_every_known_attack(
    templates: jinja2.BytecodeCache, plain_pages: Plain
) -> None:
    known = [readable_part(text) for text in KNOWN]
    for start in range(0, len(known), 40):
        texts = SMALL.spread(known[start : start + 40])
        hostile = generated(SMALL.facts(texts), templates)
        assert hostile.keys() == plain_pages.pages.keys() == set(REACHED)
        for name, html in hostile.items():
            assert not differences(plain_pages.pages[name], html, texts), name


@given(
    tail=st.text(st.sampled_from("abcXYZ09-._~:/?#[]@!$&()*+,;=%'é<>\"{}"), min_size=1, max_size=60)
)
@settings(fixed=60, long=500)
def test_an_address_that_is_accepted_is_only_an_address(
    tail: str, templates: jinja2.BytecodeCache
) -> None:
    raw = raw_states()
    place = next(place for place in raw["jurisdictions"] if place["code"] == "NY")
    for entry in (place["own_record"], place["official_code"], place["help"][0]):
        entry["url"] = f"https://{tail}"
    try:
        facts = Facts(data_of(raw))
    except ValueError:
        return
    links = shape(generated(facts, templates, ["states/new-york/"])["states/new-york/"])
    found = [values for tag, *rest in filter(_is_element, links) for values in rest
             if values.get("href") == f"https://{tail}"]  # fmt: skip
    assert found
    assert all(values.keys() == {"class", "href", "rel"} for values in found)


def _is_element(part: Any) -> bool:
    return isinstance(part, tuple)


REAL = Filling(plain_data.states(), "US")
HAND_WRITTEN = sorted((ROOT / "docs").rglob("*.md"))


def hand_written(facts: Facts, templates: jinja2.BytecodeCache) -> dict[str, str]:
    """Return the body of every hand-written page, through Markdown as the site's settings say."""
    made = renderer(facts, templates)
    extensions = yaml.safe_load((ROOT / "mkdocs.yml").read_text())["markdown_extensions"]
    names = [next(iter(item)) if isinstance(item, dict) else item for item in extensions]
    found = {}
    for file in HAND_WRITTEN:
        source = file.relative_to(ROOT / "docs")
        url = "" if source == Path("index.md") else f"{source.with_suffix('').as_posix()}/"
        text = file.read_text(encoding="utf-8").split("---\n", 2)[-1]
        body = made.markdown(
            text, url.removesuffix("index/"), source.as_posix(), repo_url="", config={"extra": {}}
        )
        found[source.as_posix()] = markdown.markdown(body, extensions=names)
    return found


@pytest.fixture(scope="module")
def plain_explainers(templates: jinja2.BytecodeCache) -> Plain:
    """The hand-written pages."""
    return Plain(hand_written(REAL.facts(REAL.marks()), templates))


@given(few=st.lists(readable(), min_size=1, max_size=7))
@settings(fixed=5, long=80)
def test_hand_written_pages_say_hostile_texts_and_nothing_more(
    few: list[str], templates: jinja2.BytecodeCache, plain_explainers: Plain
) -> None:
    texts = REAL.spread([squash(text) for text in few])
    hostile = hand_written(REAL.facts(texts), templates)
    for key, html in hostile.items():
        assert not differences(plain_explainers.pages[key], html, texts), key


def test_the_comparison_can_fail() -> None:
    plain = f'<p title="{mark(0)}">{mark(0)}</p>'
    assert not differences(plain, '<p title="&lt;b&gt;">&lt;b&gt;</p>', ["<b>"])
    assert differences(plain, '<p title="<b>"><b></p>', ["<b>"])
    assert differences(plain, '<p title="x" onclick="y">x</p>', ["x"])
    assert differences(plain, '<p title="x">x</p><script></script>', ["x"])
    assert differences(plain, '<p title="x">y</p>', ["x"])
    long = "word " * 30
    described = f'<meta content="{mark(0)}">'
    assert not differences(described, f'<meta content="{long[:50]} ...">', [long])
    assert differences(described, f'<meta content="{long[:50]}&quot; ...">', [long])
    assert differences(described, f'<meta content="{long[:50]} ..." http-equiv="x">', [long])
    assert not differences(f"<p>{mark(0)}", f"<p>{long[:50]} ...", [long])
    assert differences(f"<p>{mark(0)}", f"<p>{long[:50]}<b>...</b>", [long])
