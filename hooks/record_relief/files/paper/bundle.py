"""Many files to print as one ZIP: the same bytes whenever and wherever it is made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date


def zipped(
    names: Mapping[str, str],
    texts: Mapping[str, str],
    day: date,
    most_kilobytes: int,
    files: Mapping[str, bytes],
) -> bytes:
    """Return a ZIP of texts by name and of files, in the order of their names, all of one day.

    `names` says what each file, given by its address, is called inside. Raises ValueError where
    the ZIP is larger than what the page about it says.
    """
    members = {name: text.encode("utf-8") for name, text in texts.items()}
    members |= {name: files[address] for address, name in names.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, members[name], compresslevel=9)
    content = made.getvalue()
    if len(content) > most_kilobytes * 1000:
        raise ValueError(f"the ZIP has {len(content) / 1000:.0f} KB; {most_kilobytes} are meant")
    return content
