"""The site from a folder (file://), as on a USB stick, and below a path of another site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

import offline
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.built_site import Page as Built
from tests.built_site import href


@pytest.fixture(scope="module")
def folder(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy of the site, unpacked."""
    target = tmp_path_factory.mktemp("stick") / "record relief"
    for name, content in offline.offline_files(site_dir).items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(content)
    return target


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


def test_every_link_leads_to_a_file_of_the_copy(folder: Path) -> None:
    broken = []
    for file in sorted(folder.rglob("*.html")):
        if file.name == "404.html":  # stands at any depth of a server, never in a folder
            continue
        built = Built(file.relative_to(folder).as_posix(), file)
        for link in built.all("a[href], link[href]:not([rel=canonical]):not([rel=alternate])"):
            parts = urlsplit(href(link))
            if parts.scheme or not parts.path:
                continue
            target = (file.parent / unquote(parts.path)).resolve()
            kept_online = any(part in target.parts for part in ("api", "feeds"))
            if not target.is_file() and not kept_online and "sitemap" not in target.name:
                broken.append(f"{built}: {href(link)}")
    assert not broken


def test_a_folder_is_a_whole_site(folder: Path, page: Page) -> None:
    page.goto((folder / "index.html").as_uri())
    expect(page).to_have_title("Record Relief")
    assert page.locator("body").evaluate("body => getComputedStyle(body).fontSize") != "16px"
    page.locator("main a[href*='states/']").first.click()
    page.locator("a[href$='new-york/index.html']").first.click()
    expect(page.locator("h1")).to_contain_text("New York")
    page.locator(".trail a").first.click()
    expect(page).to_have_title("Record Relief")


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
