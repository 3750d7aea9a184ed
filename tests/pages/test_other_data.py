"""Pages hold for other data than today's: what a place may be without is never an empty list."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import Any

import markdown
import pytest
import yaml
from record_relief.build.project import Project
from selectolax.lexbor import LexborHTMLParser

from tests.builders import ROOT

DAY = date(2027, 5, 1)
FILLED = {"ul": "li", "ol": "li", "dl": "dt", "table": "td"}


def emptied(place: dict[str, Any]) -> None:
    """Take away what a place may be without; what nothing cites then was read all the same."""
    place["history"], place["pending"], place["cautions"] = [], [], []
    place["help"] = place["help"][:1]
    place["checked"] = min(place["checked"], date(2026, 1, place["checked"].day))
    place.setdefault("also_read", [])
    cited = json.dumps(
        {name: part for name, part in place.items() if name != "sources"}, default=str
    )
    place["also_read"] += [s["id"] for s in place["sources"] if f'"{s["id"]}"' not in cited]


def reported(place: dict[str, Any]) -> bool:
    """Let news report that a state's number for its times is to fall; False where it has none."""
    fair = place.get("fair_chance") or {"times": ()}
    waits = [time for time in fair["times"] if time["purpose"] == "answer" and not time["local"]]
    private = fair["employment"]["private"] if waits else {}
    if (private.get("threshold") or 1) < 2 or private["threshold_for"] == "ask":
        return False
    change = {"day": DAY, "text": "It falls.", "confirmed": False, "set": {"threshold": None}}
    private["next"] = [change]
    return True


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project in which every second place has only what it must have."""
    root = tmp_path_factory.mktemp("bare")
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, root / name)
    file = root / "data/states.yaml"
    data = yaml.load(file.read_bytes(), yaml.CSafeLoader)
    for place in data["jurisdictions"][::2]:
        emptied(place)
    assert any(map(reported, data["jurisdictions"]))  # the first is enough
    file.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8")
    # A packet names the doubts that it leaves out; here there may be none.
    packets = root / "data/packets.yaml"
    words = yaml.load(packets.read_bytes(), yaml.CSafeLoader)
    for own in words["own"]:
        own.pop("leave_out", None)
    packets.write_text(yaml.dump(words, Dumper=yaml.CSafeDumper, allow_unicode=True), "utf-8")
    site = "https://site.example/"
    project = Project(root, ROOT / "overrides", site, "https://exit.example/")
    for path in (root / "docs/assets").rglob("*.*"):
        project.assets.add(path.relative_to(root / "docs").as_posix(), path.read_bytes())
    for name, content in project.own_assets().items():
        project.assets.add(name, content)
    return project


def empty_lists(html: str) -> list[str]:
    """Return the lists and tables without any entry, but for that which a script fills."""
    return [
        str(node.html)
        for outer, inner in FILLED.items()
        for node in LexborHTMLParser(html).css(outer)
        if not node.css(inner) and node.attributes.get("id") != "results"
    ]


def test_no_generated_page_has_an_empty_list(bare: Project) -> None:
    for page in bare.generated.values():
        html = bare.renderer.page(page.template, page.url, **page.told())
        assert empty_lists(html) == [], page.url


def test_no_hand_written_page_has_an_empty_list(bare: Project) -> None:
    extensions = ["attr_list", "def_list", "md_in_html", "tables"]
    for page in bare.written.values():
        text = bare.renderer.markdown(page.text, page.url, page.source, repo_url=None)
        assert empty_lists(markdown.markdown(text, extensions=extensions)) == [], page.source


def test_a_plan_counts_by_both_rules_where_a_change_is_only_reported(bare: Project) -> None:
    """From its day on, and the page says so; the rule that stands goes on."""
    (form,) = [form for form in bare.facts.forms if form.steps and form.for_[0] == "employer"]
    (page,) = [page for page in bare.generated.values() if page.url == form.url]
    tree = LexborHTMLParser(bare.renderer.page(page.template, page.url, **page.told()))
    told = [item for item in tree.css("#changes li") if "It falls." in item.text()]
    assert told
    for item in told:
        after = item.css_first("[data-when=after]").text()
        assert "was due to start on May 1, 2027. Ask whether it did." in after
        assert "the dates count by both rules" in after
        rows = tree.css(f"#times [data-state={item.attributes['data-state']}][data-city='']")
        ends = {
            (row.attributes.get("data-since"), row.attributes.get("data-until")) for row in rows
        }
        assert ends == {(None, None), (str(DAY), None)}
        (new, *_) = [row for row in rows if "data-since" in row.attributes]
        assert "if a reported change starts on May 1, 2027" in new.text()
        assert "data-least" not in new.attributes
