"""A page that is too heavy leaves out end tags and quotes; a browser makes the same of it."""

from __future__ import annotations

import gzip

import pytest
from record_relief.pages import light
from selectolax.lexbor import LexborHTMLParser, LexborNode

WHOLE = """<!doctype html><html lang="en"><head>
<meta name="description" content="What it&#39;s about">
<title>A</title><style>p{margin:0}</style></head>
<body>
<main>
<p>One.</p>
<p>Two, <a href="#">a <b>link</b></a></p>
<ul>
<li><p>First</p></li>
<li>Second <span>of two</span></li>
</ul>
<dl><div><dt>Term</dt><dd>What it means</dd></div></dl>
<table><thead><tr><th>Head</th><th>Other</th></tr></thead>
<tbody><tr><td>One</td><td><p>Two</p></td></tr>
<tr><td colspan="2">Three</td></tr></tbody></table>
<select><option>A</option>
<option>B</option></select>
<p class="one" title="two words" lang=""><a href="../" id="a" data-says="a=b" hidden>c="d"</a></p>
<details class='e' title="f"><summary>More</summary><p>Text</p></details>
<div title="so &#34;called&#34;"><p>Last</p> so &#34;called&#34; words, aren&#39;t they?</div>
<noscript><p>Without</p></noscript>
</main>
<script>var text = "<li>a</li><li>b</li>";</script>
</body>
</html>
"""


def shape(node: LexborNode | None) -> object:
    """Return the elements below a node with what each has and says, white space apart."""
    assert node is not None
    says = " ".join(node.text(deep=False).split())
    return (node.tag, node.attributes, says, [shape(n) for n in node.iter()])


def test_a_browser_makes_the_same_of_it() -> None:
    less = light.bare(WHOLE)
    assert shape(LexborHTMLParser(less).root) == shape(LexborHTMLParser(WHOLE).root)
    assert 'content="What it\'s about"' in less
    for gone in (
        "</head>",
        "</body>",
        "</html>",
        "</li>",
        "</dt>",
        "</dd>",
        "</td>",
        "</th>",
        "</tr>",
        "</option>",
    ):
        assert gone not in less.partition("<script>")[0]
    assert less.count("</p>") == 2
    assert '<p class=one title="two words" lang=""><a href=../ id=a data-says="a=b" hidden>' in less
    assert '"<li>a</li><li>b</li>"' in less
    assert '<div title="so &#34;called&#34;"><p>Last</p> so "called" words, aren\'t they?' in less


@pytest.mark.parametrize(("spare", "same"), [(0, True), (-1, False)])
def test_only_a_page_that_is_too_heavy_does_without(spare: int, same: bool) -> None:
    most = len(gzip.compress(WHOLE.encode(), 9)) + spare
    assert (light.within(WHOLE, most) == WHOLE) is same


def test_a_page_that_is_too_heavy_even_so_is_left_as_it_is() -> None:
    assert light.within(WHOLE, 10) == WHOLE


def test_a_page_that_may_be_of_any_size_is_left_as_it_is() -> None:
    assert light.within(WHOLE, None) == WHOLE
