"""The part of the site in another language: whole, and one step from the same page in English."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser
import pypdf
import pytest
from docx import Document
from icalendar import Calendar
from PIL import Image
from record_relief.derive.release import API
from record_relief.languages import language, marks, typed
from record_relief.source.forms import Form, said
from record_relief.source.forms import texts as said_texts
from record_relief.source.texts import begins
from selectolax.lexbor import LexborHTMLParser
from textstat.textstat import textstatistics

from tests import plain_data
from tests.built_site import SHIPPING, TABLES, Page, Site, href, in_english, squash, text_of
from tests.paper_text import sheets
from tests.site.test_letters import can_be_known
from tests.site.test_plain_language import texts
from tests.site.test_sharing import og
from tests.site.test_weight import BELOW_A_GUIDE, FIRST_WINDOW, packed
from tests.telling import TELLING

ROOT = Path(__file__).resolve().parents[2]
OWN = "https://recordrelief.org/"
VERSION = re.compile(r"\d{4}-\d\d-\d\d-[0-9a-f]{10}")
# The formula of Fernández Huerta (1959): as Flesch's, 60 and more is what an eighth-grader reads.
EASY = 60
FORMULAS = {"es": "fernandez_huerta"}
ENGLISH_PART = "Part of this page is in English. We have not translated it yet, or it has changed."
pytestmark = pytest.mark.parametrize("code", SHIPPING or [pytest.param("", marks=pytest.mark.skip)])


def pages(site: Site, code: str) -> Iterator[Page]:
    return (site[path] for path in site.paths if path.startswith(f"/{code}/"))


def listed(site: Site, code: str) -> Iterator[Page]:
    return (page for page in pages(site, code) if not page.meta("robots"))


def test_every_page_says_which_language_it_is_in(site: Site, code: str) -> None:
    found = list(pages(site, code))
    assert found
    assert {page.one("html").attributes["lang"] for page in found} == {code}


def test_no_text_of_a_page_waits_for_its_translation(site: Site, code: str) -> None:
    spoken = language.load(ROOT / language.FOLDER, code)
    told = spoken.texts.gettext(ENGLISH_PART)
    assert marks.plain(told) != ENGLISH_PART
    assert [page.path for page in pages(site, code) if told in page.text] == []


def test_an_empty_text_stays_empty(site: Site, code: str) -> None:
    """A catalog answers to an empty text with what it says of itself."""
    assert [page.path for page in pages(site, code) if "Content-Transfer" in page.html] == []


def test_a_page_leads_to_the_same_in_english_and_back(site: Site, code: str) -> None:
    for page in pages(site, code):
        here = site[in_english(page.path)]
        for one, other, tongue in ((page, here, "en"), (here, page, code)):
            (link,) = one.all(f'nav.languages a[hreflang="{tongue}"]')
            assert urljoin(one.path, href(link)) == other.path
            assert link.attributes["lang"] == tongue


def test_a_page_leads_wherever_the_same_in_english_leads(site: Site, code: str) -> None:
    """But to its own citations, and to the words that its language explains."""

    def targets(page: Page) -> set[str]:
        every = (urljoin(page.path, link) for link in page.hrefs)
        return {
            url.replace(f"/{code}/", "/", 1)
            for url in every
            if "/cite/" not in url and "/glossary/#" not in url
        }

    for page in pages(site, code):
        # The link to the page in this language.
        here = site[in_english(page.path)]
        assert targets(here) - targets(page) - {here.path} == set(), page


def test_every_page_stands_in_the_language(site: Site, code: str) -> None:
    """Where one does not, the link at its top leads to the nearest: test_pseudo_language.py."""
    own = {in_english(page.path) for page in pages(site, code)}
    english = {page.path for page in site if page.is_english}
    assert english - own - {"/404.html", "/loading.html"} == set()


def test_the_checklist_of_those_who_check_speaks_the_language(site: Site, code: str) -> None:
    found = 0
    for page in pages(site, code):
        for link in page.all('#practices a.button[href$=".pdf"]'):
            path = urljoin(page.path, href(link))
            assert path.startswith(f"/{code}/"), page
            (sheet,) = sheets(site.folder / path.lstrip("/"))
            told = squash(sheet)
            steps = page.all("#practices form:first-of-type .practices h3")
            assert steps
            assert [text_of(step) for step in steps if squash(text_of(step)) not in told] == []
            found += 1
    assert found


def test_each_form_says_in_the_language_what_its_page_in_english_says(
    site: Site, code: str, forms: list[Form]
) -> None:
    """What is sent says it in English, too, since that is what is printed."""
    spoken = language.load(ROOT / language.FOLDER, code)
    for form in forms:
        page = site[f"/{code}/{form.url}"]
        shown = squash(page.one("main").text())
        own = typed.translated(form, f"forms.{form.id}", spoken.texts)
        # What is told where a city bars the use of records waits in an attribute.
        found = [pair for pair in said_texts(own) if not str(pair[0][0]).startswith("barred")]
        told = [spoken.joined(marks.plain(said(words))) for _, words in found]
        if form.leaves:
            printed = ("sections", "heading")
            told += [said(words) for path, words in said_texts(form) if path[0] in printed]
        aside = {said(b.text) for part in form.sections for b in part.blocks if b.aside and b.text}
        hints = {said(b.hint) for part in form.sections for b in part.blocks if b.hint}
        missing = [words for words in told if squash(words) not in shown]
        assert set(missing) <= aside | hints, form.id


def test_the_files_of_what_is_kept_speak_the_language_and_those_of_letters_english(
    site: Site, code: str, forms: list[Form]
) -> None:
    """A link to the English file says so."""
    spoken = language.load(ROOT / language.FOLDER, code)
    remark = spoken.texts.gettext("(in English)")
    for form in forms:
        page = site[f"/{code}/{form.url}"]
        links = page.all(".files a")
        assert len(links) == (4 if form.adds else 2)
        own = typed.translated(form, f"forms.{form.id}", spoken.texts)
        titles = form if form.leaves else own
        for link in links:
            path = urljoin(page.path, href(link))
            assert path.startswith("/tools/" if form.leaves else f"/{code}/tools/")
            assert text_of(link).endswith(remark) == form.leaves
            file = site.folder / path.lstrip("/")
            if file.suffix == ".pdf":
                reader = pypdf.PdfReader(file)
                lang = str(reader.trailer["/Root"]["/Lang"])
                assert lang.startswith("en" if form.leaves else code)
                text = squash("".join(sheets(file)))
            else:
                document = Document(file)
                locale = "en-US" if form.leaves else spoken.table.locale.replace("_", "-")
                assert document.core_properties.language == locale
                text = squash("\n".join(paragraph.text for paragraph in document.paragraphs))
            about = titles.title if "by-place" in path else titles.title_on_paper
            assert squash(about) in text, path
            heads = [part.title for part in titles.sections if part.title]
            if "by-place" not in path:
                assert [head for head in heads if squash(spoken.joined(head)) not in text] == []


def test_a_law_page_leads_to_the_sheets_for_the_person_of_each_law(
    site: Site, places: dict[str, dict[str, Any]], code: str
) -> None:
    """As Word file and PDF, called by the law, in the language; the outline beside is English."""
    for place in places.values():
        if not place["relief"]:
            continue
        page = site[f"/{code}{site.guide(place['name']).path}law/"]
        laws = page.all("section.law")
        assert len(laws) == len(place["relief"])
        for law in laws:
            links = [link for line in law.css("p.papers") for link in line.css("a")]
            own = [one for one in links if "-own-" in href(one)]
            found = [urljoin(page.path, href(link)) for link in own]
            assert sorted(path.rpartition(".")[2] for path in found) == ["docx", "pdf"], page
            assert all(path.startswith(f"{page.path.removesuffix('law/')}") for path in found)
            assert all((site.folder / path.lstrip("/")).is_file() for path in found), page
            title = text_of(law.css_first("h2"))
            assert [one for one in own if not text_of(one).endswith(f": {title}")] == [], page
            assert len(links) > len(own), page


def translated(texts: NullTranslations, context: str, text: str) -> str:
    """Return a text of the data in the language, which says it in other words than English."""
    own = texts.pgettext(context, text)
    assert own != text, (context, text)
    return own


def test_a_remark_on_an_act_speaks_the_language_and_its_name_stays(
    site: Site, places: dict[str, dict[str, Any]], code: str
) -> None:
    texts = language.load(ROOT / language.FOLDER, code).texts
    seen = 0
    for place in places.values():
        guide = f"/{code}{site.guide(place['name']).path}"
        acts = {
            (f"{guide}law/", f"{place['code']}.relief.{law['id']}.{field}"): [law[field] or {}]
            for law in place["relief"]
            for field in ("enacted", "last_amended")
        }
        acts[f"{guide}law/", f"evidence.{place['code']}.amended"] = plain_data.evidence(
            place["code"]
        )["amended"]
        acts[f"{guide}other-ways/", f"{place['code']}.ways_changes"] = place["ways_changes"]
        for (path, context), found in acts.items():
            for act in (one for one in found if one.get("note")):
                page, own = site[path], translated(texts, f"{context}.note", act["note"])
                assert squash(marks.plain(own)) in page.text, (path, own)
                names = page.texts('[lang="en"]')
                is_own = place.get("language", "en") == code
                named = page.text if is_own else names
                assert not act["act"] or squash(act["act"]) in named, (path, act["act"])
                seen += 1
    assert seen


def law_pages(
    site: Site, places: dict[str, dict[str, Any]], code: str
) -> Iterator[tuple[dict[str, Any], Page]]:
    """Yield each place with its law page in a language."""
    for place in places.values():
        yield place, site[f"/{code}{site.guide(place['name']).path}law/"]


def test_how_much_of_a_text_was_read_is_told_in_the_language(
    site: Site, places: dict[str, dict[str, Any]], code: str
) -> None:
    """Its title stays as it is; what the site says of it does not."""
    texts = language.load(ROOT / language.FOLDER, code).texts
    seen = 0
    for place, page in law_pages(site, places, code):
        told: dict[tuple[str, str], list[str]] = {}
        for source in place["sources"]:
            if source.get("extent"):
                path = f"{place['code']}.sources.{source['id']}.extent"
                own = squash(marks.plain(translated(texts, path, source["extent"])))
                told.setdefault((source["url"], squash(source["title"])), []).append(own)
        for link in page.all("#sources ol a"):
            # One page may be cited for two texts that it holds.
            if remarks := told.get((href(link), text_of(link))):
                line = text_of(link.parent)
                assert any(f"{text_of(link)}, {remark}, " in line for remark in remarks), line
                seen += 1
        for text in plain_data.evidence(place["code"])["texts"]:
            if text.get("extent") and (node := page.tree.css_first(f"#texts #{text['id']}")):
                path = f"evidence.{place['code']}.texts.{text['id']}.extent"
                own = translated(texts, path, text["extent"])
                assert f", {squash(marks.plain(own))} (" in text_of(node)
                seen += 1
    assert seen


def test_what_the_site_says_of_a_publisher_is_told_in_the_language(
    site: Site, places: dict[str, dict[str, Any]], code: str
) -> None:
    """Who published a source keeps its name; that the page is a copy is the site's own remark."""
    texts = language.load(ROOT / language.FOLDER, code).texts
    seen = 0
    for place, page in law_pages(site, places, code):
        for source in place["sources"]:
            for link in page.all("#sources ol a"):
                if source.get("publisher_note") and href(link) == source["url"]:
                    path = f"{place['code']}.sources.{source['id']}.publisher_note"
                    own = squash(marks.plain(translated(texts, path, source["publisher_note"])))
                    if f"{squash(source['publisher'])} ({own})" in text_of(link.parent):
                        seen += 1
                    else:
                        assert source["title"] != text_of(link), (path, text_of(link.parent))
    assert seen


def test_how_current_a_text_is_stands_in_the_language(
    site: Site, places: dict[str, dict[str, Any]], code: str
) -> None:
    """Words such as "in a copy of February 2026" are the site's own, and so are its dates."""
    texts = language.load(ROOT / language.FOLDER, code).texts
    seen = {"texts": 0, "sources": 0}
    for place, page in law_pages(site, places, code):
        told: list[tuple[str, str, list[str]]] = []
        for text in plain_data.evidence(place["code"])["texts"]:
            lines = page.texts(f"#texts #{text['id']}")
            context = f"evidence.{place['code']}.texts.{text['id']}.current_to"
            told.append((context, text["current_to"] or "", lines))
        for source in place["sources"]:
            links = [a for a in page.all("#sources ol a") if href(a) == source["url"]]
            lines = [text_of(a.parent) for a in links if text_of(a) == squash(source["title"])]
            context = f"{place['code']}.sources.{source['id']}.date"
            told.append((context, source["date"] or "", lines))
        for context, english, lines in told:
            own = squash(marks.plain(texts.pgettext(context, english)))
            # The name of an act alone stays; a day is written, not translated.
            if lines and english and own != squash(english) and not begins(english):
                assert any(own in line for line in lines), (context, own)
                seen["sources" if context.endswith("date") else "texts"] += 1
    assert all(seen.values()), seen


# Small words that English alone has: whatever holds one and is no name is English.
SMALL_ENGLISH = {"the", "of", "and", "to", "for", "from", "with", "by", "on", "under", "is", "see"}


def test_no_english_stands_unmarked(site: Site, code: str) -> None:
    """A name keeps its capitals, quoted words and addresses are as they were written.

    What else has a small word of English has `lang`, so that it is read out as such.
    """
    wrong: dict[str, Page] = {}
    for page in pages(site, code):
        main = LexborHTMLParser(page.main.html or "")
        for node in main.css("script, style, code, q, option, [lang^=en]"):
            node.replace_with(" . ")
        for node in main.css("p, li, td, th, dt, dd, h1, h2, h3, h4, h5, summary, label"):
            for english in unmarked(" ".join(node.text(separator=" ").split())):
                wrong.setdefault(english, page)
    assert not wrong, "\n".join(f"{page}: {said}" for said, page in wrong.items())


def unmarked(text: str) -> Iterator[str]:
    """Yield what is around each small word of English that is no part of a name."""
    words = re.sub(r"\"[^\"]*\"|“[^”]*”|'[^']*'|`[^`]*`|\S*[/@]\S*", ".", text).split()
    for number, word in enumerate(words):
        if word.strip("(),;.:") in SMALL_ENGLISH:
            before = [one for one in words[:number] if one not in SMALL_ENGLISH | {"a", "an"}]
            after = [one for one in words[number + 1 :] if one not in SMALL_ENGLISH | {"a", "an"}]
            ends = (*before[-1:], *after[:1])
            if len(ends) < 2 or not all(re.match(r"[(¿“]*[A-Z0-9§]", one) for one in ends):
                yield " ".join(words[max(0, number - 4) : number + 5])


def test_each_page_says_how_it_was_translated_and_about_counts_it(site: Site, code: str) -> None:
    about = site[f"/{code}/about/"]
    for page in pages(site, code):
        (link,) = page.all("footer a[href$='#languages']")
        assert urljoin(page.path, href(link)).partition("#")[0] == about.path, page
    for one in (about, site["/about/"]):
        (told,) = [text for text in one.texts("#languages ~ ul li") if TABLES[code]["name"] in text]
        assert f" {len(list(listed(site, code)))} " in told


def test_search_engines_are_told_of_both(site: Site, site_paths: list[str], code: str) -> None:
    for page in listed(site, code):
        here = site[in_english(page.path)]
        for one in (page, here):
            told = {
                node.attributes["hreflang"]: urlsplit(node.attributes["href"] or "").path
                for node in one.all('link[rel="alternate"][hreflang]')
            }
            assert told == {"en": here.path, code: page.path, "x-default": here.path}, one
        assert page.path in site_paths
        (canonical,) = page.all('link[rel="canonical"]')
        assert urlsplit(canonical.attributes["href"] or "").path == page.path


def test_link_previews_are_told_the_locale(site: Site, code: str) -> None:
    for page in listed(site, code):
        (locale,) = page.all('meta[property="og:locale"]')
        assert locale.attributes["content"] == TABLES[code]["locale"]


def test_a_link_preview_speaks_it(site: Site, site_dir: Path, code: str) -> None:
    for page in listed(site, code):
        here, there = og(page), og(site[in_english(page.path)])
        assert here["og:title"] == text_of(page.one("head title")).removesuffix(" | Record Relief")
        assert here["og:description"] == page.meta("description")[0]
        assert here["og:description"] != there["og:description"], page
        assert here["og:image:alt"] != there["og:image:alt"], page
        picture = here["og:image"].removeprefix(OWN)
        assert picture.startswith(f"{code}/cards/"), page
        told = (site_dir / picture).read_bytes()
        with Image.open(BytesIO(told)) as card:
            assert (card.format, card.size) == ("PNG", (1200, 630)), picture
        assert told != (site_dir / picture.removeprefix(f"{code}/")).read_bytes(), picture


def test_the_trail_that_is_told_leads_to_pages(site: Site, code: str) -> None:
    for page in listed(site, code):
        data = json.loads(page.one('script[type="application/ld+json"]').text())
        for trail in (one for one in data["@graph"] if one["@type"] == "BreadcrumbList"):
            steps = trail["itemListElement"]
            assert steps[-1]["item"] == f"{OWN}{page.path[1:]}"
            assert {f"/{step['item'].removeprefix(OWN)}" for step in steps} <= set(site.paths)
            shown = [text_of(link) for link in page.all(".trail a")][1:]
            assert [step["name"] for step in steps[1:-1]][: len(shown)] == shown, page


def test_the_feeds_speak_it(site: Site, site_dir: Path, code: str) -> None:
    files = sorted((site_dir / code / "feeds").glob("*.xml"))
    assert {file.name for file in files} == {file.name for file in site_dir.glob("feeds/*.xml")}
    for file in files:
        feed, english = (
            feedparser.parse(path.read_bytes()) for path in (file, site_dir / "feeds" / file.name)
        )
        assert not feed.bozo, file
        assert feed.feed.language == code
        assert feed.feed.title != english.feed.title
        assert feed.feed.links[0].href == f"{OWN}{code}/feeds/{file.name}"
        days = sorted((entry.updated, entry.title.count(":")) for entry in english.entries)
        assert sorted((e.updated, e.title.count(":")) for e in feed.entries) == days, file
        ids = {entry.id for entry in feed.entries}
        assert len(ids) == len(english.entries)
        assert not ids & {entry.id for entry in english.entries}, "a reader would show one of both"
        for entry in feed.entries:
            path, _, anchor = entry.link.removeprefix(OWN).partition("#")
            assert path.startswith(f"{code}/")
            assert not anchor or anchor in site[f"/{path}"].ids, entry.link
        told = json.loads(file.with_suffix(".json").read_text("utf-8"))
        assert told["language"] == code
        assert [item["title"] for item in told["items"]] == [e.title for e in feed.entries]
        assert not {entry.title for entry in feed.entries} & {e.title for e in english.entries}


def test_the_calendar_speaks_it(site: Site, site_dir: Path, code: str) -> None:
    def events(prefix: str) -> dict[str, Any]:
        read = Calendar.from_ical((site_dir / prefix / "feeds/effective-dates.ics").read_bytes())
        return {event["uid"].removeprefix(prefix): event for event in read.walk("VEVENT")}

    note = marks.plain(
        language.load(ROOT / language.FOLDER, code).texts.gettext("Information, not legal advice.")
    )
    english, own = events(""), events(f"{code}/")
    assert own.keys() == english.keys()
    assert own
    for uid, event in own.items():
        assert event.decoded("dtstart") == english[uid].decoded("dtstart")
        assert event["summary"] != english[uid]["summary"]
        assert event["description"].endswith(note)
        path, _, anchor = event["url"].removeprefix(OWN).partition("#")
        assert path.startswith(f"{code}/")
        assert anchor in site[f"/{path}"].ids
    address = f"{OWN.removeprefix('https://')}{code}/feeds/effective-dates.ics"
    assert f"webcal://{address}" in site[f"/{code}/changes/"].hrefs


def test_a_page_leads_to_the_feeds(site: Site, site_dir: Path, code: str) -> None:
    every = {f"/{code}/feeds/{file.name}" for file in (site_dir / code / "feeds").glob("*.xml")}
    led = {urljoin(page.path, link) for page in pages(site, code) for link in page.hrefs}
    assert every <= led


def test_what_is_framed_speaks_it(site_dir: Path, code: str) -> None:
    names = TABLES[code]["places"]
    cards = sorted((site_dir / code / "embed/card").glob("*.html"))
    assert {file.name for file in cards} == {
        file.name for file in (site_dir / "embed/card").glob("*.html")
    }
    maps = sorted((site_dir / code / "embed/map").glob("*.html"))
    assert maps
    for file in (*cards, *maps):
        page = Page(f"/{file.relative_to(site_dir)}", file)
        assert page.one("html").attributes["lang"] == code
        # Nothing but a legal word in brackets.
        for english in page.all('main [lang="en"]'):
            assert f"({text_of(english)})" in page.text, page
        links = [href(link) for link in page.all("a[href^=http], svg a")]
        assert links
        assert all(
            link.startswith((f"{OWN}{code}/states/", f"{OWN}{code}/compare/")) for link in links
        ), page
    for file in maps:
        told = [text.split(": ")[0] for text in Page(file.name, file).texts("svg a title")]
        spoken = language.load(ROOT / language.FOLDER, code)
        assert told == sorted((one["name"] for one in names.values()), key=spoken.sort_key)


def test_the_page_for_other_sites_offers_them(site: Site, site_dir: Path, code: str) -> None:
    page = site["/embed/"]
    offered = {
        str(option.attributes["value"])
        for option in page.all(f'#embed-what optgroup[lang="{code}"] option')
    }
    assert {f"{code}/embed/card/new-york", f"{code}/embed/map/coverage"} <= offered
    assert all((site_dir / f"{path}-dark.html").is_file() for path in offered)
    assert {f"/{path}.html" for path in offered} <= {urljoin("/embed/", one) for one in page.hrefs}


def test_other_sites_may_frame_and_read_them(site_dir: Path, code: str) -> None:
    rules = dict(
        block.split("\n", 1)
        for block in (site_dir / "_headers").read_text("ascii").rstrip().split("\n/")
        if "\n" in block
    )
    for folder in ("embed", "feeds", "cards", "maps"):
        assert rules[f"{code}/{folder}/*"].rstrip() == rules[f"{folder}/*"].rstrip(), folder


def test_a_letter_on_a_map_begins_a_word(site: Site, site_dir: Path, code: str) -> None:
    frames = [
        Page(file.name, file) for file in sorted((site_dir / code / "embed/map").glob("*.html"))
    ]
    legends = [
        (text_of(line.css_first(".map-mark")), line)
        for page in (*pages(site, code), *frames)
        for line in page.all(".map-legend li")
    ]
    assert legends
    for letter, line in legends:
        label = text_of(line).removeprefix(letter)
        assert can_be_known(letter, label), label


def test_the_data_has_names_and_summaries(site: Site, site_dir: Path, code: str) -> None:
    everything = json.loads((site_dir / API / "record-relief.json").read_text("utf-8"))
    names = TABLES[code]["places"]
    assert everything["translations"].keys() == names.keys()
    for place in everything["jurisdictions"]:
        found = everything["translations"][place["code"]][code]
        assert found["name"] == names[place["code"]]["name"]
        for field in ("summary", "ways_summary"):
            assert bool(found[field]) == bool(place[field]), place["code"]
            assert found[field] != place[field] or not place[field]
        assert found["url"].startswith(f"{OWN}{code}/")
        assert found["summary"] in site[f"/{found['url'].removeprefix(OWN)}"].text
        own = site_dir / API / f"jurisdictions/{place['code'].lower()}.json"
        assert json.loads(own.read_text("utf-8"))["translations"][code] == found
    with (site_dir / API / "jurisdictions.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            found = everything["translations"][row["code"]][code]
            assert row[f"translations.{code}.name"] == found["name"]
            assert row[f"translations.{code}.summary"] == found["summary"]


def test_a_citation_names_the_version_of_the_facts(site: Site, code: str) -> None:
    for page in listed(site, code):
        for cited in page.texts("cite"):
            version = VERSION.search(cited)
            assert version
            assert version[0] in text_of(site[in_english(page.path)].one("cite")), page


def test_a_short_address_leads_to_the_guide(
    site: Site, site_dir: Path, places: dict[str, dict[str, Any]], code: str
) -> None:
    table = dict(
        line.split()[:2] for line in (site_dir / "_redirects").read_text("ascii").splitlines()
    )
    for place in places.values():
        short = f"/{code}/{place['code'].lower()}/"
        goes_to = site[short].one('meta[http-equiv="refresh"]').attributes["content"] or ""
        guide = urljoin(short, goes_to.partition("url=")[2])
        assert table[short] == table[short.rstrip("/")] == guide
        assert guide.startswith(f"/{code}/states/")
        assert guide in site.paths


def test_the_page_of_a_wrong_address_speaks_it(site: Site, code: str) -> None:
    page = site["/404.html"]
    (part,) = page.all(f'main [lang="{code}"]')
    texts = language.load(ROOT / language.FOLDER, code).texts
    assert texts.gettext("Page not found") in text_of(page.one("head title"))
    assert texts.gettext("Page not found") != "Page not found"
    told = texts.gettext("This page is not here. Find your state, search, or get free help.")
    assert page.meta("description")[0].endswith(told)
    # What the foot says.
    assert part.css_first("p.quiet")
    links = [href(link) for link in part.css("a")]
    calls = [link for link in links if link.startswith(("tel:", "sms:"))]
    assert calls  # who to call, which stands around the page in English alone
    links = [link for link in links if link not in calls]
    assert len(links) == 3
    assert all(link.startswith(f"/{code}/") and link in site.paths for link in links)


def test_search_has_its_own_list_and_index(site: Site, site_dir: Path, code: str) -> None:
    (file,) = site_dir.glob(f"assets/js/directory.{code}.*.js")
    entry = json.loads((site_dir / "pagefind/pagefind-entry.json").read_text("utf-8"))
    assert {"en", code} <= set(entry["languages"])
    rows = json.loads(file.read_text("utf-8").partition("=")[2].rstrip(";\n"))
    found = {row[1] for row in rows}
    assert {f"/{code}/{url.partition('#')[0]}" for url in found} <= set(site.paths)
    names = {one["name"] for one in TABLES[code]["places"].values()}
    assert names <= {row[0] for row in rows}
    titles = {
        row[1]: row[0] for row in rows if row[1].startswith("compare/") and row[1].count("/") == 2
    }
    assert titles
    for url, title in titles.items():
        assert title == text_of(site[f"/{code}/{url}"].one("h1"))
    search = site[f"/{code}/search/"].one("form.search")
    assert file.name in (search.attributes["data-directory"] or "")


def test_a_plain_sheet_gives_nothing_away(
    site_dir: Path, places: dict[str, dict[str, Any]], code: str
) -> None:
    found = sorted((site_dir / code / "paper").glob("*.pdf"))
    plain = [file for file in found if f"{file.stem}-full.pdf" in {other.name for other in found}]
    assert len(plain) == len(places)
    for file in plain:
        text = squash(" ".join(sheets(file)))
        telling = TELLING[code].search(text)
        assert not telling, f"{file.name}: {text[telling.start() - 60 : telling.end() + 20]}"
        said = str(pypdf.PdfReader(file).metadata)
        assert not TELLING[code].search(said), file.name


def test_a_sheet_is_in_the_language(site_dir: Path, code: str) -> None:
    folder = site_dir / code / "paper"
    assert list(folder.glob("*.pdf"))
    for file in folder.glob("*.pdf"):
        catalog: Any = pypdf.PdfReader(file).trailer["/Root"]
        assert str(catalog["/Lang"]).startswith(f"{code}-"), file.name


def test_what_is_about_one_place_has_the_words_of_its_own_papers(
    site: Site, site_dir: Path, places: dict[str, dict[str, Any]], code: str
) -> None:
    """Its pages and sheets, its feed, its card, and its texts among the data."""
    for place in places.values():
        words = TABLES[code]["places"][place["code"]].get("words", [])
        if not words:
            continue
        guide, short = site.guide(place["name"]).path, place["code"].lower()
        slug = guide.strip("/").rpartition("/")[2]
        told = {
            file.name: squash(" ".join(sheets(file)))
            for file in (site_dir / code).rglob("*.pdf")
            if file.name.startswith((f"{slug}.", f"{slug}-", f"{short}-"))
        }
        assert len(told) >= len(("plain", "full"))
        told |= {page.path: page.html for page in pages(site, code) if f"/{slug}/" in page.path}
        for path in (f"feeds/{short}.xml", f"feeds/{short}.json", f"embed/card/{slug}.html"):
            told[path] = (site_dir / code / path).read_text("utf-8")
        data = json.loads((site_dir / API / f"jurisdictions/{short}.json").read_text("utf-8"))
        told["data"] = json.dumps(data["translations"][code], ensure_ascii=False)
        for word in words:
            found = re.compile(word["find"])
            assert [name for name, text in told.items() if found.search(text)] == [], word
        assert any(word["write"] in text for word in words for text in told.values()), place["code"]


def test_the_page_of_sheets_leads_to_those_of_the_language(site: Site, code: str) -> None:
    page = site[f"/{code}/paper/"]
    found = [urljoin(page.path, link) for link in page.hrefs if link.endswith(".pdf")]
    assert found
    assert all(link.startswith(f"/{code}/paper/") for link in found)


def test_what_a_page_says_is_easy_to_read(site: Site, code: str) -> None:
    tool = textstatistics()
    tool.set_lang(code)
    score = getattr(tool, FORMULAS[code])
    for page in listed(site, code):
        (main,) = LexborHTMLParser(page.html).css("main")
        for sent in main.css("form.sheet [lang=en], #by-place [lang=en]"):
            sent.decompose()
        found = [t for t in texts(main, "p li dd") if len(t.split()) > 8]
        words = [len(text.split()) for text in found]
        if sum(words) < 100:
            continue
        ease = sum(score(t) * n for t, n in zip(found, words, strict=True)) / sum(words)
        assert ease >= EASY, f"{page}: {ease:.0f}"


def test_no_guide_is_heavy(site: Site, code: str) -> None:
    guides = [page for page in pages(site, code) if page.path.count("/") == 4]
    guides = [page for page in guides if page.path.startswith(f"/{code}/states/")]
    assert guides
    assert not {p.path: size for p in guides if (size := packed(p.file)) > FIRST_WINDOW}
    # More letters for the same.
    ways = [page for page in pages(site, code) if page.path.endswith("/other-ways/")]
    assert not {p.path: size for p in ways if (size := packed(p.file)) > BELOW_A_GUIDE * 1.1}
