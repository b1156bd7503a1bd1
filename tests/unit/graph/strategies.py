"""Sheets of any content, for Hypothesis."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

from graph.sheets import CLASSES
from kg.graph.quads import KINDS, Sheet
from kg.model import (
    Interval,
    IssueDate,
    Link,
    Report,
    SegmentKind,
    Signature,
    Stance,
    Toll,
)

# What a store can hold: no lone surrogates.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
SOME_TEXT = TEXT.filter(bool)
_SCORE = st.integers(0, 100).map(lambda score: score / 100)
_DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 1, 1))
_PLACES = ("place/deir-salim", "place/ostrin")
_ACTORS = ("actor/velmara", "actor/northern-front", "actor/people")


@st.composite
def links(draw: st.DrawFn, *iris: str) -> Link:
    point = st.integers(-900_000, 900_000).map(lambda value: value / 10_000)
    return Link(
        iri=draw(st.sampled_from(iris)),
        label=draw(SOME_TEXT),
        cls=draw(st.sampled_from(("State", "ArmedGroup", "Settlement"))),
        surface=draw(SOME_TEXT),
        rule=draw(TEXT),
        score=draw(_SCORE),
        parent=draw(st.sampled_from(("", "place/velmara"))),
        position=draw(st.none() | st.tuples(point, point)),
        geonames=draw(st.integers(0, 9)),
    )


def _some(*iris: str) -> st.SearchStrategy[tuple[Link, ...]]:
    return st.lists(links(*iris), max_size=3).map(tuple)


@st.composite
def tolls(draw: st.DrawFn, before: int) -> Toll:
    figure = st.none() | st.integers(0, 3_000_000)
    return Toll(
        kind=draw(st.sampled_from(("Killed", "Displaced"))),
        count=draw(figure),
        low=draw(figure),
        high=draw(figure),
        victims=draw(_some("actor/people", "actor/velmara")),
        start=draw(st.integers(0, 99)),
        end=draw(st.integers(0, 99)),
        part_of=draw(st.none() | st.integers(0, before - 1)) if before else None,
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    of = draw(st.sampled_from(KINDS))
    events = sorted(name for name, above in CLASSES.items() if "Event" in above)
    facts = st.tuples(st.sampled_from(("role", "term", "dateBasis", "supports")), TEXT)
    dates = st.tuples(st.just("agreedOn"), st.sampled_from(("2020", "2020-02", "2020-02-03")))
    states = st.tuples(st.just("status"), st.sampled_from(("InForce", "Collapsed")))
    former = st.tuples(st.just("former"), st.sampled_from(("true", "false")))
    roles = st.dictionaries(
        st.sampled_from(("initiator", "target", "participant", "backer")), _some(*_ACTORS)
    )
    return Report(
        of=of,
        type=draw(st.sampled_from(events)) if of == "Event" else of,
        start=draw(st.integers(0, 9)),
        end=draw(st.integers(10, 99)),
        quote=draw(TEXT),
        trigger=draw(st.tuples(st.integers(0, 9), st.integers(10, 20))),
        roles=draw(roles) | {"place": draw(_some(*_PLACES))},
        stance=draw(st.sampled_from(Stance)),
        source=draw(_some(*_ACTORS)),
        when=Interval(draw(st.none() | _DAYS), draw(st.none() | _DAYS)),
        date_text=draw(TEXT),
        tolls=tuple(draw(tolls(at)) for at in range(draw(st.integers(0, 3)))),
        same_as=draw(TEXT),
        deal=draw(st.none() | links("deal/ostrin-truce")),
        facts=tuple(draw(st.lists(facts | dates | states | former, max_size=3))),
        segment=draw(st.sampled_from(SegmentKind)),
        rule=draw(TEXT),
        confidence=draw(_SCORE),
    )


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    day = draw(st.none() | _DAYS)
    names = draw(st.sets(st.sampled_from(("title", "publisher", "source"))))
    return Sheet(
        local="article/" + draw(st.sampled_from(("raid-1", "raid-2"))),
        identifier=draw(TEXT),
        facts=tuple((name, draw(SOME_TEXT)) for name in names),
        issued=IssueDate(
            day,
            draw(st.sampled_from(("text", "inferred"))) if day else "",
            draw(TEXT),
            draw(st.none() | _DAYS),
            draw(st.none() | _DAYS),
        ),
        content_hash=draw(TEXT),
        reports=tuple(draw(st.lists(reports(), max_size=3))),
        language=draw(st.sampled_from(("en", "fr"))),
        wires=tuple(draw(st.lists(SOME_TEXT, max_size=2))),
        signature=draw(st.none() | st.builds(Signature, st.binary(max_size=9), st.integers(0, 9))),
        read_with=draw(TEXT),
    )
