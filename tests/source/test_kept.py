"""What was worked out of a text, from one build or one state of a preview to the next."""

from __future__ import annotations

from record_relief.source.kept import Kept


def worked(kept: Kept[str, str], text: str, times: list[str]) -> str:
    def make() -> str:
        times.append(text)
        return text.upper()

    return kept.made(text, make)


def test_a_build_takes_up_what_the_last_one_used() -> None:
    first: Kept[str, str] = Kept()
    first.restore(None)
    times: list[str] = []
    assert (worked(first, "a", times), worked(first, "b", times)) == ("A", "B")
    second: Kept[str, str] = Kept()
    second.restore(first.dump())
    assert worked(second, "a", times) == "A"
    assert times == ["a", "b"]
    third: Kept[str, str] = Kept()
    third.restore(second.dump())
    worked(third, "b", times)
    assert times == ["a", "b", "b"]


def test_what_is_as_it_was_is_not_dumped_again() -> None:
    kept: Kept[str, str] = Kept()
    kept.restore(None)
    worked(kept, "a", [])
    again: Kept[str, str] = Kept()
    again.restore(kept.dump())
    worked(again, "a", [])
    assert again.dump() is None


def test_a_preview_holds_what_its_last_state_used() -> None:
    kept: Kept[str, str] = Kept()
    kept.restore(None)
    times: list[str] = []
    for state in (("a", "b"), ("a", "c"), ("a", "b")):
        for text in state:
            worked(kept, text, times)
        kept.turn()
    assert times == ["a", "b", "c", "b"]


def test_without_restore_nothing_is_held() -> None:
    kept: Kept[str, str] = Kept()
    times: list[str] = []
    for _ in range(2):
        worked(kept, "a", times)
        kept.turn()
    assert times == ["a", "a"]
