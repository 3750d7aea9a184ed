"""What MkDocs calls. Only events stand here; the work is done by the package record_relief.

A build goes into a directory beside `site/` and takes its place when it is whole, so that the last
good site stays where it was if anything fails.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

sys.path.insert(0, str(Path(__file__).parent))

from record_relief import (
    artifacts,
    compress,
    directory,
    failure,
    layout,
    outputs,
    publish,
    search,
    settings,
)
from record_relief.assets import FOLDER, Assets
from record_relief.cache import Cache
from record_relief.clock import build_day
from record_relief.derive.site import Facts
from record_relief.forms.load import DEFAULT as FORMS
from record_relief.forms.load import load_forms
from record_relief.glossary import Glossary
from record_relief.load import DEFAULT, load
from record_relief.model import CODES
from record_relief.pages import Page as Generated
from record_relief.pages import pages
from record_relief.problems import DataError
from record_relief.prose import Prose
from record_relief.render import Renderer

log = logging.getLogger("mkdocs.hooks.record_relief")


class _Warnings(logging.Handler):
    """Counts warnings, so that a strict build that is going to fail is not published."""

    count = 0

    def emit(self, _record: logging.LogRecord) -> None:
        """Count one."""
        self.count += 1


class _Build:
    """One build: from on_config to on_post_build."""

    def __init__(self, config: MkDocsConfig) -> None:
        root = Path(config.config_file_path).parent
        overrides = Path(config.theme.custom_dir or root / "overrides")
        loaded = load(root / DEFAULT, filename=DEFAULT.as_posix())
        for warning in loaded.warnings:
            log.info(warning.render(DEFAULT.as_posix()))
        forms = load_forms(root / FORMS, loaded.data, filename=FORMS.as_posix())
        self.facts = Facts(loaded.data, forms)
        self.root = root
        self.overrides = overrides
        self.site_url = str(config.site_url or "")
        self.assets = Assets()
        self.renderer = Renderer(
            self.facts,
            overrides,
            root / "data/outlines.json",
            self.site_url,
            self.assets,
            build_day(self.facts.checked, os.environ),
        )
        self.prose = Prose(Glossary(loaded.data.glossary))
        self.generated = {page.source: page for page in pages(self.facts)}
        self.layout = layout.Layout(overrides, _exit_address(config))
        self.warnings = _Warnings(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self.warnings)
        self.site = Path(config.site_dir)
        self.staged: Path | None = None

    def outputs(self) -> Iterator[artifacts.Artifact]:
        """Yield the files that stand beside the pages."""
        return outputs.artifacts(self.facts, self.overrides, self.site_url, self.layout)

    def checked(self, page: Generated | None) -> str:
        """Return the day for the sitemap: that of the guide's place, or of the latest check."""
        guide = page.context.get("guide") if page else None
        day: date = guide.place.checked if guide else self.facts.checked
        return day.isoformat()

    def directory(self, written: Mapping[str, Mapping[str, Any]]) -> dict[str, bytes]:
        """Return what search looks in first; `written` is the front matter of the pages in docs."""
        pages = [page for page in self.generated.values() if page.listed and page.searched]
        urls = [page.url for page in pages] + [*written]
        words = directory.load_words(self.root / directory.FILE, CODES, urls)
        found = directory.entries(self.facts, pages, written, words)
        return {directory.SCRIPT: directory.script(found).encode()}

    def end(self) -> None:
        """Forget the build."""
        logging.getLogger("mkdocs").removeHandler(self.warnings)
        if self.staged:
            publish.discard(self.staged)


def _exit_address(config: MkDocsConfig) -> str:
    try:
        return settings.exit_address(config.extra.get("exit_url"), str(config.site_url or ""))
    except ValueError as error:
        name = Path(config.config_file_path).name
        raise Abort(f"{name}: extra.exit_url: {error}") from error


class Hook:
    """The events, with what must be kept between them."""

    def __init__(self) -> None:
        self.serving = False
        self.build: _Build | None = None
        self.afterwards: threading.Thread | None = None

    def startup(self, command: str) -> None:
        """Remember whether this is `mkdocs serve`, which builds into a directory of its own."""
        self.serving = command == "serve"

    def config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check the data before anything is touched."""
        if self.afterwards:
            self.afterwards.join()
        if self.serving and artifacts.changed_code():
            self.start_anew(Path(config.site_dir))
        try:
            self.build = _Build(config)
        except OSError as error:
            raise Abort(failure.advice(error, Path("overrides")) or str(error)) from error
        except DataError as error:
            for problem in error.problems:
                log.error(problem.render(error.filename))
            raise Abort(
                f"{len(error.problems)} to mend in {error.filename}; the site stays as it was."
            ) from error
        config.markdown_extensions.append(self.build.prose)
        if not self.serving:
            try:
                self.build.staged = publish.stage(self.build.site)
            except OSError as error:
                self.build.end()
                raise Abort(failure.advice(error, self.build.overrides) or str(error)) from error
            config.site_dir = str(self.build.staged)
        return config

    def start_anew(self, served: Path) -> None:
        """Replace this process by a new one with the changed code, unless that can't be read."""
        for path in artifacts.changed_code():
            if path.exists():
                compile(path.read_bytes(), path, "exec")
        log.info("The code has changed: starting anew")
        publish.discard(served)
        os.execv(sys.executable, sys.orig_argv)

    def finish(self, site: Path) -> None:
        """Write what stands beside the pages, and the search index."""
        kept = Cache()
        artifacts.write(self.current().outputs(), site, kept)
        search.index(site)
        if not self.serving:
            artifacts.write(compress.artifacts(site), site, kept)
        kept.end()

    def finish_afterwards(self, site: Path) -> None:
        """Do the same while the pages can already be seen; an error is told, not raised."""

        def run() -> None:
            try:
                self.finish(site)
            except (artifacts.ArtifactError, OSError) as error:
                log.error(str(error))

        self.afterwards = threading.Thread(target=run)
        self.afterwards.start()

    def current(self) -> _Build:
        """Return the build that is under way."""
        if self.build is None:
            raise RuntimeError("MkDocs called an event before on_config")
        return self.build


hook = Hook()


def on_startup(command: str, **_: Any) -> None:
    """Start."""
    hook.startup(command)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the data."""
    return hook.config(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and style sheets; name what pages load by its content.

    The theme's own styles and scripts, which no page uses, are left out.
    """
    build = hook.current()
    kept = Files([file for file in files if _is_ours(file, config)])
    written = {
        file.url: get_data(file.content_string)[1]
        for file in kept.documentation_pages()
        if file.src_uri not in build.generated
    }
    for name, content in (build.layout.files() | build.directory(written)).items():
        kept.append(File.generated(config, name, content=content))
    for file in kept:
        if file.src_uri.startswith(FOLDER) and file.inclusion is not InclusionLevel.EXCLUDED:
            file.dest_uri = build.assets.add(file.src_uri, file.content_bytes)
    for source in build.generated:
        kept.append(File.generated(config, source, content=""))
    return kept


def _is_ours(file: File, config: MkDocsConfig) -> bool:
    return file.src_dir == config.docs_dir


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Fill the facts into a hand-written page; give a generated one its title."""
    build = hook.current()
    generated = build.generated.get(page.file.src_uri)
    if generated:
        page.meta.update(
            title=generated.title,
            description=generated.description,
            reader=generated.reader,
            listed=generated.listed,
            checked=build.checked(generated),
            searched=generated.listed and generated.searched,
        )
        return ""
    build.prose.begin(page.file.src_uri)
    page.meta["checked"] = build.checked(None)
    return build.renderer.markdown(
        markdown, page.url, page.file.src_uri, repo_url=config.repo_url, config=config
    )


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Give a generated page its body."""
    build = hook.current()
    generated = build.generated.get(page.file.src_uri)
    if generated:
        html = build.renderer.page(generated.template, generated.url, **generated.context)
    build.layout.saw(generated, html)
    return html


def on_page_context(
    context: dict[str, Any], page: Page, nav: Navigation, **_: Any
) -> dict[str, Any]:
    """Make the whole page; the theme's template only prints it."""
    build = hook.current()
    generated = build.generated.get(page.file.src_uri)
    context["document"] = build.renderer.document(
        build.layout,
        page.url,
        content=page.content or "",
        meta=page.meta,
        nav=[(item.title or "", item.url) for item in nav.pages],
        canonical=page.canonical_url,
        generated=generated,
    )
    return context


def on_template_context(context: dict[str, Any], template_name: str, **_: Any) -> dict[str, Any]:
    """Make the 404 page, whose links must work from any depth."""
    if template_name == "404.html":
        build = hook.current()
        nav = [(item.title or "", item.url) for item in context["nav"].pages]
        context["document"] = build.renderer.missing(build.layout, context["base_url"], nav)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write what stands beside the pages, index the site for search, put it in place."""
    build = hook.current()
    if config.strict and build.warnings.count:
        build.end()
        return
    site = Path(config.site_dir)
    (site / "sitemap.xml.gz").unlink(missing_ok=True)  # MkDocs writes the time into it
    if hook.serving:
        hook.finish_afterwards(site)
        build.end()
        return
    try:
        hook.finish(site)
    except artifacts.ArtifactError as error:
        raise PluginError(str(error)) from error
    if build.staged:
        publish.publish(build.staged, build.site)
        config.site_dir = str(build.site)
        build.staged = None
    build.end()


def on_shutdown() -> None:
    """Wait for what is still written, so that nothing is written after the end."""
    if hook.afterwards:
        hook.afterwards.join()


def on_build_error(error: Exception, **_: Any) -> None:
    """Remove what the failed build left; say what to do where that is known."""
    if not hook.build:
        return
    hook.build.end()
    advice = failure.advice(error, hook.build.overrides)
    if advice:
        raise Abort(advice) from error
