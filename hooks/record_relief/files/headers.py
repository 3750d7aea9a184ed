"""The headers that a web server should send with every answer: one table, for every kind of host.

A page carries its own policy in a meta tag, so it is safe on any host. The header's policy allows
what any page of the site may do, since a browser lets through only what both allow; it also covers
what a meta tag can't say. Names and meanings: MDN, "HTTP headers", and the OWASP Secure Headers
Project.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .artifacts import Artifact

# What a page could ask the browser for and no page here does.
_UNUSED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture",
    "encrypted-media", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts",
    "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get",
    "screen-wake-lock", "serial", "storage-access", "usb", "xr-spatial-tracking",
)  # fmt: skip

EVERYWHERE = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-DNS-Prefetch-Control": "off",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
    # No other site can learn from a picture or a script of ours that somebody has been here.
    "Cross-Origin-Resource-Policy": "same-origin",
    # Not frame-ancestors: a path below could not lift it where a host adds policies up. A policy
    # that has frame-ancestors makes browsers pass over this header (HTML, "X-Frame-Options").
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True)
class PathException:
    """What is different below a path: more for the policy, and headers of other values."""

    path: str
    policy: str = ""
    headers: tuple[tuple[str, str], ...] = ()


_FROM_ANYWHERE = ("Cross-Origin-Resource-Policy", "cross-origin")
_ANY_ORIGIN = ("Access-Control-Allow-Origin", "*")
# For files whose names change with their content (assets.py; Pagefind does the same). The rest
# is left to the host, which has browsers ask whether it is still the same.
_KEEP = (("Cache-Control", "public, max-age=31536000, immutable"),)

_KEPT = ("assets", "pagefind/fragment", "pagefind/index")


def exceptions(prefixes: Sequence[str] = ()) -> list[PathException]:
    """Return what is different; `prefixes` begin the addresses of other languages."""
    own = [f"/{prefix}" for prefix in ("", *prefixes)]
    return [
        *(PathException(f"/{folder}/*", headers=_KEEP) for folder in _KEPT),
        # Made to stand in a frame on any site.
        *(
            PathException(f"{root}embed/*", "frame-ancestors *", headers=(_FROM_ANYWHERE,))
            for root in own
        ),
        # Made to be read by any site's scripts, or shown as a picture there.
        *(
            PathException(path, headers=(_FROM_ANYWHERE, _ANY_ORIGIN))
            for path in ("/api/*", *(f"{root}feeds/*" for root in own))
        ),
        *(
            PathException(f"{root}{folder}/*", headers=(_FROM_ANYWHERE,))
            for root in own
            for folder in ("cards", "maps")
        ),
    ]


@dataclass(frozen=True)
class Rule:
    """The headers of every address that begins with `path` (before its `*`).

    `headers` is all of them; `changed` those that differ from the rule for every address.
    """

    path: str
    headers: Mapping[str, str]
    changed: Mapping[str, str]


def union(policies: Sequence[str]) -> str:
    """Return one Content-Security-Policy that allows what any of `policies` allows.

    They must have the same fallback, default-src 'none': a directive that only some have then
    allows what these say.
    """
    allowed: dict[str, dict[str, None]] = {}
    for policy in policies:
        for directive in policy.split(";"):
            name, *values = directive.split()
            allowed.setdefault(name, {}).update(dict.fromkeys(values))
    for sources in allowed.values():
        if len(sources) > 1:
            sources.pop("'none'", None)
    return "; ".join(" ".join((name, *sources)) for name, sources in allowed.items())


def rules(policies: Sequence[str], prefixes: Sequence[str] = ()) -> list[Rule]:
    """Return the table: the rule for every address, then each exception.

    `policies` are those of all kinds of page, in any order, `prefixes` those of other languages.
    """
    policy = union(sorted(policies))
    usual = {"Content-Security-Policy": policy, **EVERYWHERE}
    table = [Rule("/*", usual, usual)]
    for exception in exceptions(prefixes):
        changed = dict(exception.headers)
        if exception.policy:
            changed["Content-Security-Policy"] = f"{policy}; {exception.policy}"
        table.append(Rule(exception.path, {**usual, **changed}, changed))
    return table


def headers_file(policies: Sequence[str], prefixes: Sequence[str] = ()) -> bytes:
    """Return the table in the format that Cloudflare Pages and Netlify read from `_headers`.

    Where two rules fit an address, Cloudflare sends the values of both and Netlify that of the
    narrower one. An exception therefore gives its policy whole and works both ways.
    """
    lines = []
    for rule in rules(policies, prefixes):
        lines += [rule.path, *(f"  {name}: {value}" for name, value in rule.changed.items())]
    return ("\n".join(lines) + "\n").encode("ascii")


def artifacts(policies: Sequence[str], prefixes: Sequence[str] = ()) -> Iterator[Artifact]:
    """Yield `_headers`; `policies` are of all kinds of page, `prefixes` of other languages."""
    yield Artifact("_headers", headers_file, (tuple(policies), tuple(prefixes)))
