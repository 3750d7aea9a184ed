"""What pages tell when somebody shares, cites, embeds or prints them."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pypdfium2
import typst
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from record_relief.derive.questions import NOT_COVERED
from record_relief.derive.release import DRAFT
from record_relief.derive.site import Facts
from record_relief.pages import palette, usmap

from tests.built_site import Page, Site, href, slug, squash, text_of
from tests.site.read_place import law_page

Places = dict[str, dict[str, Any]]
OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
SVG = "{http://www.w3.org/2000/svg}"
OWN = "https://recordrelief.org/"
TEX = str.maketrans({sign: f"\\{sign}" for sign in "&%$#_{}"})
TELLING = ("traffick", "survivor", "prostitut")
# The types in use, each with properties that schema.org gives it; the first ones must be there.
VOCABULARY = {
    "BreadcrumbList": (["itemListElement"], []),
    "ListItem": (["position", "name", "item"], []),
    "Legislation": (
        ["name", "legislationIdentifier", "legislationJurisdiction"],
        ["legislationDate"],
    ),
    "FAQPage": (["mainEntity"], []),
    "Question": (["name", "acceptedAnswer"], []),
    "Answer": (["text"], []),
    "Dataset": (
        ["name", "description", "license", "creator", "distribution"],
        ["url", "version", "dateModified", "isAccessibleForFree", "spatialCoverage"],
    ),
    "DataDownload": (["encodingFormat", "contentUrl"], []),
    "Organization": (["name", "url"], []),
    "WebSite": (["name", "url"], []),
}


def og(page: Page) -> dict[str, str]:
    """Return the Open Graph properties of a page."""
    return {
        str(node.attributes["property"]): str(node.attributes["content"])
        for node in page.all("meta[property]")
    }


def nodes(value: Any) -> list[dict[str, Any]]:
    """Return every typed node inside JSON-LD."""
    if isinstance(value, list):
        return [node for part in value for node in nodes(part)]
    if not isinstance(value, dict):
        return []
    inner = [node for part in value.values() for node in nodes(part)]
    return [value, *inner] if "@type" in value else inner


def linked_data(page: Page) -> list[dict[str, Any]]:
    """Return the typed nodes of a page's JSON-LD."""
    found = json.loads(page.one('script[type="application/ld+json"]').text())
    assert found["@context"] == "https://schema.org"
    return nodes(found["@graph"])


def test_every_page_has_a_preview(site: Site, site_paths: list[str]) -> None:
    for path in (path for path in site_paths if site[path].is_english):
        page = site[path]
        told = og(page)
        assert told["og:url"] == OWN + path.lstrip("/")
        assert page.one('link[rel="canonical"]').attributes["href"] == told["og:url"]
        assert told["og:description"] == page.meta("description")[0]
        assert page.meta("twitter:card") == ["summary_large_image"]
        picture = site.folder / told["og:image"].removeprefix(OWN)
        assert picture.is_file(), path
        for name, text in told.items():
            if name not in ("og:url", "og:image"):
                assert "traffick" not in text.lower(), f"{path}: {text}"
    for path in ("/search/", "/ny/"):
        assert not og(site[path])


def test_a_guides_preview_tells_nothing(site: Site, places: Places) -> None:
    for place in places.values():
        told = og(site.guide(place["name"]))
        text = " ".join(told.values()).lower()
        assert not [word for word in TELLING if word in text], place["name"]
        assert told["og:image"].endswith(f"/states-{slug(place['name'])}.png")


def test_every_card_is_a_small_picture(site_dir: Path, facts: Facts) -> None:
    cards = {file.name: file for file in (site_dir / "cards").iterdir()}
    wanted = {f"states-{guide.slug}.png" for guide in facts.guides.values()}
    wanted |= {f"compare-{question}.png" for question in facts.comparisons}
    wanted |= {f"myths-{myth.id}.png" for myth in facts.data.myths}
    assert set(cards) == wanted | {"record-relief.png"}
    looks = set()
    for file in cards.values():
        with Image.open(file) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 630)), file.name
            looks.add(picture.convert("RGB").tobytes())
        assert file.stat().st_size < 50_000, file.name
    assert len(looks) >= len(cards) - sum(
        any(word in (m.myth + m.fact).lower() for word in TELLING) for m in facts.data.myths
    )


def test_a_place_stands_out_on_its_card(site_dir: Path, facts: Facts) -> None:
    layout = usmap.load_map(OVERRIDES.parent / "data/outlines.json")
    left, top, width = 1200 - 36 - 610, 90, 610
    scale = width / layout.width
    for guide in facts.guides.values():
        with Image.open(site_dir / "cards" / f"states-{guide.slug}.png") as picture:
            drawn = picture.convert("RGB").crop((left, top, left + width, top + 426))
        # All that is dark: the place and its line. The other places are pale.
        dark = drawn.getchannel("R").point(lambda tone: 255 * (tone < 150))
        found, box = dark.getbbox(), layout.places[guide.place.code].bounds
        meant = [at * scale for at in (box.x, box.y, box.x + box.width, box.y + box.height)]
        assert found, guide.name
        # Its smallest islands are too small to be seen.
        for least, is_at, most in zip(meant[:2] * 2, found, meant[2:] * 2, strict=True):
            assert least - 3 < is_at < most + 3, f"{guide.name}: {found}"
        size, whole = ((box[2] - box[0]) * (box[3] - box[1]) for box in (found, meant))
        assert size > 0.6 * whole, f"{guide.name}: {found}"


def test_linked_data_is_of_schema_org(site: Site, site_paths: list[str]) -> None:
    for path in (path for path in site_paths if site[path].is_english):
        for node in linked_data(site[path]):
            must, may = VOCABULARY[node["@type"]]
            assert set(must) <= set(node), f"{path}: {node['@type']}"
            assert set(node) <= {"@type", *must, *may}, f"{path}: {node}"
            for name, value in node.items():
                assert value or value is True, f"{path}: {name}"
                if name in ("url", "item", "contentUrl"):
                    assert str(value).startswith(OWN)
    assert '"@type"' not in site["/404.html"].html


def test_breadcrumbs_lead_from_home_to_the_page(site: Site, site_paths: list[str]) -> None:
    for path in (path for path in site_paths if site[path].is_english):
        lists = [n for n in linked_data(site[path]) if n["@type"] == "BreadcrumbList"]
        assert len(lists) == (path != "/"), path
        for found in lists:
            steps = found["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert [steps[0]["item"], steps[-1]["item"]] == [OWN, OWN + path.lstrip("/")]
            visible = [href(link) for link in site[path].all(".trail a")]
            assert len(visible) in (0, len(steps) - 1), path


def test_linked_data_tells_laws_myths_and_data(site: Site, places: Places, facts: Facts) -> None:
    for place in places.values():
        page = law_page(site, place)
        laws = [n for n in linked_data(page) if n["@type"] == "Legislation"]
        assert [law["name"] for law in laws] == [law["citation"] for law in place["relief"]]
    questions = [n for n in linked_data(site["/myths/"]) if n["@type"] == "Question"]
    assert [q["acceptedAnswer"]["text"] for q in questions] == [m.fact for m in facts.data.myths]
    (dataset,) = [n for n in linked_data(site["/data/"]) if n["@type"] == "Dataset"]
    for file in dataset["distribution"]:
        assert (site.folder / file["contentUrl"].removeprefix(OWN)).is_file()
    assert href(site["/data/"].one("#terms ~ p a.out")) == dataset["license"]


def test_every_page_can_be_cited(site: Site, site_paths: list[str], places: Places) -> None:
    of_places = {
        f"/states/{slug(place['name'])}/{below}": (place, f"{code.lower()}/{below}")
        for code, place in places.items()
        for below in ("", "law/", "other-ways/")
    }
    about = {slug(place["name"]): place for place in places.values()}
    for path in (path for path in site_paths if site[path].is_english):
        if path in ("/", "/states/"):
            continue
        page = site[path]
        cited = text_of(page.one("cite"))
        place, short = of_places.get(path, (about.get(path.split("/")[-2]), path[1:]))
        address = OWN + short
        assert cited.endswith(f"), {address}"), path
        (version,) = re.findall(r"version (\d{4}-\d\d-\d\d-[0-9a-f]{10})", cited)
        files = {
            urlsplit(link).path.rpartition(".")[2]: (page.file.parent / link).resolve()
            for link in page.hrefs
            if "/cite/" in link or "/versions/" in link
            if path != "/data/" or f"versions/record-relief-{version}" in link or "/cite/" in link
        }
        bib = files["bib"].read_text(encoding="utf-8")
        assert bib.startswith("@misc{record-relief-")
        assert bib.count("{") == bib.count("}")
        assert f"url = {{{address}}}" in bib
        assert version in bib
        assert files["svg"].is_file()
        (item,) = json.loads((files["bib"].with_suffix(".json")).read_text(encoding="utf-8"))
        assert item["URL"] == address
        assert item["version"] == version
        assert item["title"] in cited
        assert f"title = {{{{{item['title'].translate(TEX)}}}}}" in bib
        names = {place["name"] for place in places.values()}
        assert item["title"] not in names, "a list of references would say only “Texas”"
        assert "traffick" not in item["title"].lower()
        assert item["author"] == [{"literal": "Record Relief"}]
        if place:
            assert item["issued"]["date-parts"] == [[*place["checked"].timetuple()[:3]]]
            # The version that the place's guide gives: another place's edit is none of its.
            guide = site[f"/states/{slug(place['name'])}/"]
            assert f"version {version})" in text_of(guide.one("cite"))
        if path in of_places:
            assert item["title"].startswith(f"{place['name']}: ")
            assert item["title"].endswith(": the law, word by word") == path.endswith("/law/")
        kept = [link for link in page.hrefs if "/versions/" in link and version in link][:1]
        assert bool(kept) is not DRAFT  # nothing of a draft is kept
        assert ("kept at" in bib) is ("archive_location" in item) is not DRAFT
        for link in kept:
            found = json.loads((page.file.parent / link).read_text(encoding="utf-8"))
            assert found["version"] == version
            assert item["archive_location"].endswith(link.rpartition("/")[2])
            assert ("jurisdiction" in found) is bool(place)


def test_a_camera_reads_every_code(site_dir: Path) -> None:
    """The QR code of a page leads to the address that its citation gives."""
    codes = sorted((site_dir / "cite").glob("*.svg"))
    assert codes
    compiler = typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False))
    for file in codes:
        (item,) = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        picture = compiler.compile(
            b"#set page(width: auto, height: auto, margin: 0pt)\n"
            b'#image(bytes(sys.inputs.svg), format: "svg")',
            format="png",
            sys_inputs={"svg": file.read_text(encoding="utf-8")},
        )
        with Image.open(io.BytesIO(picture)) as drawn:
            (code,) = zxingcpp.read_barcodes(drawn.convert("L"))
        assert code.text == item["URL"], file.name


def test_the_sitemap_says_when_each_page_was_checked(site_dir: Path, places: Places) -> None:
    tree = ElementTree.parse(site_dir / "sitemap.xml")
    days = {
        urlsplit(url.findtext("{*}loc") or "").path: url.findtext("{*}lastmod")
        for url in tree.iterfind("{*}url")
    }
    latest = max(place["checked"] for place in places.values()).isoformat()
    own = {
        path: place["checked"].isoformat()
        for place in places.values()
        for path in (f"/states/{slug(place['name'])}/", f"/myths/places/{slug(place['name'])}/")
    }
    assert own.keys() <= days.keys()
    assert days == dict.fromkeys(days, latest) | own
    robots = (site_dir / "robots.txt").read_text(encoding="ascii")
    assert f"Sitemap: {OWN}sitemap.xml" in robots.splitlines()
    assert "Disallow" not in robots


def test_what_is_framed_is_light_and_alone(site_dir: Path, facts: Facts) -> None:
    names = [f"map/{question}" for question in facts.comparisons]
    names += [f"card/{guide.slug}" for guide in facts.guides.values()]
    files = {f"{name}{look}.html" for name in names for look in ("", "-light", "-dark")}
    made = {
        file.relative_to(site_dir / "embed").as_posix()
        for file in (site_dir / "embed").rglob("*.html")
    }
    assert made == files | {"index.html"}
    night = palette.load(OVERRIDES).screen["paper"]["dark"]
    for name in files:
        page = Page(f"/embed/{name}", site_dir / "embed" / name)
        assert len(page.html.encode()) < 40_000, name
        assert not page.all("script, img, link, form"), name
        assert page.meta("robots") == ["noindex"]
        assert page.one("base").attributes["target"] == "_blank"
        for link in page.all("a[href]"):
            inside = link.attributes.get("target") == "_self"
            assert href(link).startswith("#" if inside else OWN), f"{name}: {href(link)}"
        assert "legal advice" in text_of(page.one("body"))
        assert "traffick" not in text_of(page.one("head > title")).lower()
        light, dark = ("prefers-color-scheme" in page.html, night in page.html)
        assert light == (not name.endswith(("-light.html", "-dark.html"))), name
        assert dark


def test_a_framed_card_says_what_the_guide_says(site_dir: Path, facts: Facts) -> None:
    for guide in facts.guides.values():
        name = f"embed/card/{guide.slug}.html"
        body = text_of(Page(f"/{name}", site_dir / name).one("body"))
        assert guide.headline in body
        law = guide.quick_facts[0]
        assert all(squash(value.label) in body for value in law.values)


def test_maps_to_print(site_dir: Path, facts: Facts) -> None:
    for question, comparison in facts.comparisons.items():
        svg = ElementTree.parse(site_dir / f"maps/{question}.svg")
        told = " ".join(" ".join(node.itertext()) for node in svg.iter(f"{SVG}text"))
        drawn = svg.findall("{*}path")
        assert len(drawn) > facts.total
        assert facts.checked.isoformat()[:4] in told
        assert f"compare/{question}/" in told
        reader = PdfReader(site_dir / f"maps/{question}.pdf")
        assert len(reader.pages) == 1
        assert reader.metadata
        assert reader.metadata.title == comparison.topic.title
        with pypdfium2.PdfDocument(site_dir / f"maps/{question}.pdf") as document:
            text = squash(document[0].get_textpage().get_text_range())
        for group in comparison.groups:
            line = squash(f"{group.answer.letter} {group.answer.label}: {group.count}")
            assert line in squash(told), question
            if group.answer.key != NOT_COVERED:
                assert line in text, f"{question}: {line} in {text}"
