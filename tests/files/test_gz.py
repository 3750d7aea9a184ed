"""Any program can unpack a gzip file, which says nothing of when and where it was made."""

from __future__ import annotations

import gzip

import pytest
from record_relief.files import gz

from tests.builders import DATA

SAMPLES = {
    "nothing": b"",
    "one letter": b"a",
    "the data": DATA.read_bytes(),
    "zeros": bytes(70_000),
}


@pytest.mark.parametrize("sample", SAMPLES)
def test_what_is_packed_unpacks(sample: str) -> None:
    assert gzip.decompress(gz.pack(SAMPLES[sample])) == SAMPLES[sample]


def test_neither_time_nor_system_stands_in_it() -> None:
    header = gz.pack(b"text")[:10]
    assert header[4:8] == bytes(4)  # RFC 1952: MTIME
    assert header[9] == 255  # OS: unknown
