"""The index over the text of all pages, made by Pagefind: a query fetches only what it needs.

Each language is indexed by itself, which bounds the memory that it takes; and its index is kept
until a text in it changes.
"""

from __future__ import annotations

import errno
import gzip
import hashlib
import json
import marshal
import os
import re
import subprocess
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from pagefind_bin import get_executable

from .artifacts import libraries
from .cache import Cache

FOLDER = "pagefind"
_ENTRY = "pagefind-entry.json"
# Its own search pages, its highlighter and its engine for other languages: no page uses them.
_UNUSED = (
    "pagefind-ui",
    "pagefind-modular-ui",
    "pagefind-component-ui",
    "pagefind-highlight",
    "wasm.unknown",
)
# Lists that say little of their page: what was read for it, the same forms on many, and in a form
# what each law adds, which the pages of places say, too.
_PASSED_OVER = ".sources, .texts, .form-cards, #by-place [data-state]"
# What Pagefind reads of a page.
_LANGUAGE = re.compile(r'<html[^>]* lang="([^"]+)"')
_TEXT = re.compile(r"<main[^>]* data-pagefind-body.*</main>", re.DOTALL)


def index(site: Path, cache: Cache) -> set[str]:
    """Index the built site into `site/pagefind/`; return the addresses of the index's files.

    Only pages with `data-pagefind-body` are indexed. Raises OSError where Pagefind fails or, which
    it keeps to itself, where the disk is full.
    """
    languages: dict[str, dict[str, str]] = {}
    made = set()
    for code, texts in sorted(_texts(site).items()):
        for name, content in _of_language(code, texts, site, cache).items():
            if name == _ENTRY:
                entry = json.loads(content)
                languages |= entry["languages"]
                content = json.dumps({**entry, "languages": languages}).encode()
            target = site / FOLDER / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            made.add(f"{FOLDER}/{name}")
    return made


def _texts(site: Path) -> dict[str, dict[str, str]]:
    """Return what is indexed of each page by its path, by language."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for page in sorted(map(str, site.rglob("*.html"))):
        html = Path(page).read_text(encoding="utf-8")
        text, language = _TEXT.search(html), _LANGUAGE.search(html)
        if text and language:
            name = Path(page).relative_to(site).as_posix()
            found[language[1]][name] = f'<html lang="{language[1]}">{text[0]}</html>'
    return found


def _of_language(code: str, texts: Mapping[str, str], site: Path, cache: Cache) -> dict[str, bytes]:
    """Return the files of the index of pages in one language."""
    digest = hashlib.sha256(libraries() + f"{code} {_PASSED_OVER}".encode())
    for name, text in texts.items():
        digest.update(f"{name} {len(text)};{text}".encode())
    key = digest.hexdigest()
    if (kept := cache.get(key)) is not None:
        found: dict[str, bytes] = marshal.loads(kept)
        return found
    made = _indexed(texts, site)
    cache.put(key, marshal.dumps(made))
    return made


def _indexed(texts: Mapping[str, str], beside: Path) -> dict[str, bytes]:
    """Return what Pagefind makes of pages in one language, with a folder of its own in `beside`.

    It runs as a program of its own that ends by itself: its service for Python is ended before the
    last files are whole.
    """
    with tempfile.TemporaryDirectory(prefix=".index-", dir=beside) as folder:
        site, target = Path(folder, "site"), Path(folder, "index")
        for name, text in texts.items():
            page = site / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
        command = [get_executable(), "--exclude-selectors", _PASSED_OVER]
        done = subprocess.run(
            [*command, "--site", str(site), "--output-path", str(target)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            said = (done.stderr or done.stdout).strip().splitlines()[-1:]
            raise OSError(f"Pagefind could not write the search index: {' '.join(said)}")
        made = {}
        for file in sorted(target.rglob("*")):
            if file.is_file() and not file.name.startswith(_UNUSED):
                made[file.relative_to(target).as_posix()] = content = file.read_bytes()
                if not _whole(content):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))
        return made


def _whole(content: bytes) -> bool:
    """Return whether a file of the index is complete; most of them are gzip."""
    if not content.startswith(b"\x1f\x8b"):
        return content.endswith((b"}", b";", b"\n"))
    try:
        gzip.decompress(content)
    except (EOFError, OSError, zlib.error):
        return False
    return True
