"""The table of headers that a web server should send."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from record_relief.files import headers

POLICIES = (
    "default-src 'none'; style-src 'sha256-a'; script-src 'self'; img-src 'self'",
    "default-src 'none'; style-src 'sha256-b'; script-src 'none'; connect-src 'self'",
)
NAMES = st.sampled_from(["style-src", "script-src", "img-src", "connect-src"])
SOURCES = st.lists(st.sampled_from(["'self'", "data:", "'sha256-a'", "'none'"]), min_size=1)


def parsed(policy: str) -> dict[str, set[str]]:
    return {name: set(rest) for name, *rest in (part.split() for part in policy.split(";"))}


def test_the_union_allows_what_any_policy_allows() -> None:
    assert headers.union(POLICIES) == (
        "default-src 'none'; style-src 'sha256-a' 'sha256-b'; script-src 'self'; "
        "img-src 'self'; connect-src 'self'"
    )


@given(st.lists(st.dictionaries(NAMES, SOURCES, min_size=1), min_size=1, max_size=4))
def test_the_union_allows_no_more(parts: list[dict[str, list[str]]]) -> None:
    policies = ["; ".join(" ".join((name, *part[name])) for name in part) for part in parts]
    allowed = parsed(headers.union(policies))
    for name, sources in allowed.items():
        asked = {source for part in parts for source in part.get(name, [])}
        assert sources == (asked if asked == {"'none'"} else asked - {"'none'"})


def test_the_order_of_the_policies_does_not_matter() -> None:
    assert headers.headers_file(POLICIES) == headers.headers_file(POLICIES[::-1])


def test_every_rule_gives_all_headers_and_what_it_changes() -> None:
    first, *exceptions = headers.rules(POLICIES)
    assert first.path == "/*"
    assert first.headers == first.changed
    assert {"Content-Security-Policy", *headers.EVERYWHERE} == set(first.headers)
    for rule in exceptions:
        extra = {"Access-Control-Allow-Origin", "Cache-Control"}
        assert set(rule.headers) - set(first.headers) <= extra
        assert set(first.headers) <= set(rule.headers)
        for name, value in rule.headers.items():
            assert (name in rule.changed) == (value != first.headers.get(name))


def test_only_data_may_be_read_by_other_sites() -> None:
    first, *exceptions = headers.rules(POLICIES)
    assert "Access-Control-Allow-Origin" not in first.headers
    read = {r.path for r in exceptions if "Access-Control-Allow-Origin" in r.headers}
    assert read == {"/api/*", "/feeds/*"}


def test_what_is_named_by_its_content_is_kept_for_a_year() -> None:
    kept = {rule.path: rule.headers.get("Cache-Control") for rule in headers.rules(POLICIES)}
    year = "public, max-age=31536000, immutable"
    assert {path for path, value in kept.items() if value == year} == {
        "/assets/*",
        "/pagefind/fragment/*",
        "/pagefind/index/*",
    }
    assert kept["/*"] is None


def test_only_what_is_made_to_be_framed_can_be_framed() -> None:
    """On hosts that add policies up and on hosts where the later one counts."""
    first, *exceptions = headers.rules(POLICIES)
    assert "frame-ancestors" not in first.headers["Content-Security-Policy"]
    assert first.headers["X-Frame-Options"] == "DENY"
    framed = [
        rule.path
        for rule in exceptions
        if "frame-ancestors" in rule.headers["Content-Security-Policy"]
    ]
    assert framed == ["/embed/*"]


def test_the_file_has_the_form_that_hosts_read() -> None:
    """Cloudflare reads at most 100 rules, and 2,000 letters a line."""
    text = headers.headers_file(POLICIES).decode("ascii")
    assert text.startswith("/*\n  Content-Security-Policy: default-src 'none'; ")
    for line in text.splitlines():
        assert re.fullmatch(r"/(?:[a-z]+/)*\*|  [A-Za-z-]+: \S.*", line), line
        assert len(line) <= 2000
