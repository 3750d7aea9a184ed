"""Any program can unpack a gzip file, which is the same whichever Python made it."""

from __future__ import annotations

import gzip
import hashlib
import subprocess
from pathlib import Path

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


def test_another_python_packs_the_same(other_python: Path) -> None:
    code = (
        "import hashlib, pathlib, runpy, sys;"
        "pack = runpy.run_path(sys.argv[1])['pack'];"
        "print(hashlib.sha256(pack(pathlib.Path(sys.argv[2]).read_bytes())).hexdigest())"
    )
    done = subprocess.run(
        [other_python, "-B", "-c", code, gz.__file__, DATA],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(gz.pack(DATA.read_bytes())).hexdigest()
