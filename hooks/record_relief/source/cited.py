"""What an entry cites: sources, and the official site of a place's code."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .texts import Id, Original, Strict, Text, Url, with_note
from .values import Language, SourceKind


class Source(Strict):
    """A page or text that was read. `url` stays the page as read, also where it is a mirror."""

    id: Id = Field(description="Name by which entries cite this source.")
    title: Original = Field(description="Title of the page or text.")
    described: Literal[True] | None = Field(
        None,
        description="true = the title is no name but says in the site's words what was read, such "
        "as the page of a bill; it is translated.",
    )
    extent: Text | None = Field(
        None,
        description="What the site says of it, after the title: what it is about, how much of it "
        "or which copy of it was read, what its date is.",
    )
    publisher: Original = Field(description="Who published it.")
    publisher_note: Text | None = Field(
        None,
        description="What the site says of the publisher, such as that the page is a copy; "
        "follows it in brackets.",
    )
    url: Url = Field(description="The page as it was read; may be a mirror.")
    kind: SourceKind = Field(description="What sort of source it is.")
    date: Text | None = Field(description="Date of the source, or what else tells it, or null.")
    language: Language = Field("en", description="Language of the source, and of its title.")

    @property
    def published(self) -> str:
        """Who published it, with what there is to know of that."""
        return with_note(self.publisher, self.publisher_note)


class OfficialCode(Strict):
    """The official site of a place's code, for "read the current law on the official site"."""

    title: Original = Field(description="Name of the code.")
    publisher: Original = Field(description="Who publishes it.")
    url: Url = Field(description="Where the current law can be read.")
    confirmed: bool = Field(description="False until a link check or a source has shown it.")
    language: Language = Field("en", description="Language of these names.")
