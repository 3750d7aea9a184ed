"""How pages fit a screen and paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import find_chromium
import pytest
from playwright.sync_api import Browser, Page, expect
from record_relief.derive.places import guide_url
from record_relief.source.model import StatesFile
from record_relief.source.place import Jurisdiction

NewPage = Callable[..., Page]

WIDER = """() => {
    const room = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= room) return null;
    const wide = [...document.querySelectorAll("main *")].filter(node =>
        node.getBoundingClientRect().right > room + 1 && !node.closest(".scroll, .hidden, svg"));
    return wide.slice(0, 3).map(node => node.outerHTML.slice(0, 120)).join("\\n") || "unknown";
}"""


UNFOLD = "for (const part of document.querySelectorAll('details')) part.open = true"


def each_width(page: Page, *widths: int) -> Iterator[int]:
    """Make the window of an open page as wide as each of these, one after the other."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 844})
        yield width


def test_the_first_screen_of_a_guide(new_page: NewPage, data: StatesFile) -> None:
    """On a phone the answer, the cost and the first step are there before any scrolling."""
    page = new_page()
    wrong = [found for place in data.jurisdictions for found in not_at_once(page, place)]
    assert not wrong, "\n".join(wrong)


def not_at_once(page: Page, place: Jurisdiction) -> list[str]:
    """Return what of a place's guide is not seen at once."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/" + guide_url(place))
    facts = page.locator(".answer dl > div")
    wanted = {
        "the answer": page.locator(".answer .headline"),
        "the first step": facts.filter(has=page.get_by_text("First step", exact=True)),
    }
    if place.relief:
        wanted["the cost"] = facts.filter(has=page.get_by_text("Cost", exact=True))
    top = page.locator("header.top").bounding_box()
    assert top
    wrong = []
    for name, part in wanted.items():
        box = part.bounding_box()
        assert box, f"{place.name}: {name}"
        end = box["y"] + box["height"]
        if box["y"] < top["y"] + top["height"]:
            wrong.append(f"{place.name}: the header covers {name}")
        if end > 844:
            wrong.append(f"{place.name}: {name} is below the first screen ({end:.0f} of 844 px)")
    # The smallest phones: the answer in a sentence, and the way out.
    page.set_viewport_size({"width": 320, "height": 568})
    expect(wanted["the answer"], place.name).to_be_in_viewport(ratio=1)
    expect(page.locator("#exit"), place.name).to_be_in_viewport(ratio=1)
    return wrong


def test_a_printed_guide_is_whole(new_page: NewPage) -> None:
    page = new_page()
    page.emulate_media(media="print")
    page.goto("/states/new-york/")
    for section in ("answer", "steps", "law", "help", "history"):
        found = page.locator(f"#{section}, section.{section}").first
        expect(found).to_be_visible()
    expect(page.get_by_text("not legal advice").first).to_be_visible()


def test_the_print_button(new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script("window.print = () => { document.body.dataset.printed = 'yes'; }")
    page.goto("/states/ohio/")
    page.get_by_role("button", name="Print or save as PDF").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
    plain = new_page(java_script_enabled=False)
    plain.goto("/states/ohio/")
    expect(plain.get_by_role("button", name="Print or save as PDF")).to_be_hidden()


SMALL = """() => {
    const inText = node => {
        // WCAG 2.5.5 and 2.5.8: a link in a sentence is as high as its line.
        const block = node.closest(".note, p, li, dd, dt, td, th, caption, h2, h3");
        const words = text => text.replace(/[\\s.,;:()*·]+/g, "");
        const flows = getComputedStyle(node).display === "inline" || node.matches(".phone");
        return flows && block
            && words(block.innerText) !== words(node.innerText);
    };
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
        .filter(node => node.checkVisibility() && !node.closest("svg.us-map") && !inText(node))
        // The number of a note, beside the words it is about.
        .filter(node => !node.matches(".skip, .law-marks a"))
        .map(node => node.matches("input[type=radio], input[type=checkbox]")
            ? node.closest("label") || document.querySelector(`label[for="${node.id}"]`) || node
            : node)
        .filter(node => {
            const box = node.getBoundingClientRect();
            return box.height < 43.5 || box.width < 43.5;
        })
        .map(node => {
            const box = node.getBoundingClientRect();
            return `${Math.round(box.width)} x ${Math.round(box.height)}: `
                + node.outerHTML.slice(0, 90);
        });
}"""


WORDS_BROKEN = """() => [...document.querySelectorAll("h1")].flatMap(title => {
    const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT), broken = [];
    while (walker.nextNode()) {
        for (const word of walker.currentNode.data.matchAll(/[^\\s/-]+/g)) {
            const range = document.createRange();
            range.setStart(walker.currentNode, word.index);
            range.setEnd(walker.currentNode, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
            if (lines.size > 1) broken.push(word[0]);
        }
    }
    return broken;
})"""


def too_wide(page: Page, *widths: int) -> list[str]:
    """Return at which of these widths the open page scrolls sideways, and what is too wide."""
    found = [(width, page.evaluate(WIDER)) for width in each_width(page, *widths)]
    return [f"at {width} px: {wide}" for width, wide in found if wide]


def test_every_page_fits_every_width(new_page: NewPage, page_kinds: list[str]) -> None:
    """Folded and unfolded nothing scrolls sideways, and every target is large enough for a thumb.

    44 px each way, but for links in a sentence and the map, whose places a list repeats. In a
    window of 390 px at 200 % no word of a title is broken.
    """
    page = new_page()
    wrong = []
    for path in [*page_kinds, "/search/", "/no-such-page/"]:
        page.goto(path)
        found = too_wide(page, 320, 390, 1280)
        page.evaluate(UNFOLD)
        for width in each_width(page, 1280, 390, 320):
            found += [f"{width} px unfolded: {wide}" for wide in [page.evaluate(WIDER)] if wide]
            found += [f"{width} px: {small}" for small in page.evaluate(SMALL) if width > 320]
        page.set_viewport_size({"width": 195, "height": 422})
        found += [f"breaks {word}" for word in page.evaluate(WORDS_BROKEN) if len(word) < 12]
        wrong += [f"{path} {one}" for one in found]
    assert not wrong, "\n".join([f"{len(wrong)} wrong", *wrong[:40]])


def test_twice_the_size_of_text_fits(new_page: NewPage, page_kinds: list[str]) -> None:
    """WCAG 1.4.4, where only the text grows."""
    page = new_page()
    wide = []
    for path in [*page_kinds, "/search/"]:
        page.goto(path)
        page.evaluate(
            """() => { const root = document.documentElement;
                root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + "px"; }"""
        )
        wide += [f"{path} {found}" for found in too_wide(page, 768, 1280)]
    assert not wide, "\n".join(wide)


# Every part that shows and leaves the screen on its right, but for what scrolls by itself.
OUTSIDE = """() => [...document.querySelectorAll("body *")].filter(node =>
    node.checkVisibility() && !node.closest(".scroll, .hidden, svg, pre")
    && node.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(node => node.outerHTML.slice(0, 90)).slice(0, 3)"""
LARGE = "html { font-size: 32px !important; }"


def too_large(page: Page, path: str) -> list[str]:
    """Return what of the open page, folded and unfolded, leaves the screen or is cut."""
    wrong = []
    for unfold in (
        "0",
        "for (const part of document.querySelectorAll('main details')) part.open = 1",
    ):
        page.evaluate(unfold)
        sideways = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        wrong += [f"{path}: {sideways} px sideways"] if sideways > 0 else []
        wrong += [f"{path}: {found}" for found in page.evaluate(OUTSIDE) + page.evaluate(CUT)]
    return wrong


def test_only_the_text_grows_on_a_small_phone(new_page: NewPage, page_kinds: list[str]) -> None:
    """Text of 32 px at 360 px, as where a browser enlarges the text alone."""
    page = new_page(width=360, bypass_csp=True)
    wrong = []
    for path in [*page_kinds, "/search/", "/no-such-page/"]:
        page.goto(path)
        page.add_style_tag(content=LARGE)
        wrong += too_large(page, path)
    assert not wrong, "\n".join([f"{len(wrong)} wrong", *wrong[:30]])


def test_a_large_font_is_chosen_on_a_small_phone(
    browser: Browser, page_kinds: list[str], site_url: str
) -> None:
    """The same where somebody chose 32 px in the browser: there the layout knows of it."""
    arguments = [*find_chromium.arguments(), "--blink-settings=defaultFontSize=32"]
    path = find_chromium.find()
    wrong = []
    with browser.browser_type.launch(executable_path=path, args=arguments) as own:
        page = own.new_page(viewport={"width": 360, "height": 740}, base_url=site_url)
        for kind in [*page_kinds, "/search/", "/no-such-page/"]:
            page.goto(kind)
            wrong += too_large(page, kind)
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 32
    assert not wrong, "\n".join([f"{len(wrong)} wrong", *wrong[:30]])


# What lies over a part that a jump led to, if anything.
OVER = """hash => {
    const target = document.getElementById(hash.slice(1)), box = target.getBoundingClientRect();
    const head = document.querySelector("header.top");
    const sticky = getComputedStyle(head).position === "sticky";
    const bottom = sticky ? head.getBoundingClientRect().bottom : 0;
    return box.height && box.top < bottom - 1 ? Math.round(bottom - box.top) : 0;
}"""


# The ends of what there is each time, what lies between once a week.
JUMPS = [
    pytest.param(width, style, scripts, marks=() if always else pytest.mark.weekly)
    for width, style in ((360, ""), (390, ""), (1280, ""), (360, LARGE))
    for scripts in (True, False)
    for always in [(width, style, scripts) in ((360, LARGE, True), (1280, "", False))]
]


@pytest.mark.parametrize(("width", "style", "scripts"), JUMPS)
def test_a_jump_leads_to_where_it_can_be_seen(
    width: int, style: str, scripts: bool, new_page: NewPage, page_kinds: list[str]
) -> None:
    """Nothing that a link within the page leads to lands under the header."""
    page = new_page(width=width, bypass_csp=True, java_script_enabled=scripts)
    covered = []
    for path in page_kinds:
        page.goto(path)
        if style:
            page.add_style_tag(content=style)
        hashes = page.evaluate(
            """() => [...new Set([...document.querySelectorAll("main a[href^='#']")].filter(
                link => link.checkVisibility()).map(link => link.hash))]"""
        )
        for anchor in hashes[:: max(1, len(hashes) // 8)]:
            page.locator(f"main a[href='{anchor}']").first.dispatch_event("click")
            over = page.evaluate(OVER, anchor)
            covered += [f"{path}{anchor}: {over} px"] if over else []
    assert not covered, "\n".join(covered[:30])


# What of a part is not where it can be seen or scrolled to, and whether it covers Exit.
PANEL = """() => {
    const panel = document.getElementById("leaving"), box = panel.getBoundingClientRect();
    const exit = document.getElementById("exit").getBoundingClientRect();
    const hit = [.1, .5, .9].flatMap(x => [.1, .5, .9].map(y =>
        document.elementFromPoint(exit.left + exit.width * x, exit.top + exit.height * y)));
    const wrong = hit.filter(node => !node || !node.closest("#exit")).length;
    const last = panel.querySelector("p:last-child");
    panel.scrollTop = panel.scrollHeight;
    const end = last.getBoundingClientRect().bottom;
    panel.scrollTop = 0;
    const begin = panel.querySelector("p").getBoundingClientRect().top - box.top;
    const wide = panel.scrollWidth - panel.clientWidth, below = end - innerHeight;
    return {covered: wrong, top: box.top, begin, below, wide};
}"""


@pytest.mark.parametrize("path", ["/what-might-help/", "/tools/dispute-letter/"])
@pytest.mark.parametrize(
    ("width", "height", "style"),
    [
        (195, 422, ""),
        (320, 480, ""),
        (568, 320, ""),
        (390, 844, LARGE),
        (360, 640, LARGE),
        (640, 360, LARGE),
        (1280, 720, LARGE),
    ],
)
def test_the_word_before_leaving_never_covers_exit(
    path: str, width: int, height: int, style: str, new_page: NewPage
) -> None:
    """However large the text and however small the screen; all of it can be read by scrolling."""
    page = new_page(width=width, bypass_csp=True)
    page.set_viewport_size({"width": width, "height": height})
    page.goto(path)
    if style:
        page.add_style_tag(content=style)
    field = page.locator("form[data-private] :is(input, textarea, select):visible").first
    if field.evaluate("field => field.type").startswith("select"):
        field.select_option(index=2)
    else:
        field.fill("Mine")
    page.locator("main a[href^='../']:visible, footer a[href]:visible").last.evaluate(
        "link => link.click()"
    )
    expect(page.locator("#leaving")).to_be_visible()
    found = page.evaluate(PANEL)
    assert found["covered"] == 0, found
    assert found["top"] >= 0, found
    assert found["begin"] >= 0, found
    assert found["below"] <= 0, found
    assert found["wide"] <= 0, found


SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
CUT = """() => [...document.querySelectorAll("body *")].filter(node => {
    const look = getComputedStyle(node);
    const scrolls = ".hidden, .scroll, svg, .presses, .menu, textarea";
    return look.overflow !== "visible" && !node.closest(scrolls)
        && node.scrollHeight > node.clientHeight + 2 && node.clientHeight > 1;
}).map(node => node.outerHTML.slice(0, 90)).slice(0, 3)"""


def test_wider_spaced_text_fits(new_page: NewPage, page_kinds: list[str]) -> None:
    """WCAG 1.4.12."""
    page = new_page(bypass_csp=True)
    wrong = []
    for path in [*page_kinds, "/search/"]:
        page.goto(path)
        page.add_style_tag(content=SPACED)
        for width in each_width(page, 320, 1280):
            found = page.evaluate(WIDER) or page.evaluate(CUT)
            wrong += [f"{path}, {width} px: {found}"] if found else []
    assert not wrong, "\n".join(wrong)
