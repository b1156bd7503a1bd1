"""One correction, as a record of corrections.toml has it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

#: What a record's `do` says -> the keys that it must have, and those that it may have.
#: Of keys joined by "|", exactly one must be there.
KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "merge-actors": (("these", "into"), ()),
    "merge-places": (("these", "into"), ()),
    "merge-deals": (("these", "into"), ()),
    "split-actor": (("thing", "to|new", "report|reports"), ()),
    "split-place": (("thing", "to|new", "report|reports"), ()),
    "split-deal": (("thing", "to|new", "report|reports"), ()),
    "rename": (("thing", "label"), ()),
    "un-alias": (("thing", "name"), ("to", "articles")),
    "confirm-link": (("thing", "name"), ("articles",)),
    "reject-report": (("report|reports",), ()),
    "set-date": (("report|reports",), ("date", "begin", "end")),
    "set-place": (("report|reports", "place"), ()),
    "merge-events": (("reports",), ()),
    "split-events": (("reports",), ()),
}
#: Kinds that work on things of one kind -> the first segment of the things' IRIs.
THINGS = {
    "merge-actors": "actor",
    "merge-places": "place",
    "merge-deals": "deal",
    "split-actor": "actor",
    "split-place": "place",
    "split-deal": "deal",
}


@dataclass(frozen=True, slots=True)
class ReportName:
    """How a record names a report, so that reading the article again finds it again.

    Attributes:
        article: the article's identifier.
        quote: words of the article that the report quotes.
        word: the word that names the event, "" if the quote is enough.
        type: the type of what is reported ("AirStrike", "Backing"), or "".
        nth: which one, counted from 1, if several reports share all this; 0 if only one does.
    """

    article: str
    quote: str
    word: str = ""
    type: str = ""
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person has put right, and who, when and why.

    Things are named by their IRI without the base ("actor/russia") or by a label.

    Attributes:
        do: a key of KINDS.
        who: the person.
        when: the day.
        why: the reason.
        thing: what is split, renamed, or loses a name.
        these: what is merged into another.
        into: that other.
        to: the thing that mentions belong to instead, "" for none.
        new: label of a new thing that they belong to.
        label: the new preferred label.
        name: words that are, or are not, a name of the thing.
        articles: identifiers of the articles where that holds; empty for all.
        reports: the reports that are meant.
        begin: first day, None if unknown.
        end: last day, likewise.
        places: where it happened; empty if unknown.
        where: file, line and number of the record, for messages; no part of what it says.
    """

    do: str
    who: str
    when: datetime.date
    why: str
    thing: str = ""
    these: tuple[str, ...] = ()
    into: str = ""
    to: str = ""
    new: str = ""
    label: str = ""
    name: str = ""
    articles: tuple[str, ...] = ()
    reports: tuple[ReportName, ...] = ()
    begin: datetime.date | None = None
    end: datetime.date | None = None
    places: tuple[str, ...] = ()
    where: str = field(default="", compare=False)

    @property
    def kind(self) -> str:
        """First segment of the IRIs of the things it works on, "" for any."""
        return THINGS.get(self.do, "")

    def named(self) -> str:
        """Where it stands, or at least what it does."""
        return self.where or f"{self.do} by {self.who}"
