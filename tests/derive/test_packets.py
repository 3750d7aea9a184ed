"""The papers to start from: they say what a law says, and leave open what nobody has confirmed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from record_relief.derive.lawpage import Answers
from record_relief.derive.packets import Packet, Packets
from record_relief.derive.site import Facts
from record_relief.derive.wording import quoted
from record_relief.lint.neutral_titles import TELLING
from record_relief.source import packets as model
from record_relief.source.coded import LAW_FIELD, LAW_FIELDS
from record_relief.source.evidence import Data, Evidence, Ground
from record_relief.source.law import Law
from record_relief.source.packets import PacketsFile

from tests.builders import ROOT, altered, data_of, raw_states


def texts(packet: Packet, *kinds: str) -> list[str]:
    """Return every text of a packet, or those of some kinds, with the cells of its tables."""
    pieces = [piece for paper in packet.papers for piece in paper.pieces]
    chosen = [piece for piece in pieces if not kinds or piece.kind in kinds]
    cells = (cell for piece in chosen for row in piece.rows for cell in row)
    return [text for piece in chosen for text in (piece.text, piece.lead)] + list(cells)


def inner(words: str) -> str:
    """Return words as they stand inside quotation marks."""
    return words.replace("“", "\N{LEFT SINGLE QUOTATION MARK}").replace(
        "”", "\N{RIGHT SINGLE QUOTATION MARK}"
    )


def of_laws(facts: Facts) -> Iterator[tuple[Law, Packet]]:
    for packets in facts.packets.values():
        for packet in packets.laws:
            assert packet.law
            yield packet.law, packet


def without_own(words: PacketsFile) -> PacketsFile:
    return words.model_copy(update={"own": []})


@pytest.fixture(scope="module")
def small() -> Data:
    return data_of(raw_states())


def packet_of(data: Data, words: PacketsFile, **changes: object) -> Packet:
    """Return the packet of New York's one law in the small data, with changes to the law."""
    place = next(place for place in data.jurisdictions if place.code == "NY")
    law = altered(place.relief[0], **changes)
    changed = place.model_copy(update={"relief": [law]})
    (packet,) = Packets(changed, data.evidence["NY"], words, None).laws
    return packet


def test_every_law_has_a_packet_with_every_sheet(facts: Facts, packet_words: PacketsFile) -> None:
    found = list(of_laws(facts))
    assert len(found) == facts.law_count
    sheets = [sheet for sheet in packet_words.sheets if "law" in sheet.for_ and not sheet.when]
    for law, packet in found:
        assert len(packet.papers) >= len(sheets), law.citation
        assert all(paper.pieces for paper in packet.papers)


def test_every_place_with_other_ways_has_a_checklist_of_them_and_no_outline(facts: Facts) -> None:
    for code, packets in facts.packets.items():
        ways = facts.guides[code].place.ways
        assert len(packets.ways) == bool(ways), code
        for packet in packets.ways:
            told = "\n".join(texts(packet))
            assert [way.name for way in ways if way.name not in told] == []
            assert [step for way in ways for step in way.steps if step not in told] == []
            assert not texts(packet, "number", "caption")


def test_nobody_is_told_to_ask_for_what_comes_without_asking(facts: Facts) -> None:
    for code, packets in facts.packets.items():
        automatic = {
            way.who
            for way in facts.guides[code].place.ways
            if way.automatic == "yes" and not way.is_marked("who")
        }
        for packet in packets.ways:
            pieces = [piece for paper in packet.papers for piece in paper.pieces]
            does = {piece.text for piece in pieces if piece.lead.startswith("Who does it")}
            assert does == automatic, packet.name


def test_the_name_of_a_file_tells_nothing_and_is_its_own(facts: Facts) -> None:
    names = [packet.name for packets in facts.packets.values() for packet in packets.all]
    assert len(set(names)) == len(names)
    assert not [name for name in names if TELLING.search(name)]


def test_every_word_that_was_read_stands_in_the_packet(facts: Facts) -> None:
    for code, packets in facts.packets.items():
        for packet in packets.laws:
            assert packet.law
            told = "\n".join(texts(packet))
            found = facts.data.evidence[code].laws.get(packet.law.id)
            grounds = [one for each in found.proof.values() for one in each] if found else []
            lost = [one.words for one in grounds if one.words and inner(one.words) not in told]
            assert lost == [], packet.name


def test_quotations_of_one_place_that_stand_as_notes_are_one(facts: Facts) -> None:
    """A sentence quoted in parts is not torn, and a part of it never stands alone."""
    for _, packet in of_laws(facts):
        for paper in packet.papers:
            notes = [piece.text if piece.kind == "note" else "" for piece in paper.pieces]
            for one, other in pairwise(notes):
                both = one.startswith("“") and other.startswith("“")
                assert not both or source_of(one) != source_of(other), (packet.name, other)


def source_of(quotation: str) -> str:
    return quotation.rpartition("” (")[2]


def test_what_is_confirmed_is_said(facts: Facts, packet_words: PacketsFile) -> None:
    for law, packet in of_laws(facts):
        own = packet_words.own_of(packet.place.code, law.id)
        told = "\n".join(texts(packet))
        sheets = {sheet.id: sheet for sheet in (*packet_words.sheets, *own.sheets)}
        asked = {block.ask for sheet in sheets.values() for block in sheet.blocks}
        for question in packet_words.questions:
            if question.id not in asked or question.id in {*own.instead, *own.alone}:
                continue
            # Of some fields a law's own notes say it.
            for field in (name for name in question.fields if name not in own.tells):
                for value in () if law.is_marked(field) else LAW_FIELD[field].of(law):
                    say, tell = question.say.get(field, {}), question.tell.get(field, {})
                    only = question.only.get(field, {}).get(value)
                    sentences_of = [say.get(value) or tell[value], *filter(None, [only])]
                    # Where one text is silent and another is not, it is said so instead.
                    beside = f"On {packet_words.look_up[field]}: "
                    said = any(filled(one, packet_words, law) in told for one in sentences_of)
                    answered = value in ("unspecified", "unaddressed") and beside in told
                    assert said or answered, (packet.name, field)


def filled(text: str, words: PacketsFile, law: Law) -> str:
    names = next(names for names in words.names if law.title.startswith(names.begins))
    return text.replace("{paper}", names.paper).replace("{person}", names.person)


def test_no_law_says_what_it_marks_as_not_confirmed(
    facts: Facts, packet_words: PacketsFile
) -> None:
    """Not one sentence that stands under a value of the field, nor its text in plain words."""
    for law, packet in of_laws(facts):
        told = set(texts(packet))
        for field in (one.path for one in LAW_FIELDS if law.is_marked(one.path)):
            assert not told & sentences(field, packet_words, law), (packet.name, field)
            what = looked_up(packet, packet_words)[field]
            assert any(what in text for text in told), (packet.name, field)
        for question in packet_words.questions:
            if question.text and law.is_marked(question.text):
                text = plain(law, question.text)
                assert not text or not any(text in one for one in texts(packet, "note", "number"))


def looked_up(packet: Packet, words: PacketsFile) -> dict[str, str]:
    """Return what is to be looked up where a field is open, for the law of a packet."""
    assert packet.law
    return words.look_up | words.own_of(packet.place.code, packet.law.id).open


def plain(law: Law, path: str) -> str:
    part, _, rest = path.partition(".")
    found = getattr(law, part)
    return str(getattr(found, rest) if rest else found)


def sentences(field: str, words: PacketsFile, law: Law) -> set[str]:
    """Return every sentence that stands under a value of a field."""
    found = {
        filled(text, words, law)
        for question in words.questions
        for by_field in (question.say, question.only, question.tell)
        for text in by_field.get(field, {}).values()
    }
    return found | (set(words.ordered.values()) if field == "remedies" else set())


@pytest.mark.parametrize("field", [field.path for field in LAW_FIELDS])
def test_any_mark_opens_every_sentence_of_its_field(
    small: Data, packet_words: PacketsFile, field: str
) -> None:
    """Whatever the data say: each value of the field in turn, with a mark and without."""
    words = without_own(packet_words)
    several = LAW_FIELD[field].several
    for value in LAW_FIELD[field].values:
        changes = {field.replace(".", "__"): [value] if several else value}
        marked = packet_of(small, words, **changes, unconfirmed=[field])
        law = marked.law
        assert law
        said = sentences(field, words, law)
        assert not said & set(texts(marked)), (field, value)
        assert any(words.look_up[field] in text for text in texts(marked, "open"))
        plain_one = packet_of(small, words, **changes, unconfirmed=[])
        assert len(said & set(texts(plain_one))) >= 1, (field, value)


@pytest.mark.parametrize("kind", LAW_FIELD["records"].values)
def test_the_one_line_on_the_record_cannot_be_struck_out(
    small: Data, packet_words: PacketsFile, kind: str
) -> None:
    """But one beside which another may stand can."""
    question = packet_words.question("record")
    line, sole = question.say["records"][kind], question.only["records"][kind]
    other = next(value for value in LAW_FIELD["records"].values if value != kind)
    words = without_own(packet_words)
    alone = {"records": [kind], "deferred": "no"}
    for changes, stands, is_gone in (
        ({**alone, "unconfirmed": []}, sole, line),
        ({**alone, "unconfirmed": [f"records.{other}"]}, line, sole),
        ({**alone, "deferred": "yes", "unconfirmed": []}, line, sole),
        ({**alone, "records": [kind, other], "unconfirmed": []}, line, sole),
    ):
        told = texts(packet_of(small, words, **changes))
        assert stands in told, changes
        assert is_gone not in told, changes


@pytest.mark.parametrize("part", sorted({field.group for field in LAW_FIELDS} - {"deferred"}))
def test_a_part_that_is_open_as_a_whole_says_nothing_of_its_own(
    small: Data, packet_words: PacketsFile, part: str
) -> None:
    packet = packet_of(small, without_own(packet_words), unconfirmed=[part])
    law = packet.law
    assert law
    told = texts(packet)
    for question in packet_words.questions:
        for path in filter(None, (question.text, question.items)):
            if path.partition(".")[0] == part and "." in path:
                text = plain(law, path)
                assert not text or not any(text in one for one in told), path


def test_a_sentence_of_one_law_goes_with_the_field_it_rests_on(
    data: Data, packet_words: PacketsFile
) -> None:
    """Each sentence that is added for one law is gone when any of its fields is marked."""
    places = {place.code: place for place in data.jurisdictions}
    for own, name in [(one, name) for one in packet_words.own for name in one.laws]:
        place = places[own.place]
        law = next(law for law in place.relief if law.id == name)
        lines = own.lines
        for field in {field for line in lines for field in line.rests}:
            marked = law.model_copy(update={"unconfirmed": [field]})
            changed = place.model_copy(update={"relief": [marked]})
            evidence = data.evidence[own.place]
            told = set(texts(Packets(changed, evidence, packet_words, None).laws[0]))
            gone = [filled(line.say, packet_words, law) for line in lines if field in line.rests]
            assert not told & set(gone), (own.id, field)


def test_the_cover_tells_each_field_that_a_law_marks(
    facts: Facts, packet_words: PacketsFile
) -> None:
    """Whatever the mark is on: a field, a part of one, or one more kind of record."""
    for law, packet in of_laws(facts):
        known = looked_up(packet, packet_words)
        cover = "\n".join(piece.text for piece in packet.papers[0].pieces)
        for mark in law.unconfirmed:
            part = mark.partition(".")[0]
            coded = [field.path for field in LAW_FIELDS if field.group == mark]
            asked = coded or [mark if mark in known else part]
            assert [path for path in asked if known[path] not in cover] == [], (packet.name, mark)


@pytest.mark.parametrize("kind", LAW_FIELD["records"].values)
def test_a_kind_of_record_that_may_be_reached_is_to_be_looked_up_where_records_stand(
    small: Data, packet_words: PacketsFile, kind: str
) -> None:
    others = [one for one in LAW_FIELD["records"].values if one != kind]
    words = without_own(packet_words)
    for marks, stands in (([f"records.{kind}"], True), ([], False)):
        packet = packet_of(small, words, records=others, unconfirmed=marks)
        what = words.look_up[f"records.{kind}"]
        assert any(what in text for text in texts(packet, "open")) == stands


@pytest.mark.parametrize("value", LAW_FIELD["nexus.standard"].values)
def test_a_declaration_asks_for_the_link_that_the_law_names(
    small: Data, packet_words: PacketsFile, value: str
) -> None:
    words = without_own(packet_words)
    title = next(sheet.title for sheet in words.sheets if sheet.id == "declaration")
    packet = packet_of(small, words, nexus__standard=value, unconfirmed=[])
    (paper,) = [paper for paper in packet.papers if paper.title == title]
    asked = words.question("linked").say["nexus.standard"]
    told = {piece.text for piece in paper.pieces if piece.kind == "number"}
    assert {other for other, line in asked.items() if line in told} == asked.keys() & {value}


def test_an_office_that_one_law_names_stands_in_the_table_of_the_order(
    small: Data, packet_words: PacketsFile
) -> None:
    line = {"say": "One more office", "rests": ["effect"], "at": ["(1)"]}
    words = with_own(packet_words, offices=[line])
    for marks, expected in (([], 1), (["effect"], 0)):
        packet = packet_of(small, words, unconfirmed=marks)
        assert texts(packet, "table").count("One more office") == expected


def test_the_head_of_each_paper_is_as_the_form_of_a_law_has_it(
    small: Data, packet_words: PacketsFile
) -> None:
    line = {"rests": ["effect"], "at": ["(1)"]}
    names = {"petition": "TITLE OF THE PAPER", "order": "TITLE OF THE ORDER"}
    words = with_own(
        packet_words,
        head=[line | {"say": "In the Court of the Form"}],
        titles={sheet: line | {"say": name} for sheet, name in names.items()},
    )
    packet = packet_of(small, words, unconfirmed=[])
    sheets = {sheet.id: sheet.title for sheet in words.sheets}
    for paper in packet.papers:
        for piece in (piece for piece in paper.pieces if piece.kind == "caption"):
            left, right = piece.rows
            assert left == ("In the Court of the Form",)
            told = {name for name in names.values() if name in right}
            assert told == {name for id_, name in names.items() if same(sheets[id_], paper.title)}
    # What is not confirmed is not in the head, which is then as it is everywhere.
    marked = packet_of(small, words, unconfirmed=["effect"])
    assert not {"In the Court of the Form", *names.values()} & set(texts(marked, "caption"))
    assert "[Name of the court]" in texts(marked, "caption")


def same(pattern: str, title: str) -> bool:
    return pattern.partition("{")[0] == title[: len(pattern.partition("{")[0])]


def test_a_table_of_cases_has_the_columns_that_a_form_asks_for(
    small: Data, packet_words: PacketsFile
) -> None:
    line = {"say": "Prosecutor of the form", "rests": ["effect"], "at": ["(1)"]}
    words = with_own(packet_words, columns=[line])
    for marks, expected in (([], 2), (["effect"], 0)):
        packet = packet_of(small, words, unconfirmed=marks)
        # That of the paper, and that of the order.
        assert texts(packet, "table").count("Prosecutor of the form") == expected


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({}, False),
        ({"timing__sentence_complete": "yes"}, True),
        ({"timing__sentence_complete": "unspecified"}, True),
        ({"timing__wait": "required"}, True),
        ({"remedies": ["resentence"]}, True),
        ({"unconfirmed": ["timing.wait"]}, True),
        ({"unconfirmed": ["timing"]}, True),
    ],
)
def test_cases_are_asked_for_their_sentence_where_the_law_may_turn_on_it(
    small: Data, packet_words: PacketsFile, changes: dict[str, object], asked: bool
) -> None:
    none = {"timing__sentence_complete": "no", "timing__wait": "none", "remedies": ["vacate"]}
    packet = packet_of(small, without_own(packet_words), **{**none, "unconfirmed": [], **changes})
    heads = texts(packet, "table")
    assert any(head.startswith("Sentence") for head in heads) == asked


def test_the_cover_tells_the_acts_and_bills_that_no_text_shows(facts: Facts) -> None:
    """An act after the text that was read may have changed what is quoted; a lost bill did not."""
    shown = lost = 0
    for law, packet in of_laws(facts):
        evidence = facts.data.evidence[packet.place.code]
        told = [piece.text for piece in packet.papers[0].pieces]
        for act in evidence.amended:
            bill = act.text is not None and evidence.text[act.text].kind == "bill"
            seen = sum(one.startswith(act.what) for one in told)
            if act.failed:
                assert not seen, (packet.name, act.act)
                lost += 1
            elif act.text is None or (bill and len(packet.place.relief) == 1):
                assert seen == 1, (packet.name, law.id, act.act)
                shown += 1
            elif not bill:
                assert not seen, (packet.name, act.act)
    assert shown
    assert lost


def test_what_the_data_tells_of_hiring_and_renting_stands_after_the_order(facts: Facts) -> None:
    """A cleared record may still be asked about: who drafts tells the person what holds then."""
    told = 0
    for law, packet in of_laws(facts):
        fair = packet.place.fair_chance
        after = next(paper for paper in packet.papers if paper.title == "After the order")
        said = " ".join(piece.text for piece in after.pieces)
        if fair is None or law.remedies == ["resentence"]:
            continue
        assert fair.employment.cleared_records.text in said, packet.name
        assert not fair.survivors or fair.survivors.text in said, packet.name
        marked = any(mark.field.startswith("employment.cleared") for mark in fair.unconfirmed)
        lead = next(p.text for p in after.pieces if fair.employment.cleared_records.text in p.text)
        assert lead.startswith("In plain words. Not all") == marked, packet.name
        told += 1
    assert told


def test_what_no_text_of_a_law_says_names_its_sources(facts: Facts) -> None:
    """A lawyer who holds only the law's texts sees that such a sentence is not in them."""
    fact = next(fact for fact in facts.data.facts if fact.id == "no-guarantee-removal")
    for _, packet in of_laws(facts):
        for text in texts(packet):
            if text.startswith("Nobody can promise"):
                assert all(facts.source[name].title in text for name in fact.sources)


def test_a_law_with_an_official_form_begins_with_it(facts: Facts) -> None:
    for law, packet in of_laws(facts):
        leads = [piece for piece in packet.papers[0].pieces[:4] if piece.kind == "lead"]
        for form in law.forms:
            assert (form.named, form.url) in {(one.text, one.address) for one in leads}


def test_a_place_with_several_laws_says_which_fits_when(facts: Facts) -> None:
    several = False
    for code, packets in facts.packets.items():
        laws = facts.guides[code].place.relief
        for packet in packets.laws:
            tables = [piece for piece in packet.papers[0].pieces if piece.kind == "table"]
            assert len(tables) == (len(laws) > 1)
            for table in tables:
                several = True
                cells = "\n".join(cell for row in table.rows for cell in row)
                assert [law.citation for law in laws if law.citation not in cells] == []
    assert several


def test_a_value_that_is_not_confirmed_is_not_told_in_the_choice_either(
    small: Data, packet_words: PacketsFile
) -> None:
    place = next(place for place in small.jurisdictions if place.code == "NY")
    law = place.relief[0]
    other = law.model_copy(update={"id": "other", "unconfirmed": ["age"], "age": "minor_only"})
    changed = place.model_copy(update={"relief": [law, other]})
    packet = Packets(changed, small.evidence["NY"], without_own(packet_words), None).laws[0]
    (table,) = [piece for piece in packet.papers[0].pieces if piece.kind == "table"]
    (mine, theirs) = table.rows[1:]
    assert packet_words.labels["not_confirmed"] in " ".join(theirs)
    assert "minor" not in " ".join(theirs)
    assert packet_words.labels["not_confirmed"] not in " ".join(mine)


def test_a_declaration_asks_nothing_that_the_law_does_not(
    small: Data, packet_words: PacketsFile
) -> None:
    words = without_own(packet_words)
    at = next(n for n, sheet in enumerate(words.sheets) if sheet.id == "declaration")

    def asked(**changes: object) -> list[str]:
        found = packet_of(small, words, **changes, unconfirmed=[])
        paper = next(p for p in found.papers if p.title == words.sheets[at].title)
        return [piece.text for piece in paper.pieces if piece.kind == "number"]

    everything = asked(age="minor_only", timing__sentence_complete="yes")
    least = asked(
        nexus__standard="not_required", timing__deadline="none", timing__sentence_complete="no"
    )
    assert len(least) < len(everything)
    assert not any("traffick" in line for line in least)


def test_text_of_the_data_is_never_read_as_a_name(small: Data, packet_words: PacketsFile) -> None:
    strange = "Penal Law {paper} § {0} {person}"
    changes = {"citation": strange, "effect": strange, "unconfirmed": []}
    packet = packet_of(small, without_own(packet_words), **changes)
    assert strange in packet.subtitle
    assert any(strange in text for text in texts(packet, "note"))


def test_the_schema_in_the_repository_matches_the_model() -> None:
    kept = json.loads((ROOT / "data/packets.schema.json").read_text(encoding="utf-8"))
    assert kept == model.schema()


def small_with(small: Data, proof: dict[str, list[dict[str, object]]], **text: object) -> Data:
    """Return the small data whose law rests on other proof, and has one more text, "T9"."""
    old = small.evidence["NY"]
    more = old.texts[0].model_copy(update={"id": "T9", "kind": "statute", "whole": True, **text})
    grounds = {path: [Ground(**one) for one in found] for path, found in proof.items()}
    law = old.laws["vacatur"].model_copy(update={"proof": grounds})
    fields = {name: getattr(old, name) for name in Evidence.model_fields}
    new = Evidence(**fields | {"texts": [*old.texts, more], "laws": {"vacatur": law}})
    return small.model_copy(update={"evidence": {**small.evidence, "NY": new}})


def test_a_text_that_is_silent_does_not_hide_another_that_answers(
    small: Data, packet_words: PacketsFile
) -> None:
    """Nothing is said to be unknown beside the words that answer it."""
    first = small.evidence["NY"].texts[0].id
    changed = small_with(
        small,
        {
            "proof.standard": [{"text": first, "silent": True}],
            "proof.text": [{"text": "T9", "at": "77.3(6)", "words": "by a preponderance"}],
        },
        title="Code § 77.3, procedure",
    )
    changes = {"proof__standard": "unspecified", "unconfirmed": []}
    packet = packet_of(changed, without_own(packet_words), **changes)
    told = texts(packet)
    unknown = packet_words.question("proof").tell["proof.standard"]["unspecified"]
    assert unknown not in told
    (note,) = [text for text in texts(packet, "note") if "does not say. The words" in text]
    assert packet_words.look_up["proof.standard"] in note
    assert "Code § 77.3(6)" in note
    assert "“by a preponderance …” (Code § 77.3(6))" in told


def test_a_text_that_answers_at_several_places_is_named_once(
    small: Data, packet_words: PacketsFile
) -> None:
    first = small.evidence["NY"].texts[0].id
    words = [{"text": "T9", "at": f"77.3({n})", "words": f"evidence, as in {n}."} for n in "67"]
    changed = small_with(
        small,
        {"proof.standard": [{"text": first, "silent": True}], "proof.text": words},
        title="Code § 77.3, procedure",
    )
    changes = {"proof__standard": "unspecified", "unconfirmed": []}
    packet = packet_of(changed, without_own(packet_words), **changes)
    (note,) = [text for text in texts(packet, "note") if "does not say. The words" in text]
    assert note.endswith(": Code § 77.3.")


def test_words_of_one_place_behind_the_steps_are_one_quotation(
    small: Data, packet_words: PacketsFile
) -> None:
    words = [{"text": "T9", "at": "(2)", "words": f"file the {what}."} for what in ("form", "copy")]
    changed = small_with(small, {"steps": words}, title="Code § 77.3, the law")
    packet = packet_of(changed, without_own(packet_words), unconfirmed=[])
    found = [text for text in texts(packet, "words") if "§ 77.3" in text]
    assert found == ["“file the form.” “file the copy.” (Code § 77.3(2))"]


def test_words_stand_in_the_order_of_their_text_under_its_section(
    small: Data, packet_words: PacketsFile
) -> None:
    places = ["(2)(a)", "(10)", "(1)", "(2)"]
    proof = {"nexus.standard": [{"text": "T9", "at": at, "words": f"in {at}."} for at in places]}
    changed = small_with(small, proof, title="Code § 77.3, the law")
    packet = packet_of(changed, without_own(packet_words), unconfirmed=[])
    found = [text for text in texts(packet, "words") if "§ 77.3" in text]
    ordered = ["(1)", "(2)", "(2)(a)", "(10)"]
    assert found == [f"“in {at}.” (Code § 77.3{at})" for at in ordered]


def test_words_on_what_the_court_may_do_are_never_in_the_paper(facts: Facts) -> None:
    """A quotation that leaves the decision to the court would stay in what is filed."""
    for law, packet in of_laws(facts):
        evidence = facts.data.evidence[packet.place.code].laws.get(law.id)
        grounds = evidence.proof.get("decision.rule", []) if evidence else []
        proof = evidence.proof.items() if evidence else ()
        elsewhere = {g.words for path, found in proof if path != "decision.rule" for g in found}
        words = {one.words for one in grounds if one.words} - elsewhere
        filed = "\n".join(texts(packet, "words"))
        assert not [one for one in words if f"“{inner(quoted(one))}”" in filed], packet.name


def test_what_is_told_to_the_person_is_a_note_to_who_drafts(
    facts: Facts, packet_words: PacketsFile
) -> None:
    for law, packet in of_laws(facts):
        notes = "\n".join(texts(packet, "note", "open"))
        steps = [] if law.is_marked("steps") else law.steps
        others = tuple(packet_words.own_of(packet.place.code, law.id).leave_out)
        cautions = [one for one in packet.place.cautions if not one.startswith(others)]
        assert [one for one in (*cautions, *steps) if one not in notes] == []


def test_a_doubt_or_caution_stands_in_the_packets_of_the_laws_that_it_is_about(
    facts: Facts, packet_words: PacketsFile
) -> None:
    """One on a shorter sentence is no use to who clears an arrest, and none is lost."""
    for code, packets in facts.packets.items():
        told = {packet.name: "\n".join(texts(packet)) for packet in packets.laws}
        for text in (*facts.guides[code].place.cautions, *facts.data.evidence[code].tell):
            # A case in brackets is left out of every packet.
            begins = text.partition(" (")[0]
            assert not told or any(begins in each for each in told.values()), text
        for packet in packets.laws:
            assert packet.law
            for left in packet_words.own_of(code, packet.law.id).leave_out:
                assert left not in told[packet.name]


def test_the_table_of_laws_says_what_a_law_has_of_its_own_for_it(
    small: Data, packet_words: PacketsFile
) -> None:
    place = next(place for place in small.jurisdictions if place.code == "NY")
    one = altered(place.relief[0], unconfirmed=[])
    two = one.model_copy(update={"id": "two", "title": "Another law"})
    line = {"say": "Only some records.", "rests": ["records"], "at": ["(1)"]}
    words = with_own(packet_words, row={"records": line})
    for first, expected in (
        (one, 2),
        (altered(place.relief[0], unconfirmed=["records"]), 0),
    ):
        changed = place.model_copy(update={"relief": [first, two]})
        packets = Packets(changed, small.evidence["NY"], words, None).laws
        assert sum(texts(packet).count(line["say"]) for packet in packets) == expected


def test_an_order_says_what_is_granted_and_how_it_is_kept_private(
    facts: Facts, packet_words: PacketsFile
) -> None:
    kept = packet_words.question("kept").title
    for law, packet in of_laws(facts):
        title = next(sheet.title for sheet in packet_words.sheets if sheet.id == "order")
        (order,) = [paper for paper in packet.papers if paper.title == title]
        assert any("is granted: [" in piece.text for piece in order.pieces), packet.name
        at = [number for number, piece in enumerate(order.pieces) if piece.text == kept]
        assert at, packet.name
        assert order.pieces[at[0] + 1].kind in ("number", "note", "open"), law.citation


def test_an_order_names_its_records_itself(facts: Facts, packet_words: PacketsFile) -> None:
    """Who carries it out never sees the motion, whose table may be under seal."""
    sheets = {sheet.id: sheet for sheet in packet_words.sheets}
    for law, packet in of_laws(facts):
        own = {sheet.id for sheet in packet_words.own_of(packet.place.code, law.id).sheets}
        if "order" in own:
            continue
        (order,) = [paper for paper in packet.papers if paper.title == sheets["order"].title]
        (at,) = [n for n, piece in enumerate(order.pieces) if "is granted: [" in piece.text]
        head, *rows = order.pieces[at + 1].rows
        asked = sheets["petition"].title.replace("{paper}", "")
        (petition,) = [paper for paper in packet.papers if paper.title.startswith(asked)]
        (cases,) = [piece for piece in petition.pieces if piece.kind == "table"]
        assert set(head) <= set(cases.rows[0]), packet.name
        assert rows
        assert not any(any(row) for row in rows)


@pytest.mark.parametrize("marks", [[], ["who"], ["steps"]])
def test_a_part_about_another_way_has_what_is_told_of_it(
    small: Data, packet_words: PacketsFile, marks: list[str]
) -> None:
    place = next(place for place in small.jurisdictions if place.code == "NY")
    way = place.ways[0].model_copy(update={"unconfirmed": marks})
    assert way.who
    assert way.steps
    changed = place.model_copy(update={"ways": [way]})
    part = {"title": "Bars", "before": "timing", "ways": [way.id]}
    for parts in ([part], [part | {"ways": []}]):
        words = with_own(packet_words, parts=parts)
        packet = Packets(changed, small.evidence["NY"], words, None).laws[0]
        told = texts(packet, "note")
        stands = bool(parts[0]["ways"])
        assert any(f"“{way.name}”" in text for text in told) == stands
        assert (way.who in told) == (stands and marks != ["who"])
        assert (way.steps[0] in told) == (stands and marks != ["steps"])


@pytest.mark.parametrize("whole", [True, False])
def test_a_law_that_was_read_in_full_does_not_stand_for_every_text_that_is_quoted(
    small: Data, packet_words: PacketsFile, whole: bool
) -> None:
    proof: dict[str, list[dict[str, object]]] = {
        "nexus.standard": [{"text": "T9", "at": "(1)", "words": "as a result"}]
    }
    changed = small_with(small, proof, title="Code § 78, procedure", whole=whole)
    told = packet_of(changed, without_own(packet_words)).told
    assert "This law was read in full" in told
    assert ("not every text" in told) == (not whole)


def test_words_of_a_part_stand_in_it_alone_and_as_notes(
    facts: Facts, packet_words: PacketsFile
) -> None:
    """What bars a motion is told to who drafts, under a heading of its own."""
    for law, packet in of_laws(facts):
        parts = packet_words.own_of(packet.place.code, law.id).parts
        evidence = facts.data.evidence[packet.place.code].laws.get(law.id)
        grounds = [one for found in evidence.proof.values() for one in found] if evidence else []
        for part in (one for one in parts if one.quotes == "note"):
            words = [g.words for g in grounds if g.text in part.texts and g.at in part.at]
            assert words
            assert part.title in texts(packet, "heading")
            filed, notes = (
                "\n".join(texts(packet, *kinds)) for kinds in (("words", "open"), ("note",))
            )
            assert [one for one in words if one and f"“{inner(quoted(one))}”" in filed] == []
            assert [one for one in words if one and f"“{inner(quoted(one))}”" not in notes] == []


def test_what_stands_under_a_confirmed_field_is_enough_to_rely_on(
    small: Data, packet_words: PacketsFile
) -> None:
    """The same words are not called doubtful under a field that is marked for another reason."""
    words: dict[str, object] = {"text": "T9", "at": "(6)", "words": "must vacate it."}
    changed = small_with(small, {"remedies": [words], "effect": [words]}, title="Code § 77.3")
    packet = packet_of(changed, without_own(packet_words), unconfirmed=["remedies"])
    assert "“must vacate it.” (Code § 77.3(6))" in texts(packet, "words")
    assert not [text for text in texts(packet, "open") if "must vacate it" in text]


def test_words_of_one_place_stand_as_one_with_their_own_marks_inside(
    small: Data, packet_words: PacketsFile
) -> None:
    found = ["“Person” means", "a human being."]
    proof = {"nexus.standard": [{"text": "T9", "at": "(1)", "words": one} for one in found]}
    changed = small_with(small, proof, title="Code § 77.3, the law")
    packet = packet_of(changed, without_own(packet_words), unconfirmed=[])
    expected = f"“{inner(found[0])} …” “{found[1]}” (Code § 77.3(1))"
    assert [text for text in texts(packet, "words") if "§ 77.3" in text] == [expected]


def with_own(words: PacketsFile, **own: object) -> PacketsFile:
    """Return the words with one entry for the law of the small data, and no other."""
    raw = {"id": "one", "place": "NY", "law": "vacatur"} | own
    return words.model_copy(update={"own": [model.Own.model_validate(raw)]})


def test_a_sheet_of_one_law_takes_the_place_of_the_general_one_or_follows_what_is_filed(
    small: Data, packet_words: PacketsFile
) -> None:
    blocks = [{"text": "Words of its own."}]
    sheets = [
        {"id": name, "title": title, "for": ["law"], "filed": True, "blocks": blocks}
        for name, title in (("declaration", "Another declaration"), ("more", "One more"))
    ]
    general = packet_of(small, without_own(packet_words)).papers
    own = packet_of(small, with_own(packet_words, sheets=sheets)).papers
    titles = [paper.title for paper in own]
    old = next(sheet.title for sheet in packet_words.sheets if sheet.id == "declaration")
    filed = max(at for at, paper in enumerate(general) if paper.filed)
    expected = [p.title if p.title != old else "Another declaration" for p in general]
    expected.insert(filed + 1, "One more")
    assert titles == expected


def test_what_is_said_of_several_laws_at_once_stands_in_each(
    facts: Facts, packet_words: PacketsFile
) -> None:
    several = [own for own in packet_words.own if len(own.laws) > 1]
    assert several
    for own in several:
        packets = {packet.law.id: packet for packet in facts.packets[own.place].laws if packet.law}
        for name in own.laws:
            law = packets[name].law
            assert law
            told = set(texts(packets[name]))
            lines = [line for line in own.lines if not any(map(law.is_marked, line.rests))]
            assert not {filled(line.say, packet_words, law) for line in lines} - told


def test_words_are_cited_by_the_section_that_is_named_for_their_text(
    small: Data, packet_words: PacketsFile
) -> None:
    places = ["(b)(1)", "Another Act § 8"]
    proof = {"nexus.standard": [{"text": "T9", "at": at, "words": f"in {at}."} for at in places]}
    changed = small_with(small, proof, title="An act", kind="session_law")
    words = with_own(packet_words, cite={"T9": "9 Code § 77"})
    told = texts(packet_of(changed, words, unconfirmed=[]))
    assert "“in (b)(1).” (9 Code § 77(b)(1))" in told
    assert "“in Another Act § 8.” (Another Act § 8)" in told
    assert "T9, cited as 9 Code § 77:" in told


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the court may, on motion of the person, vacate the conviction", "note"),
        ("may reduce the term", "note"),
        ("may be denied at the discretion of the court", "note"),
        ("a person may petition the court to expunge the record", "words"),
        ("may lawfully deny the arrest", "words"),
        ("the court shall vacate the conviction", "words"),
    ],
)
def test_words_that_leave_a_grant_to_the_court_are_notes_wherever_they_stand(
    small: Data, packet_words: PacketsFile, words: str, kind: str
) -> None:
    proof = {"remedies": [{"text": "T9", "at": "(1)", "words": words}]}
    changed = small_with(small, proof, title="Code § 77.3, the law")
    packet = packet_of(changed, without_own(packet_words), unconfirmed=[])
    pieces = [piece for paper in packet.papers for piece in paper.pieces]
    assert {piece.kind for piece in pieces if f"“{words}" in piece.text} == {kind}


@pytest.mark.parametrize("whole", [True, False])
def test_a_text_that_says_no_more_was_read_whole_or_is_not_said_to_be(
    small: Data, packet_words: PacketsFile, whole: bool
) -> None:
    rest: list[dict[str, object]] = [
        {"text": "T9", "at": "(1)", "words": "in every case"},
        {"text": "T9", "silent": True},
    ]
    changed = small_with(small, {"timing.deadline": rest}, title="An act", whole=whole)
    packet = packet_of(changed, without_own(packet_words), unconfirmed=[])
    (told,) = [text for text in texts(packet, "note") if "no more than the words" in text]
    assert ("read in full" in told) == whole


def test_a_law_can_tell_what_the_note_of_a_value_tells_too_coarsely(
    small: Data, packet_words: PacketsFile
) -> None:
    note = packet_words.question("record").tell["deferred"]["unspecified"]
    words = with_own(packet_words, tells=["deferred"])
    confirmed = packet_of(small, words, deferred="unspecified", unconfirmed=[])
    assert note not in texts(confirmed)
    assert note in texts(
        packet_of(small, without_own(packet_words), deferred="unspecified", unconfirmed=[])
    )
    # What is open stays so, whatever a law tells.
    marked = packet_of(small, words, deferred="unspecified", unconfirmed=["deferred"])
    assert any(packet_words.look_up["deferred"] in text for text in texts(marked, "open"))


def test_the_head_of_a_paper_can_be_that_of_a_form(small: Data, packet_words: PacketsFile) -> None:
    line = {"say": "A title of its own", "rests": ["steps"], "at": ["(1)"]}
    words = with_own(packet_words, caption=[line])
    for marks, stands in (([], True), (["steps"], False)):
        packet = packet_of(small, words, unconfirmed=marks)
        heads = [texts for p in packet.papers for piece in p.pieces if piece.kind == "caption"
                 for texts in piece.rows]  # fmt: skip
        assert any(line["say"] in cells for cells in heads) == stands


def test_an_order_names_the_federal_file_only_for_whoever_finds_that_it_is_told(
    facts: Facts,
) -> None:
    """No law of a state that was read sends its order there by the clerk of each court."""
    fbi = facts.guides["US"].place.own_record.agency.split(" (")[0]
    for packets in facts.packets.values():
        for packet in packets.laws:
            cells = [
                cell for p in packet.papers for piece in p.pieces for r in piece.rows for cell in r
            ]
            named = [cell for cell in cells if fbi in cell]
            assert all(cell.startswith("[") for cell in named), packet.name


def test_a_bill_that_is_open_stands_on_the_cover(facts: Facts) -> None:
    seen = False
    for code, packets in facts.packets.items():
        for bill in facts.guides[code].place.pending:
            for packet in packets.laws:
                seen = True
                cover = packet.papers[0]
                named = bill.bill or "not seen"
                assert any(named in piece.lead for piece in cover.pieces), packet.name
    assert seen


def test_a_block_for_places_of_some_kinds_stands_in_no_other(
    facts: Facts, packet_words: PacketsFile
) -> None:
    """A federal case goes to no state agency."""
    blocks = [block for sheet in packet_words.sheets for block in sheet.blocks if block.kinds]
    assert blocks
    for code, packets in facts.packets.items():
        kind = facts.guides[code].place.kind
        elsewhere = [block for block in blocks if kind not in block.kinds]
        found = [model.block_text(block) for block in elsewhere]
        hidden = {model.said(words) for _, words in filter(None, found)}
        for packet in packets.all:
            assert not hidden & set(texts(packet)), packet.name


def test_words_that_only_who_drafts_needs_are_left_out_of_the_law_page_alone(data: Data) -> None:
    marked = False
    for place in data.jurisdictions:
        evidence = data.evidence_of(place)
        for law in place.relief:
            answers = Answers(law, evidence)
            quotes = [quote for answer in answers for part in answer.parts for quote in part.quotes]
            assert not [one for one in (*quotes, *answers.left()) if one.ground.drafting]
            proof = evidence.laws[law.id].proof if law.id in evidence.laws else {}
            marked = marked or any(one.drafting for found in proof.values() for one in found)
    assert marked


def test_own_words_begin_with_the_fact_that_the_others_point_to(facts: Facts) -> None:
    """ "A result of it" says nothing before "I was trafficked"."""
    seen = 0
    for law, packet in of_laws(facts):
        said = texts(packet, "number", "bullet")
        pointing = [index for index, text in enumerate(said) if re.search(r"\b(of|to) it\b", text)]
        own = [index for index in pointing if said[index].startswith("How ")]
        if own:
            seen += 1
            assert any(text.startswith("I was trafficked") for text in said[: own[0]]), law.id
    assert seen


def test_a_minor_is_not_asked_about_a_sentence(facts: Facts) -> None:
    """What a juvenile court ordered, such as a program, is no sentence."""
    for law, packet in of_laws(facts):
        if law.age == "minor_only":
            said = texts(packet, "number")
            assert not [text for text in said if text.startswith("I have finished the sentence")]
