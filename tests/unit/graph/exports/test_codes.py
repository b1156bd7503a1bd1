"""The table of ACLED's and UCDP's codes agrees with the ontology, and a wrong one is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.errors import KnowledgeError
from kg.graph.exports.codes import FILE, Codes, codes_of
from kg.graph.store import GraphHandle
from kg.vocab import RDFS, kg

ONTOLOGY = resources.folder("ontology")


@pytest.fixture(scope="module")
def codes() -> Codes:
    return codes_of(GraphHandle(ox.Store()))


def test_every_code_of_the_ontology_is_in_the_table(codes: Codes) -> None:
    values = {value for told in codes.aligned["acledSubEventType"].values() for value in told}
    assert values - codes.sub_events.keys() == set()
    violence = {value for told in codes.aligned["ucdpType"].values() for value in told}
    assert violence == codes.violence.keys()


def test_choices_are_between_what_the_ontology_allows(codes: Codes) -> None:
    wrong = [
        row
        for row in codes.choices
        if row.sub_event not in codes.of("acledSubEventType", [row.type])
    ]
    assert wrong == []
    assert {side for row in codes.choices for side in (row.initiator, row.target)} <= {
        "", "home", "foreign", "state", "group", "armed", "civil",
    }  # fmt: skip


def test_countries_have_numbers_of_their_own(codes: Codes) -> None:
    assert (codes.iso["SY"], codes.iso["AF"], codes.iso["UA"]) == (760, 4, 804)
    assert len(set(codes.iso.values())) == len(codes.iso)
    assert all(0 < number < 1000 for number in codes.iso.values())


def test_a_type_without_codes_has_those_of_the_one_above_it() -> None:
    store = ox.Store()
    ramming, attack, loop = (ox.NamedNode(kg(name)) for name in ("Ramming", "Attack", "Loop"))
    above = ox.NamedNode(RDFS + "subClassOf")
    for child, parent in ((ramming, attack), (loop, loop), (attack, loop), (loop, attack)):
        store.add(ox.Quad(child, above, parent))
    store.add(ox.Quad(attack, ox.NamedNode(kg("acledSubEventType")), ox.Literal("Attack")))
    own = codes_of(GraphHandle(store))
    assert own.of("acledSubEventType", ["Ramming"]) == ("Attack",)
    assert own.of("acledSubEventType", ["Loop", "Other"]) == ("Attack",)
    assert own.of("ucdpType", ["Ramming", "Loop"]) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "can't be read: .*No such file"),
        ("[acled", "can't be read: "),
        ("[acled]", "lacks or misplaces 'sub_event'"),
        ("acled = 1", "lacks or misplaces "),
    ],
)
def test_a_wrong_table_is_named(tmp_path: Path, text: str | None, message: str) -> None:
    shutil.copy(ONTOLOGY / "kg.ttl", tmp_path)
    if text is not None:
        (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=f"{FILE}: {message}"):
        codes_of(GraphHandle(ox.Store()), tmp_path)
