"""The graph depends on the set of articles alone, whatever they tell and however they come."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.assembled import (
    FRONT,
    ILMAR,
    OSTRIN,
    PEOPLE,
    SALIM,
    SHIELD,
    SOLDIERS,
    TRUCE,
    VELMARA,
    events,
    tolls,
)
from graph.sheets import BASE, DAY, actor, pair, place, report, sheet, toll, write_ontology
from kg import vocab
from kg.graph.assemble import assemble
from kg.graph.quads import Sheet
from kg.graph.turtle import trig
from kg.model import Interval, Link, Report, SegmentKind, Stance


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology"))


ACTORS = [VELMARA, ILMAR, FRONT, SHIELD, actor("Ostrin Shield", surface="Shield")]
PLACES = [OSTRIN, SALIM, place("Kasr", surface="Qasr"), place("Kasr", "Facility")]
KINDS = ["Attack", "AirStrike", "Shelling", "Explosion", "Clash"]


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any report that extraction may make of few actors, places and days."""
    first, second = draw(st.permutations(ACTORS[:4]))[:2]
    if draw(st.integers(0, 5)) == 0:
        return pair(
            draw(st.sampled_from(["Backing", "Control"])),
            first,
            second,
            stance=draw(st.sampled_from(Stance)),
        )
    roles: dict[str, tuple[Link, ...]] = (
        {"initiator": (draw(st.sampled_from(ACTORS)),)} if draw(st.booleans()) else {}
    )
    roles["place"] = tuple(draw(st.lists(st.sampled_from(PLACES), max_size=2, unique=True)))
    begin = DAY + datetime.timedelta(days=draw(st.integers(0, 3)))
    counts = draw(
        st.lists(st.tuples(st.integers(0, 40), st.sampled_from([PEOPLE, SOLDIERS])), max_size=2)
    )
    return report(
        draw(st.sampled_from(KINDS)),
        roles=roles,
        when=Interval(
            begin, draw(st.sampled_from([begin, begin + datetime.timedelta(days=1), None]))
        ),
        tolls=tuple(toll(count, who) for count, who in counts),
        stance=draw(
            st.sampled_from([Stance.ASSERTED, Stance.ASSERTED, Stance.ALLEGED, Stance.DENIED])
        ),
        same_as=draw(st.sampled_from(["", "x"])),
        segment=draw(st.sampled_from([SegmentKind.BODY, SegmentKind.HEADLINE])),
        deal=draw(st.sampled_from([None, None, TRUCE])),
    )


SHEETS = st.lists(st.lists(reports(), max_size=3), min_size=1, max_size=5).map(
    lambda articles: [sheet(f"n{at}", *told) for at, told in enumerate(articles)]
)


@given(sheets=SHEETS, chance=st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_order_of_articles_gives_the_same_graph_with_no_triple_in_two(
    folder: Path, sheets: list[Sheet], chance: Random
) -> None:
    made = assemble(sheets, folder, BASE)
    shuffled = list(sheets)
    chance.shuffle(shuffled)
    again = assemble(shuffled, folder, BASE)

    assert again == made
    assert trig(again.quads, BASE) == trig(made.quads, BASE)
    where = Counter((quad.subject, quad.predicate, quad.object) for quad in set(made.quads))
    assert max(where.values()) == 1
    labels = Counter(q.subject for q in set(made.quads) if q.predicate.value == vocab.PREF_LABEL)
    assert max(labels.values(), default=1) == 1


@given(sheets=SHEETS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_event_counts_more_than_its_articles_tell(folder: Path, sheets: list[Sheet]) -> None:
    made = assemble(sheets, folder, BASE)
    ordered = sorted(sheets, key=lambda each: each.local)
    for event in events(made):
        told = [
            (each.sheet, sum(t.count or 0 for t in each.report.tolls))
            for each in event.told
            if each.report.tolls and each.report.stance is not Stance.DENIED
        ]
        figures = {n: max(count for m, count in told if m == n) for n, _ in told}
        assert {n for n, _ in told} <= set(range(len(ordered)))
        whole = tolls(made, event).get("killed")
        expected = (str(min(figures.values())), str(max(figures.values())), "") if figures else None
        assert whole == expected
