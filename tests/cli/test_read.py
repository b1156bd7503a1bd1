"""The commands that read a graph: what they print, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from kg import __version__
from kg.graph import check
from kg.graph.export import render
from kg.graph.formats import EXPORTS
from kg.graph.note import StoreMeta
from kg.graph.query import list_queries
from kg.graph.store import open_graph, write_store
from kg.graph.validate import Finding

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

ASK_LABELS = "SELECT ?l { ?a a kg:State ; skos:prefLabel ?l }"
CONSTRUCT = "CONSTRUCT { ?a kg:backs ?b } WHERE { ?a kg:backs ?b }"


def test_version(kg: Callable[..., Result]) -> None:
    assert kg("--version").stdout == f"kg, version {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["query", "backers"],
        ["view"],
        ["export", "-o", "a.ttl"],
        ["validate"],
        ["stats"],
        ["show", "x"],
    ],
)
def test_without_a_graph_every_reader_says_how_to_build_one(
    kg: Callable[..., Result], words: list[str]
) -> None:
    result = kg(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert (
        result.stderr
        == "kg: build/kg: there is no graph here (build one first: kg build ARTICLES)\n"
    )


def test_the_store_of_a_build_is_read_by_default(
    kg: Callable[..., Result], small: Path, tmp_path: Path
) -> None:
    write_store(tmp_path / "build" / "kg", open_graph(small).store, meta=StoreMeta())
    result = kg("query", "-", stdin=ASK_LABELS)
    assert (result.exit_code, result.stdout) == (0, "l\n───────\nVelmara\n")


def test_a_query_is_taken_from_a_file_with_parameters(
    kg: Callable[..., Result], small: Path, tmp_path: Path
) -> None:
    text = "# param: who actor - | x\nSELECT ?t { ?r kg:source ?who ; kg:quote ?t }"
    (tmp_path / "own.rq").write_text(text)
    result = kg("query", "own.rq", "-g", small, "--param", "who=war monitor", "--format", "csv")
    rows = list(csv.reader(io.StringIO(result.stdout)))
    assert rows == [["t"], ["Velmaran jets killed 6 civilians, two of them children"]]


def test_a_value_may_hold_an_equals_sign(kg: Callable[..., Result], small: Path) -> None:
    text = "# param: w string - | x\nSELECT ?v { BIND(?w AS ?v) }"
    result = kg("query", "-", "-g", small, "--param", "w=a=b", "--format", "csv", stdin=text)
    assert result.stdout == "v\na=b\n"


def test_a_shipped_query_is_taken_by_name(kg: Callable[..., Result], small: Path) -> None:
    result = kg("query", "undated-articles", "-g", small, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["head"]["vars"]


def test_a_construct_is_turtle(kg: Callable[..., Result], small: Path) -> None:
    assert kg("query", "-", "-g", small, stdin=CONSTRUCT).stdout.splitlines()[3:] == [
        "actor:velmara",
        "    kg:backs actor:front .",
    ]


@pytest.mark.parametrize(
    ("stdin", "message"),
    [
        ("SELECT {", "kg: -:1:"),
        ("ASK { SERVICE <http://127.0.0.1:9/> {} }", "kg: -:1: SERVICE"),
        (b"\xff", "kg: standard input: is not UTF-8"),
    ],
)
def test_a_wrong_query_is_one_line(
    kg: Callable[..., Result], small: Path, stdin: str | bytes, message: str
) -> None:
    result = kg("query", "-", "-g", small, stdin=stdin)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("words", [["--param", "x"], ["--param", "=x"], ["--format", "pdf"]])
def test_wrong_usage_of_query_is_code_2(
    kg: Callable[..., Result], small: Path, words: list[str]
) -> None:
    result = kg("query", "-", "-g", small, *words, stdin=ASK_LABELS)
    assert result.exit_code == 2
    assert f"Invalid value for '{words[0]}'" in result.stderr


def test_queries_lists_all_that_are_shipped(kg: Callable[..., Result]) -> None:
    lines = kg("queries").stdout.splitlines()
    names = [line for line in lines if line and not line.startswith(" ")]
    assert names == [query.name for query in list_queries()]


@pytest.mark.parametrize("name", ["graph.ttl", "deep/graph.csv"])
def test_export_writes_by_extension(
    kg: Callable[..., Result], small: Path, name: str, tmp_path: Path
) -> None:
    result = kg("export", "-g", small, "-o", name)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert (tmp_path / name).read_bytes() == render(open_graph(small), name[-3:])


def test_export_writes_to_standard_output_with_a_format(
    kg: Callable[..., Result], small: Path
) -> None:
    result = kg("export", "-g", small, "-o", "-", "--format", "nq")
    assert result.stdout_bytes == render(open_graph(small), "nq")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-o", "-"], "standard output needs --format"),
        (["-o", "a.txt"], "use one of ttl"),
        ([], "Missing option"),
        (["-o", "a.ttl", "--format", "owl"], "owl"),
    ],
)
def test_wrong_usage_of_export_is_code_2(
    kg: Callable[..., Result], small: Path, words: list[str], message: str
) -> None:
    result = kg("export", "-g", small, *words)
    assert result.exit_code == 2
    assert message in result.stderr


def test_view_writes_one_page(kg: Callable[..., Result], small: Path, tmp_path: Path) -> None:
    result = kg("view", "-g", small, "--title", "War & peace")
    assert (result.exit_code, result.stdout) == (0, "")
    page = (tmp_path / "build" / "network.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "War &amp; peace" in page


def test_ontology_writes_one_page(kg: Callable[..., Result], tmp_path: Path) -> None:
    result = kg("ontology")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    page = (tmp_path / "build" / "ontology.html").read_bytes()
    assert page.startswith(b"<!doctype html>")
    assert kg("ontology", "-o", "-").stdout_bytes == page
    assert kg("ontology", "-o", tmp_path / "build").exit_code == 2


def test_export_lists_its_formats(kg: Callable[..., Result]) -> None:
    words = kg("export", "--help").stdout.split()
    assert [form for form in EXPORTS if form not in words and f".{form}" not in words] == []


@pytest.mark.parametrize("form", ["acled", "ucdp", "ftm", "neo4j", "gexf", "geojson"])
def test_export_writes_bytes_as_they_are(kg: Callable[..., Result], small: Path, form: str) -> None:
    result = kg("export", "-g", small, "-o", "-", "--format", form)
    assert result.stdout_bytes == render(open_graph(small), form)


def test_an_unknown_extension_is_one_line_and_keeps_what_stood_there(
    kg: Callable[..., Result], small: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.owl").write_text("mine", encoding="utf-8")
    result = kg("export", "-g", small, "-o", "a.owl")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "kg: a.owl: the extension doesn't tell a known format"
        " (use one of ttl trig nt nq jsonld rdf graphml gexf geojson csv, or --format)\n"
    )
    assert (tmp_path / "a.owl").read_text(encoding="utf-8") == "mine"


def test_stats_shows_the_figures(kg: Callable[..., Result], small: Path) -> None:
    result = kg("stats", "-g", small)
    assert result.exit_code == 0
    assert result.stdout.startswith("Graph\n")
    assert "\n\nEvents by type\n──────────────  ─\nAir strike      1\n\n" in result.stdout


def test_show_prints_a_card_for_each_thing(kg: Callable[..., Result], small: Path) -> None:
    result = kg("show", "velmara", "-g", small)
    heads = [line for line in result.stdout.splitlines() if line.startswith("Velmara")]
    assert (result.exit_code, heads) == (0, ["Velmara (state)", "Velmara (country)"])


def test_show_of_an_unknown_name_is_code_2(kg: Callable[..., Result], small: Path) -> None:
    result = kg("show", "Velmarra", "-g", small)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("(did you mean Velmara)\n")


def test_validate_lists_findings_and_is_code_1(kg: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text(
        "<https://example.org/kg/id/report/r> a <https://example.org/kg/ontology#Report> ."
    )
    result = kg("validate", "-g", "g.ttl")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert all(line.startswith("Violation: https://example.org/kg/id/report/r") for line in lines)
    assert result.stderr == f"{len(lines)} findings\n"


def test_validate_of_a_sound_graph_is_code_0(kg: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text("")
    result = kg("validate", "-g", "g.ttl")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "0 findings\n")


def test_warnings_alone_are_code_0(
    kg: Callable[..., Result], small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warning = Finding("iri:d", "kg:term", "no term:\ngive one", "Warning", "Deal", "x")
    monkeypatch.setattr(check, "check", lambda _: [warning])
    result = kg("validate", "-g", small)
    assert result.exit_code == 0
    assert result.stdout == "Warning: iri:d kg:term: no term: give one [x]\n"
