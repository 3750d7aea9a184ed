"""Every link leads somewhere; nothing is loaded from anywhere else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.built_site import Page, Site, href

# A page that stands at any depth begins its links at the root of the site's own address.
OWN = "https://recordrelief.org"
# An outside link in the words that a script holds.
LINKED = re.compile(r'<a class=\\"out\\" href=\\"[^"]*\\"')


def addresses(page: Page) -> Iterator[str]:
    """Yield every address that the page links to or loads, as it is written."""
    for node in page.all("[href], [src], [action]"):
        if node.attributes.get("rel") != "canonical":
            for name in ("href", "src", "action"):
                if name in node.attributes:
                    yield str(node.attributes[name] or "")
    for node in page.all('meta[http-equiv="refresh"]'):
        yield str(node.attributes["content"]).partition("url=")[2]
    for node in page.all(".picker option"):  # other selects choose what is shown, not where to go
        if node.attributes.get("value"):
            yield str(node.attributes["value"])


def is_outside(address: str) -> bool:
    return bool(urlsplit(address).scheme) and not address.startswith(f"{OWN}/")


def target_of(page: Page, address: str) -> tuple[str, str]:
    """Return the path and the fragment of an inside address."""
    found = urlsplit(urljoin(page.path, address.removeprefix(OWN)))
    return unquote(found.path), unquote(found.fragment)


def test_no_inside_link_is_broken(site: Site) -> None:
    known = set(site.paths)
    ids = {page.path: set(page.ids) for page in site}
    broken = []
    count = 0
    for page in site:
        for address in addresses(page):
            if is_outside(address):
                continue
            count += 1
            path, fragment = target_of(page, address)
            if path in ids:
                right = not fragment or fragment in ids[path]
            else:
                right = path not in known and (site.folder / path.lstrip("/")).is_file()
            if not right:
                broken.append(f"{page}: {address}")
    assert count > len(known)
    assert not broken


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    twice = [
        f"{page}: {name}" for page in site for name, count in Counter(page.ids).items() if count > 1
    ]
    assert not twice


def test_every_name_a_label_refers_to_exists(site: Site) -> None:
    names = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
    missing = [
        f"{page}: {name}={target}"
        for page in site
        for name in names
        for node in page.all(f"[{name}]")
        for target in str(node.attributes[name]).split()
        if target not in page.ids
    ]
    assert not missing


def test_every_outside_link_tells_nothing_about_the_visitor(site: Site) -> None:
    wrong = []
    for page in site:
        for link in page.all("a[href]"):
            address = href(link)
            if not address.startswith(("http:", "https:")) or not is_outside(address):
                continue
            rel = str(link.attributes.get("rel") or "").split()
            if not {"noreferrer", "noopener"} <= set(rel) or link.attributes.get("target"):
                wrong.append(f"{page}: {address}")
    assert not wrong
    assert all(page.meta("referrer") == ["no-referrer"] for page in site)


def test_every_scheme_is_an_ordinary_one(site: Site) -> None:
    """No link to a file, to this machine, or to a program in an address."""
    wrong = [
        f"{page}: {address}"
        for page in site
        for address in addresses(page)
        if urlsplit(address).scheme not in ("", "http", "https", "tel", "sms", "mailto", "webcal")
        or urlsplit(address).hostname in ("localhost", "127.0.0.1", "0.0.0.0", "::1")
        or address.startswith("//")
    ]
    assert not wrong


def test_nothing_is_loaded_from_another_host(site: Site) -> None:
    loading = "script, img, link, iframe, frame, embed, object, video, audio, source, track, use"
    for page in site:
        for node in page.all(loading):
            rel = node.attributes.get("rel")
            for name in ("src", "srcset", "href", "data"):
                address = str(node.attributes.get(name) or "")
                assert rel == "canonical" or not is_outside(address), f"{page}: {address}"
        style = "".join(node.text() for node in page.all("style"))
        assert "url(" not in style
        assert "@import" not in style


def test_scripts_and_styles_name_no_host(site_dir: Path) -> None:
    ours = [*site_dir.glob("assets/**/*.js"), *site_dir.glob("assets/**/*.css")]
    assert ours
    for file in ours:
        # Where a link leads is a visitor's to follow; the words of laws have some.
        assert "://" not in LINKED.sub("", file.read_text(encoding="utf-8")), file


def test_every_outside_link_looks_like_one(site: Site) -> None:
    """Outside links carry the class that says so, but for the exit control."""
    wrong = [
        f"{page}: {href(link)}"
        for page in site
        for link in page.main.css("a[href^='http']")
        if "out" not in str(link.attributes.get("class")).split()
    ]
    assert not wrong
