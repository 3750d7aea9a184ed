"""The site from a folder (file://), as on a USB stick, and below a path of another site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from posixpath import dirname, join, normpath
from threading import Thread
from urllib.parse import unquote, urlsplit

import offline
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.built_site import SHIPPING, TABLES, Site, href
from tests.built_site import Page as Built

ENGLISH = ""
in_each_language = pytest.mark.parametrize("code", [ENGLISH, *SHIPPING])
in_every_other = pytest.mark.parametrize(
    "code", SHIPPING or [pytest.param("", marks=pytest.mark.skip)]
)


@pytest.fixture(scope="module")
def copies(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The copies of the site by the code of their language, unpacked."""
    found = {}
    for code in (ENGLISH, *SHIPPING):
        found[code] = target = tmp_path_factory.mktemp("stick") / f"record relief {code}".strip()
        for name, content in offline.offline_files(site_dir, code).items():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(content)
    return found


@pytest.fixture(scope="module")
def folder(copies: dict[str, Path]) -> Path:
    """The copy in English."""
    return copies[ENGLISH]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page; a breach of its policy, a script's error or a request to a host is a failure."""
    context = browser.new_context()
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on(
        "console",
        lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None,
    )
    context.on(
        "request",
        lambda asked: (
            faults.append(asked.url)
            if not asked.url.startswith(("file:", "data:", "http://127.0.0.1"))
            else None
        ),
    )
    yield context.new_page()
    context.close()
    assert not faults


# Whatever a page leads to or loads, in the templates of its scripts too.
LEADS = r"""() => {
  const all = (root) => [...root.querySelectorAll("*")].flatMap(
    (node) => [node, ...(node.content instanceof DocumentFragment ? all(node.content) : [])]);
  const address = (node) => node.localName === "option" ? node.value :
    node.rel === "canonical" ? "" : node.getAttribute("href") ?? node.getAttribute("src") ?? "";
  return all(document).map((node) => [node.localName, address(node)])
    .filter(([kind, found]) => found && (kind !== "option" || /(\/|\.html)$/.test(found)))
    .map(([, found]) => new URL(found, document.baseURI).href);
}"""


def elsewhere(path: str, site: Site, code: str) -> bool:
    """Return whether a page stands in another language than `code`, and not in that."""
    return f"/{code}{path}" not in site.paths if code else path.split("/")[1] in SHIPPING


def dead(addresses: list[str]) -> list[str]:
    """Return the addresses of files that the copy does not have."""
    found = {address.partition("#")[0] for address in addresses if address.startswith("file:")}
    return [one for one in sorted(found) if not Path(unquote(urlsplit(one).path)).is_file()]


@in_each_language
def test_every_link_leads_to_a_file_of_the_copy(
    copies: dict[str, Path], site_dir: Path, code: str
) -> None:
    """Or to a page that stands in another language only, on the web."""
    folder, site = copies[code], Site(site_dir)
    own = site["/"].one("link[rel=canonical]").attributes["href"] or ""
    broken = []
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    for name in sorted(file for file in files if file.endswith(".html")):
        built = Built(name, folder / name)
        for link in built.all("a[href], link[href]:not([rel=canonical], [rel=alternate])"):
            parts = urlsplit(href(link))
            if parts.scheme or not parts.path:
                chosen = link.attributes.get("hreflang") not in (None, code or "en")
                if href(link).startswith(own) and not (chosen or elsewhere(parts.path, site, code)):
                    broken.append(f"{built}: {href(link)} is not in the copy")
                continue
            if normpath(join(dirname(name), unquote(parts.path))) not in files:
                broken.append(f"{built}: {href(link)}")
    assert not broken


def test_what_scripts_make_links_of_leads_to_files_of_the_copy(
    folder: Path, page: Page, page_kinds: list[str]
) -> None:
    broken = {}
    # A language has a copy of its own.
    for path in (path for path in page_kinds if path.split("/")[1] not in TABLES):
        page.goto((folder / path.strip("/") / "index.html").as_uri())
        if found := dead(page.evaluate(LEADS)):
            broken[path] = found
    assert not broken


def test_search_in_a_folder_leads_to_pages(folder: Path, page: Page) -> None:
    page.goto((folder / "search/index.html").as_uri())
    page.locator("#q").fill("texas")
    page.locator("#results a").first.wait_for()
    rows = page.evaluate("siteDirectory.map((row) => row[1])")
    assert len(rows) > 100
    assert not dead([(folder / row).as_uri().replace("%23", "#") for row in rows])
    expect(page.get_by_role("button", name="Search the text")).to_be_hidden()
    page.locator("#q").fill("qwzxv")
    expect(page.locator("#search-status")).to_contain_text("Nothing found")
    page.locator("#q").fill("texas")
    page.locator("#results a", has_text="Texas").first.click()
    expect(page.locator("h1")).to_contain_text("Texas")


def test_the_answers_of_the_tools_lead_to_pages(folder: Path, page: Page) -> None:
    page.goto((folder / "what-might-help/index.html").as_uri())
    page.locator("#place-1").select_option(label="Ohio")
    page.locator("#answers button[type=submit]").click()
    guide = page.locator("#answer a[href*='states/ohio/']").first
    assert not dead(page.evaluate(LEADS))
    guide.click()
    page.get_by_role("link", name="Leave this page").click()
    expect(page.locator("h1")).to_contain_text("Ohio")
    page.goto((folder / "embed/index.html").as_uri())
    page.get_by_label("What to show").select_option(label="Ohio")
    frame = page.frame_locator("#frame-card")
    expect(frame.locator("h1")).to_contain_text("Ohio")
    assert frame.locator("a").first.evaluate("link => link.href").startswith("file:")


def test_a_folder_is_a_whole_site(folder: Path, page: Page) -> None:
    page.goto((folder / "index.html").as_uri())
    expect(page).to_have_title("Record Relief")
    assert page.locator("body").evaluate("body => getComputedStyle(body).fontSize") != "16px"
    page.locator("main a[href*='states/']").first.click()
    page.locator("a[href$='new-york/index.html']").first.click()
    expect(page.locator("h1")).to_contain_text("New York")
    page.locator(".trail a").first.click()
    expect(page).to_have_title("Record Relief")


@in_every_other
def test_a_copy_in_another_language_speaks_it(
    copies: dict[str, Path], page: Page, code: str
) -> None:
    """From home to a guide, by search and by the questions, without leaving the folder."""
    folder = copies[code]
    name = TABLES[code]["places"]["NY"]["name"]
    for start in ("index.html", "search/index.html", "what-might-help/index.html"):
        page.goto((folder / start).as_uri())
        assert page.locator("html").get_attribute("lang") == code
        assert not dead(page.evaluate(LEADS)), start
    page.locator("#place-1").select_option(label=name)
    page.locator("#answers button[type=submit]").click()
    page.locator("#answer a[href*='states/new-york/']").first.wait_for()
    assert not dead(page.evaluate(LEADS))
    page.goto((folder / "search/index.html").as_uri())
    page.locator("#q").fill(name)
    page.locator("#results a", has_text=name).first.click()
    expect(page.locator("h1")).to_contain_text(name)
    assert page.locator("html").get_attribute("lang") == code
    assert page.url == (folder / "states/new-york/index.html").as_uri()


def test_the_state_picker_works_from_a_folder(folder: Path, page: Page) -> None:
    page.goto((folder / "states/index.html").as_uri())
    page.locator("select").first.select_option(label="Ohio")
    page.locator("form button:visible, main button:visible").first.click()
    expect(page.locator("h1")).to_contain_text("Ohio")


def test_a_short_address_leads_on_from_a_folder(folder: Path, page: Page) -> None:
    page.goto((folder / "ny/index.html").as_uri())
    expect(page.locator("h1")).to_contain_text("New York")
    assert page.url == (folder / "states/new-york/index.html").as_uri()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def test_the_site_works_below_a_path(site_dir: Path, page: Page, tmp_path: Path) -> None:
    (tmp_path / "some").mkdir()
    (tmp_path / "some/path").symlink_to(site_dir)
    handler = partial(_Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            root = f"http://127.0.0.1:{server.server_port}/some/path/"
            asked: list[str] = []
            page.on("response", lambda answer: asked.append(f"{answer.status} {answer.url}"))
            page.goto(root)
            page.locator("main a[href*='states/']").first.click()
            page.locator("a[href$='new-york/']").first.click()
            expect(page.locator("h1")).to_contain_text("New York")
            page.goto(root + "search/")
            page.locator("#q").fill("ohio")
            expect(page.locator("#results a").first).to_be_visible(timeout=60_000)
            wrong = [one for one in asked if not one.startswith((f"200 {root}", f"304 {root}"))]
            assert not [one for one in wrong if "favicon.ico" not in one]
        finally:
            server.shutdown()
            thread.join()
