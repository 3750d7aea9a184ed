"""What a reader waits for: the browser's own figures for a page on a slow phone.

Chromium, nothing kept from before, 400 kbit/s, 400 ms latency, the processor slowed four times, and
a server that sends gzip. The heaviest page of each kind, in whichever language, is painted in pairs
with its bare HTML, which is the limit that no styled page can pass: what counts is the median of
the pairs' ratios, since both of a pair meet the same machine. Guides are loaded whole, too, beside
the same guide under plain Material for MkDocs.
"""

from __future__ import annotations

import gzip
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
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
FIRST_PAINT = """() => new Promise(done => {
  new PerformanceObserver(list => {
    for (const entry of list.getEntriesByName("first-contentful-paint")) done(entry.startTime);
  }).observe({ type: "paint", buffered: true });
})"""
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


@dataclass(frozen=True)
class Pair:
    """Milliseconds to the first paint of a page and, right after it, of its bare HTML."""

    ours: float
    bare: float


@dataclass(frozen=True)
class Paired:
    """The heaviest page of a kind, its bytes under gzip, and each round's paints."""

    page: str
    html: int
    pairs: list[Pair]

    @property
    def ratio(self) -> float:
        """The median of how many times as long as its bare HTML the page takes to paint."""
        return statistics.median(pair.ours / pair.bare for pair in self.pairs)

    def as_json(self) -> dict[str, Any]:
        """Return the page for results.json."""
        return {"ratio": round(self.ratio, 3), **asdict(self)}


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
        with suppress(ConnectionError):  # who waits for the first paint alone leaves before the end
            self.wfile.write(body)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder; give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def _phone(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    """Give a page of a slow phone that keeps nothing from before."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    try:
        yield page, session
    finally:
        context.close()


def load_page(browser: Browser, address: str) -> Load:
    """Load one page cold on a slow phone, to the end."""
    with _phone(browser) as (page, session):
        sizes: list[float] = []
        session.on(
            "Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"])
        )
        page.goto(address, wait_until="networkidle", timeout=180_000)
        found = page.evaluate(FIGURES)
    return Load(found["paint"], found["shift"], len(sizes), int(sum(sizes)))


def first_paint(browser: Browser, address: str) -> float:
    """Return the milliseconds until a cold page shows its first words on a slow phone."""
    with _phone(browser) as (page, _):
        page.goto(address, wait_until="commit", timeout=180_000)
        return float(page.evaluate(FIRST_PAINT))


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


def _weight(page: Path) -> int:
    return len(gzip.compress(page.read_bytes(), 9))


def guides_by_size(site: Path) -> list[str]:
    """Return the addresses of the guides from the lightest to the heaviest."""
    by_size = sorted(site.glob("states/*/index.html"), key=_weight)
    return [f"states/{page.parent.name}/" for page in by_size]


def heaviest_of_each_kind(site: Path) -> list[str]:
    """Return the address of the heaviest page of each kind, in whichever language.

    Pages are of one kind if they stand in the same top folder, equally deep. Pages that only send
    on to another are left out.
    """
    languages = {page.parent.name for page in site.glob("*/states/")}
    kinds: dict[tuple[str, int], list[Path]] = defaultdict(list)
    for page in site.rglob("index.html"):
        if b'http-equiv="refresh"' in page.read_bytes():
            continue
        parts = page.relative_to(site).parent.parts
        parts = parts[1:] if parts and parts[0] in languages else parts
        kinds[parts[0] if parts else "", len(parts)].append(page)
    heaviest = (max(pages, key=_weight).parent.relative_to(site) for pages in kinds.values())
    return sorted("" if page == Path() else f"{page.as_posix()}/" for page in heaviest)


@dataclass(frozen=True)
class Found:
    """What was measured: whole loads of a few pages, and the paints of a page of each kind."""

    loads: list[Measured]
    paints: list[Paired]

    def as_json(self) -> dict[str, Any]:
        """Return the figures for results.json."""
        return {
            "loads": [page.as_json() for page in self.loads],
            "paints": [page.as_json() for page in self.paints],
        }


def measure(site: Path, plain: Path, scratch: Path, rounds: int, pairs: int) -> Found:
    """Paint a page of each kind in pairs, and load guides whole beside the plain ones, in turns."""
    guides, kinds = guides_by_size(site), heaviest_of_each_kind(site)
    compared = [guides[len(guides) // 2], guides[-1]]
    for page in kinds:
        bare(site / page / "index.html", scratch / "bare" / page)
    folders = {"ours": site, "plain": plain, "bare": scratch / "bare"}
    wanted = [(who, guide) for guide in compared for who in ("ours", "plain")]
    loads: dict[tuple[str, str], list[Load]] = {key: [] for key in wanted}
    paints: dict[str, list[Pair]] = {page: [] for page in kinds}
    chromium = find_chromium.find(whole=True)  # asks Playwright, which must not run already
    if chromium is None:
        raise FileNotFoundError(find_chromium.HELP)
    with sync_playwright() as playwright, _all_served(folders) as hosts:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=find_chromium.arguments()
        )
        for turn in range(max(rounds, pairs)):
            for page in kinds if turn < pairs else ():
                ours, bare_one = (
                    first_paint(browser, f"{hosts[who]}/{page}") for who in ("ours", "bare")
                )
                paints[page].append(Pair(ours, bare_one))
            for who, page in wanted if turn < rounds else ():
                loads[who, page].append(load_page(browser, f"{hosts[who]}/{page}"))
        browser.close()
    return Found(
        [
            Measured(f"{who}: {page}", _weight(folders[who] / page / "index.html"), found)
            for (who, page), found in loads.items()
        ],
        [
            Paired(page, _weight(site / page / "index.html"), found)
            for page, found in paints.items()
        ],
    )


@contextmanager
def _all_served(folders: dict[str, Path]) -> Iterator[dict[str, str]]:
    with (
        serving(folders["ours"]) as ours,
        serving(folders["plain"]) as plain,
        serving(folders["bare"]) as naked,
    ):
        yield {"ours": ours, "plain": plain, "bare": naked}


def table(found: Found) -> str:
    """Format the figures for a terminal; a guide's ratio is to the plain page of the same guide."""
    plain = {
        page.name.partition(": ")[2]: page.median("paint")
        for page in found.loads
        if page.name.startswith("plain")
    }
    lines = [f"{'page':<44}{'HTML':>8}{'requests':>10}{'bytes':>9}{'FCP':>9}{'ratio':>7}{'CLS':>8}"]
    for page in found.loads:
        ratio = page.median("paint") / plain[page.name.partition(": ")[2]]
        lines.append(
            f"{page.name:<44}{page.html:>8}{page.median('requests'):>10.0f}"
            f"{page.median('bytes'):>9.0f}{page.median('paint'):>6.0f} ms{ratio:>7.2f}"
            f"{page.median('shift'):>8.3f}"
        )
    lines.append(f"\n{'heaviest page of its kind':<44}{'HTML':>8}{'FCP':>9}{'bare':>9}{'ratio':>7}")
    for kind in sorted(found.paints, key=lambda kind: kind.ratio):
        ours, bare_one = (
            statistics.median(getattr(pair, who) for pair in kind.pairs) for who in ("ours", "bare")
        )
        paints = f"{ours:>6.0f} ms{bare_one:>6.0f} ms{kind.ratio:>7.2f}"
        lines.append(f"{'/' + kind.page:<44}{kind.html:>8}{paints}")
    return "\n".join(lines)
