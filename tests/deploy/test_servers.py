"""nginx and Caddy with the configuration of deploy/: headers, caching, redirects, compression."""

from __future__ import annotations

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
import pytest
import server_files

from tests.deploy.conftest import Server

PAGES = ("/", "/states/new-york/", "/compare/coverage/", "/search/")


@pytest.fixture(params=["nginx", "caddy"])
def server(request: pytest.FixtureRequest) -> Server:
    """Each server in turn."""
    found: Server = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def tables(site_dir: Path) -> server_files.Tables:
    return server_files.read(site_dir)


def embedded(site_dir: Path) -> str:
    """Return the address of something made to stand in another site's frame."""
    file = min(
        file for file in (site_dir / "embed").rglob("*.html") if file.parent != site_dir / "embed"
    )
    return "/" + file.relative_to(site_dir).as_posix()


def test_every_answer_has_every_header_of_the_table(
    server: Server, tables: server_files.Tables, site_dir: Path
) -> None:
    usual = {name.lower(): value for name, value in tables.headers["/*"].items()}
    del usual["cache-control"]  # below
    assert usual.keys() >= {
        "content-security-policy",
        "strict-transport-security",
        "x-content-type-options",
        "referrer-policy",
        "permissions-policy",
        "cross-origin-opener-policy",
        "x-frame-options",
    }
    script = next((site_dir / "assets/js").glob("*.js")).relative_to(site_dir).as_posix()
    for path in (*PAGES, "/no/such/page", "/ny", f"/{script}", "/pagefind/pagefind.js"):
        answer = server.get(path)
        assert {name: answer.headers.get(name) for name in usual} == usual, path
        assert "x-powered-by" not in answer.headers


def test_what_is_made_for_frames_may_stand_in_one(
    server: Server, tables: server_files.Tables, site_dir: Path
) -> None:
    answer = server.get(embedded(site_dir))
    assert answer.status == 200
    for path in ("/embed/*", "/api/*", "/cards/*", "/maps/*", "/feeds/*"):
        folder = site_dir / path.strip("/*")
        file = min(f for f in folder.rglob("*") if f.is_file() and f.suffix not in (".gz", ".br"))
        said = server.get("/" + file.relative_to(site_dir).as_posix()).headers
        rule = {name.lower(): value for name, value in tables.headers[path].items()}
        assert {name: said.get(name) for name in rule} == rule, path
    assert "frame-ancestors *" in answer.headers["content-security-policy"]
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "frame-ancestors *" not in server.get("/").headers["content-security-policy"]


def test_files_have_their_kinds(server: Server, site_dir: Path) -> None:
    kinds = {
        "/": "text/html; charset=utf-8",
        "/robots.txt": "text/plain; charset=utf-8",
        "/favicon.svg": "image/svg+xml",
    }
    icon = next((site_dir / "assets").glob("favicon.*.svg")).name
    kinds[f"/assets/{icon}"] = kinds.pop("/favicon.svg")
    for path, kind in kinds.items():
        assert server.get(path).headers["content-type"].lower() == kind


def test_files_named_by_their_content_are_kept_and_others_asked_for_again(
    server: Server, site_dir: Path
) -> None:
    style = next((site_dir / "assets/css").rglob("*.css")).relative_to(site_dir).as_posix()
    fragment = (
        min((site_dir / "pagefind/fragment").glob("*fragment")).relative_to(site_dir).as_posix()
    )
    for path in (style, fragment):
        answer = server.get(f"/{path}")
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    for path in (*PAGES, "/pagefind/pagefind.js", "/robots.txt"):
        answer = server.get(path)
        assert answer.headers["cache-control"] == "public, max-age=0, must-revalidate"
        again = server.get(path, **{"If-None-Match": answer.headers["etag"]})
        assert (again.status, again.body) == (304, b"")


def test_compressed_files_are_sent_to_clients_that_accept_them(
    server: Server, site_dir: Path
) -> None:
    for path in PAGES:
        plain = (site_dir / path.strip("/") / "index.html").read_bytes()
        assert server.get(path).body == plain
        packed = server.get(path, **{"Accept-Encoding": "gzip"})
        assert packed.headers["content-encoding"] == "gzip"
        assert "accept-encoding" in packed.headers["vary"].lower()
        assert gzip.decompress(packed.body) == plain
        assert len(packed.body) < len(plain) / 2


def test_caddy_sends_brotli(caddy: Server, site_dir: Path) -> None:
    """Debian's nginx-light has no Brotli; there gzip serves. See deploy/nginx."""
    packed = caddy.get("/", **{"Accept-Encoding": "br, gzip"})
    assert packed.headers["content-encoding"] == "br"
    assert brotli.decompress(packed.body) == (site_dir / "index.html").read_bytes()


def test_a_missing_address_gets_the_sites_own_page(server: Server, site_dir: Path) -> None:
    for path in ("/no/such/page", "/no-such.js", "/_headers", "/_redirects", "/_headers.gz"):
        answer = server.get(path)
        assert answer.status == 404, path
        assert answer.body == (site_dir / "404.html").read_bytes()


def test_short_addresses_lead_to_the_guide(server: Server, tables: server_files.Tables) -> None:
    assert len(tables.redirects) > 200
    for here in ("/ny", "/NY", "/ny/", "/US/"):
        answer = server.get(here)
        assert answer.status == 301, here
        assert answer.headers["location"] == tables.redirects[here]
    for there in set(tables.redirects.values()):
        assert server.get(there.partition("#")[0]).status == 200


def test_an_address_without_its_slash_leads_to_the_page(server: Server) -> None:
    answer = server.get("/states/new-york")
    assert answer.status in (301, 308)
    assert answer.headers["location"] == "/states/new-york/"


def test_nothing_outside_the_site_is_sent(server: Server) -> None:
    for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/states/..%2f..%2fetc/passwd"):
        answer = server.get(path)
        assert answer.status in (400, 404), path
        assert b"root:" not in answer.body


CLIENTS, REQUESTS = 200, 15


def test_two_hundred_people_at_once(nginx: Server, site_dir: Path) -> None:
    """Each asks for 15 pages on one connection; nobody gets an error or half a page."""
    paths = sorted(
        f"/{file.parent.relative_to(site_dir).as_posix()}/"
        for file in (site_dir / "states").rglob("index.html")
    )
    sizes = {path: (site_dir / path.strip("/") / "index.html").stat().st_size for path in paths}

    async def client(number: int) -> int:
        reader, writer = await asyncio.open_connection("127.0.0.1", nginx.port)
        for turn in range(REQUESTS):
            path = paths[(number * REQUESTS + turn) % len(paths)]
            writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            head = await reader.readuntil(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.1 200 "), head
            assert f"\r\nContent-Length: {sizes[path]}\r\n".encode() in head
            await reader.readexactly(sizes[path])
        writer.close()
        await writer.wait_closed()
        return REQUESTS

    async def all_clients() -> list[int]:
        return await asyncio.gather(*map(client, range(CLIENTS)))

    # In a thread of its own: a browser of an earlier test has an event loop in this one.
    with ThreadPoolExecutor(1) as pool:
        answered = pool.submit(lambda: asyncio.run(all_clients())).result()
    assert sum(answered) == CLIENTS * REQUESTS


def test_a_table_that_is_not_understood_stops_the_tool(tmp_path: Path) -> None:
    (tmp_path / "_redirects").write_text("/ny /states/new-york/ 301\n")
    for line in ('/*\n  X: a"b\n', "  X: y\n", "/*\n  X\n", "/*.js\n  X: y\n"):
        (tmp_path / "_headers").write_text(line)
        with pytest.raises(ValueError, match="is not understood"):
            server_files.read(tmp_path)
    (tmp_path / "_headers").write_text("/*\n  X: y\n")
    (tmp_path / "_redirects").write_text("/ny /states/new-york/ 302\n")
    with pytest.raises(ValueError, match="is not understood"):
        server_files.read(tmp_path)
