"""JSON-LD has a context, and readers other than ours read the same triples back."""

from __future__ import annotations

import json

import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.graph.export import render
from kg.graph.store import GraphHandle
from kg.vocab import KG


# rdflib's own reader still uses a class of its own that it deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_rdflib_reads_the_triples_of_the_turtle_back(small: GraphHandle) -> None:
    read = rdflib.Graph().parse(data=render(small, "jsonld"), format="json-ld")
    expected = rdflib.Graph().parse(data=render(small, "nt"), format="nt")
    assert len(read) == len(small.store)
    assert isomorphic(read, expected)


def test_the_context_declares_each_prefix_in_use(small: GraphHandle) -> None:
    document = json.loads(render(small, "jsonld"))
    assert document["@context"]["kg"] == KG
    used = {name.partition(":")[0] for each in document["@graph"] for name in each if ":" in name}
    assert used <= {*document["@context"]}
