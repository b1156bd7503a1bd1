"""Articles, reports and origins in few words, made by hand."""

from __future__ import annotations

import datetime
from typing import Any

from graph.sheets import deal, place, report

from kg.explain.explained import Asked, Explained, explained
from kg.explain.origins import EventRow, Origin, Origins
from kg.model import (
    Article,
    Document,
    Interval,
    IssueDate,
    Link,
    Report,
    Segment,
    SegmentKind,
    Stance,
    Toll,
)

ORIGINS = Origins(
    events={
        "shelling": EventRow("Shelling", Origin("ontology/lexicon/events.toml", "frame 1")),
        "attack": EventRow("Attack", Origin("ontology/lexicon/events.toml", "frame 2")),
    },
    means={("Attack", "AirStrike"): Origin("ontology/lexicon/events.toml", "means.AirStrike")},
    harms={"Killed": Origin("ontology/lexicon/tolls.toml", "harm 1")},
    offices={"minister": Origin("ontology/lexicon/nominals.toml", "nominal 1")},
    curated={"place/ostrin": Origin("ontology/places.ttl")},
)


def article(*texts: str, kind: SegmentKind = SegmentKind.BODY, name: str = "a.txt") -> Article:
    """An article of segments of one kind with an empty line between them."""
    segments, start = [], 0
    for text in texts:
        segments.append(Segment(kind, text, tuple(range(start, start + len(text)))))
        start += len(text) + 2
    issued = IssueDate(datetime.date(2031, 5, 4), "metadata", "an example")
    return Article(Document(name, "\n\n".join(texts)), tuple(segments), issued, title="A title")


def told(
    within: Article, words: str, quote: str = "", type_: str = "Shelling", **given: Any
) -> Report:
    """A report by words of an article; its quote is the trigger unless given."""
    text = within.document.text
    start, begin = text.index(words), text.index(quote or words)
    end = begin + len(quote or words)
    own: dict[str, Any] = {"start": begin, "end": end, "quote": text[begin:end], "rule": "shelling"}
    return report(type_, trigger=(start, start + len(words)), **(own | given))


def all_of(within: Article, *reports: Report) -> Explained:
    """An article with all of its reports asked for."""
    return explained(within, reports, Asked())


TEXT = "Jets hit Ostrin on Friday, killing six people, two of them children, a monitor said."
WITHIN = article(TEXT)


def strike() -> Report:
    """A report with something of everything."""
    friday = datetime.date(2031, 5, 2)
    people = Link("actor/people", "people", "Population", "people", "generic people", 0.7)
    return told(
        WITHIN,
        "hit",
        TEXT[:67],
        "AirStrike",
        rule="attack",
        stance=Stance.ALLEGED,
        roles={
            "initiator": (Link("actor/velmara", "Velmara", "State", "Jets", "focus+forces", 0.6),),
            "place": (place("Ostrin", "AdministrativeArea", parent="place/velmara"),),
        },
        source=(
            Link("actor/war-monitor", "war monitor", "Organization", "", "the only monitor", 0.75),
        ),
        deal=deal("Ostrin truce"),
        when=Interval(friday, friday),
        date_text="Friday",
        tolls=(
            Toll("Killed", 6, 6, 6, (people,), 35, 45),
            Toll("Killed", None, 2, None, (), 47, 58, 0),
        ),
        facts=(("dateBasis", "told"), ("term", "a pause of fighting")),
        same_as="e1",
        confidence=0.72,
    )
