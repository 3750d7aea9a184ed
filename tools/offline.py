"""Make a copy of the site that works from a folder or a USB stick, without a server.

A browser that opens a file does not look for index.html in a folder, so every link names it, and so
does every address from which a script makes a link. A link to the site's own address (frames for
other sites have them) leads into the copy. To a page's policy a file does not count as
"self", so the policy allows files.

    python tools/offline.py --site site --to record-relief-offline.zip
"""

from __future__ import annotations

import argparse
import json
import posixpath
import re
import zipfile
from collections.abc import Callable
from html import escape, unescape
from pathlib import Path, PurePosixPath
from typing import Any

from record_relief.pages import directory, place_parts
from record_relief.pages.assets import as_script

# The time in every entry: a ZIP begins its calendar in 1980.
_WHEN = (1980, 1, 1, 0, 0, 0)
# What only a server needs, and the search in all texts: a page may not fetch it from a file.
_LEFT_OUT = re.compile(r"\.(gz|br)$|^_|^pagefind/|^(sitemap\.xml|robots\.txt|404\.html)$")
_LINK = re.compile(r"""(?<=[ \n])(href|value|src)=("[^"]*"|[^\s">]+)""")
_REFRESH = re.compile(r'(<meta http-equiv="?refresh"? content="0; url=)([^"]*)(")')
_POLICY = re.compile(r'(<meta http-equiv="?Content-Security-Policy"? content=")([^"]*)(")')
_CANONICAL = re.compile(r'<link rel="?canonical"? href="?([^\s">]+)')
_ANCHOR = re.compile(r'<a [^>]*?(?<=\s)href="[^"]*"')


def offline_page(html: str, name: str = "", own: str = "") -> str:
    """Return a page with links to files instead of folders.

    `name` is the path of the page's file; links to `own`, the address of the site, become relative.
    """

    def link(found: re.Match[str]) -> str:
        address = offline_link(unescape(found[2].strip('"')))
        return f'{found[1]}="{escape(address)}"'

    if own:
        up = posixpath.relpath(".", posixpath.dirname(name) or ".")
        html = _ANCHOR.sub(lambda found: found[0].replace(f'href="{own}', f'href="{up}/'), html)
    html = _LINK.sub(link, html)
    html = _REFRESH.sub(lambda found: found[1] + offline_link(found[2]) + found[3], html)
    return _POLICY.sub(
        lambda found: found[1] + re.sub(r"'self'|&#39;self&#39;", "file:", found[2]) + found[3],
        html,
    )


def offline_directory(script: str) -> str:
    """Return what search finds (record_relief.pages.directory) with the files it leads to."""
    rows = _value(script, directory.VARIABLE)
    moved = [[title, offline_link(url or "./"), *rest] for title, url, *rest in rows]
    return as_script(directory.VARIABLE, moved)


def offline_parts(script: str) -> str:
    """Return what the questions know (record_relief.pages.place_parts) with links to files."""
    parts = _value(script, place_parts.VARIABLE)
    return as_script(place_parts.VARIABLE, {code: offline_page(parts[code]) for code in parts})


def _value(script: str, variable: str) -> Any:
    begin, value = script.split("=", 1)
    if begin != f"var {variable}":
        raise ValueError(f"a script that should define {variable} begins with {begin!r}")
    return json.loads(value.rstrip().removesuffix(";"))


# The scripts from which others make links, and how each leads to files.
_SCRIPTS = {directory.SCRIPT: offline_directory, place_parts.SCRIPT: offline_parts}


def _offline_script(name: str) -> Callable[[str], str] | None:
    """Return how a script that holds addresses is moved; None for any other file."""
    for plain, move in _SCRIPTS.items():
        if re.fullmatch(re.escape(plain).replace(r"\.js", r"(\.\w+)?\.js"), name):
            return move
    return None


def offline_link(address: str) -> str:
    """Return a relative address that ends in a folder with the name of the folder's page."""
    path, mark, anchor = address.partition("#")
    relative = not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|/", path)
    if relative and (path.endswith("/") or (PurePosixPath(path).name in ("..", ".") and path)):
        path = path.rstrip("/") + "/index.html"
    return path + mark + anchor


def offline_files(site: Path) -> dict[str, bytes]:
    """Return the files of the copy by path."""
    found = {}
    home = _CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    own = home[1] if home else ""
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if not file.is_file() or _LEFT_OUT.search(name):
            continue
        content = file.read_bytes()
        if name.endswith(".html"):
            content = offline_page(content.decode("utf-8"), name, own).encode("utf-8")
        elif move := _offline_script(name):
            content = move(content.decode("utf-8")).encode("utf-8")
        found[name] = content
    return found


def main() -> int:
    """Command line: write the ZIP."""
    parser = argparse.ArgumentParser(description="Make a copy that works from a folder.")
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument("--to", type=Path, default=Path("record-relief-offline.zip"))
    options = parser.parse_args()
    with zipfile.ZipFile(options.to, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in offline_files(options.site).items():
            entry = zipfile.ZipInfo(f"record-relief/{name}", _WHEN)
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
