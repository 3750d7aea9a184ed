"""`mkdocs serve` that makes a page when somebody asks for it, so that an edit is seen at once.

After a change only the data is read again. What was made before is forgotten, so nothing shown can
be older than what it is made from. Files beside the pages, the 404 page, the sitemap and the search
index are made on demand, too.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from html import escape
from pathlib import Path
from posixpath import normpath
from typing import Any
from urllib.parse import urlsplit

from began import BEGAN, sources
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs_site import Site
from record_relief.build import failure, kept
from record_relief.files import artifacts, search
from record_relief.files.cache import Cache
from record_relief.source.problems import DataError
from watchdog.events import FileSystemEventHandler
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter, PollingObserver

log = logging.getLogger("mkdocs.hooks.record_relief")

# Seconds between two checks for a change, and to wait for more after one.
_LOOK, _MORE = 0.2, 0.05


class _State:
    """One state of the project: what can be made of it."""

    def __init__(self, site: Site, files: Files, nav: Navigation) -> None:
        self.site = site
        self.files = files
        self.nav = nav
        self.pages: dict[str, Page] = {
            file.dest_uri: file.page for file in files.documentation_pages() if file.page
        }
        self.copied = {file.dest_uri for file in files} - self.pages.keys()

    @cached_property
    def artifacts(self) -> dict[str, artifacts.Artifact]:
        """Every file beside the pages, by its address."""
        site = self.site
        found = site.artifacts()
        return {artifact.path: artifact for artifact in found}


class _Emitter(PollingEmitter):
    """Looks for changes from the first call of `start`."""

    def start(self) -> None:
        """Begin to look, unless it has already begun."""
        if not self.is_alive():
            super().start()


class _Observer(PollingObserver):
    """Notes changes from the start, and reports them, early ones too, once it runs."""

    def __init__(self, paths: Iterable[str]) -> None:
        BaseObserver.__init__(self, _Emitter, timeout=_LOOK)
        for path in paths:
            self.schedule(FileSystemEventHandler(), str(Path(path).absolute()), recursive=True)
        for emitter in self.emitters:
            emitter.start()


class Preview:
    """A WSGI application around that of MkDocs' server, for which it makes what is asked for.

    Files are watched before the first is read: MkDocs begins when all is read, seconds later.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._folder = Path(config.site_dir)
        self._observer = _Observer((config.docs_dir, config.config_file_path, *config.watch))
        if sources() != BEGAN:
            self._start_anew()
        # From what builds have made, by the hash of all that it rests on; nothing is added.
        self._cache = Cache()
        kept.restore(self._cache)
        self._extensions = list(config.markdown_extensions)
        self._lock = threading.RLock()
        self._state: _State | None = None
        self._made: set[str] = set()
        self._asked: Counter[str] = Counter()
        self._mount = "/"
        self._app: Callable[..., Any]

    def site(self) -> Site:
        """Return the project's pages as they are now, for `take`."""
        site = Site(self._config, preview=True, cache=self._cache)
        kept.turn()
        self._config.markdown_extensions = [*self._extensions, site.prose]
        return site

    def take(self, site: Site, files: Files, nav: Navigation) -> None:
        """Show this state of the project from now on."""
        with self._lock:
            self._state = _State(site, files, nav)
            self._made.clear()
            # MkDocs answers these after the change: no answer may be older than it.
            for path in self._asked:
                self._make(path)

    def install(self, server: LiveReloadServer) -> None:
        """Stand between `server` and its visitors."""
        self._mount = server.mount_path
        self._app = server.serve_request
        server.set_app(self)
        server.builder = self._again
        server.error_handler = self._error_page
        server.build_delay = _MORE
        watched = (self._config.docs_dir, self._config.config_file_path)
        for path in watched:
            server.unwatch(path)
        server.observer = self._observer
        for path in watched:
            server.watch(path)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        """Answer a request by the rules of WSGI."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/") or not path.startswith(self._mount):
            return self._app(environ, start_response)
        with self._asking(path.removeprefix(self._mount)):
            return self._app(environ, start_response)

    @contextmanager
    def _asking(self, path: str) -> Iterator[None]:
        name = normpath("/" + path + ("index.html" if path.endswith("/") or not path else ""))[1:]
        with self._lock:
            if self._state and f"{name}/index.html" in self._state.pages:
                name += "/index.html"  # MkDocs leads there
            self._asked[name] += 1
            self._make(name)
        try:
            yield
        finally:
            with self._lock:
                self._asked[name] -= 1
                self._asked += Counter()  # drops what nobody asks for any more

    def _again(self) -> None:
        """Read the project again after a change; what can't be read leaves the last state."""
        if sources() != BEGAN:
            self._start_anew()
        config = self._config
        with self._lock:
            try:
                site = self.site()
                files = get_files(config)
                files = site.files(files, config)
                set_exclusions(files, config)
                nav = get_navigation(files, config)
                files.copy_static_files(inclusion=InclusionLevel.is_in_serve)
                self.take(site, files, nav)
            except DataError as error:
                for problem in error.problems:
                    log.error(problem.render(error.filename))
            except (Abort, OSError) as error:
                log.error(failure.advice(error, Path("overrides")) or str(error))

    def _start_anew(self) -> None:
        """Replace this process by a new one with what changed, unless that can't be read."""
        try:
            for path, source in sources().items():
                if path.suffix == ".py":
                    compile(source, path, "exec")
            load_config(self._config.config_file_path)
        except SyntaxError as error:
            log.error(f"{error.filename}:{error.lineno}: {error.msg}")
            return
        except (Abort, ConfigurationError) as error:
            log.error(str(error))
            return
        log.info("The code or mkdocs.yml has changed: starting anew")
        shutil.rmtree(self._folder, ignore_errors=True)
        os.execv(sys.executable, sys.orig_argv)

    def _make(self, path: str) -> None:
        """Write the file at `path` below the root of the site, if it is not as it should be."""
        state = self._state
        if state is None or path in self._made or path in state.copied:
            return
        try:
            content = self._content(path, state)
        except Exception as error:  # whatever it is, its place is on the screen
            log.exception(path)
            content = escape(failure.advice(error, state.site.overrides) or repr(error)).encode()
        if content is not None:
            target = self._folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            self._made.add(path)

    def _content(self, path: str, state: _State) -> bytes | None:
        if page := state.pages.get(path):
            return self._page(page, state).encode()
        if path == "404.html":
            root = urlsplit(self._config.site_url or "/").path
            return state.site.missing(root, state.nav).encode()
        if path in self._config.theme.static_templates:  # the sitemap
            for page in state.pages.values():
                self._read(page, state)
            template = self._config.theme.get_env().get_template(path)
            return template.render(get_context(state.nav, state.files, self._config)).encode()
        if path.startswith("pagefind/") and path not in self._made:
            return self._indexed(path, state.pages)
        if path in state.artifacts:
            return self._artifact(state.artifacts[path], state)
        return None

    def _read(self, page: Page, state: _State) -> None:
        page.read_source(self._config)
        page.markdown = state.site.markdown(page, self._config, state.files)

    def _page(self, page: Page, state: _State) -> str:
        self._read(page, state)
        page.render(self._config, state.files)
        page.content = state.site.body(page.content or "", page, state.files)
        return state.site.document(page, state.nav)

    def _artifact(self, artifact: artifacts.Artifact, state: _State) -> bytes:
        parts = {part: self._artifact(state.artifacts[part], state) for part in artifact.parts}
        return artifact.make(*artifact.inputs, *([parts] if parts else []))

    def _indexed(self, path: str, pages: Iterable[str]) -> bytes | None:
        for page in pages:
            self._make(page)
        shutil.rmtree(self._folder / "pagefind", ignore_errors=True)
        search.index(self._folder, Cache())
        found = [file for file in (self._folder / "pagefind").rglob("*") if file.is_file()]
        self._made.update(file.relative_to(self._folder).as_posix() for file in found)
        target = self._folder / path
        return target.read_bytes() if target in found else None

    def _error_page(self, code: int) -> bytes | None:
        if code != 404:
            return None
        with self._lock:
            self._make("404.html")
            return (self._folder / "404.html").read_bytes()
