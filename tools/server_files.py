"""Write what nginx and Caddy need from the built site: headers, caching and redirects.

`_headers` and `_redirects` in `site/` are the one table of each, made by the build. This turns them
into the servers' own words (deploy/generated/), so that no server can say anything else.

    python tools/server_files.py --site site --to deploy/generated
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# What hosts that read `_headers` send by themselves: ask again, fetch only what changed.
DEFAULTS = {"Cache-Control": "public, max-age=0, must-revalidate"}


@dataclass(frozen=True)
class Tables:
    """The headers by path (as in `_headers`), and the redirects in pairs."""

    headers: Mapping[str, Mapping[str, str]]
    redirects: Mapping[str, str]


def read(site: Path) -> Tables:
    """Read the tables of a built site. Raises ValueError for a line that is not understood."""
    headers: dict[str, dict[str, str]] = {}
    path = ""
    for line in (site / "_headers").read_text(encoding="ascii").splitlines():
        if line.startswith("/"):
            path = line
            headers[path] = {}
            if not re.fullmatch(r"(/[a-z0-9-]+)*/\*", path):
                raise ValueError(f"_headers: the path {path} is not understood")
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            if not path or not value or '"' in value or "\\" in value or "$" in value:
                raise ValueError(f"_headers: the line {line!r} is not understood")
            headers[path][name] = value
    headers["/*"] = {**DEFAULTS, **headers.get("/*", {})}
    redirects = {}
    for line in (site / "_redirects").read_text(encoding="ascii").splitlines():
        here, there, status = line.split()
        if status != "301" or not re.fullmatch(r"(/[a-z]+)?/[A-Za-z]+(/[a-z-]+)*/?", here):
            raise ValueError(f"_redirects: the line {line!r} is not understood")
        redirects[here] = there
    return Tables(headers, redirects)


def nginx_maps(tables: Tables) -> Iterator[str]:
    """Yield the lines for nginx's `http`: what a header says at an address. Nothing is not sent."""
    usual, exceptions = _split(tables)
    for name in _varying(tables):
        yield f"map $uri ${_variable(name)} {{"
        yield f'    default "{usual.get(name, "")}";'
        for path, rule in exceptions.items():
            if name in rule:
                yield f'    ~^{path[:-1]} "{rule[name]}";'
        yield "}"
    yield "map $uri $record_relief_moved {"
    yield '    default "";'
    # To nginx, NY is ny.
    for here, there in {here.lower(): there for here, there in tables.redirects.items()}.items():
        yield f"    {here} {there};"
    yield "}"


def nginx_headers(tables: Tables) -> Iterator[str]:
    """Yield the lines for nginx's `server`."""
    usual, _ = _split(tables)
    for name in _varying(tables):
        yield f"add_header {name} ${_variable(name)} always;"
    for name, value in usual.items():
        if name not in _varying(tables):
            yield f'add_header {name} "{value}" always;'


def caddy(tables: Tables) -> Iterator[str]:
    """Yield the lines for a site of a Caddyfile; no two of them speak of one header at once."""
    usual, exceptions = _split(tables)
    varying = _varying(tables)
    yield from _caddy_header("", {n: v for n, v in usual.items() if n not in varying})
    yield f"@usual not path {' '.join(exceptions)}"
    yield from _caddy_header("@usual ", {n: v for n, v in usual.items() if n in varying})
    for number, (path, rule) in enumerate(exceptions.items()):
        yield f"@exception{number} path {path}"
        missing = {name: usual[name] for name in varying if name in usual}
        yield from _caddy_header(f"@exception{number} ", {**missing, **rule})


def _caddy_header(matcher: str, headers: Mapping[str, str]) -> Iterator[str]:
    yield f"header {matcher}{{"
    for name, value in headers.items():
        yield f'\t{name} "{value}"'
    yield "}"


def _split(tables: Tables) -> tuple[Mapping[str, str], dict[str, Mapping[str, str]]]:
    return tables.headers["/*"], {p: rule for p, rule in tables.headers.items() if p != "/*"}


def _varying(tables: Tables) -> list[str]:
    """Return the headers that are not the same everywhere, in the order of the table."""
    return list(dict.fromkeys(name for rule in _split(tables)[1].values() for name in rule))


def _variable(name: str) -> str:
    return "record_relief_" + name.lower().replace("-", "_")


def caddy_redirects(tables: Tables) -> Iterator[str]:
    """Yield the redirects for a site of a Caddyfile."""
    for here, there in tables.redirects.items():
        yield f"redir {here} {there} 301"


FILES = {
    "nginx-maps.conf": nginx_maps,
    "nginx-headers.conf": nginx_headers,
    "headers.caddy": caddy,
    "redirects.caddy": caddy_redirects,
}


def main() -> int:
    """Command line: write the files."""
    parser = argparse.ArgumentParser(description="Write what nginx and Caddy need from the site.")
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument("--to", type=Path, default=Path("deploy/generated"))
    options = parser.parse_args()
    tables = read(options.site)
    options.to.mkdir(parents=True, exist_ok=True)
    for name, lines in FILES.items():
        text = "".join(f"{line}\n" for line in ("# Made by tools/server_files.py.", *lines(tables)))
        (options.to / name).write_text(text, encoding="ascii")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
