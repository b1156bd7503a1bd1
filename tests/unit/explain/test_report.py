"""A report is shown with what is known of its row, time and figures, and no more."""

from __future__ import annotations

import datetime

from graph.sheets import bounded, toll

from explain.made import ORIGINS, all_of, article, told
from kg.explain.article import as_text
from kg.model import Interval, Toll


def test_a_type_taken_over_and_a_date_not_known_are_told() -> None:
    within = article("The attack lasted.")
    report = told(within, "attack", rule="attack, pointing back", when=Interval(None, None))
    text = as_text(all_of(within, report), ORIGINS)
    assert "rule        attack, pointing back (ontology/lexicon/events.toml: frame 2)" in text
    assert "type        Attack by the rule, else from the story" in text
    assert "date        not known" in text


def test_open_intervals_and_figures_are_told_as_bounded() -> None:
    within = article("Shells fell.")
    day = datetime.date(2031, 5, 2)
    shown = []
    for when in (Interval(day, None), Interval(None, day), Interval(day, day.replace(day=3))):
        text = as_text(all_of(within, told(within, "Shells", when=when)), ORIGINS)
        shown += [line.split(maxsplit=1)[1] for line in text.splitlines() if "date  " in line]
    assert shown == ["from 2031-05-02", "until 2031-05-02", "2031-05-02 to 2031-05-03"]
    tolls = [bounded(None, None), bounded(None, 9), bounded(3, 9), toll(5)]
    tolls += [Toll("Killed", 20, 15, 25, (), 0, 5), Toll("Killed", 7, None, None, (), 0, 5)]
    text = as_text(all_of(within, told(within, "Shells", tolls=tuple(tolls))), ORIGINS)
    figures = [
        line.split("Killed ")[1].split(",")[0] for line in text.splitlines() if "toll " in line
    ]
    assert figures == ["no figure", "9 or fewer", "3 to 9", "5", "20 (15 to 25)", "7"]


def test_a_row_that_is_not_known_is_left_out() -> None:
    within = article("Shells fell.")
    text = as_text(all_of(within, told(within, "Shells", rule="hand-made")), ORIGINS)
    assert "rule        hand-made\n" in text
