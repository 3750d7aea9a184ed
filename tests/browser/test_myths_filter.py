"""The filter of the myths: one choice, right at once, with no script and nothing kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from record_relief.source.model import StatesFile

NewPage = Callable[..., Page]

READERS = {
    "Survivors": "survivor",
    "Employers": "employer",
    "Landlords": "landlord",
    "Health care": "healthcare",
}


def shown(page: Page) -> list[str]:
    return page.locator("article.myth:visible").evaluate_all("all => all.map(node => node.id)")


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("label", READERS)
def test_only_the_myths_for_one_reader(
    label: str, scripts: bool, new_page: NewPage, data: StatesFile
) -> None:
    page = new_page(java_script_enabled=scripts)
    page.goto("/myths/")
    everything = [myth.id for topic in data.topics for myth in data.myths if myth.topic == topic.id]
    assert shown(page) == everything
    page.get_by_role("radio", name=label).check()
    for_reader = {myth.id for myth in data.myths if READERS[label] in myth.who}
    assert shown(page) == [id_ for id_ in everything if id_ in for_reader]
    empty = page.locator("section.myths:visible").evaluate_all(
        """all => all.filter(part => ![...part.querySelectorAll(".myth")].some(
            myth => myth.checkVisibility())).map(part => part.innerText)"""
    )
    assert not empty, "a heading with nothing below it"
    page.get_by_label("Everybody").check()
    assert shown(page) == everything


def test_the_filter_by_keyboard_changes_no_address(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/myths/")
    before = page.url, page.evaluate("history.length")
    page.get_by_label("Everybody").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Survivors")).to_be_checked()
    assert (page.url, page.evaluate("history.length")) == before
    page.reload()
    expect(page.get_by_label("Everybody")).to_be_checked()


def test_a_shared_myth_is_in_sight(new_page: NewPage, data: StatesFile) -> None:
    page = new_page(width=390)
    for myth in (data.myths[0], data.myths[-1]):
        page.goto(f"/myths/#{myth.id}")
        heading = page.locator(f"[id='{myth.id}'] h3")
        expect(heading).to_be_in_viewport(ratio=1)
        box, header = heading.bounding_box(), page.locator("header.top").bounding_box()
        assert box
        assert header
        assert box["y"] >= header["y"] + header["height"], "the header covers it"
