"""From files to a store, with the shipped pipeline: what is read, passed over and linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg import pipeline, resources
from kg.errors import SkippedError
from kg.graph.check import check
from kg.graph.export import render
from kg.graph.query import parse_query, run
from kg.graph.removal import remove
from kg.graph.restore import restore
from kg.graph.results import format_answer
from kg.graph.store import open_graph

if TYPE_CHECKING:
    from pathlib import Path

STORY = (
    "Mortar rounds fell on the hill town of Deir Salim on Friday, killing four farmers who were "
    "on their way to market, medics said. The Northern Front denied that it had fired and blamed "
    "the militia across the river, which had no comment. Some 300 people left for the valley "
    "overnight, the district council said, most of them on foot."
)
FRENCH = (
    "Des obus de mortier sont tombés vendredi sur la ville de Deir Salim, tuant quatre paysans, "
    "et le Front du Nord a démenti avoir tiré sur les habitants."
)
ASK = """PREFIX kg: <https://example.org/kg/ontology#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?copy ?origin ?wire WHERE {
  ?a kg:copyOf ?b ; prov:wasDerivedFrom ?b ; dcterms:identifier ?copy .
  ?b dcterms:identifier ?origin . OPTIONAL { ?a kg:wireSource ?wire } }"""


@pytest.mark.parametrize("jobs", [1, 2])
def test_copies_are_linked_and_other_languages_passed_over(tmp_path: Path, jobs: int) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "origin.md").write_text(f"---\ndate: 2031-05-02\n---\n{STORY}\n")
    (news / "reprint.txt").write_text(f"BEIRUT (AFP) - {STORY}\n")
    (news / "reprint.json").write_text('{"date": "2031-05-03"}')
    (news / "french.txt").write_text(FRENCH)
    summary = pipeline.build([news], tmp_path / "store", jobs=jobs)
    assert [summary.counts[name] for name in ("articles", "copies")] == [2, 1]
    (skipped,) = summary.problems
    assert isinstance(skipped, SkippedError)
    assert str(skipped) == f"{news / 'french.txt'}: in French, not English: passed over"
    rows = run(open_graph(tmp_path / "store"), parse_query(ASK, "-"), {})
    assert (
        format_answer(rows, "csv", base="") == "copy,origin,wire\r\nreprint.txt,origin.md,AFP\r\n"
    )


def test_articles_added_one_by_one_and_taken_away_make_the_store_of_a_fresh_build(
    tmp_path: Path, checkout: Path
) -> None:
    seeds = sorted((checkout / "seeds").glob("*.txt"))[:3]
    pipeline.build(seeds, tmp_path / "whole")
    pipeline.build(seeds[1:2], tmp_path / "grown")
    pipeline.add([seeds[2]], tmp_path / "grown")
    pipeline.add([seeds[0]], tmp_path / "grown")
    whole = render(open_graph(tmp_path / "whole"), "nq")
    assert render(open_graph(tmp_path / "grown"), "nq") == whole
    remove(tmp_path / "grown", [seeds[2].name], resources.folder("ontology"))
    pipeline.build(seeds[:2], tmp_path / "less")
    less = render(open_graph(tmp_path / "less"), "nq")
    assert render(open_graph(tmp_path / "grown"), "nq") == less
    (tmp_path / "whole.nq").write_bytes(whole)
    restore(tmp_path / "whole.nq", tmp_path / "again", resources.folder("ontology"))
    assert render(open_graph(tmp_path / "again"), "nq") == whole
    findings = check(open_graph(tmp_path / "again"))
    assert [one for one in findings if one.severity == "Violation"] == []
