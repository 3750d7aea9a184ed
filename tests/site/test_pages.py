"""What every page must have, and what none may."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from record_relief.source.forms import Form
from record_relief.source.values import CODES

from tests import plain_data
from tests.built_site import SHIPPING, Page, Site, href, in_english, slug, text_of

Places = dict[str, dict[str, Any]]

OWN = "https://recordrelief.org"
ROOT = Path(__file__).resolve().parents[2]
# Folders of files that are no pages.
MADE = ("api/", "cards/", "cite/", "embed/", "feeds/", "maps/", "paper/")
# Scripts that hold what the data says, made for each language.
MADE_SCRIPTS = ("directory", "place_parts", "employers_law_words", "landlords_law_words")
ALONE = ("/search/", "/404.html")  # pages that no list of pages shows


def packed(name: str) -> bool:
    return name.endswith((".br", ".gz"))


def policy(page: Page) -> dict[str, list[str]]:
    """Return the page's content security policy by directive."""
    content = page.one('meta[http-equiv="Content-Security-Policy"]').attributes["content"]
    rules = [rule.split() for rule in str(content).split(";")]
    return {rule[0]: rule[1:] for rule in rules}


def sha256(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def permalinks(places: Places) -> dict[str, str]:
    """Return the short address of each guide and the pages below it, and where it leads."""
    return {
        f"/{code.lower()}/{below}": f"/states/{slug(place['name'])}/{below}"
        for code, place in places.items()
        for below in ("", "law/", "other-ways/")
    }


def local_links(places: Places) -> dict[str, str]:
    """Return the short address of each law of a city or county, and where it leads."""
    return {
        f"/{code.lower()}/{law['id']}/": f"/{folder}/{slug(place['name'])}/#{law['id']}"
        for code, place in places.items()
        for law in (place.get("fair_chance") or {"local": []})["local"]
        for folder in ["landlords" if "landlords" in law["binds"] else "employers"]
    }


def listed(site: Site, places: Places) -> list[str]:
    hidden = {*permalinks(places), *local_links(places), *ALONE}
    below = [f"/{code}{path}" for code in SHIPPING for path in hidden]
    return [path for path in site.paths if path not in {*hidden, *below}]


def test_every_place_has_a_guide_and_pages_below_it_with_permalinks(
    site: Site, places: Places
) -> None:
    links = permalinks(places)
    assert set(places) == set(CODES)
    assert {*links, *links.values()} <= set(site.paths)
    assert len(set(links.values())) == 3 * len(CODES)


def test_every_page_has_its_head(site: Site) -> None:
    for page in site:
        assert page.html.startswith("<!doctype html>\n"), page
        assert page.one("html").attributes["lang"] in ("en", *SHIPPING), page
        assert len(page.texts("h1")) == 1, page
        assert page.texts("h1")[0], page
        (viewport,) = page.meta("viewport")
        assert viewport == "width=device-width, initial-scale=1", page
        assert page.one("meta[charset]").attributes["charset"] == "utf-8", page
        (description,) = page.meta("description")
        assert 10 <= len(description) <= 160, f"{page}: {len(description)} letters"
        assert page.one("head > title")
        assert page.one("main").attributes["id"] == "main"
        assert page.all("a.skip")[0].attributes["href"] == "#main"


def test_no_title_tells_what_the_site_is_about(site: Site, forms: Sequence[Form]) -> None:
    """A tab, a bookmark or a history list shows the title to whoever looks.

    A browser prints it, too: over what is sent to somebody else it does not name the site.
    """
    unsigned = {form.url: form.title for form in forms if form.leaves}
    for page in site:
        title = text_of(page.one("head > title"))
        assert "traffick" not in title.lower(), page
        assert "survivor" not in title.lower(), page
        if sent := unsigned.get(in_english(page.path).strip("/") + "/"):
            assert title == sent if page.is_english else "Record Relief" not in title, page
        else:
            assert title == "Record Relief" or title.endswith(" | Record Relief"), page


def test_titles_and_descriptions_are_unique(site: Site, places: Places) -> None:
    every = [site[path] for path in listed(site, places)]
    for language in ("en", *SHIPPING):
        pages = [page for page in every if page.one("html").attributes["lang"] == language]
        for told in (
            Counter(text_of(page.one("head > title")) for page in pages),
            Counter(page.meta("description")[0] for page in pages),
        ):
            assert not [text for text, count in told.items() if count > 1]


def test_headings_go_down_one_step_at_a_time(site: Site) -> None:
    wrong = []
    for page in site:
        levels = [int(node.tag[1]) for node in page.main.css("h1, h2, h3, h4, h5, h6")]
        steps = zip([0, *levels], levels, strict=False)
        wrong += [f"{page}: h{a} to h{b}" for a, b in steps if b > a + 1]
    assert not wrong


def test_permalinks_lead_to_guides_pages_below_and_laws_of_cities(
    site: Site, places: Places
) -> None:
    links = local_links(places)
    assert links
    assert not links.keys() & permalinks(places).keys()
    for path, target in links.items():
        there, _, anchor = target.partition("#")
        assert site[there].all(f'h3[id="{anchor}"]'), path
        assert f"recordrelief.org{path}" in site[there].text, path
    for path, guide in (permalinks(places) | links).items():
        page = site[path]
        refresh = str(page.one('meta[http-equiv="refresh"]').attributes["content"])
        wait, _, target = refresh.partition("; url=")
        assert wait == "0"
        assert urljoin(path, target) == guide
        assert guide in [urljoin(path, href(link)) for link in page.main.css("a")]
        assert page.meta("robots") == ["noindex"]
        canonical = str(page.one('link[rel="canonical"]').attributes["href"])
        assert canonical in (OWN + path, OWN + guide)


def test_the_sitemap_lists_every_page_once(
    site: Site, site_dir: Path, site_paths: list[str], places: Places
) -> None:
    assert sorted(site_paths) == listed(site, places)
    tree = ElementTree.parse(site_dir / "sitemap.xml")
    hosts = {urlsplit(place.text or "")[:2] for place in tree.iterfind("{*}url/{*}loc")}
    assert hosts == {tuple(OWN.split("://"))}
    packed = gzip.decompress((site_dir / "sitemap.xml.gz").read_bytes())
    assert packed == (site_dir / "sitemap.xml").read_bytes()
    for path in site_paths:
        assert site[path].one('link[rel="canonical"]').attributes["href"] == OWN + path
        assert not site[path].meta("robots")


def test_the_page_for_a_missing_address_helps(site: Site) -> None:
    page = site["/404.html"]
    targets = {urlsplit(href(link)).path for link in page.main.css("a")}
    assert {"/states/", "/search/", "/resources/"} <= targets
    for node in page.all("[href], [src]"):
        address = str(node.attributes.get("href") or node.attributes.get("src"))
        assert address.startswith(("/", "#", "tel:", "sms:", "https:")), address
    assert page.meta("robots") == ["noindex"]


def test_the_mark_of_what_is_not_confirmed_stands_apart_in_words_alone(site: Site) -> None:
    """Read aloud or copied, it has no colour: it must not run on from "you may say no"."""
    marks = {text_of(mark) for page in site for mark in page.all(".nc")}
    assert marks
    assert all(mark.startswith("(") and mark.endswith(")") for mark in marks), marks


def test_every_policy_allows_only_what_stands_on_the_page(site: Site) -> None:
    for page in site:
        rules = policy(page)
        # What is not a script, such as JSON-LD, is never run and needs no leave.
        inline = [node for node in page.all("script:not([type])") if "src" not in node.attributes]
        styles = page.all("style")
        assert rules["default-src"] == ["'none'"], page
        assert rules["style-src"] == ["'self'", *(sha256(node.text()) for node in styles)], page
        scripts = {"'self'", *(sha256(node.text()) for node in inline)}
        extra = {"'wasm-unsafe-eval'"} if page.path.endswith("/search/") else set()
        assert set(rules["script-src"]) == scripts | extra, page
        assert rules["base-uri"] == rules["form-action"] == ["'none'"], page
        assert ("connect-src" in rules) == (page.path.endswith("/search/")), page
        assert not {"'unsafe-inline'", "'unsafe-eval'", "*"} & {
            v for r in rules.values() for v in r
        }
        before, *_ = re.split('http-equiv="?Content-Security-Policy', page.html)
        assert "<style" not in before, page
        assert "<script" not in before, page
        assert ("frame-src" in rules) == (in_english(page.path) == "/embed/"), page


def test_the_headers_allow_what_the_pages_allow(site: Site) -> None:
    """A browser lets through only what both the header and the page's own policy allow."""
    first, *_ = (site.folder / "_headers").read_text().split("\n/")
    (line,) = re.findall(r"Content-Security-Policy: (.*)", first)
    header = {name: set(rest) for name, *rest in (rule.split() for rule in line.split(";"))}
    asked: dict[str, set[str]] = {}
    framed = [Page(f"/embed/{f.name}", f) for f in (site.folder / "embed").glob("*/*.html")]
    for page in (*site, *framed):
        for name, sources in policy(page).items():
            asked.setdefault(name, set()).update(sources)
    assert header == asked
    assert len(line) < 1900, "Cloudflare reads lines of at most 2,000 letters"


def test_no_style_or_script_hides_in_an_attribute(site: Site) -> None:
    for page in site:
        for node in page.tree.root.css("*"):
            wrong = [name for name in node.attributes if name == "style" or name.startswith("on")]
            assert not wrong, f"{page}: <{node.tag}> has {wrong}"


def test_the_exit_control_is_on_every_page(site: Site) -> None:
    for page in site:
        link = page.one("header a#exit")
        to = str(link.attributes["data-to"])
        assert to.startswith("https://"), page
        assert OWN not in to
        assert text_of(link) == "Exit this page now" or not page.is_english, page
        assert text_of(link), page
        for way in page.all("[data-exit]"):
            assert urljoin(page.path, href(way)).endswith("/loading.html"), page


def test_the_page_that_stands_for_one_that_was_left_says_nothing_of_this_site(site: Site) -> None:
    page = site["/loading.html"]
    (way,) = page.all("a")
    shown = page.tree.root.css_first("head").text(deep=True) + page.tree.root.css_first("body").html
    script = page.one("script").text()
    assert "ecord" not in shown.replace(script, "")
    assert page.texts("title") == ["Loading…"]
    assert href(way) == str(way.attributes["data-to"])
    (refresh,) = page.all("meta[http-equiv=refresh]")
    assert refresh.attributes["content"] == f"0; url={href(way)}"
    assert page.meta("referrer") == ["no-referrer"]


def test_help_is_on_every_page(site: Site, raw: dict[str, Any]) -> None:
    hotline = next(item for item in raw["organisations"] if item["id"] == "national-hotline")
    digits = re.sub(r"\D", "", hotline["phone"])
    for page in site.english:
        assert f"tel:+{digits}" in [href(link) for link in page.all("footer a")], page
        footer = text_of(page.one("footer"))
        assert hotline["text_line"] in footer
        for line in page.all("main, footer"):
            shown = text_of(line).count(hotline["text_line"])
            linked = [text_of(link) for link in line.css("a[href^='sms:']")]
            on_paper = [text_of(part) for part in line.css(".paper")]
            spoken = sum(hotline["text_line"] in text for text in on_paper)
            assert linked.count(hotline["text_line"]) == shown - spoken, page
        assert "not legal advice" in footer


def test_navigation_stays_short(site: Site, places: Places) -> None:
    """No list of the places around the page: only links to the parts of the site.

    Of the pages of a place, those above this one stand in the way from home, and its law page in
    the contents of its guide.
    """
    of_places = set(permalinks(places).values())
    for page in site.english:
        around = page.all("header a, footer a, nav a")
        leads = {urljoin(page.path, href(link)) for link in around}
        own = {path for path in of_places if page.path.startswith(path)} | {f"{page.path}law/"}
        assert not (of_places - own) & leads, page
        (menu,) = page.all("nav#menu")
        assert len(menu.css("a")) <= 20, page


def test_main_navigation_shows_where_you_are(site: Site) -> None:
    """In the language of the page: a part that stands only in another one isn't where you are."""
    seen = 0
    for page in site:
        above = {
            urljoin(page.path, href(link))
            for link in page.all(".top-nav a")
            if page.path.startswith(urljoin(page.path, href(link)))
        }
        current = page.all('.top-nav [aria-current="page"]')
        assert [urljoin(page.path, href(link)) for link in current] == sorted(above), page
        seen += len(current)
    assert seen


def test_only_our_own_files_are_published(site_dir: Path) -> None:
    """The theme underneath brings its styles, scripts and icons; no page uses them."""
    made = {path.relative_to(site_dir).as_posix() for path in site_dir.rglob("*") if path.is_file()}
    docs = {
        path.relative_to(ROOT / "docs").as_posix()
        for path in (ROOT / "docs").rglob("*")
        if path.is_file() and path.suffix != ".md"
    }
    assets = {name for name in made if name.startswith("assets/")}
    plain = {re.sub(r"\.[0-9a-f]{10}(?=\.)", "", name) for name in assets if not packed(name)}
    assert plain - docs <= {name for name in plain if name.startswith("assets/css/")} | {
        *(
            f"assets/js/{name}{language}.js"
            for name in MADE_SCRIPTS
            for language in ("", *(f".{code}" for code in SHIPPING))
        ),
        "assets/favicon.svg",
    }
    ours = docs | assets
    pages = {name for name in made if name.endswith("index.html")}
    search = {name for name in made if name.startswith("pagefind/")}
    data = {
        name
        for name in made
        if name.startswith((*MADE, *(f"{code}/{folder}" for code in SHIPPING for folder in MADE)))
    }
    made = {name for name in made if not packed(name)}
    forms = plain_data.forms()
    files = {f"tools/{form['id']}.{ending}" for form in forms for ending in ("pdf", "docx")}
    adding = [form["id"] for form in forms if '"adds":' in json.dumps(form)]
    files |= {f"tools/{id_}-by-place.{ending}" for id_ in adding for ending in ("pdf", "docx")}
    kept = [form["id"] for form in forms if form["use"] == "kept"]
    files |= {
        f"{code}/{name}"
        for code in SHIPPING
        for name in files
        if re.fullmatch(rf"tools/({'|'.join(kept)})(-by-place)?\.\w+", name)
    }
    files |= {
        f"{home}tools/checklist-{name}.pdf"
        for home in ("", *(f"{code}/" for code in SHIPPING))
        for name in ("employers", "landlords", "medical-sanctions")
    }
    assert files <= made
    packet = re.compile(
        r"states/[a-z-]+/[a-z]{2}-(draft-\d+|ways)\.(pdf|docx)"
        rf"|({'|'.join(SHIPPING)})/states/[a-z-]+/[a-z]{{2}}-own-\d+\.(pdf|docx)"
    )
    packets = {name for name in made if packet.fullmatch(name)}
    assert packets
    alone = {"404.html", "loading.html", "_headers", "_redirects", "robots.txt", "sitemap.xml"}
    assert made - pages - search - data - files - packets <= ours | alone
