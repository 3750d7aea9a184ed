"""The cache gives back what was put, sees damage, and does not grow for ever."""

from __future__ import annotations

from multiprocessing import get_context
from pathlib import Path

import pytest
from record_relief.files.cache import Cache, Pack


def entry(folder: Path, key: str) -> Path:
    return folder / "entries" / key


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    assert Cache(tmp_path).get("key") is None
    Cache(tmp_path).put("key", b"content")
    assert Cache(tmp_path).get("key") == b"content"


def test_empty_content_is_content(tmp_path: Path) -> None:
    Cache(tmp_path).put("key", b"")
    assert Cache(tmp_path).get("key") == b""


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b[:10], lambda _: b"", bytes.upper])
def test_a_damaged_entry_is_none(tmp_path: Path, damage: object) -> None:
    Cache(tmp_path).put("key", b"content")
    path = entry(tmp_path, "key")
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert Cache(tmp_path).get("key") is None


def test_entries_go_once_the_last_builds_have_not_used_them(tmp_path: Path) -> None:
    for build in range(4):
        cache = Cache(tmp_path, kept_builds=2)
        if build == 0:
            cache.put("old", b"1")
            cache.put("used", b"2")
        cache.get("used")
        cache.end()
        assert entry(tmp_path, "old").exists() == (build < 2)
    assert Cache(tmp_path).get("used") == b"2"
    assert len(list((tmp_path / "builds").iterdir())) == 2


def _fill(folder: Path, turn: int) -> None:
    for number in range(50):
        cache = Cache(folder, kept_builds=2)
        content = f"{number}".encode() * 2000
        found = cache.get(f"{number}")
        assert found in (None, content)
        cache.put(f"{number}", content)
        if number % 5 == turn:
            cache.end()


def test_builds_at_the_same_time_do_each_other_no_harm(tmp_path: Path) -> None:
    context = get_context("spawn")
    with context.Pool(3) as pool:
        pool.starmap(_fill, [(tmp_path, turn) for turn in range(3)])
    assert not list(tmp_path.glob("new-*"))


def packed(folder: Path, *used: str, name: str = "pack") -> list[bytes | None]:
    """Let a build put what it finds no content for; return what it found."""
    cache = Cache(folder)
    pack = Pack(cache, name)
    found = [pack.get(key) for key in used]
    for key, content in zip(used, found, strict=True):
        if content is None:
            pack.put(key, key.encode())
    pack.end()
    cache.end()
    return found


def test_a_pack_has_what_the_last_build_used(tmp_path: Path) -> None:
    assert packed(tmp_path, "a", "b") == [None, None]
    assert packed(tmp_path, "a", "b") == [b"a", b"b"]
    assert packed(tmp_path, "b", "c") == [b"b", None]
    assert packed(tmp_path, "a", "b", "c") == [None, b"b", b"c"]
    assert packed(tmp_path, "a", name="other") == [None]
    assert len(list((tmp_path / "entries").iterdir())) == 2


def test_a_damaged_pack_is_made_again(tmp_path: Path) -> None:
    packed(tmp_path, "a")
    (file,) = (tmp_path / "entries").iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert packed(tmp_path, "a") == [None]
    assert packed(tmp_path, "a") == [b"a"]
