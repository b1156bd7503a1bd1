"""The values that pass between stages: frozen, slotted, typed.

Offsets are code points, half-open, and always into `Document.text`, the text as
decoded and before any cleaning, unless a name says otherwise.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

Day = datetime.date


@dataclass(frozen=True, slots=True)
class Document:
    """One article as found: its text as decoded, and what its container says of it.

    Attributes:
        identifier: the file's name, or the record's id; unique in a build.
        text: the text as decoded, nothing cleaned.
        path: where it was read, for messages ("" for standard input).
        title: from metadata, or None.
        issued: from metadata, or None.
        publisher: from metadata, or None.
        url: where it was published, or None.
        encoding: how the bytes were decoded ("utf-8", "cp1252").
        language: code of its language from metadata ("en", "fr-FR"), or None.
        start: offset at which the article begins; what stands before is metadata of its own.
    """

    identifier: str
    text: str
    path: str = ""
    title: str | None = None
    issued: Day | None = None
    publisher: str | None = None
    url: str | None = None
    encoding: str = "utf-8"
    language: str | None = None
    start: int = 0


class SegmentKind(StrEnum):
    """What a stretch of an article is; only the first four yield reports."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    CAPTION = "caption"
    BODY = "body"
    TEASER = "teaser"
    BOILERPLATE = "boilerplate"
    DATELINE = "dateline"

    @property
    def tells(self) -> bool:
        """Whether reports are taken from such a segment."""
        return self in _TELLING


_TELLING = frozenset(
    (SegmentKind.HEADLINE, SegmentKind.STANDFIRST, SegmentKind.CAPTION, SegmentKind.BODY)
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A paragraph as read, and where each of its characters stands in the text as found.

    Attributes:
        kind: what it is.
        text: the words as read: encoding repaired, spaces made single.
        offsets: for each character of `text`, its offset in `Document.text`; as long as `text`.
        rule: the rule that gave the kind, for `kg read`.
    """

    kind: SegmentKind
    text: str
    offsets: tuple[int, ...]
    rule: str = ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into `Document.text` of the non-empty slice `text[start:end]`."""
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Interval:
    """Earliest and latest day, both included; either may be open (None)."""

    begin: Day | None
    end: Day | None


@dataclass(frozen=True, slots=True)
class IssueDate:
    """When an article was published, and how that is known.

    Attributes:
        day: the day, or None where it can't be known.
        basis: "metadata", "text" or "inferred"; "" where the day is None.
        reason: one sentence for a person ("the stamp '01 December, 2019'").
        earliest: if the day isn't told, the first that it can be, or None.
        latest: likewise, the last.
    """

    day: Day | None
    basis: str = ""
    reason: str = ""
    earliest: Day | None = None
    latest: Day | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A document cut into segments, with its title and date.

    Attributes:
        document: as found.
        segments: in text order.
        issued: when it was published.
        title: its headline, or None.
        language: its code (ISO 639-1).
        wires: news agencies that it credits.
        signature: of its words, or None for a short one.
    """

    document: Document
    segments: tuple[Segment, ...]
    issued: IssueDate
    title: str | None = None
    language: str = "en"
    wires: tuple[str, ...] = ()
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of an article's words, to find its copies by.

    Attributes:
        least: 128 numbers of 32 bits, little-endian: the least of each of so many shuffles of
            its shingles.
        size: how many different shingles it has.
    """

    least: bytes
    size: int


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time, in one segment.

    Attributes:
        start: offset into the segment's text.
        end: likewise.
        text: the words.
        interval: what they mean, given the issue date; both ends None if that can't be known.
        precision: "day", "days", "week", "month", "season", "year" or "span".
    """

    start: int
    end: int
    text: str
    interval: Interval
    precision: str


class Stance(StrEnum):
    """How the article stands to what a report says (contract/vocabulary.md)."""

    ASSERTED = "Asserted"
    DENIED = "Denied"
    ALLEGED = "Alleged"
    PLANNED = "Planned"


@dataclass(frozen=True, slots=True)
class Link:
    """A mention tied to a thing.

    Attributes:
        iri: the actor, place or deal, without the base: "actor/russia".
        label: its preferred label.
        cls: its class's local name: "State", "Settlement".
        surface: the words of the mention.
        rule: how the link was made ("label", "metonym", "demonym+forces", "new").
        score: 0..1, how sure the rule is.
        parent: for a new place, the IRI of the place that holds it, "" if unknown.
        position: for a place of the gazetteer, its latitude and longitude in degrees (WGS 84).
        geonames: its number at GeoNames, 0 for none.
    """

    iri: str
    label: str
    cls: str
    surface: str
    rule: str
    score: float
    parent: str = ""
    position: tuple[float, float] | None = None
    geonames: int = 0

    @property
    def is_place(self) -> bool:
        """Whether the thing is a place rather than an actor or a deal."""
        return self.iri.startswith("place/")


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of people or facilities affected, as told.

    Attributes:
        kind: local name of a toll kind: "Killed", "Displaced".
        count: the figure, when one is told, exact or rounded.
        low: least, when told or implied.
        high: most, when told or implied.
        victims: who is counted.
        start: offset of the first word of the figure.
        end: offset after the last word of what is counted.
        part_of: position, in the report's tolls, of the larger toll that includes this one.
    """

    kind: str
    count: int | None
    low: int | None
    high: int | None
    victims: tuple[Link, ...]
    start: int
    end: int
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of one thing, with the words that prove it.

    Attributes:
        of: "Event", "CeasefireDeal", "Backing", "Control", "Affiliation" or "Leadership".
        type: event type's local name, else the same as `of`.
        start: offset of the quote; `end` after it.
        quote: the exact words, `Document.text[start:end]`.
        trigger: offsets of the word that names it.
        roles: property local name -> the things that fill it, in the order told.
        source: who the article says said so; empty when the article itself does.
        stance: how the article stands to it.
        when: the time told; open ends where it is not told.
        date_text: the words that told the time, or "".
        tolls: the counts told.
        same_as: a key that reports of one happening share within the article.
        deal: the deal that an event makes, keeps or breaks.
        facts: other properties, local name -> literal ("role" -> "leader", "former" -> "true").
        segment: kind of the segment the quote stands in.
        rule: the frame or pattern that made the report.
        confidence: 0..1.
    """

    of: str
    type: str
    start: int
    end: int
    quote: str
    trigger: tuple[int, int]
    roles: dict[str, tuple[Link, ...]]
    stance: Stance
    source: tuple[Link, ...] = ()
    when: Interval = Interval(None, None)
    date_text: str = ""
    tolls: tuple[Toll, ...] = ()
    same_as: str = ""
    deal: Link | None = None
    facts: tuple[tuple[str, str], ...] = field(default=())
    segment: SegmentKind = SegmentKind.BODY
    rule: str = ""
    confidence: float = 1.0
