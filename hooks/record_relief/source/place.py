"""A place: its laws, its other ways, its history, its help."""

from __future__ import annotations

from datetime import date

from pydantic import Field, PrivateAttr

from .addresses import slug
from .cited import OfficialCode, Source
from .fair_chance import FairChance, MedicaidList
from .law import Law
from .texts import (
    NOTE_ON_CITATION,
    Cited,
    Code,
    Id,
    MaybeOriginal,
    Name,
    News,
    Notes,
    Original,
    PartialDate,
    Phone,
    Sources,
    Strict,
    Text,
    Url,
    Year,
    with_note,
)
from .values import Coverage, Kind, Language, WayKind
from .ways import Way, WaysChange


class OtherRelief(Cited):
    """What else may help and is not coded as a way."""

    name: Text = Field(description="Name of the way.")
    citation: MaybeOriginal | None = Field(description="How it is cited, or null.")
    citation_note: Text | None = Field(None, description=NOTE_ON_CITATION)
    url: Url = Field(description="The page that was read.")
    text: Text = Field(description="What it does, in words.")
    sources: Sources


class Pending(Strict):
    """A bill that was open when last seen."""

    bill: Original | None = Field(description="Number of the bill, or null where it was not seen.")
    session: Original = Field(description="The session it was filed in.")
    title: Original | None = Field(
        description="Its own title, or null where it was not seen; a remark on it is the `note`."
    )
    note: Text | None = Field(
        None, description="What it is about, or what else there is to know of it."
    )
    status: Text = Field(description="How far it was when last seen.")
    as_of: PartialDate | None = Field(description="Day, month or year of that status, or null.")
    url: Url = Field(description="The page that was read.")
    sources: Sources

    @property
    def named(self) -> str:
        """Its title with the remark on it, or the remark alone."""
        return with_note(self.title, self.note)


class Event(Strict):
    """One step in how the law changed."""

    year: Year | None = Field(description="Year of the step, or null where no source shows it.")
    what: Text = Field(description="What happened.")
    sources: Sources

    @property
    def sort_year(self) -> int:
        """The year, for sorting; a step of unknown year stands first."""
        return self.year or 0


class OwnRecord(Strict):
    """How a person gets their own record."""

    agency: Original | None = Field(description="The office that keeps the record, or null.")
    url: Url | None = Field(description="The office's page, or null.")
    fee: Text | None = Field(description="What it costs, or null.")
    how: Text | None = Field(description="How to ask, or null.")
    sources: Sources


class Help(Strict):
    """Free legal help: an `organisation` of the list at the top of the file, or a local one."""

    organisation: Id | None = Field(
        None, description="Id of a national organisation; then the other fields are empty."
    )
    name: Original | None = Field(None, description="Name of a local helper.")
    url: Url | None = Field(None, description="Its page.")
    phone: Phone | None = Field(None, description="Its phone number.")
    text: Text | None = Field(None, description="What it does.")
    news: list[News] = Field([], description="What is true only until a day.")
    sources: list[Id] = Field([], description="Ids of the sources that support this entry.")


class Jurisdiction(Strict):
    """A state, DC, a territory or the federal system."""

    code: Code = Field(description="Two letters: the postal code; US is the federal system.")
    name: Name = Field(description="Name of the place.")
    kind: Kind = Field(description="What sort of place it is.")
    language: Language = Field(
        "en",
        description="What its laws are written in, and the names of its acts and offices with "
        "them. Words of such a law in another language are a translation.",
    )
    checked: date = Field(description="Day of the last check.")
    coverage: Coverage = Field(
        description="full = adults, sex and labor trafficking, more than prostitution-type "
        "offenses; partial = for adults, but narrower; minors_only; open = no law only for "
        "survivors, but one that clears prostitution-type convictions for any adult who "
        "qualifies; none = no such law was found."
    )
    coverage_note: Text = Field(description="The coverage in one sentence.")
    summary: Text = Field(description="The answer for a survivor, in plain words.")
    cautions: list[Text] = Field(
        [], description="What a visitor must know before relying on the guide, in plain words."
    )
    official_code: OfficialCode = Field(description="Where the current law can be read.")
    relief: list[Law] = Field(description="The laws made for survivors.")
    ways: list[Way] = Field(
        [], description="The general ways to clear a record, not made for survivors."
    )
    none_for: list[WayKind] = Field(
        [],
        description="Kinds of record for which no way was found. A kind that is neither here nor "
        "reached by a way: nothing known.",
    )
    ways_summary: Text | None = Field(
        None, description="What the general ways do, in plain words; null where none was read."
    )
    ways_changes: list[WaysChange] = Field([], description="How the general ways changed.")
    other_relief: list[OtherRelief] = Field(
        description="What else may help and no way covers, such as a defense in an open case."
    )
    pending: list[Pending] = Field(description="Bills that were open when last seen.")
    history: list[Event] = Field(description="How the law changed.")
    own_record: OwnRecord = Field(description="How a person gets their own record.")
    help: list[Help] = Field(description="Free legal help.")
    fair_chance: FairChance | None = Field(
        None, description="Rules for background checks; null where they were not read."
    )
    medicaid_list: MedicaidList | None = Field(
        None, description="The place's own Medicaid exclusion list; null where not read."
    )
    also_read: list[Id] = Field([], description="Sources that were read and changed nothing.")
    sources: list[Source] = Field(
        description="The sources of this place. Ids not found here are shared sources."
    )
    notes: Notes

    # What another language changes: the name stays that of the address.
    _english: str | None = PrivateAttr(None)
    _inside: str | None = PrivateAttr(None)
    _order: tuple[str, ...] = PrivateAttr(())

    @property
    def slug(self) -> str:
        """Its name as part of an address, the same in every language."""
        return slug(self._english or self.name)

    @property
    def name_in_sentence(self) -> str:
        """Its name as it stands inside a sentence."""
        if self._inside:
            return self._inside
        return "the federal system" if self.kind == "federal" else self.name

    @property
    def order(self) -> tuple[str, ...]:
        """What lists by name are sorted by."""
        return self._order or (self.slug,)

    def named(self, name: str, inside: str, order: tuple[str, ...]) -> Jurisdiction:
        """Return the same place under its name in another language, alone and in a sentence.

        `order` says where the name stands among others.
        """
        place = self.model_copy(update={"name": name})
        place._english, place._inside, place._order = self.name, inside, order
        return place
