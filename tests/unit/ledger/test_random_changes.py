"""In whatever order articles come and go, merging bit by bit gives what merging at once gives."""

from __future__ import annotations

import datetime
import hashlib
import json
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from graph.sheets import actor, place, report, sheet
from graph.tellings import telling

from kg.graph import ledger as ledgers
from kg.graph.assemble import assemble
from kg.graph.export import render
from kg.graph.index import excerpt as excerpts
from kg.graph.index.codec import report_of
from kg.graph.index.tables import Tables
from kg.graph.ledger import Ledger, make_ledger, open_ledger
from kg.graph.quads import Sheet
from kg.graph.store import GraphHandle, open_graph
from kg.graph.tidy import tidy
from kg.model import Interval, Report
from kg.vocab import DEFAULT_BASE


def at_once(ontology: Path, sheets: list[Sheet]) -> tuple[bytes, dict[str, int]]:
    """The bytes and the counts of a graph made of all articles in one go."""
    assembly = assemble([tidy(sheet) for sheet in sheets], ontology, DEFAULT_BASE)
    store = ox.Store()
    store.extend(assembly.quads)
    return render(GraphHandle(store), "nq"), assembly.counts


def store_of(path: Path, ontology: Path, sheets: list[Sheet]) -> dict[str, Sheet]:
    with make_ledger(path, ontology, DEFAULT_BASE) as ledger:
        ledger.note("kg")
        for sheet in sheets:
            ledger.put(sheet)
        ledger.settle()
    return {sheet.local: sheet for sheet in sheets}


RED, NORTH = actor("Red Brigade"), actor("Northern Front")


def never(_: Ledger) -> None:
    raise AssertionError("all things were made anew")


@pytest.mark.parametrize("seed", range(9))
def test_changes_bit_by_bit_give_the_graph_of_all_at_once(
    tmp_path: Path, small_ontology: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    # Many articles of one month share most events; with few, names and copies come and go.
    articles, months = (25, 1) if seed < 3 else (5, 5)
    chance = random.Random(seed)  # noqa: S311 - articles, not secrets
    sheets = [telling(chance, n, months) for n in range(articles)]
    left = store_of(tmp_path / "kg", small_ontology, sheets)
    monkeypatch.setattr(Ledger, "_settle_all", never)
    monkeypatch.setattr(ledgers, "_FEW", 0)
    for step in range(8):
        with open_ledger(tmp_path / "kg", small_ontology) as ledger:
            for _ in range(chance.choice((1, 1, 1, 2))):
                if left and chance.random() < 0.5:
                    local = chance.choice(sorted(left))
                    del left[local]
                    ledger.drop([local])
                if chance.random() < 0.6:
                    sheet = telling(chance, 100 + step, months)
                    instead = sorted(left)[:1] if chance.random() < 0.3 else []
                    for gone in instead:
                        del left[gone]
                    left[sheet.local] = sheet
                    ledger.put(sheet, instead_of=instead)
            settled = ledger.settle()
        bit_by_bit = render(open_graph(tmp_path / "kg"), "nq"), settled.counts
        assert bit_by_bit == at_once(small_ontology, list(left.values()))


def test_a_place_that_one_article_more_tells_to_lie_elsewhere_joins_and_parts_events_of_others(
    tmp_path: Path, small_ontology: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(small_ontology, tmp_path / "ontology")
    table = (folder / "merging.toml").read_text(encoding="utf-8")
    assert "enough = 0.4" in table  # here places alone are to decide
    (folder / "merging.toml").write_text(table.replace("enough = 0.4", "enough = 0.0"), "utf-8")
    town, area = place("Oram"), place("Ostrin", "AdministrativeArea")
    told = {
        "town": report("Clash", roles={"place": (town,)}, quote="fighting flared again"),
        "area": report("Clash", roles={"place": (area,)}, quote="soldiers traded blows"),
    }
    others = [sheet(name, one) for name, one in told.items()] + [alone(n) for n in range(8)]
    store_of(tmp_path / "kg", folder, others)
    held = replace(town, parent="place/ostrin")
    more = sheet(
        "more", report("Explosion", roles={"place": (held,)}, when=alone(3).reports[0].when)
    )
    monkeypatch.setattr(Ledger, "_settle_all", never)
    events = []
    for sheets in ([*others, more], others):
        with open_ledger(tmp_path / "kg", folder) as ledger:
            ledger.drop([more.local])
            if more in sheets:
                ledger.put(more)
            events.append(ledger.settle().counts["events"])
        whole = at_once(folder, sheets)
        assert render(open_graph(tmp_path / "kg"), "nq") == whole[0]
    assert events == [10, 10]


def test_what_two_things_tell_goes_with_the_second(tmp_path: Path) -> None:
    tables, triple = Tables(tmp_path / "t.sqlite"), ("a", "p", "b")
    tables.note_beside((*triple, thing) for thing in ("event/1", "event/2"))
    assert tables.take_beside(["event/1"]) == {triple}
    assert tables.is_beside(triple)
    assert tables.take_beside(["event/2"]) == {triple}
    assert not tables.is_beside(triple)
    tables.close()


def test_one_article_more_is_merged_without_decoding_any_other(
    tmp_path: Path, small_ontology: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(5)  # noqa: S311 - articles, not secrets
    store_of(tmp_path / "kg", small_ontology, [telling(chance, n) for n in range(40)])
    decoded: list[str] = []
    monkeypatch.setattr(Ledger, "sheet", lambda _, local: decoded.append(local))
    monkeypatch.setattr(Ledger, "_settle_all", never)
    with open_ledger(tmp_path / "kg", small_ontology) as ledger:
        ledger.put(telling(chance, 100))
        ledger.settle()
    assert decoded == []


def alone(number: int) -> Sheet:
    """An article of an event that shares its month with no other."""
    day = datetime.date(1990, 1, 1) + datetime.timedelta(days=60 * number)
    roles = {"place": (place(f"Town {number}"),), "initiator": (RED,), "target": (NORTH,)}
    return sheet(f"alone-{number}", report("Clash", when=Interval(day, day), roles=roles))


def test_one_article_more_reads_only_what_it_bears_on(
    tmp_path: Path, small_ontology: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_of(tmp_path / "kg", small_ontology, [alone(number) for number in range(40)])
    read: list[str] = []

    def noting(text: str) -> Report:
        read.append(text)
        return report_of(text)

    monkeypatch.setattr(excerpts, "report_of", noting)
    with open_ledger(tmp_path / "kg", small_ontology) as ledger:
        ledger.put(replace(alone(7), local="article/another"))
        ledger.settle()
    assert 0 < len(read) < 10


@pytest.mark.parametrize("broken", ["kg-index.json", "kg-index.sqlite", "both", "a byte", "a seal"])
def test_a_store_with_a_broken_index_or_none_goes_on(
    tmp_path: Path, small_ontology: Path, broken: str
) -> None:
    chance = random.Random(6)  # noqa: S311 - articles, not secrets
    left = store_of(tmp_path / "kg", small_ontology, [telling(chance, n) for n in range(8)])
    table, seal = tmp_path / "kg" / "kg-index.sqlite", tmp_path / "kg" / "kg-index.json"
    if broken == "a byte":
        octets = bytearray(table.read_bytes())
        octets[len(octets) // 2] ^= 1
        table.write_bytes(octets)
    elif broken == "a seal":
        table.write_bytes(b"no tables")
        told = json.loads(seal.read_text())
        seal.write_text(json.dumps(told | {"index": hashlib.sha256(b"no tables").hexdigest()}))
    else:
        for file in (table, seal):
            if broken in (file.name, "both"):
                file.unlink()
    more = telling(chance, 9)
    with open_ledger(tmp_path / "kg", small_ontology) as ledger:
        ledger.put(more)
        ledger.settle()
    whole = at_once(small_ontology, [*left.values(), more])
    assert render(open_graph(tmp_path / "kg"), "nq") == whole[0]
    with open_ledger(tmp_path / "kg", small_ontology) as ledger:
        assert ledger._index.is_sound


def test_an_index_is_of_no_use_once_another_wrote_to_the_store(
    tmp_path: Path, small_ontology: Path
) -> None:
    store_of(tmp_path / "kg", small_ontology, [alone(1)])
    with open_ledger(tmp_path / "kg", small_ontology) as ledger:
        assert ledger._index.is_sound
    ox.Store(str(tmp_path / "kg" / "oxigraph"))
    with open_ledger(tmp_path / "kg", small_ontology) as ledger:
        assert not ledger._index.is_sound


def test_an_index_of_a_session_that_did_not_settle_is_of_no_use(
    tmp_path: Path, small_ontology: Path
) -> None:
    store_of(tmp_path / "kg", small_ontology, [alone(1)])
    with open_ledger(tmp_path / "kg", small_ontology) as ledger:
        ledger.settle()
        ledger.put(alone(2))
    with open_ledger(tmp_path / "kg", small_ontology) as ledger:
        assert not ledger._index.is_sound
        ledger.settle()
    both = at_once(small_ontology, [alone(1), alone(2)])
    assert render(open_graph(tmp_path / "kg"), "nq") == both[0]
