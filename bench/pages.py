"""What a reader waits for: the browser's own figures for a page on a slow phone.

Chromium, nothing kept from before, 400 kbit/s, 400 ms latency, the processor slowed four times, and
a server that sends gzip. The same guide is loaded three ways: from our site, from plain Material
for MkDocs, and as its bare HTML, which is the limit that no styled page can pass.
"""

from __future__ import annotations

import gzip
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from selectolax.lexbor import LexborHTMLParser

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))
import find_chromium

NETWORK = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
SLOWED = 4
FIGURES = """() => new Promise(done => {
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  let shift = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done({ paint: paint ? paint.startTime : 0, shift }), 200);
})"""


@dataclass(frozen=True)
class Load:
    """One cold load of a page: milliseconds to the first paint, layout shift, requests, bytes."""

    paint: float
    shift: float
    requests: int
    bytes: int


@dataclass(frozen=True)
class Measured:
    """A page and what was measured of it, round by round."""

    name: str
    html: int
    loads: list[Load]

    def median(self, figure: str) -> float:
        """Return the median of one figure over the rounds."""
        return float(statistics.median(getattr(load, figure) for load in self.loads))

    def as_json(self) -> dict[str, Any]:
        """Return the page for results.json."""
        figures = ("paint", "shift", "requests", "bytes")
        return {
            "name": self.name,
            "html": self.html,
            "median": {figure: self.median(figure) for figure in figures},
            "loads": [asdict(load) for load in self.loads],
        }


class _Handler(SimpleHTTPRequestHandler):
    """Sends every text gzipped, as an ordinary host does."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with the file, or 404."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        body = path.read_bytes() if path.is_file() else b""
        kind = self.guess_type(path)
        texts = kind.startswith("text/") or path.suffix in (".js", ".json", ".svg", ".xml")
        self.send_response(200 if path.is_file() else 404)
        self.send_header("Content-Type", kind)
        if texts:
            body = gzip.compress(body, 9)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder; give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def load_page(browser: Browser, address: str) -> Load:
    """Load one page cold on a slow phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page: Page = context.new_page()
    session = context.new_cdp_session(page)
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.goto(address, wait_until="networkidle", timeout=180_000)
    found = page.evaluate(FIGURES)
    context.close()
    return Load(found["paint"], found["shift"], len(sizes), int(sum(sizes)))


def bare(page: Path, folder: Path) -> None:
    """Write what the main part of a page is without any style or script."""
    main = LexborHTMLParser(page.read_text(encoding="utf-8")).css_first("main")
    html = main.html if main else ""
    start = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title>'
    viewport = '<meta name="viewport" content="width=device-width">'
    links = LexborHTMLParser(start + viewport + (html or ""))
    for node in links.css("link, script"):
        node.decompose()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text("<!doctype html>" + (links.html or ""), encoding="utf-8")


def guides_by_size(site: Path) -> list[str]:
    """Return the addresses of the guides from the lightest to the heaviest."""
    pages = site.glob("states/*/index.html")
    by_size = sorted(pages, key=lambda page: len(gzip.compress(page.read_bytes(), 9)))
    return [f"states/{page.parent.name}/" for page in by_size]


def measure(site: Path, plain: Path, scratch: Path, rounds: int) -> list[Measured]:
    """Load pages of our site, of the plain one, and bare ones, in turns."""
    guides = guides_by_size(site)
    median, longest = guides[len(guides) // 2], guides[-1]
    for guide in (median, longest):
        bare(site / guide / "index.html", scratch / "bare" / guide)
    folders = {"ours": site, "plain": plain, "bare": scratch / "bare"}
    wanted = [(who, guide) for guide in (median, longest) for who in folders]
    wanted += [("ours", page) for page in ("", "compare/coverage/", "myths/", "search/")]
    loads: dict[tuple[str, str], list[Load]] = {key: [] for key in wanted}
    with sync_playwright() as playwright, _all_served(folders) as hosts:
        browser = playwright.chromium.launch(
            executable_path=find_chromium.find(whole=True), args=find_chromium.arguments()
        )
        for _ in range(rounds):
            for who, page in wanted:
                loads[who, page].append(load_page(browser, f"{hosts[who]}/{page}"))
        browser.close()
    return [
        Measured(
            f"{who}: {page or 'home'}",
            len(gzip.compress((folders[who] / page / "index.html").read_bytes(), 9)),
            loads[who, page],
        )
        for who, page in wanted
    ]


@contextmanager
def _all_served(folders: dict[str, Path]) -> Iterator[dict[str, str]]:
    with (
        serving(folders["ours"]) as ours,
        serving(folders["plain"]) as plain,
        serving(folders["bare"]) as naked,
    ):
        yield {"ours": ours, "plain": plain, "bare": naked}


def table(pages: list[Measured]) -> str:
    """Format the figures for a terminal; the ratio is to the plain page of the same guide."""
    plain = {
        page.name.partition(": ")[2]: page.median("paint")
        for page in pages
        if page.name.startswith("plain")
    }
    lines = [f"{'page':<34}{'HTML':>8}{'requests':>10}{'bytes':>9}{'FCP':>9}{'ratio':>7}{'CLS':>8}"]
    for page in pages:
        other = plain.get(page.name.partition(": ")[2])
        ratio = f"{page.median('paint') / other:.2f}" if other else ""
        lines.append(
            f"{page.name:<34}{page.html:>8}{page.median('requests'):>10.0f}"
            f"{page.median('bytes'):>9.0f}{page.median('paint'):>6.0f} ms{ratio:>7}"
            f"{page.median('shift'):>8.3f}"
        )
    return "\n".join(lines)
