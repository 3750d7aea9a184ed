"""Links of a page in another language that lead to what stands only in English: they say so.

It is done once, on the finished page: whoever writes a template or a text need not think of it, and
a page that comes to stand in the language loses the remark by itself.
"""

from __future__ import annotations

import posixpath
import re

_LINK = re.compile(r'<a\b(?P<tag>[^>]*\shref="(?P<href>[^"]*)"[^>]*)>(?P<label>.*?)</a>', re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
# What people read; data, calendars and programs are in no language, nor is the way out.
_READ = ("/", ".pdf", ".docx")


def marked(html: str, here: str, prefix: str, remark: str) -> str:
    """Return a page in which each link to an English page or document ends with `remark`.

    `here` is the page's address from the root of the site, below `prefix`. A link that names its
    language itself, such as that to the same page in English, stays as it is.
    """
    folder = posixpath.dirname(here)

    def told(link: re.Match[str]) -> str:
        path = link["href"].partition("#")[0]
        if ":" in path or not path.endswith(_READ) or "hreflang=" in link["tag"]:
            return link[0]
        target = posixpath.normpath(posixpath.join(folder, path))
        if f"{target}/".startswith(prefix):
            return link[0]
        # A place on the map has no room for it: the list below the map says the same.
        words = f" {remark}" if _TAGS.sub("", link["label"]).strip() else ""
        return f'<a hreflang="en"{link["tag"]}>{link["label"]}{words}</a>'

    return _LINK.sub(told, html)
