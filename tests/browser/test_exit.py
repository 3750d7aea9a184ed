"""The exit control: one tap or three Shifts, and the page is gone from sight and from Back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import find_chromium
import offline
import pytest
from playwright.sync_api import Browser, Page, Route, expect

GUIDE = "/states/new-york/"
ELSEWHERE = "<title>Elsewhere</title><p>An ordinary page</p>"

OpenPage = Callable[..., Page]


def ordinary(route: Route) -> None:
    route.fulfill(body=ELSEWHERE, content_type="text/html")


def nothing(route: Route) -> None:
    """The browser keeps showing the page while the other site loads."""
    route.fulfill(status=204)


def never(_: Route) -> None:
    """No answer comes."""


@pytest.fixture
def open_page(browser: Browser, site_url: str) -> Iterator[OpenPage]:
    """A function that opens a page whose outside requests are answered with an ordinary page."""
    contexts = []

    def open_page(
        *, answer: Callable[[Route], None] = ordinary, beside: Page | None = None, **options: Any
    ) -> Page:
        if beside:
            return beside.context.new_page()
        context = browser.new_context(base_url=site_url, **options)
        contexts.append(context)
        context.route(lambda url: not url.startswith(site_url), answer)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


def click(page: Page) -> None:
    page.get_by_role("link", name="Exit this page now").click(no_wait_after=True)


def shift_three_times(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def by_the_second_tab_stop(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Exit this page", exact=True)).to_be_focused()
    page.keyboard.press("Enter")


def assert_blank(page: Page) -> None:
    """Nothing is left but a word and the way to the other site."""
    way = page.get_by_role("link")
    expect(way).to_have_count(1)
    host = urlsplit(str(way.get_attribute("href"))).netloc
    expect(way).to_have_text(host)
    assert page.inner_text("body").split() == ["Loading…", host]
    assert page.title() == "Loading…"
    expect(page.locator("link[rel=icon]")).to_have_attribute("href", "data:,")
    expect(page.locator("input, svg, img")).to_have_count(0)


def is_gone(page: Page) -> None:
    expect(page.get_by_text("An ordinary page")).to_be_visible()


every_way = pytest.mark.parametrize("leave", [click, shift_three_times, by_the_second_tab_stop])


@every_way
def test_the_way_back_does_not_come_here(
    leave: Callable[[Page], None], open_page: OpenPage, site_url: str
) -> None:
    page = open_page()
    page.goto("/safety/")
    page.goto(GUIDE)
    length = page.evaluate("history.length")
    leave(page)
    is_gone(page)
    assert page.evaluate("history.length") == length, "the guide was replaced, not left behind"
    page.go_back()
    assert page.url == f"{site_url}/safety/"


def test_jumps_within_a_page_are_not_found_by_back(open_page: OpenPage, site_url: str) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto("/safety/")
    page.goto(GUIDE)
    for name in ("Free legal help", "Who"):
        page.get_by_role("link", name=name, exact=True).first.click()
        assert page.url.startswith(site_url + GUIDE + "#")
    click(page)
    is_gone(page)
    page.go_back()
    assert page.url == f"{site_url}/safety/"


def test_a_jump_within_a_page_still_moves_the_keyboard(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/about/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.querySelector('main a')")


@every_way
@pytest.mark.parametrize("path", ["/", GUIDE, "/search/", "/myths/", "/learn/", "/no-such/page/"])
def test_it_works_on_every_kind_of_page(
    path: str, leave: Callable[[Page], None], open_page: OpenPage
) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto(path)
    leave(page)
    is_gone(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_other_site_does_not_learn_where_a_visitor_came_from(
    scripts: bool, open_page: OpenPage, site_url: str
) -> None:
    page = open_page(java_script_enabled=scripts)
    page.goto(GUIDE)
    with page.expect_request(lambda request: not request.url.startswith(site_url)) as found:
        click(page)
    assert found.value.is_navigation_request()
    assert "referer" not in found.value.all_headers()


@every_way
def test_nothing_of_the_page_is_left_while_the_other_site_loads(
    leave: Callable[[Page], None], open_page: OpenPage
) -> None:
    page = open_page(answer=nothing)
    page.goto(GUIDE)
    leave(page)
    expect(page.get_by_role("alert")).to_have_text("Loading…")
    assert_blank(page)


def test_search_box_and_results_are_empty_before_it_leaves(open_page: OpenPage) -> None:
    page = open_page(answer=nothing)
    page.goto("/search/")
    box, results = page.get_by_label("What are you looking for?"), page.locator("#results")
    box.press_sequentially("pardon")
    expect(results.locator("li").first).to_be_visible()
    kept = page.evaluate_handle(
        "({box: document.getElementById('q'), list: document.getElementById('results')})"
    )
    page.locator("#exit").click(no_wait_after=True)
    expect(page.get_by_role("alert")).to_be_visible()
    assert kept.evaluate("({box, list}) => [box.value, list.textContent]") == ["", ""]


ANSWERS = """kind => {
    const form = document.createElement(kind);
    form.innerHTML = `<input type="radio" name="a"><input type="checkbox"><textarea></textarea>
        <select><option>Choose<option>Ohio</select>`;
    const answer = document.createElement("div");
    answer.dataset.answer = "";
    document.querySelector("main").append(form, answer);
    form.fields = form.querySelectorAll("input, textarea, select");
    form.querySelectorAll("input").forEach(field => { field.checked = true; });
    form.querySelector("textarea").value = "mine";
    form.querySelector("select").selectedIndex = 1;
    answer.textContent = "This law may fit";
    window.kept = {form, answer};
}"""
ANSWERED = """() => {
    const {form, answer} = window.kept, [radio, box, text, choice] = form.fields;
    return [radio.checked, box.checked, text.value, choice.value, answer.textContent];
}"""


@pytest.mark.parametrize("kind", ["form", "div"])
def test_every_kind_of_answer_is_empty_before_it_leaves(kind: str, open_page: OpenPage) -> None:
    page = open_page(answer=nothing)
    page.goto("/states/")  # a guide has nothing to answer
    page.evaluate(ANSWERS, kind)
    assert page.evaluate(ANSWERED) == [True, True, "mine", "Ohio", "This law may fit"]
    click(page)
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.evaluate(ANSWERED) == [False, False, "", "Choose", ""]


@pytest.mark.parametrize("dark", [True, False])
def test_what_is_left_has_the_color_of_an_empty_tab(dark: bool, open_page: OpenPage) -> None:
    page = open_page(answer=nothing, color_scheme="dark" if dark else "light")
    page.goto(GUIDE)
    click(page)
    expect(page.get_by_role("alert")).to_be_visible()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(18, 18, 18)" if dark else "rgb(255, 255, 255)")


def test_other_tabs_leave_too(open_page: OpenPage, site_url: str) -> None:
    page = open_page()
    page.goto(GUIDE)
    other = open_page(beside=page)
    other.goto(f"{site_url}/search/")
    click(page)
    is_gone(page)
    is_gone(other)


@pytest.mark.parametrize("scripts", [True, False])
def test_it_opens_in_the_same_tab(scripts: bool, open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=scripts)
    page.goto(GUIDE)
    click(page)
    is_gone(page)
    assert page.context.pages == [page]


def test_a_mail_or_phone_link_stays_what_it_is(open_page: OpenPage, site_url: str) -> None:
    """The control's listener sees every click; only the way out is its business."""
    page = open_page()
    page.goto("/resources/")
    for start in ("mailto:", "tel:"):
        link = page.locator(f"main a[href^='{start}']").first
        prevented = link.evaluate(
            """link => new Promise(done => {
                addEventListener("click", event => {
                    done(event.defaultPrevented);
                    event.preventDefault();  // no mail program here
                }, {once: true});
                link.click();
            })"""
        )
        assert prevented is False
    assert page.url == f"{site_url}/resources/"
    click(page)
    is_gone(page)


# --- every moment between the press and the other site ---


class Slow:
    """Another site that answers nobody until it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Route] = []
        self.answers = False

    def __call__(self, route: Route) -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        elif self.answers:
            ordinary(route)
        else:
            self.waiting.append(route)

    def wait(self, page: Page, asked: int) -> None:
        """Wait until it was asked so many times."""
        for _ in range(400):
            if len(self.waiting) >= asked:
                return
            page.wait_for_timeout(50)
        pytest.fail(f"asked {len(self.waiting)} times, not {asked}")

    def give_up(self, page: Page) -> None:
        """Hang up: the browser keeps showing what it shows."""
        self.wait(page, 1)
        self.waiting[-1].abort("aborted")


LEFT = """() => {
    const {location, document, history} = window.watched;
    const [way, ...more] = document.querySelectorAll("a, input, svg, img");
    const box = way.getBoundingClientRect();
    return {
        address: location.pathname, title: document.title, length: history.length,
        text: document.body.innerText, to: way.href, more: more.length,
        x: box.x + box.width / 2, y: box.y + box.height / 2,
    };
}"""


class Watched:
    """A page, and a second one that sees into it.

    While a navigation waits for its answer Chromium lets no debugger look into a page; keys, the
    mouse, Stop and Reload come through.
    """

    def __init__(self, page: Page, open_page: OpenPage, site_url: str) -> None:
        self.site = site_url
        self._watcher = open_page(beside=page)
        self._watcher.goto("/robots.txt")  # nothing here leaves with the other tabs
        with self._watcher.expect_popup() as opened:
            self._watcher.evaluate("void (window.watched = window.open('/safety/'))")
        self.page = opened.value
        self.page.wait_for_load_state()
        self.page.goto(GUIDE)
        self._devtools = page.context.new_cdp_session(self.page)
        self.length = self.page.evaluate("history.length")

    def left(self) -> dict[str, Any]:
        return self._watcher.evaluate(LEFT)  # type: ignore[no-any-return]

    def pause(self) -> None:
        self._watcher.wait_for_timeout(50)

    def click_what_is_left(self) -> None:
        left = self.left()
        self.page.mouse.click(left["x"], left["y"])

    def shift(self) -> None:
        shift_three_times(self.page)

    def stop(self) -> None:
        self._devtools.send("Page.stopLoading")

    def reload(self) -> None:
        self._watcher.evaluate("window.watched.before = true")
        self._devtools.send("Page.reload")
        self._watcher.wait_for_function(
            "window.watched.before === undefined && window.watched.document.querySelector('main')"
        )

    def go(self, steps: int) -> None:
        self._watcher.evaluate("steps => window.watched.history.go(steps)", steps)

    def is_blank(self) -> bool:
        left = self.left()
        host = urlsplit(left["to"]).netloc
        assert left["title"] == "Loading…"
        assert left["text"].split() == ["Loading…", host]
        assert left["more"] == 0
        assert left["address"] == "/loading.html"
        assert left["length"] == self.length, "no entry was added"
        assert host not in ("", urlsplit(self.site).netloc)
        return True


@pytest.mark.parametrize(
    ("meanwhile", "again"),
    [
        (Watched.pause, Watched.shift),
        (Watched.stop, Watched.click_what_is_left),
        (Watched.reload, Watched.click_what_is_left),
        (Watched.reload, Watched.shift),
    ],
)
@pytest.mark.parametrize("leave", [click, shift_three_times])
def test_while_the_other_site_is_slow_nothing_of_the_page_comes_back(
    leave: Callable[[Page], None],
    meanwhile: Callable[[Watched], None],
    again: Callable[[Watched], None],
    open_page: OpenPage,
    site_url: str,
) -> None:
    """Nor its address; and each way out still leads out."""
    slow = Slow()
    tab = Watched(open_page(answer=slow), open_page, site_url)
    leave(tab.page)
    slow.wait(tab.page, 1)
    assert tab.is_blank()
    meanwhile(tab)
    assert tab.is_blank()
    slow.answers = True
    again(tab)
    is_gone(tab.page)
    tab.page.go_back()
    assert tab.page.url == f"{site_url}/safety/"


def test_each_press_starts_anew_while_the_other_site_is_slow(
    open_page: OpenPage, site_url: str
) -> None:
    slow = Slow()
    tab = Watched(open_page(answer=slow), open_page, site_url)
    click(tab.page)
    slow.wait(tab.page, 1)
    for asked, again in enumerate([tab.shift, tab.click_what_is_left, tab.shift], 2):
        again()
        slow.wait(tab.page, asked)
        assert tab.is_blank()


def test_back_from_the_page_that_is_left_does_not_bring_the_guide(
    open_page: OpenPage, site_url: str
) -> None:
    slow = Slow()
    tab = Watched(open_page(answer=slow), open_page, site_url)
    click(tab.page)
    slow.wait(tab.page, 1)
    tab.go(-1)
    tab.page.wait_for_url(f"{site_url}/safety/")
    tab.go(1)
    tab.page.wait_for_url(f"{site_url}/loading.html")


def test_without_javascript_the_page_is_covered_while_the_other_site_is_slow(
    open_page: OpenPage, site_url: str
) -> None:
    slow = Slow()
    page = open_page(answer=slow, java_script_enabled=False)
    page.goto(GUIDE)
    click(page)
    slow.give_up(page)
    assert page.url == f"{site_url}/loading.html"
    assert_blank(page)
    slow.answers = True
    page.get_by_role("link").click()
    is_gone(page)


def test_the_page_that_covers_leads_on_by_itself_and_is_not_found_by_back(
    open_page: OpenPage, site_url: str
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(GUIDE)
    click(page)
    is_gone(page)
    page.go_back()
    assert page.url == site_url + GUIDE


def test_a_page_opened_as_a_file_is_covered_too(
    open_page: OpenPage, site_dir: Path, tmp_path: Path
) -> None:
    """Its address can't be changed, so the blank page beside it is opened."""
    copy = offline.Copy(site_dir)
    for name in ("about/index.html", "loading.html"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(copy.page((site_dir / name).read_text("utf-8"), name), "utf-8")
    slow = Slow()
    page = open_page(answer=slow)
    page.goto((tmp_path / "about/index.html").as_uri())
    click(page)
    slow.give_up(page)
    assert page.url == (tmp_path / "loading.html").as_uri()
    assert_blank(page)
    slow.answers = True
    shift_three_times(page)
    is_gone(page)


# --- while a script of the page is late, broken or busy ---


def test_it_works_while_the_scripts_of_the_page_are_not_there(open_page: OpenPage) -> None:
    page = open_page()
    page.route("**/*.js", lambda route: route.fulfill(status=404, body="not here"))
    page.goto("/search/")
    click(page)
    is_gone(page)


@every_way
def test_it_works_while_a_script_never_comes(
    leave: Callable[[Page], None], open_page: OpenPage
) -> None:
    page = open_page()
    page.route("**/*.js", never)
    page.goto("/search/", wait_until="commit")
    expect(page.locator("footer")).to_be_visible()
    leave(page)
    is_gone(page)


@pytest.mark.parametrize("leave", [click, shift_three_times])
def test_it_works_after_a_script_of_the_page_has_failed(
    leave: Callable[[Page], None], open_page: OpenPage
) -> None:
    """Also one that swallows every click and key before it throws."""
    page = open_page()
    page.route(
        "**/*.js",
        lambda route: route.fulfill(
            content_type="text/javascript",
            body="""for (const kind of ["click", "keydown", "keyup", "pointerdown"])
                addEventListener(kind, event => {
                    event.stopImmediatePropagation(); throw Error("no");
                }, true);
                throw Error("no");""",
        ),
    )
    page.goto("/search/")
    leave(page)
    is_gone(page)


@pytest.mark.parametrize("leave", [click, shift_three_times])
@pytest.mark.parametrize(
    "missing",
    [
        "delete window.BroadcastChannel",
        "Document.prototype.createElement = () => { throw Error('no') }",
        "Document.prototype.querySelectorAll = () => { throw Error('no') }",
        "Object.defineProperty(Document.prototype, 'title', {set() { throw Error('no') }})",
        "HTMLFormElement.prototype.reset = () => { throw Error('no') }; window.stop = undefined",
    ],
)
def test_a_browser_that_lacks_a_feature_leaves_all_the_same(
    missing: str, leave: Callable[[Page], None], open_page: OpenPage
) -> None:
    page = open_page()
    page.add_init_script(missing)
    page.goto("/search/")
    leave(page)
    is_gone(page)


def test_a_click_without_the_script_is_a_plain_link(open_page: OpenPage) -> None:
    """Where the script can't run at all, although others do."""
    page = open_page()
    page.add_init_script("Document.prototype.getElementById = () => null")
    page.goto("/about/")
    click(page)
    is_gone(page)


@pytest.mark.parametrize("leave", [click, shift_three_times])
def test_a_busy_page_leaves_as_soon_as_it_can(
    leave: Callable[[Page], None], open_page: OpenPage
) -> None:
    """While a script keeps the page busy no page can act; the tap is not lost."""
    page = open_page()
    page.goto(GUIDE)
    page.evaluate(
        """() => { setTimeout(() => {
            const end = performance.now() + 1500;
            while (performance.now() < end);
        }, 0); }"""
    )
    leave(page)
    is_gone(page)


def test_it_is_a_plain_link_without_javascript(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(GUIDE)
    click(page)
    is_gone(page)


# --- reach ---


ON_TOP = """control => {
    const box = control.getBoundingClientRect();
    return control.contains(document.elementFromPoint(box.x + box.width / 2, box.y + 5));
}"""


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_stays_in_reach(width: int, scripts: bool, open_page: OpenPage) -> None:
    """Also at the end of the longest page, at a size a thumb can press."""
    page = open_page(viewport={"width": width, "height": 568}, java_script_enabled=scripts)
    page.goto(GUIDE)
    control = page.get_by_role("link", name="Exit this page now")
    for key in ("Home", "End"):
        page.keyboard.press(key)
        expect(control).to_be_in_viewport(ratio=1)
        # Not click(trial=True): the control listens before what that puts in its way.
        assert control.evaluate(ON_TOP)
    box = control.bounding_box()
    assert box
    assert box["height"] >= 44
    assert box["width"] >= 44


# --- Shift ---


def status_of(page: Page) -> Any:
    return page.get_by_role("status").and_(page.locator("#exit-status"))


def test_two_shifts_and_another_key_stay(open_page: OpenPage, site_url: str) -> None:
    page = open_page()
    page.goto(GUIDE)
    status = status_of(page)
    page.keyboard.press("Shift")
    expect(status).to_have_text("Shift, press two more times to leave.")
    page.keyboard.press("Shift")
    expect(status).to_have_text("Shift, press one more time to leave.")
    page.keyboard.press("a")
    expect(status).to_have_text("Leaving with Shift has stopped.")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert page.url == site_url + GUIDE
    page.keyboard.press("Shift")
    is_gone(page)


def test_the_presses_run_out_and_say_so(open_page: OpenPage, site_url: str) -> None:
    page = open_page()
    page.clock.install(time=0)
    page.goto(GUIDE)
    page.clock.pause_at(3_600)
    status = status_of(page)
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.run_for(4_900)
    expect(status).to_have_text("Shift, press one more time to leave.")
    page.clock.run_for(200)
    expect(status).to_have_text("Leaving with Shift has stopped.")
    page.clock.run_for(5_100)
    expect(status).to_have_text("")
    page.keyboard.press("Shift")
    expect(status).to_have_text("Shift, press two more times to leave.")
    assert page.url == site_url + GUIDE


def test_dots_on_the_control_count_the_presses(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 320, "height": 568})
    page.goto(GUIDE)
    dots = page.locator("#exit .presses > span")

    def full() -> list[bool]:
        return dots.evaluate_all(  # type: ignore[no-any-return]
            """all => all.map(dot => dot.checkVisibility()
                && getComputedStyle(dot).backgroundColor !== "rgba(0, 0, 0, 0)")"""
        )

    assert full() == [False, False, False]
    page.keyboard.press("Shift")
    assert full() == [True, False, False]
    page.keyboard.press("Shift")
    assert full() == [True, True, False]
    page.keyboard.press("Escape")
    expect(dots.first).to_be_hidden()


def test_typing_capitals_does_not_leave(open_page: OpenPage, site_url: str) -> None:
    """Nor does it say anything to who can't see."""
    page = open_page()
    page.goto("/search/")
    page.get_by_label("What are you looking for?").focus()
    for letter in "NYCNYC":
        page.keyboard.press(f"Shift+{letter}")
        expect(status_of(page)).to_have_text("")
    expect(page.get_by_label("What are you looking for?")).to_have_value("NYCNYC")
    assert page.url == f"{site_url}/search/"


def test_shift_with_the_mouse_or_held_down_does_not_leave(
    open_page: OpenPage, site_url: str
) -> None:
    page = open_page()
    page.goto(GUIDE)
    for _ in range(4):
        page.keyboard.down("Shift")
        page.locator("h1").click()
        page.keyboard.up("Shift")
    page.keyboard.down("Shift")
    for _ in range(4):
        page.keyboard.down("Shift")  # the keyboard repeats a key that is held
    page.keyboard.up("Shift")
    expect(status_of(page)).to_have_text("Shift, press two more times to leave.")
    assert page.url == site_url + GUIDE


# --- Back, with the browser's memory of whole pages ---


@pytest.fixture(scope="module")
def remembering(browser: Browser) -> Iterator[Browser]:
    """A Chromium that keeps pages whole for Back, as browsers do and Playwright's do not."""
    chromium = browser.browser_type.launch(
        executable_path=find_chromium.find(),
        args=find_chromium.arguments(),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield chromium
    chromium.close()


def test_back_brings_no_answer_even_from_memory(remembering: Browser, site_url: str) -> None:
    with remembering.new_context(base_url=site_url) as context:
        page = context.new_page()
        page.add_init_script(
            """addEventListener("pageshow", event => {
                const box = document.getElementById("q");
                if (!box) return;
                const seen = box.value + document.getElementById("results").textContent;
                console.log(JSON.stringify([event.persisted, seen]));
            })"""
        )
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.goto("/search/")
        page.get_by_label("What are you looking for?").press_sequentially("pardon")
        page.locator("#results a").first.click()
        expect(page.locator("h1")).not_to_have_text("Search")
        page.go_back()
        expect(page.locator("#results li")).to_have_count(0)
        expect(page.get_by_label("What are you looking for?")).to_have_value("")
        page.get_by_label("What are you looking for?").press_sequentially("pardon")
        expect(page.locator("#results li").first).to_be_visible()
    assert told[0] == '[false,""]'
    assert all(text.endswith('""]') for text in told), told
