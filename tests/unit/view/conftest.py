"""A small store, by hand, and the page that shows it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from view.pages import HOSTILE

SMALL = Path(__file__).with_name("small.trig")
BASE = "https://example.org/kg/id/"


@pytest.fixture
def small_store() -> ox.Store:
    store = ox.Store()
    store.load(SMALL.read_bytes(), format=ox.RdfFormat.TRIG)
    return store


def hostile(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> ox.NamedNode | ox.Literal:
    """The term with an attack in it, where it is text or the IRI of an actor."""
    if isinstance(term, ox.Literal) and term.datatype.value.endswith("#string"):
        return ox.Literal(term.value + HOSTILE)
    if isinstance(term, ox.NamedNode) and term.value.startswith(f"{BASE}actor/"):
        return ox.NamedNode(term.value + "'&amp;;onload=alert(1)//")
    assert not isinstance(term, ox.BlankNode)
    return term


@pytest.fixture
def hostile_store(small_store: ox.Store) -> ox.Store:
    """The small store with an attack in every text and in the IRI of every actor."""
    store = ox.Store()
    for quad in small_store:
        subject = hostile(quad.subject)
        assert isinstance(subject, ox.NamedNode)
        store.add(ox.Quad(subject, quad.predicate, hostile(quad.object), quad.graph_name))
    return store
