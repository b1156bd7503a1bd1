"""Signs that two articles' tellings share: names, telling words, guessed days, kinds of sides."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from graph.sheets import CLASSES, report, sheet, write_ontology
from kg.graph.agreement import Comparison, load_signs
from kg.graph.geography import geography
from kg.graph.happenings import Happening, happenings
from kg.graph.quads import links_of
from kg.model import Link, Report
from kg.resolve import world


@cache
def folder() -> Path:
    """The small ontology's folder."""
    return write_ontology(Path(mkdtemp()))


def signs(*reports: Report, articles: str = "ab") -> tuple[str, ...]:
    """The signs between the happenings that two reports tell."""
    sheets = [sheet(name, *(reports if articles == "a" else (each,)))
              for name, each in zip(articles, reports, strict=False)]  # fmt: skip
    links = (link for each in reports for link in links_of(each))
    places = geography(links, world.load(folder()))
    one, other = happenings(sheets, CLASSES, places)[:2]
    return Comparison(load_signs(folder()), CLASSES, places).of(one, other).signs


def told(quote: str, **more: object) -> Report:
    return replace(report(), quote=quote, roles={}, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ("Jets hit Oram", "A raid on Oram", "shared-name"),
        ("Jets hit Oram", "A raid on Teluk", "no-shared-name"),
        # the first word has a capital whatever it is
        ("Raids went on", "Raids were told", "no-shared-name"),
    ],
)
def test_a_name_that_both_tell_is_a_sign(one: str, other: str, sign: str) -> None:
    assert sign in signs(told(one), told(other))


def test_words_that_are_told_of_any_event_are_no_sign() -> None:
    shared = signs(told("bombs on a livestock market"), told("the livestock market was bombed"))
    assert "shared-words" in shared
    common = signs(told("troops killed many people"), told("many people were killed by troops"))
    assert "shared-words" not in common


def test_a_day_that_both_only_guess_says_less() -> None:
    guessed = {"facts": (("dateBasis", "story"),)}
    one, other = told("Jets hit it", **guessed), told("A raid hit it", **guessed)
    assert "same-day-guessed" in signs(one, other)
    assert "same-day" in signs(one, told("A raid hit it"))


def test_a_guessed_day_far_off_is_no_bar() -> None:
    guessed = {"facts": (("dateBasis", "story"),)}
    day = report().when.begin
    assert day is not None
    later = day + datetime.timedelta(days=5)
    when = replace(report().when, begin=later, end=later)
    assert "other-day-guessed" in signs(told("Jets hit it", **guessed), told("A raid", when=when))


def test_an_army_and_an_armed_group_that_have_no_names_are_two_sides() -> None:
    army, group = (
        Link(f"actor/{name}-x", name, cls, name, f"generic {name}", 0.7)
        for name, cls in (("soldiers", "ArmedForces"), ("rebels", "ArmedGroup"))
    )
    one, other = (
        replace(told("Jets hit it"), roles={"initiator": (link,)}) for link in (army, group)
    )
    assert "other-kind" in signs(one, other)
    assert "other-kind" not in signs(one, one)


def test_within_an_article_names_are_told_all_through_and_say_nothing() -> None:
    one, other = (replace(told("Jets hit Oram"), same_as=key) for key in ("e1", "e2"))
    found = signs(one, other, articles="a")
    assert "one-article" in found
    assert not {"shared-name", "no-shared-name", "shared-words"} & set(found)


def test_happenings_know_their_names() -> None:
    found: list[Happening] = happenings(
        [sheet("a", told("Jets hit Oram on Sunday"))],
        CLASSES,
        geography([], world.load(folder())),
    )
    assert "oram" in found[0].names
