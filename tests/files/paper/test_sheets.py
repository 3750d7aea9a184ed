"""Each place's sheets, opened and read: what they say, and whom they say it to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from record_relief.derive.guide import _HEADLINES
from record_relief.derive.labels import LABELS
from record_relief.derive.wording import day

from tests import recount
from tests.files.paper.conftest import Pdf, solid

Place = dict[str, Any]
Organisations = dict[str, dict[str, Any]]

SITE = "recordrelief.org"
# What would tell a stranger why somebody has the sheet.
TELLING = re.compile(
    r"traffick|surviv|victim|prostitut|\bsex|labor|exploit|coerc|forced|duress|abus|assault|minor"
    # A law that the sheet does not name, and who is known for this work: in an address, too.
    r"|vacatur|\bcast(?!le)|this\s*law(?!y)",
    re.IGNORECASE,
)


def shown(address: str) -> str:
    """Return an address as it stands on paper."""
    return address.partition("://")[2].rstrip("/")


def helpers(place: Place, organisations: Organisations) -> list[dict[str, Any]]:
    """Return who helps, in the order of the data: local first."""
    return [
        organisations[entry["organisation"]] if entry.get("organisation") else entry
        for entry in place["help"]
    ]


def test_a_sheet_is_at_most_two_pages(full: Pdf, neutral: Pdf) -> None:
    assert len(full.reader.pages) <= 2
    assert len(neutral.reader.pages) == 1
    for pdf in (full, neutral):
        for page in pdf.reader.pages:
            assert tuple(page.mediabox) == (0, 0, 612, 792)  # US Letter


def test_a_sheet_is_for_everybody(place: Place, full: Pdf, neutral: Pdf) -> None:
    """PDF/UA: tagged, with its language and title, in letters that travel with the file."""
    for pdf in (full, neutral):
        assert pdf.catalog["/Lang"] == "en-US"
        assert pdf.catalog["/MarkInfo"]["/Marked"].value
        assert pdf.catalog["/StructTreeRoot"]["/K"]
        assert pdf.catalog["/ViewerPreferences"]["/DisplayDocTitle"].value
        assert "<pdfuaid:part>1</pdfuaid:part>" in pdf.metadata
        assert place["name"] in pdf.title
        assert pdf.bookmarks[0] == place["name"]
        for page in pdf.reader.pages:
            for font in page["/Resources"]["/Font"].values():
                assert re.match(r"/[A-Z]{6}\+SourceSansPro-", font.get_object()["/BaseFont"])
        assert pdf.descriptions == [
            f"Code for a phone's camera. It leads to {SITE}/{place['code'].lower()}"
        ]


def test_a_full_sheet_says_what_the_guide_says(
    place: Place, full: Pdf, organisations: Organisations
) -> None:
    law = recount.main_law(place)
    hotline = organisations["national-hotline"]
    assert not full.missing(
        place["name"],
        _HEADLINES[place["coverage"]],
        LABELS["coverage"][place["coverage"]],
        place["summary"],
        *place["cautions"],
        f"Checked {day(place['checked'])}",
        "information, not legal advice",
        f"{SITE}/{place['code'].lower()}",
        hotline["phone"],
        hotline["text_line"],
    )
    if law:
        assert not full.missing(*law["steps"], law["where"], law["citation"], law["fee"]["text"])
        assert not full.missing(law["timing"]["text"], law["offenses"]["covered"], law["effect"])
        assert not full.missing(*(item.rstrip(".") for item in law["offenses"]["excluded"]))
    for other in place["relief"]:
        assert not full.missing(other["title"])
        for form in other["forms"]:
            assert not full.missing(form["title"], shown(form["url"]))
    for other in place["other_relief"]:
        assert not full.missing(other["name"], other["text"] if not law else None)
    record = place["own_record"]
    assert not full.missing(record["agency"], record["how"])


def test_what_no_code_names_is_told_as_the_guide_tells_it(place: Place, full: Pdf) -> None:
    """ "A standard of its own" alone would tell nothing."""
    law = recount.main_law(place)
    for part in ("nexus", "proof") if law else ():
        if law[part]["standard"] == "other":
            assert not full.missing(LABELS[f"{part}.standard"]["other"], law[part]["text"])


def test_sheets_name_the_soonest_way_for_each_kind_of_record(
    place: Place, full: Pdf, neutral: Pdf, raw: dict[str, Any]
) -> None:
    """At most three ways in force, each with the records for which it is the soonest."""
    on = max(entry["checked"] for entry in raw["jurisdictions"])
    soonest: dict[str, list[str]] = {}
    ways = {way["id"]: way for way in place["ways"]}
    for kind, label in LABELS["reaches.short"].items():
        if way := recount.soonest_way(place, kind, on):
            soonest.setdefault(way["id"], []).append(label)
    shown_ways = [(ways[id_], kinds) for id_, kinds in list(soonest.items())[:3]]
    for way, kinds in shown_ways:
        told = f"Soonest for: {', '.join(kinds)}."
        assert not full.missing(way["name"], told), way["id"]
        name = "A way that the guide names" if TELLING.search(way["name"]) else way["name"]
        assert not neutral.missing(name, told), way["id"]
        if not place["relief"]:
            assert not full.missing(way["wait"]["text"], way["effect"])
    assert full.text.count(solid("Soonest for:")) == len(shown_ways)


def test_help_stands_on_both_sheets(
    place: Place, full: Pdf, neutral: Pdf, organisations: Organisations
) -> None:
    """On the full sheet everybody by name, local first; on the plain one every number."""
    found = helpers(place, organisations)
    assert not full.missing(*(item["name"] for item in found), *(item["text"] for item in found))
    ways = ("phone", "text_line", "email", "url")
    lost = [item["name"] for item in found if not any(item.get(way) for way in ways)]
    assert full.text.count(solid("We found no phone number and no website.")) == len(lost)
    order = [
        full.text.index(solid(item["name"]), full.text.index("Freelegalhelp")) for item in found
    ]
    assert order == sorted(order)
    for item in found:
        assert not full.missing(item["phone"], item.get("email"))
        assert not neutral.missing(item["phone"], item.get("text_line"))


@pytest.mark.parametrize(
    ("label", "field"),
    [("Cost", "fee.rule"), ("Offenses", "offenses.scope"), ("Where", "where")],
)
def test_what_is_not_confirmed_says_so(place: Place, full: Pdf, label: str, field: str) -> None:
    law = recount.main_law(place)
    if not law:
        assert f"{label}:" not in full.text.partition("Talktosomebody")[0]
        return
    value = recount.read(law, field)
    told = solid(f"{label}: {LABELS[field][value] if field in LABELS else value}")
    assert told in full.text
    marked = field in law["unconfirmed"] or field.partition(".")[0] in law["unconfirmed"]
    assert (told + "(notconfirmed)" in full.text) == marked


def test_steps_nobody_lists_say_so(place: Place, full: Pdf) -> None:
    law = recount.main_law(place)
    marked = bool(law) and "steps" in law["unconfirmed"]
    told = solid("no one source lists them. (not confirmed)")
    assert (told in full.text) == marked


def test_the_code_leads_to_the_guide(place: Place, full: Pdf, neutral: Pdf) -> None:
    for pdf in (full, neutral):
        with pypdfium2.PdfDocument(pdf.file) as document:
            page = document[0]
            picture = page.render(scale=2, grayscale=True)
            pixels = memoryview(bytes(picture.buffer)).cast(
                "B", shape=[picture.height, picture.stride]
            )
            (code,) = zxingcpp.read_barcodes(pixels)
            page.close()
        assert code.text == f"https://{SITE}/{place['code'].lower()}/"


def test_a_plain_sheet_does_not_say_why(full: Pdf, neutral: Pdf) -> None:
    """Nothing on it, in it or on the outside of it tells a stranger what the law is for."""
    pages = " ".join(neutral.sheets)
    for told in (
        pages,
        neutral.text,
        neutral.metadata,
        neutral.file.name,
        *neutral.bookmarks,
        *neutral.descriptions,
    ):
        assert not TELLING.search(told)
    # The full sheet's name and title stand in lists of files and in tabs.
    for told in (full.file.name, full.title):
        assert not TELLING.search(told)
    assert "trafficking" in full.text


def test_a_plain_sheet_still_helps(place: Place, neutral: Pdf) -> None:
    assert not neutral.missing(
        place["name"],
        f"Checked {day(place['checked'])}",
        f"{SITE}/{place['code'].lower()}",
        "information, not legal advice",
        "Call free legal help.",
        "Get your own record.",
    )
    law = recount.main_law(place)
    if law:
        assert not neutral.missing(
            f"Cost: {LABELS['fee.rule'][law['fee']['rule']]}",
            *(LABELS["records"][record] for record in law["records"]),
            *(LABELS["remedies"][remedy] for remedy in law["remedies"]),
            None if TELLING.search(law["where"]) else law["where"],
        )
    assert ("Where:" in neutral.text) <= bool(law)


def test_names_of_files_are_places(folder: Path, raw: dict[str, Any]) -> None:
    """Two sheets for each place and the worksheet; nothing else in a site not yet published."""
    files = {path.name for path in folder.iterdir() if path.is_file()}
    names = {name for name in files if not name.startswith("index.html")}
    assert len(names) == 2 * len(raw["jurisdictions"]) + 1
    assert not [name for name in names if TELLING.search(name)]
