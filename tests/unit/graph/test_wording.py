"""Signs of the words that two articles tell: names, telling nouns, copied runs."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from graph.sheets import CLASSES, report, sheet, write_ontology
from kg.graph.agreement import Comparison
from kg.graph.geography import geography
from kg.graph.happenings import Happening, happenings
from kg.graph.quads import links_of
from kg.graph.signs import load_signs
from kg.model import Report
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


def told(quote: str, trigger: str = "", **more: Any) -> Report:
    """A report with a quote, whose trigger stands in it."""
    at = quote.index(trigger)
    whole = replace(report(), quote=quote, start=100, end=100 + len(quote), roles={}, **more)
    return replace(whole, trigger=(100 + at, 100 + at + len(trigger)))


def later(days: int) -> dict[str, Any]:
    day = report().when.begin
    assert day is not None
    moved = day + datetime.timedelta(days=days)
    return {"when": replace(report().when, begin=moved, end=moved)}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Jets hit Oram", "A raid on Oram", {"telling-name"}),
        ("Jets hit Oram", "A raid on Teluk", {"other-names"}),
        ("Jets hit Oram and Teluk", "A raid on Teluk", {"telling-name"}),
        ("Jets hit Oram", "A raid on it", set()),
        # the first word has a capital whatever it is
        ("Raids went on", "Raids were told", set()),
        # days and months are told of any event
        ("Jets hit it on Sunday", "A raid on Sunday", set()),
    ],
)
def test_names(one: str, other: str, expected: set[str]) -> None:
    assert {"telling-name", "other-names"} & set(signs(told(one), told(other))) == expected


def test_names_of_the_curated_world_are_told_all_through_a_war() -> None:
    label = next(
        each.label
        for each in world.load(folder()).entities.values()
        if each.cls in ("State", "ArmedGroup") and len(each.label) > 3
    )
    assert "telling-name" not in signs(told(f"jets of {label} hit"), told(f"a raid by {label}"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("it struck a wedding", "guests of the wedding died", {"telling-noun"}),
        ("it struck two bakeries", "it struck a clinic", set()),
        ("on a livestock pen of planks", "a livestock pen with planks", {"shared-words"}),
        ("on a livestock pen", "a livestock pen", set()),  # one word that counts
        ("troops killed many people", "many people were killed by troops", set()),
    ],
)
def test_nouns_and_plain_words(one: str, other: str, expected: set[str]) -> None:
    found = set(signs(told(one), told(other)))
    assert {"telling-noun", "shared-words"} & found == expected


def test_names_and_nouns_of_another_day_are_of_what_is_struck_again() -> None:
    quote = "jets hit the bakery of Oram"
    near, far = (signs(told(quote), told(quote, **later(days))) for days in (1, 2))
    assert {"telling-name", "telling-noun"} <= set(near)
    assert not {"telling-name", "telling-noun"} & set(far)


def test_six_words_in_a_row_are_copied() -> None:
    copied = signs(told("he said that the jets came at night"), told("that the jets came at night"))
    assert "copied-words" in copied
    fewer = signs(told("he said that the jets came at dawn"), told("that the jets came at night"))
    assert "copied-words" not in fewer


def test_within_an_article_only_what_stands_twice_is_copied() -> None:
    """Two happenings told by one sentence share its words."""
    quote = "he said that the jets came at night"
    one, other = (replace(told(quote), same_as=key) for key in ("e", "f"))
    assert "copied-words" not in signs(one, other, articles="a")
    again = replace(other, start=900, end=900 + len(quote), trigger=(900, 902))
    assert "copied-words" in signs(one, again, articles="a")


@pytest.mark.parametrize(
    ("trigger", "expected"), [("air raids", True), ("air raid", False), ("clashes", False)]
)
def test_a_word_for_several_events_is_a_sign(trigger: str, *, expected: bool) -> None:
    one, other = told(f"the {trigger} there", trigger), told("the raid there", "raid")
    assert ("several" in signs(one, other)) is expected


def test_within_an_article_names_are_told_all_through_and_say_nothing() -> None:
    one, other = (replace(told("Jets hit the bakery of Oram"), same_as=key) for key in ("e", "f"))
    found = signs(one, other, articles="a")
    assert "one-article" in found
    words = {"telling-name", "telling-noun", "shared-words", "copied-words", "two-tellings"}
    assert not words & set(found)


def test_happenings_know_their_names_and_what_names_them() -> None:
    found: list[Happening] = happenings(
        [sheet("a", told("Jets hit Oram in Air Raids on Sunday", "Air Raids"))],
        CLASSES,
        geography([], world.load(folder())),
    )
    assert "oram" in found[0].names
    assert found[0].head == "raids"
