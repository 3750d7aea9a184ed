"""A link of a page in another language that leads to English says so, wherever it stands."""

from __future__ import annotations

import pytest
from record_relief.pages.only_english import marked

SAID = [
    ('<a href="../../../employers/">Trabajo', "</a>"),
    ('<a class="x" href="../../../a/b.pdf#p">PDF', "</a>"),
    ('<a href="../../../">Inicio', "</a>"),
]
SILENT = [
    '<a href="../utah/#law">Utah</a>',
    '<a href="../../">Inicio</a>',
    '<a href="../../paper/utah.pdf">PDF</a>',
    '<a href="../../../data/all.csv">CSV</a>',
    '<a href="../../../loading.html">Salir</a>',
    '<a href="#law">La ley</a>',
    '<a href="https://example.gov/">Corte</a>',
    '<a href="tel:+18883737888">Llame</a>',
    '<a lang="en" hreflang="en" href="../../../states/texas/">English</a>',
]


def of_texas(html: str) -> str:
    return marked(html, "es/states/texas/", "es/", "(EN)")


@pytest.mark.parametrize(("link", "end"), SAID)
def test_what_leads_to_english_says_so(link: str, end: str) -> None:
    begun = link.replace("<a", '<a hreflang="en"')
    assert of_texas(f"<p>{link}{end}</p>") == f"<p>{begun} (EN){end}</p>"


def test_a_place_on_the_map_has_no_room_for_it() -> None:
    made = of_texas('<a href="../../../me/"><path d="m1"/></a>')
    assert made == '<a hreflang="en" href="../../../me/"><path d="m1"/></a>'


@pytest.mark.parametrize("link", SILENT)
def test_other_links_stay_as_they_are(link: str) -> None:
    assert of_texas(f"<p>{link}</p>") == f"<p>{link}</p>"
