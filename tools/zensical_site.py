"""Build the site with Zensical, without MkDocs: a second adapter, which proves that one is enough.

Zensical calls no hooks while it builds. So each page goes to it finished: as the template that the
front matter of an otherwise empty Markdown file names.

    python tools/zensical_site.py FOLDER    # the site is in FOLDER/site
"""

from __future__ import annotations

import argparse
import json
import posixpath
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import markdown
import yaml
from markdown.treeprocessors import Treeprocessor
from record_relief.build.project import WholeSite
from record_relief.files import artifacts, compress, search
from record_relief.files.cache import Cache
from record_relief.pages.assets import FOLDER, with_unix_lines
from record_relief.pages.links import relative
from record_relief.source import settings
from record_relief.source.written import url_of

ROOT = Path(__file__).resolve().parents[1]
# What MkDocs adds to the extensions that mkdocs.yml names.
_ALWAYS = ("toc", "tables", "fenced_code")
# Its theme's files, which no page uses.
_UNUSED = ("assets/images", "assets/javascripts", "assets/stylesheets")
_SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{%- for page in pages if page.meta.listed %}
  <url><loc>{{ page.canonical_url }}</loc><lastmod>{{ page.meta.checked }}</lastmod></url>
{%- endfor %}
</urlset>
"""


def build(folder: Path) -> Path:
    """Build the project's site in an empty folder; return where it is."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    exit_url = settings.exit_address(config["extra"]["exit_url"], config["site_url"])
    ours = WholeSite(ROOT, ROOT / "overrides", config["site_url"], exit_url)
    for name, content in files(ours, config):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    subprocess.run([sys.executable, "-m", "zensical", "build", "--strict"], cwd=folder, check=True)
    site = folder / "site"
    (site / "search.json").unlink()
    for name in _UNUSED:
        shutil.rmtree(site / name)
    kept = Cache()
    search.index(site, kept)
    work = artifacts.Work(site, kept)
    work.add(ours.artifacts())
    work.add(ours.after_pages())
    work.wait()
    work.add(compress.artifacts(site))
    work.wait()
    work.close()
    kept.end()
    return site


def files(ours: WholeSite, config: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Yield what Zensical builds from, by path: assets, pages, templates and its configuration."""
    plain = {name: content for name, content in _docs(config) if name.startswith(FOLDER)}
    for name, content in (plain | ours.all_assets()).items():
        yield f"docs/{ours.assets.add(name, content)}", content
    sources = list(ours.all_sources())
    for source in sources:
        ours.body_of(source, _html(ours, source, config))
    nav = [(title, url_of(source)) for entry in config["nav"] for title, source in entry.items()]
    missing = ours.not_found(urlsplit(config["site_url"]).path, nav)
    for source in sources:
        document = ours.document_of(source, nav, config["site_url"] + url_of(source))
        template = f"pages/{source}.html"
        front = {"template": template, "listed": True, **ours.meta_of(source)}
        yield f"docs/{source}", f"---\n{json.dumps(front)}\n---\n".encode()
        yield f"theme/{template}", _finished(document)
    yield "theme/404.html", _finished(missing)
    yield "theme/sitemap.xml", _SITEMAP.encode()
    kept = {name: config[name] for name in ("site_name", "site_url", "use_directory_urls")}
    yield "mkdocs.yml", json.dumps({**kept, "theme": {"custom_dir": "theme"}}).encode()


def _finished(document: str) -> bytes:
    """Return a template that is nothing but text."""
    return f"{{% raw %}}{document}{{% endraw %}}".encode()


def _docs(config: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    for file in sorted((ROOT / "docs").rglob("*")):
        name = file.relative_to(ROOT / "docs").as_posix()
        if file.is_file() and name not in config["exclude_docs"].split():
            yield name, with_unix_lines(file.read_bytes())


def _html(ours: WholeSite, source: str, config: dict[str, Any]) -> str:
    """Return what a page's Markdown, read as mkdocs.yml says, becomes; nothing without any."""
    text = ours.markdown_of(source, repo_url=config.get("repo_url"))
    if not text:
        return ""
    named = [one if isinstance(one, dict) else {one: {}} for one in config["markdown_extensions"]]
    options = {name: given for one in named for name, given in one.items()}
    extensions = [ours.prose, *dict.fromkeys((*_ALWAYS, *options))]
    reader = markdown.Markdown(extensions=extensions, extension_configs=options)
    reader.treeprocessors.register(_Links(source), "links", 0)
    return str(reader.convert(text))


class _Links(Treeprocessor):  # type: ignore[misc]  # Markdown has no types
    """Lets a link to a Markdown file lead to its page, as MkDocs does."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self._source = source

    def run(self, root: Element) -> None:
        """Change the links of a page."""
        for link in root.iter("a"):
            parts = urlsplit(link.get("href", ""))
            if parts.path.endswith(".md") and not parts.netloc:
                source = posixpath.join(posixpath.dirname(self._source), parts.path)
                target = relative(url_of(posixpath.normpath(source)), url_of(self._source))
                link.set("href", parts._replace(path=target).geturl())


def main() -> int:
    """Command line: build the site."""
    parser = argparse.ArgumentParser(description="Build the site with Zensical.")
    parser.add_argument("folder", type=Path)
    print(f"The site is in {build(parser.parse_args().folder)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
