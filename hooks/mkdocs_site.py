"""One build: the project's data turned into pages, in MkDocs' terms.

A build goes into a directory beside `site/` and takes its place when it is whole, so that the last
good site stays where it was if anything fails.
"""

from __future__ import annotations

import gc
import json
import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from record_relief.build import kept, publish
from record_relief.build.load import DEFAULT
from record_relief.build.project import WholeSite
from record_relief.files import artifacts, compress, search
from record_relief.files.artifacts import digest
from record_relief.files.cache import Cache, Pack
from record_relief.pages import prose
from record_relief.pages.assets import FOLDER, with_unix_lines
from record_relief.source import settings

log = logging.getLogger("mkdocs.hooks.record_relief")

_QUICK = 40  # files to compress at once
_SELDOM = 10_000  # new objects between two collections: more would hold hundreds of pages


class Generated(Page):
    """A page without Markdown."""

    def __init__(self, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Leave the body to `Site.body`; MkDocs would set up Markdown for nothing."""
        self.content = ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()


class Site(WholeSite):
    """The pages of one build, and how MkDocs gets them.

    `preview` leaves out the policies, which would forbid the script that reloads a page. Raises
    DataError where the data is wrong and OSError where a file can't be read.
    """

    def __init__(
        self, config: MkDocsConfig, *, preview: bool = False, cache: Cache | None = None
    ) -> None:
        root = Path(config.config_file_path).parent
        self._cache = cache
        self._converting = ""
        self._rests_on = ""
        super().__init__(
            root,
            Path(config.theme.custom_dir or root / "overrides"),
            str(config.site_url or ""),
            _exit_address(config),
            policies=not preview,
            cache=cache,
        )
        for remark in self.content.remarks:
            log.info(remark.render(DEFAULT.as_posix()))

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the generated pages and style sheets; name what pages load by its content.

        The theme's own styles and scripts, which no page uses, are left out.
        """
        kept = Files([file for file in files if file.src_dir == config.docs_dir])
        for name, content in self.all_assets().items():
            kept.append(File.generated(config, name, content=content))
        for file in kept:
            if file.src_uri.startswith(FOLDER) and file.inclusion is not InclusionLevel.EXCLUDED:
                file.content_bytes = with_unix_lines(file.content_bytes)
                file.dest_uri = self.assets.add(file.src_uri, file.content_bytes)
        for source in self.all_sources():
            if source not in self.written:  # which docs/ has
                kept.append(File.generated(config, source, content=""))
        return kept

    def without_markdown(self, files: Files, nav: Navigation, config: MkDocsConfig) -> None:
        """Take Markdown away from generated pages, but for the few that have names in the menu."""
        named = {id(page) for page in nav.pages}
        for file in files.documentation_pages():
            if file.page and id(file.page) not in named:
                project, source = self.of(file.src_uri)
                if source in project.generated:
                    Generated(file, config)

    def markdown(self, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Return a hand-written page with its facts; give each its title.

        Nothing, if an earlier build made HTML of the same: `body` takes that.
        """
        source = page.file.src_uri
        self._converting = ""
        page.meta.update(self.meta_of(source))
        filled = self.markdown_of(source, repo_url=config.repo_url)
        if not filled or self._cache is None:
            return filled
        if not self._rests_on:  # the same for every page
            extensions = [str(name) for name in config.markdown_extensions if isinstance(name, str)]
            settings = json.dumps(config.mdx_configs, default=str, sort_keys=True)
            leads_to = sorted(file.src_uri for file in files)
            self._rests_on = digest(extensions, settings, leads_to)
        key = digest(source, filled, self.terms_of(source), self._rests_on)
        self._converting = key
        return "" if prose.kept.get(key) else filled

    def body(self, html: str, page: Page, files: Files) -> str:
        """Return a page's body: that of a generated one, or the HTML of its Markdown."""
        key, self._converting = self._converting, ""
        if key:
            html = _converted(key, html, page, files)
        return self.body_of(page.file.src_uri, html)

    def document(self, page: Page, nav: Navigation) -> str:
        """Return the whole page around the body; MkDocs' template only prints it."""
        return self.document_of(page.file.src_uri, _links(nav), page.canonical_url)

    def missing(self, base_url: str, nav: Navigation) -> str:
        """Return the 404 page, whose links must work from any depth."""
        return self.not_found(base_url, _links(nav))


def _converted(key: str, html: str, page: Page, files: Files) -> str:
    """Return what Markdown made of a page, in an earlier build or now; let MkDocs check its links.

    `html` is what it made now.
    """
    if known := prose.kept.get(key):
        page.present_anchor_ids = set(known.anchors)
        page.links_to_anchors = {
            file: dict(anchors)
            for source, anchors in known.leads_to.items()
            if (file := files.get_file_from_path(source))
        }
    else:
        leads_to = {
            file.src_uri: dict(anchors) for file, anchors in (page.links_to_anchors or {}).items()
        }
        known = prose.Converted(html, frozenset(page.present_anchor_ids or ()), leads_to)
    prose.kept.put(key, known)
    return known.html


def begin(config: MkDocsConfig) -> tuple[Site, Build]:
    """Read the project for a build; raises what `Site` and `Build` raise."""
    # What is made stays to the end, and the process ends soon: there is little to collect.
    gc.set_threshold(_SELDOM)
    cache = Cache()
    kept.restore(cache)
    site = Site(config, cache=cache)
    gc.freeze()
    return site, Build(site, Path(config.site_dir), cache)


def _links(nav: Navigation) -> list[tuple[str, str]]:
    return [(item.title or "", item.url) for item in nav.pages]


def _exit_address(config: MkDocsConfig) -> str:
    try:
        return settings.exit_address(config.extra.get("exit_url"), str(config.site_url or ""))
    except ValueError as error:
        name = Path(config.config_file_path).name
        raise Abort(f"{name}: extra.exit_url: {error}") from error


class Build:
    """A site on its way to the disk: everything goes into `staged` and from there to `target`."""

    def __init__(self, site: Site, target: Path, cache: Cache) -> None:
        self.site = site
        self.target = target
        self.staged = publish.stage(target)
        self.warnings = _Warnings(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self.warnings)
        self._cache = cache
        self._taken: set[str] = set()
        self._work: artifacts.Work | None = None
        self._compressing: artifacts.Work | None = None

    def begin(self, files: Files, config: MkDocsConfig) -> None:
        """Begin to make what stands beside the pages, while MkDocs makes these."""
        # MkDocs makes the theme's static templates by itself: the 404 page, the sitemap.
        self._taken |= {*(file.dest_uri for file in files), *config.theme.static_templates}
        self._work = artifacts.Work(self.staged, self._cache, self._taken)
        self._work.add(self.site.grouped_artifacts())

    def finish(self) -> None:
        """Write what is not written yet, index the pages, and put the site in place."""
        work = self._work
        if work is None:
            raise RuntimeError("MkDocs called an event before on_files")
        # The workers that typeset hold the most by now: they end before Pagefind begins.
        work.wait()
        packed = Pack(self._cache, f"compressed {[one.prefix for one in self.site.projects]}")
        quick = self._compressing = artifacts.Work(self.staged, packed, self._taken)
        quick.add(compress.artifacts(self.staged), together=_QUICK)
        indexed = search.index(self.staged, self._cache)
        last = list(self.site.after_pages())
        quick.add(last)
        quick.wait()
        late = [*indexed, *(artifact.path for artifact in last)]
        quick.add(compress.artifacts(self.staged, late), together=_QUICK)
        quick.wait()
        packed.end()
        if not self.warnings.count:  # what is kept would not warn again
            kept.keep(self._cache)
            self.site.keep()
        self._cache.end()
        publish.publish(self.staged, self.target)

    def end(self) -> None:
        """Forget the build, whether it went well or not."""
        logging.getLogger("mkdocs").removeHandler(self.warnings)
        for work in filter(None, (self._work, self._compressing)):
            work.close()
        publish.discard(self.staged)


class _Warnings(logging.Handler):
    """Counts warnings, so that a strict build that is going to fail is not published."""

    count = 0

    def emit(self, _record: logging.LogRecord) -> None:
        """Count one."""
        self.count += 1
