"""What the README prints is what the commands print."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import geojson
import networkx as nx
import pytest
from click.testing import CliRunner

from cli.readme_blocks import README, blocks, play
from kg.cli import main
from kg.graph.export import render
from kg.graph.formats import EXPORTS
from kg.graph.store import open_graph

BLOCKS = blocks(README.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def checkout_with_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the checkout in which `kg build seeds` can run without touching build/."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "seeds").symlink_to(README.parent / "seeds")
    return folder


def test_the_readme_shows_commands() -> None:
    assert len(BLOCKS) >= 5


@pytest.mark.parametrize("at", range(len(BLOCKS)))
def test_each_command_prints_what_the_readme_says(
    at: int, checkout_with_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout_with_graph)
    assert play(BLOCKS[at]) == BLOCKS[at]


def test_the_graph_of_the_seeds_goes_out_in_every_format(
    checkout_with_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout_with_graph)
    if not Path("build/kg").is_dir():
        assert CliRunner().invoke(main, ["build", "seeds"]).exit_code == 0
    handle = open_graph("build/kg")
    files = {form: render(handle, form) for form in EXPORTS}
    features = geojson.loads(files["geojson"].decode("utf-8"))
    assert features.is_valid
    events = {feature["id"] for feature in features["features"]}
    network = nx.read_gexf(io.BytesIO(files["gexf"]))
    assert {node for node in network if f"{handle.base}event/" in node} <= events
    for form in ("acled", "ucdp"):
        rows = list(csv.DictReader(io.StringIO(files[form].decode("utf-8"), newline="")))
        assert {row.get("iri", row.get("relid")) for row in rows} <= events
        assert len(rows) >= 10
    with zipfile.ZipFile(io.BytesIO(files["neo4j"])) as archive:
        nodes = archive.read("nodes.csv").decode("utf-8")
    iris = {row["iri"] for row in csv.DictReader(io.StringIO(nodes, newline=""))}
    assert {*network} | events <= iris


def test_every_command_is_named_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in main.commands if f"kg {name}" not in text] == []


def test_the_scores_are_the_measured_floors() -> None:
    floors = json.loads((README.parent / "tests/gold/floors.json").read_text("utf-8"))["measures"]
    told = re.findall(r"^\| .+ \| (\d\.\d\d) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(told) >= 10
    assert set(told) <= {f"{floor:.2f}" for floor in floors.values()}
    assert f"{floors['overall']:.2f}" in told
