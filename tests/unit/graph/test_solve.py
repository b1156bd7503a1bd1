"""Which graphs a query sees, and how much it may give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import LimitError, QueryError
from kg.graph.answer import Table, Triples
from kg.graph.query import parse_query, run
from kg.graph.solve import Scope

if TYPE_CHECKING:
    from kg.graph.store import GraphHandle

BASE = "https://example.org/kg/id/"
ONE, TWO = f"{BASE}article/one", f"{BASE}article/two"
ARTICLES = "SELECT ?s { ?s a kg:Article } ORDER BY ?s"


def articles(small: GraphHandle, text: str, scope: Scope) -> list[str]:
    answer = run(small, parse_query(text, "-"), {}, scope)
    assert isinstance(answer, Table)
    return [str(row[0])[len(BASE) + 1 : -1] for row in answer.rows]


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (Scope(), ["article/one", "article/two"]),
        (Scope(default=(ONE,)), ["article/one"]),
        (Scope(default=(TWO, ONE)), ["article/one", "article/two"]),
        (Scope(default=()), []),
        (Scope(named=(ONE,)), []),
        (Scope(default=("urn:none",)), []),
    ],
)
def test_the_default_graph_is_all_or_what_is_named(
    small: GraphHandle, scope: Scope, found: list[str]
) -> None:
    assert articles(small, ARTICLES, scope) == found


def test_graph_sees_all_or_what_is_named(small: GraphHandle) -> None:
    inside = ARTICLES.replace("?s a kg:Article", "GRAPH ?g { ?s a kg:Article }")
    assert articles(small, inside, Scope()) == ["article/one", "article/two"]
    assert articles(small, inside, Scope(named=(TWO,))) == ["article/two"]
    assert articles(small, inside, Scope(default=(ONE,))) == []


def test_from_is_refused_or_chooses(small: GraphHandle) -> None:
    chosen = ARTICLES.replace("{", f"FROM <{TWO}> {{", 1)
    with pytest.raises(QueryError, match="FROM can't choose"):
        articles(small, chosen, Scope())
    chooses = Scope(chooses=True)
    assert articles(small, chosen, chooses) == ["article/two"]
    assert articles(small, chosen, Scope(default=(ONE,), chooses=True)) == ["article/one"]
    only_told = f"# FROM <{TWO}>\n{ARTICLES}"
    assert articles(small, only_told, chooses) == ["article/one", "article/two"]
    quoted = ARTICLES.replace("}", f" FILTER('FROM <{TWO}>' != '') }}")
    assert articles(small, quoted, chooses) == ["article/one", "article/two"]


def test_service_is_refused_behind_from_too(small: GraphHandle) -> None:
    text = f"ASK FROM <{ONE}> {{ SERVICE <http://127.0.0.1:9/> {{ ?s ?p ?o }} }}"
    with pytest.raises(QueryError, match="SERVICE would ask another server"):
        run(small, parse_query(text, "-"), {}, Scope(chooses=True))


def test_an_answer_is_whole_or_refused(small: GraphHandle) -> None:
    assert len(articles(small, ARTICLES, Scope(most=2))) == 2
    with pytest.raises(LimitError, match="more than 1 rows"):
        articles(small, ARTICLES, Scope(most=1))
    triples = parse_query(f"CONSTRUCT WHERE {{ <{ONE}> ?p ?o }}", "-")
    all_of_them = run(small, triples, {}, Scope(most=100))
    assert isinstance(all_of_them, Triples)
    most = len(all_of_them.triples)
    assert run(small, triples, {}, Scope(most=most)) == all_of_them
    with pytest.raises(LimitError):
        run(small, triples, {}, Scope(most=most - 1))


def test_a_limit_is_told_as_such_with_values_too(small: GraphHandle) -> None:
    query = parse_query("# param: n integer 1 | n\nSELECT ?s { ?s ?p ?o FILTER(?n > 0) }", "-")
    with pytest.raises(LimitError, match="ask for fewer"):
        run(small, query, {}, Scope(most=1))


def test_a_graph_that_is_no_iri_is_told(small: GraphHandle) -> None:
    with pytest.raises(QueryError, match="the graph 'a b' is not an IRI"):
        articles(small, ARTICLES, Scope(default=("a b",)))
