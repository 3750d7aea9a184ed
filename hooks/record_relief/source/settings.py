"""What an editor may set in mkdocs.yml under `extra`, checked before a build."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from .problems import show

_HOST = re.compile(r"([a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)


def exit_address(value: object, site_url: str) -> str:
    """Return where the Exit control leads, `extra.exit_url`.

    Raises ValueError, with what was found and what is allowed, unless it is the https address of
    another site: over http, whoever runs the network could answer in that site's place.
    """
    allowed = 'write the address of another site, such as "https://www.example.org/"'
    if not isinstance(value, str) or re.search(r"[\s<>\"']", value):
        raise ValueError(f"{show(value)} is not a web address; {allowed}")
    parts = urlsplit(value)
    host = parts.netloc
    if parts.scheme != "https" or not _HOST.fullmatch(host):
        raise ValueError(f"{show(value)} is not an https address; {allowed}")
    if host.lower() == urlsplit(site_url).netloc.lower():
        raise ValueError(f"{show(value)} leads back to this site; {allowed}")
    return value
