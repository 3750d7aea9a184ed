"""The law page on a phone: an answer is found from the top of its law, and copied whole."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect
from record_relief.derive.labels import LABELS
from record_relief.derive.places import law_url
from record_relief.derive.site import Facts
from record_relief.source.texts import with_note

NewPage = Callable[..., Page]

QUESTION = "How sure the judge must be"


def test_the_burden_of_proof_of_five_places_is_copied_with_its_citation(
    new_page: NewPage, facts: Facts
) -> None:
    """Three presses: the law, the question, "Copy"."""
    page = new_page(width=390, permissions=["clipboard-read", "clipboard-write"])
    quoted = [
        (place, law, grounds)
        for place in facts.places
        for law in place.relief[:1]
        if (grounds := facts.data.evidence_of(place).proof(law.id, "proof.standard"))
        and grounds[0].words
    ]
    assert len(quoted) >= 5
    for place, law, grounds in quoted[:: len(quoted) // 5][:5]:
        page.goto(f"/{law_url(place)}")
        page.locator("nav.toc a", has_text=law.title).click()
        answer = f"law-{law.id}-proof"
        page.locator(f"nav.asks a[href='#{answer}']").click()
        row = page.locator(f"#{answer}")
        expect(row.get_by_role("heading", name=QUESTION)).to_be_in_viewport()
        row.get_by_role("button", name=f"Copy: {QUESTION}").click()
        expect(row.get_by_role("status")).to_have_text("Answer copied.")
        lines = page.evaluate("navigator.clipboard.readText()").split("\n")
        assert lines[:2] == [law.title, QUESTION]
        assert lines[2].startswith(LABELS["proof.standard"][law.proof.standard])
        text = facts.data.evidence_of(place).text[grounds[0].text]
        words = " ".join((grounds[0].words or "").split())
        assert any(line in (f"“{words}”", f"“{words} …”") for line in lines)
        assert any(text.title in line and (grounds[0].at or "") in line for line in lines)
        marks = row.locator(".part .nc").count()
        assert " ".join(lines).count("(not confirmed)") == marks
        assert lines[-2] == " ".join(with_note(law.citation, law.citation_note).split())
        version = facts.release.places[place.code].version
        assert f"version {version}" in lines[-1]
        assert lines[-1].endswith(f"/{place.code.lower()}/law/#{answer}")
        assert not [line for line in lines if "Back to where you were" in line or not line]


def test_without_scripts_the_text_is_there_to_select(new_page: NewPage) -> None:
    page = new_page(width=390, java_script_enabled=False)
    page.goto("/states/new-york/law/")
    expect(page.locator(".row blockquote").first).to_be_visible()
    assert page.locator(".row button").evaluate_all("all => all.every(button => button.hidden)")
