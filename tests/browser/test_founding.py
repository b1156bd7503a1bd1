"""The sample articles and the five founding documents: pictures of each tab, and their story."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from browser.screen import Open, app, captions, settled
from kg import resources
from kg.graph.store import open_graph
from kg.model import Document
from kg.pipeline import build
from kg.read.files import documents
from kg.view.model import Wanted
from kg.view.page import page

if TYPE_CHECKING:
    from pathlib import Path

TABS = ("network", "timeline", "map", "table")


def drawn(paths: list[Path], folder: Path) -> str:
    """The page of the articles, quotes in their context."""
    build(paths, folder / "kg")
    handle = open_graph(folder / "kg")
    texts = {each.identifier: each.text for each in documents(paths) if isinstance(each, Document)}
    return page(handle.store, base=handle.base, title="News", wanted=Wanted(texts=texts))


@pytest.fixture(scope="module")
def seeds_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    return drawn([resources.folder("seeds")], tmp_path_factory.mktemp("seeds"))


@pytest.fixture(scope="module")
def founding_page(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    founding = sorted((shared / "articles").glob("00[0-4]_*.txt"))
    assert len(founding) == 5
    return drawn(founding, tmp_path_factory.mktemp("founding"))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_tab_of_the_samples_is_drawn(
    visit: Open, seeds_page: str, tmp_path: Path, theme: str
) -> None:
    screen = visit(seeds_page, theme=theme).page
    for tab in TABS:
        screen.locator(f"#tab-{tab}").click()
        settled(screen)
        screen.screenshot(path=tmp_path / f"{tab}-{theme}.png")
        assert screen.evaluate("() => document.documentElement.scrollWidth") == 1280
    screen.locator("#tab-network").click()
    boxes = captions(screen)
    assert len(boxes) > 60
    assert not any(
        one[1] < two[3] and two[1] < one[3] and one[2] < two[4] and two[2] < one[4]
        for one, two in combinations(boxes, 2)
    )


def test_quotes_of_the_samples_stand_in_their_context(visit: Open, seeds_page: str) -> None:
    screen = visit(seeds_page, fragment="#sel=actor/russia").page
    assert screen.locator("blockquote .faint").count() > 5
    assert screen.locator("blockquote q").count() == 20


@pytest.mark.parametrize(
    ("who", "relation", "whom"),
    [
        ("Russia", "backs", "Syrian government"),
        ("Turkey", "backs", "rebels (Syria)"),
        ("Hayat Tahrir al-Sham", "fights", "Syrian government"),
        ("rebels (Syria)", "fights", "Syrian government"),
        ("Russia", "party", "Sochi agreement (2018)"),
        ("Turkey", "party", "Sochi agreement (2018)"),
    ],
)
def test_the_founding_documents_tell_who_backs_and_fights_whom(
    visit: Open, founding_page: str, who: str, relation: str, whom: str
) -> None:
    screen = visit(founding_page).page
    ties = app(
        screen,
        "app.scene().ties.map((at) => app.graph.ties[at]).map((tie) => "
        "[app.graph.things[tie.from].label, tie.kind, app.graph.things[tie.to].label])",
    )
    told = [[who, relation, whom]]
    if relation == "fights":
        told += [[whom, relation, who], [who, "clashes with", whom], [whom, "clashes with", who]]
    assert any(each in ties for each in told)


def test_the_founding_documents_tell_of_breaches_towns_and_tolls_by_source(
    visit: Open, founding_page: str
) -> None:
    screen = visit(founding_page, fragment="#tab=timeline").page
    titles = screen.locator("#timeline title").all_text_contents()
    assert any("1 breach" in title or "breaches" in title for title in titles)
    screen.locator("#tab-map").click()
    towns = set(screen.locator("#map text").all_text_contents())
    assert {"Maarrat al-Numan", "Kafr Nabl", "Saraqib"} <= towns
    disputed = app(
        screen,
        "app.graph.events.find((event) => event.tolls?.some((toll) => toll.disputed)).id",
    )
    app(screen, f"app.holder.change({{ sel: {disputed!r} }})")
    assert screen.locator("#figures tbody tr").count() >= 2
