"""Names mean things: by IRI, by label, by label in other case; else the closest are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.graph.names import find, names_of
from kg.graph.store import GraphHandle
from kg.vocab import DEFAULT_BASE, KG, TYPE

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING = "no actor, place, deal or event is called"


def _found(handle: GraphHandle, name: str, kinds: Sequence[str] | None = None) -> list[str]:
    found = find(handle, name, tuple(kinds)) if kinds else find(handle, name)
    return [node.value.removeprefix(DEFAULT_BASE) for node in found]


@pytest.mark.parametrize(
    ("name", "things"),
    [
        ("Northern Front", ["actor/front"]),
        ("NF", ["actor/front"]),
        ("northern FRONT", ["actor/front"]),
        ("nf", ["actor/front"]),
        ("Velmara", ["actor/velmara", "place/velmara"]),
        ("actor/velmara", ["actor/velmara"]),
        (DEFAULT_BASE + "event/e1", ["event/e1"]),
        ("event/e1", ["event/e1"]),
        ("lake truce", ["deal/lake-truce"]),
    ],
)
def test_a_name_means(small: GraphHandle, name: str, things: list[str]) -> None:
    assert _found(small, name) == things


def test_only_the_kinds_asked_for_are_meant(small: GraphHandle) -> None:
    assert _found(small, "Velmara", ["place"]) == ["place/velmara"]
    with pytest.raises(QueryError):
        find(small, "actor/velmara", ("place",))


def test_a_preferred_label_goes_before_an_alternative_one() -> None:
    store = ox.Store()
    for name, label in (("a", "prefLabel"), ("b", "altLabel")):
        node = ox.NamedNode(f"{DEFAULT_BASE}actor/{name}")
        skos = ox.NamedNode(f"http://www.w3.org/2004/02/skos/core#{label}")
        store.add(ox.Quad(node, skos, ox.Literal("Wolves" if name == "b" else "wolves")))
    assert _found(GraphHandle(store), "Wolves") == ["actor/a"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "Norther Front",
            f"{NOTHING} 'Norther Front' (did you mean Northern Front)",
        ),
        ("xyz", f"{NOTHING} 'xyz'"),
        ("", f"{NOTHING} ''"),
        ("actor/none of them", f"{NOTHING} 'actor/none of them'"),
        ("actor/<>", f"{NOTHING} 'actor/<>'"),
        ("article/one", f"{NOTHING} 'article/one'"),
    ],
)
def test_an_unknown_name_is_an_error_with_what_looks_alike(
    small: GraphHandle, name: str, message: str
) -> None:
    with pytest.raises(QueryError) as raised:
        find(small, name)
    assert str(raised.value) == message


def test_a_label_is_preferred_or_told_by_what_where_when(small: GraphHandle) -> None:
    names = names_of(small)
    iris = ("actor/front", "event/e1", "backing/b1")
    labels = [names.label(ox.NamedNode(DEFAULT_BASE + iri)) for iri in iris]
    assert labels == ["Northern Front", "Air strike, Tel Amra, 2031-05-02", "b1"]


def test_the_class_is_the_most_special(small: GraphHandle) -> None:
    names = names_of(small)
    assert names.types(ox.NamedNode(DEFAULT_BASE + "report/one-1")) == ["AirStrike"]
    assert names.types(ox.NamedNode(DEFAULT_BASE + "nothing")) == []


def test_classes_are_known_without_the_ontology_graph() -> None:
    store = ox.Store()
    node = ox.NamedNode(DEFAULT_BASE + "event/x")
    for name in ("Event", "ArmedEvent", "Attack", "Bombardment", "Shelling", "AirStrike"):
        store.add(ox.Quad(node, ox.NamedNode(TYPE), ox.NamedNode(KG + name)))
    names = names_of(GraphHandle(store))
    assert names.types(node) == ["AirStrike", "Shelling"]
    assert names.type_words(node) == "Air strike or shelling"
