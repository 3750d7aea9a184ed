"""What MkDocs calls. Only events stand here; the work is done by the package record_relief."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parent))

import began  # noqa: F401, first: what is read after it may change while it is read
from mkdocs_preview import Preview
from mkdocs_site import Build, Site, begin, log
from record_relief.build import failure, port
from record_relief.files.artifacts import ArtifactError
from record_relief.source.problems import DataError


class Hook:
    """What has to be remembered from one event to the next. Either `build` or `preview` is set."""

    serving = False
    site: Site
    build: Build | None = None
    preview: Preview | None = None


hook = Hook()


def on_startup(command: str, **_: Any) -> None:
    """Remember whether this is `mkdocs serve`, which makes pages when they are asked for."""
    hook.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the data before anything is touched."""
    try:
        if hook.serving:
            if taken := port.advice(config.dev_addr.host, config.dev_addr.port):
                raise Abort(taken)
            hook.preview = Preview(config)
            hook.site = hook.preview.site()
            return config
        hook.site, hook.build = begin(config)
    except OSError as error:
        raise Abort(failure.advice(error, Path("overrides")) or str(error)) from error
    except DataError as error:
        for problem in error.problems:
            log.error(problem.render(error.filename))
        raise Abort(
            f"{len(error.problems)} to fix in {error.filename}; the site stays as it was."
        ) from error
    config.markdown_extensions.append(hook.site.prose)
    config.site_dir = str(hook.build.staged)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and style sheets; start making the files beside them."""
    files = hook.site.files(files, config)
    if hook.build:
        try:
            hook.build.begin(files, config)
        except ArtifactError as error:
            raise PluginError(str(error)) from error
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Let the preview know what there is; spare a build what generated pages need not."""
    if hook.preview:
        hook.preview.take(hook.site, files, nav)
    else:
        hook.site.without_markdown(files, nav, config)
    return nav


def on_page_markdown(
    _markdown: str, page: Page, config: MkDocsConfig, files: Files, **_: Any
) -> str:
    """Fill the facts into a hand-written page; give each its title."""
    filled = hook.site.markdown(page, config, files)
    return filled if hook.build else ""


def on_page_content(html: str, page: Page, files: Files, **_: Any) -> str:
    """Give a generated page its body."""
    return hook.site.body(html, page, files) if hook.build else ""


def on_page_context(
    context: dict[str, Any], page: Page, nav: Navigation, **_: Any
) -> dict[str, Any]:
    """Make the whole page; the theme's template only prints it."""
    context["document"] = hook.site.document(page, nav) if hook.build else "made when asked for"
    return context


def on_template_context(context: dict[str, Any], template_name: str, **_: Any) -> dict[str, Any]:
    """Make the 404 page."""
    if template_name == "404.html":
        context["document"] = hook.site.missing(context["base_url"], context["nav"])
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is left and put the site in place, unless a strict build had a warning."""
    build = hook.build
    if not build:
        return
    (build.staged / "sitemap.xml.gz").unlink(missing_ok=True)  # MkDocs writes the time into it
    if config.strict and build.warnings.count:
        build.end()
        return
    try:
        build.finish()
    except ArtifactError as error:
        raise PluginError(str(error)) from error
    config.site_dir = str(build.target)
    build.end()


def on_serve(server: LiveReloadServer, **_: Any) -> LiveReloadServer:
    """Make pages when they are asked for."""
    if hook.preview:
        hook.preview.install(server)
    return server


def on_build_error(error: Exception, **_: Any) -> None:
    """Remove what the failed build left; say what to do where that is known."""
    if not hook.build:
        return
    hook.build.end()
    advice = failure.advice(error, hook.site.overrides)
    if advice:
        raise Abort(advice) from error
