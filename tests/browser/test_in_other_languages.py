"""A survivor's way through the part of the site in Spanish, with scripts and without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.built_site import SHIPPING
from tests.paper_text import sheets

NewPage = Callable[..., Page]
PAGES = (
    "/es/",
    "/es/states/texas/",
    "/es/states/puerto-rico/",
    "/es/what-might-help/",
    "/es/safety/",
    "/es/tools/",
    "/es/tools/timeline-job/",
    "/es/tools/first-notice-job/",
    "/es/tools/dispute-letter/",
    "/es/tools/individual-assessment/",
)
pytestmark = pytest.mark.skipif("es" not in SHIPPING, reason="Spanish does not ship yet")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_home_to_a_printed_sheet(new_page: NewPage, site_dir: Path, scripts: bool) -> None:
    page = new_page(width=390, java_script_enabled=scripts)
    page.goto("/")
    page.get_by_role("link", name="Español").click()
    if scripts:
        page.get_by_label("Elija un lugar").select_option(label="Nueva York")
        page.get_by_role("button", name="Ver la guía").click()
    else:
        page.get_by_role("link", name="Vea cada lugar por su nombre").click()
        page.locator(".state-list").get_by_role("link", name="Nueva York").click()
    page.wait_for_url("**/es/states/new-york/")
    assert page.locator("html").get_attribute("lang") == "es"
    sheet = page.locator("main a[href$='paper/new-york.pdf']").first
    href = sheet.evaluate("link => link.getAttribute('href')") if scripts else None
    href = href or sheet.get_attribute("href")
    assert href == "../../paper/new-york.pdf"
    (text,) = sheets(site_dir / "es/paper/new-york.pdf")
    assert "Nueva York" in text
    assert "Revisado el" in text


def test_the_link_at_the_top_leaves_the_answer_on_the_first_screen(new_page: NewPage) -> None:
    page = new_page(width=390, height=844)
    tops = []
    for path in ("/states/texas/", "/es/states/texas/"):
        page.goto(path)
        link = page.locator("nav.languages a").bounding_box()
        title = page.locator("h1").bounding_box()
        assert link
        assert title
        assert link["y"] < title["y"] < 140
        assert link["height"] >= 44
        assert link["x"] + link["width"] <= 390
        tops.append(title["y"])
    assert max(tops) - min(tops) < 40


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("récord", "/es/states/"),
        ("limpiar antecedentes", "/es/states/"),
        ("abogado", "/es/"),
        ("trabajo", "/es/background-check/"),
        ("apartamento", "/es/background-check/"),
        ("perdí mi trabajo", "/es/background-check/"),
        ("mi jefe me despidió por antecedentes", "/es/background-check/"),
        ("reclamo", "/es/wrong-record/"),
        ("prostitución", "/es/states/"),
        ("menor", "/es/"),
        ("indulto", "/es/learn/sealing-expungement-vacatur/"),
        ("nueva york", "/es/states/new-york/"),
        ("New York", "/es/states/new-york/"),
        ("formularios", "/es/tools/"),
        ("plantilla", "/es/tools/"),
        ("calcular fechas", "/es/tools/timeline-"),
        ("carta de disputa", "/es/tools/dispute-letter/"),
        ("carta a la corte", "/es/tools/clerk-letter/"),
        ("felonía", "/es/learn/sealing-expungement-vacatur/"),
        ("mi felonía", "/es/learn/sealing-expungement-vacatur/"),
        ("en probatoria", "/es/what-might-help/"),
        ("sobreseimiento", "/es/compare/dismissed/"),
        ("prontuario", "/es/learn/own-record/"),
        ("trata de blancas", "/es/compare/trafficking/"),
        ("esclavitud", "/es/compare/trafficking/"),
        ("me obligaron", "/es/what-might-help/"),
        ("me forzaron", "/es/what-might-help/"),
        ("fui víctima", "/es/what-might-help/"),
        ("asilo", "/es/learn/after-the-order/"),
        ("green card", "/es/learn/after-the-order/"),
        ("mica", "/es/learn/after-the-order/"),
        ("buena conducta", "/es/states/puerto-rico/"),
    ],
)
def test_search_knows_the_words_that_people_type(
    new_page: NewPage, site_url: str, typed: str, found: str
) -> None:
    page = new_page()
    page.goto("/es/search/")
    page.locator("#q").fill(typed)
    page.locator("#results li").first.wait_for()
    links: list[str] = page.locator("#results a").evaluate_all("all => all.map(a => a.href)")
    assert any(link.startswith(site_url + found) for link in links[:3])
    assert all(link.startswith(f"{site_url}/es/") for link in links)
    assert "encontr" in page.locator("#search-status").inner_text()


def test_small_words_in_front_change_nothing_that_is_found(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/es/search/")

    def found(typed: str) -> list[str]:
        page.locator("#q").fill(typed)
        page.locator("#results li").first.wait_for()
        titles: list[str] = page.locator("#results a").all_inner_texts()
        return titles

    for words in ("felonía", "probatoria", "abogado"):
        alone = found(words)
        page.locator("#q").fill("")
        page.locator("#results li").wait_for(state="detached")
        assert found(f"mi {words}") == alone, words


def test_the_text_of_all_pages_is_searched_in_the_language(
    new_page: NewPage, site_url: str
) -> None:
    page = new_page()
    page.goto("/es/search/")
    page.locator("#q").fill("arresto")
    page.locator("#search-text").click()
    page.locator("#results mark").first.wait_for()
    links: list[str] = page.locator("#results a").evaluate_all("all => all.map(a => a.href)")
    assert all(link.startswith(f"{site_url}/es/") for link in links)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_breaks_a_rule_of_accessibility(
    new_page: NewPage, axe: Callable[..., list[str]], path: str
) -> None:
    for width in (390, 1280):
        page = new_page(width=width)
        page.goto(path)
        assert axe(page) == []


# Rows that hold a text and, beside it, a word in English: each would be a column.
BROKEN = """() => Array.from(document.querySelectorAll("body *")).filter(element =>
    getComputedStyle(element).display.includes("flex")
    && Array.from(element.childNodes).some(node => node.nodeType === 3 && node.data.trim())
    && Array.from(element.children).some(child => child.lang === "en")
).map(element => element.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize("code", SHIPPING)
def test_no_text_falls_apart_around_a_word_in_english(
    new_page: NewPage, site_dir: Path, code: str
) -> None:
    """On the first page of each kind, and on the one with the most words in English."""
    pages: dict[str, list[Path]] = {}
    for path in sorted((site_dir / code).rglob("index.html")):
        if 'http-equiv="refresh"' in path.read_text(encoding="utf-8"):
            continue
        steps = path.parent.relative_to(site_dir / code).parts
        pages.setdefault("/".join((*steps[:1], *steps[2:])), []).append(path)
    page = new_page(width=390)
    for group in pages.values():
        for path in {
            group[0],
            max(group, key=lambda one: one.read_text(encoding="utf-8").count('lang="en"')),
        }:
            page.goto(f"/{path.parent.relative_to(site_dir).as_posix()}/")
            assert page.evaluate(BROKEN) == [], path
