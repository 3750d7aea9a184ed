"""How to cite a page: text in Bluebook style, BibTeX and CSL-JSON, with a QR code.

A citation gives the day of the last check, the version of the facts and, if it is kept, where.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..derive.citations import Citation
from . import drawing
from .artifacts import Artifact, as_is

_ESCAPED = str.maketrans({c: f"\\{c}" for c in "&%$#_{}"})


def bibtex(citation: Citation) -> bytes:
    """Return a citation as BibTeX."""
    fields = {
        "title": f"{{{citation.title.translate(_ESCAPED)}}}",
        "author": "{Record Relief}",
        "year": str(citation.checked.year),
        "month": str(citation.checked.month),
        "url": citation.url,
        "note": citation.note.replace("{address}", f"\\url{{{citation.permalink}}}"),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{record-relief-{citation.key},\n{lines}\n}}\n".encode()


def csl(citation: Citation) -> bytes:
    """Return a citation as CSL-JSON, which Zotero and others read."""
    day = citation.checked
    item = {
        "id": f"record-relief-{citation.key}",
        "type": "webpage",
        "title": citation.title,
        "container-title": "Record Relief",
        "author": [{"literal": "Record Relief"}],
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "version": citation.version,
        "URL": citation.url,
    } | ({"archive_location": citation.permalink} if citation.permalink else {})
    return (json.dumps([item], ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def artifacts(citations: Iterable[Citation], ground: str) -> Iterator[Artifact]:
    """Yield the files of each citation; `ground` is the colour behind its QR code."""
    for citation in citations:
        yield Artifact(f"{citation.files}.bib", as_is, (bibtex(citation),))
        yield Artifact(f"{citation.files}.json", as_is, (csl(citation),))
        yield Artifact(f"{citation.files}.svg", drawing.qr, (citation.url, ground))
