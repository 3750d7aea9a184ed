"""Sharing in a browser, and what a frame on somebody else's page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from PIL import ImageColor
from playwright.sync_api import Page, expect
from record_relief.pages import palette

OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
NewPage = Callable[..., Page]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 700])
def test_what_is_framed_is_accessible(
    width: int, scheme: str, new_page: NewPage, axe: Callable[[Page], list[str]]
) -> None:
    page = new_page(width=width, scheme=scheme)
    for path in ("map/offenses", "map/coverage-dark", "card/new-york", "card/guam-light"):
        page.goto(f"/embed/{path}.html")
        assert axe(page) == [], path
        assert page.evaluate(
            "document.scrollingElement.scrollWidth <= document.documentElement.clientWidth"
        ), path
    page.goto("/embed/")
    assert axe(page) == []


@pytest.mark.parametrize(
    ("path", "scheme"),
    [
        ("card/ohio", "dark"),
        ("card/ohio-light", "light"),
        ("map/proof-light", "light"),
        ("map/proof-dark", "dark"),
    ],
)
def test_light_and_dark(path: str, scheme: str, new_page: NewPage) -> None:
    ground = ImageColor.getrgb(palette.load(OVERRIDES).screen["paper"][scheme])
    page = new_page(scheme="dark")
    page.goto(f"/embed/{path}.html")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
        f"rgb({', '.join(map(str, ground))})"
    )


def test_the_code_is_what_is_shown(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/embed/")
    page.get_by_label("What to show").select_option("Ohio")
    page.get_by_label("How it looks").select_option("Always dark")
    code = page.locator("#code-card").input_value()
    assert 'src="https://recordrelief.org/embed/card/ohio-dark.html"' in code
    assert 'title="Record Relief: Ohio"' in code
    frame = page.frame_locator("#frame-card")
    expect(frame.get_by_role("heading", level=1)).to_contain_text("Ohio")
    plain = new_page(java_script_enabled=False)
    plain.goto("/embed/")
    assert "/embed/map/coverage.html" in plain.locator("#code-map").input_value()
    expect(plain.locator("#embed-tool")).to_be_hidden()


def test_no_frame_is_cut(new_page: NewPage, site_dir: Path) -> None:
    """Whichever map or card is copied, in whichever language: all of it is in the frame."""
    page = new_page()
    page.goto("/embed/")
    room = page.locator("iframe").evaluate_all(
        "all => all.map(frame => [frame.id.split('-')[1], frame.width, frame.height])"
    )
    for kind, width, height in room:
        page.set_viewport_size({"width": int(width), "height": int(height)})
        files = sorted(site_dir.glob(f"**/embed/{kind}/*-light.html"))
        assert len({file.relative_to(site_dir).parts[0] for file in files}) > 1
        cut = []
        for file in files:
            page.goto(f"/{file.relative_to(site_dir)}")
            if page.evaluate("document.documentElement.scrollHeight") > int(height):
                cut.append(str(file.relative_to(site_dir)))
        assert not cut


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def elsewhere(tmp_path: Path, site_url: str) -> Iterator[str]:
    """The address of another site that frames a map."""
    (tmp_path / "index.html").write_text(
        f'<!doctype html><title>Elsewhere</title><iframe title="Map" width="700" height="700"'
        f' src="{site_url}/embed/map/proof.html"></iframe>'
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=tmp_path)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_map_works_on_another_site(browser: object, elsewhere: str) -> None:
    page = browser.new_page()  # type: ignore[attr-defined]
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.goto(elsewhere)
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text("How sure must the judge be?")
    link = frame.get_by_role("link", name="Ohio")
    assert link.get_attribute("href") == "https://recordrelief.org/states/ohio/"
    assert not [fault for fault in faults if "favicon" not in fault and "404" not in fault]
    page.close()


def test_copy_and_share_with_the_browsers_own(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script(
        "navigator.share = data => { window.shared = data; return Promise.resolve(); }"
    )
    page.goto("/states/new-york/")
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator("#copied")).to_have_text("Link copied.")
    assert page.evaluate("navigator.clipboard.readText()") == "https://recordrelief.org/ny/"
    page.get_by_role("button", name="Share", exact=True).click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == "https://recordrelief.org/ny/"
    assert "traffick" not in shared["text"].lower()
    plain = new_page(java_script_enabled=False)
    plain.goto("/states/new-york/")
    expect(plain.get_by_role("button", name="Copy the link")).to_be_hidden()
