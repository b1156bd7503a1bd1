"""`kg view`: what its options leave in, and what it says of mistakes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

FIRST_QUOTE = """
PREFIX kg: <https://example.org/kg/ontology#> PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?name ?quote ?start WHERE {
  ?report kg:quote ?quote ; kg:quoteStart ?start ; kg:article/dcterms:identifier ?name .
  FILTER(?start >= 9)
} ORDER BY ?report LIMIT 1"""


def held(path: Path) -> tuple[set[str], set[str]]:
    """Labels of the things, and types of the events, on a page."""
    html = path.read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="view">(.*?)</script>', html)
    assert found
    block = json.loads(found[1])
    return {one["label"] for one in block["things"]}, {one["type"] for one in block["events"]}


def test_a_focus_shows_what_lies_around_it(
    kg: Callable[..., Result], small: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    everything = kg("view", "-g", small, "-o", page)
    assert everything.exit_code == 0
    all_things, all_types = held(page)
    name = min(all_things)
    assert kg("view", "-g", small, "-o", page, "--focus", name).exit_code == 0
    things, types = held(page)
    assert name in things
    assert things <= all_things
    assert types <= all_types
    assert f"<title>{name}</title>" in page.read_text(encoding="utf-8")


def test_a_name_that_nothing_has_is_answered_with_the_nearest(
    kg: Callable[..., Result], small: Path
) -> None:
    for option in ("--focus", "--page"):
        result = kg("view", "-g", small, option, "Syrian goverment")
        assert result.exit_code == 2
        assert "no actor, place, deal or event is called 'Syrian goverment'" in result.stderr


def test_types_and_days_narrow_the_page(
    kg: Callable[..., Result], small: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    options = ("--type", "air strike", "--since", "2019-05", "--until", "2019")
    assert kg("view", "-g", small, "-o", page, *options).exit_code == 0
    assert "2019-05-01 to 2019-12-31" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--since", "soon"), "'soon' is no day, month or year"),
        (("--until", "2019-13"), "'2019-13' is no day, month or year"),
        (("--until", "9999-12"), "'9999-12' is no day, month or year"),
        (("--since", "2020", "--until", "2019"), "nothing lies between"),
        (("--type", "air strke"), "did you mean AirStrike"),
    ],
)
def test_mistakes_are_told(
    kg: Callable[..., Result], small: Path, options: tuple[str, ...], said: str
) -> None:
    result = kg("view", "-g", small, *options)
    assert result.exit_code == 2
    assert said in result.stderr


def test_quotes_stand_in_context_where_the_articles_are_at_hand(
    kg: Callable[..., Result], small: Path, tmp_path: Path
) -> None:
    store = ox.Store()
    store.load(small.read_bytes(), format=ox.RdfFormat.TRIG)
    rows = store.query(FIRST_QUOTE, use_default_graph_as_union=True)
    assert isinstance(rows, ox.QuerySolutions)
    row = next(rows)
    name, quote, start = (row[part].value for part in ("name", "quote", "start"))
    folder = tmp_path / "articles"
    folder.mkdir()
    text = "x" * (int(start) - 9) + " just so " + quote + " and no more."
    (folder / name).write_text(text, encoding="utf-8")
    result = kg("view", "-g", small, "-o", "page.html", "--articles", folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "and no more." in (tmp_path / "page.html").read_text(encoding="utf-8")
    result = kg("view", "-g", small, "-o", "page.html", "--articles", "none.txt")
    assert result.exit_code == 0
    assert "none.txt" in result.stderr
