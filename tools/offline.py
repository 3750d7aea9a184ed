"""Make copies of the site that work from a folder or a USB stick, without a server: one a language.

A browser that opens a file does not look for index.html in a folder, so every link names it, and so
does every address from which a script makes a link. A link to the site's own address (frames for
other sites have them) leads into the copy. To a page's policy a file does not count as
"self", so the policy allows files.

The copy in another language than English has the pages below its address, with its home page in the
first folder, and of the rest what these load or offer. What a copy has not, its links lead to on
the web: the pages in other languages.

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
from pathlib import Path
from typing import Any

from record_relief.pages import directory, place_parts
from record_relief.pages.assets import as_script

# The time in every entry: a ZIP begins its calendar in 1980.
_WHEN = (1980, 1, 1, 0, 0, 0)
# What only a server needs, and the search in all texts: a page may not fetch it from a file.
_LEFT_OUT = re.compile(r"\.(gz|br)$|^_|^pagefind/|^(sitemap\.xml|robots\.txt|404\.html)$")
_LINK = re.compile(r"""(?<=[ \n])(href|value|src|data-directory)=("[^"]*"|[^\s">]+)""")
_REFRESH = re.compile(r'(<meta http-equiv="?refresh"? content="0; url=)([^"]*)(")')
_POLICY = re.compile(r'(<meta http-equiv="?Content-Security-Policy"? content=")([^"]*)(")')
_CANONICAL = re.compile(r'<link rel="?canonical"? href="?([^\s">]+)')
_ALTERNATE = re.compile(r'<link rel="?alternate"? hreflang="?([\w-]+)"? href="?([^\s">]+)')
_ANCHOR = re.compile(r'<a [^>]*?(?<=\s)href="[^"]*"')
_NOT_RELATIVE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")
# What stands in frames, which one page of the English site shows in every language.
_FRAMED = "embed/"
# Pages have the name of a folder; other files are taken along where a page needs them.
_PAGE = "index.html"


class Copy:
    """The copy of a built site in one language; `code` is nothing for English."""

    def __init__(self, site: Path, code: str = "") -> None:
        prefixes = languages(site)
        home = _CANONICAL.search((site / _PAGE).read_text(encoding="utf-8"))
        self._own = home[1] if home else ""
        self._site = site
        self._prefix = prefixes.pop(code) if code else ""
        self._others = tuple(prefixes.values())
        self._shared: set[str] = set()

    def files(self) -> dict[str, bytes]:
        """Return the files of the copy by their path in it."""
        names = [
            file.relative_to(self._site).as_posix()
            for file in sorted(self._site.rglob("*"))
            if file.is_file()
        ]
        first = [name for name in names if name.startswith(self._prefix)]
        found = {to: self._moved(name) for name in first if (to := self._place(name))}
        if self._prefix:
            for name in sorted(self._shared):
                found[name] = self._moved(name)
        return dict(sorted(found.items()))

    def _place(self, name: str) -> str | None:
        """Return where a file of the site stands in the copy; None where it is not in it."""
        if _LEFT_OUT.search(name):
            return None
        other = next((one for one in self._others if name.startswith(one)), None)
        if other is not None:
            framed = not self._prefix and name.startswith(other + _FRAMED)
            return name if framed else None
        if not self._prefix:
            return name
        if name.startswith(self._prefix):
            return name.removeprefix(self._prefix)
        taken = (self._site / self._prefix / name).exists()
        if taken or name.endswith(_PAGE) or not (self._site / name).is_file():
            return None
        self._shared.add(name)
        return name

    def _moved(self, name: str) -> bytes:
        content = (self._site / name).read_bytes()
        if name.endswith(".html"):
            return self.page(content.decode("utf-8"), name).encode("utf-8")
        if move := _script(name):
            return move(self, content.decode("utf-8")).encode("utf-8")
        return content

    def page(self, html: str, name: str) -> str:
        """Return a page, or a part of the one at `name`, with links to files of the copy."""

        def moved(found: re.Match[str]) -> str:
            told = unescape(found[2].strip('"'))
            if found[1] == "value" and not told.endswith(("/", ".html")):
                return found[0]
            return f'{found[1]}="{escape(self.link(told, name))}"'

        if self._own:
            up = posixpath.relpath(".", posixpath.dirname(name) or ".")
            html = _ANCHOR.sub(
                lambda found: found[0].replace(f'href="{self._own}', f'href="{up}/'), html
            )
        html = _LINK.sub(moved, html)
        html = _REFRESH.sub(lambda found: found[1] + self.link(found[2], name) + found[3], html)
        return _POLICY.sub(
            lambda found: found[1] + re.sub(r"'self'|&#39;self&#39;", "file:", found[2]) + found[3],
            html,
        )

    def link(self, address: str, name: str) -> str:
        """Return a link of the page at `name` as it leads in the copy, or out of it to the web."""
        path, mark, anchor = address.partition("#")
        if not path or _NOT_RELATIVE.match(path):
            return address
        folder = path.endswith("/") or posixpath.basename(path) in ("..", ".")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
        file = posixpath.normpath(posixpath.join(target, _PAGE)) if folder else target
        to = self._place(file)
        if to is None:
            return self._own + file.removesuffix(_PAGE) + mark + anchor if self._own else address
        found = posixpath.relpath(to, posixpath.dirname(self._home(name)) or ".")
        # A script that puts links into pages of other folders knows by the dot that it must.
        up = "./" if path.startswith(".") and not found.startswith(".") else ""
        return up + found + mark + anchor

    def _home(self, name: str) -> str:
        return name.removeprefix(self._prefix)

    def directory(self, script: str) -> str:
        """Return what search finds (record_relief.pages.directory) with the files it leads to."""
        rows = _value(script, directory.VARIABLE)
        home = self._prefix + _PAGE
        moved = [[title, self.link(url or "./", home), *rest] for title, url, *rest in rows]
        return as_script(directory.VARIABLE, moved)

    def parts(self, script: str) -> str:
        """Return what the questions know (record_relief.pages.place_parts) with links to files."""
        parts = place_parts.read(script)
        page = self._prefix + place_parts.PAGE + _PAGE
        return place_parts.script({one: self.page(parts[one], page) for one in parts})


def _value(script: str, variable: str) -> Any:
    begin, value = script.split("=", 1)
    if begin != f"var {variable}":
        raise ValueError(f"a script that should define {variable} begins with {begin!r}")
    return json.loads(value.rstrip().removesuffix(";"))


# The scripts from which others make links, and how each leads to files.
_SCRIPTS = {directory.SCRIPT: Copy.directory, place_parts.SCRIPT: Copy.parts}


def _script(name: str) -> Callable[[Copy, str], str] | None:
    """Return how a script that holds addresses is moved; None for any other file."""
    for plain, move in _SCRIPTS.items():
        # The language's code and the hash of the content stand before the ending.
        if re.fullmatch(re.escape(plain).replace(r"\.js", r"(\.\w+)*\.js"), name):
            return move
    return None


def languages(site: Path) -> dict[str, str]:
    """Return the other languages whose home page a built site has: code and first folder."""
    html = (site / _PAGE).read_text(encoding="utf-8")
    home = _CANONICAL.search(html)
    own = home[1] if home else ""
    found = {code: address.removeprefix(own) for code, address in _ALTERNATE.findall(html)}
    return {code: prefix for code, prefix in found.items() if prefix}


def offline_files(site: Path, code: str = "") -> dict[str, bytes]:
    """Return the files of the copy in a language by path; in English without a `code`."""
    return Copy(site, code).files()


def _pack(to: Path, folder: str, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in files.items():
            entry = zipfile.ZipInfo(f"{folder}/{name}", _WHEN)
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED)


def main() -> int:
    """Command line: write the ZIPs; the name of a language's ends in its code."""
    parser = argparse.ArgumentParser(description="Make copies that work from a folder.")
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument("--to", type=Path, default=Path("record-relief-offline.zip"))
    options = parser.parse_args()
    for code in ("", *languages(options.site)):
        end = f"-{code}" * bool(code)
        to = options.to.with_stem(options.to.stem + end)
        _pack(to, f"record-relief{end}", offline_files(options.site, code))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
