"""Every shipped query gives exactly the rows that a reader of `graph.trig` would write down.

`rows/NAME.txt` holds the rows expected of `queries/NAME.rq`, one a line, cells between bars,
`-` for an empty cell and IRIs without the base. A line that begins with `?` asks the query
with the values that follow and opens the rows expected of that.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from kg.graph.answer import Table, Term
from kg.graph.query import Query, load_query, run
from kg.graph.store import GraphHandle
from kg.vocab import DEFAULT_BASE, KG, ONTOLOGY, PREFIXES

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
ROWS = HERE / "rows"
NAMES = tuple(sorted(path.stem for path in (ROOT / "queries").glob("*.rq")))
TERM = re.compile(r"\bkg:(\w+)")


def quads() -> Iterator[Quad]:
    yield from parse(path=HERE / "graph.trig", format=RdfFormat.TRIG)
    graph = NamedNode(DEFAULT_BASE + ONTOLOGY)
    for triple in parse(path=ROOT / "ontology" / "kg.ttl", format=RdfFormat.TURTLE):
        yield Quad(triple.subject, triple.predicate, triple.object, graph)


def handle(*, backwards: bool = False) -> GraphHandle:
    order = sorted(quads(), key=str, reverse=backwards)
    store = Store()
    for quad in order:
        store.add(quad)
    return GraphHandle(store)


@pytest.fixture(scope="module")
def graph() -> GraphHandle:
    return handle()


def cases() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Query, values as written, and expected lines."""
    for path in sorted(ROWS.glob("*.txt")):
        for section in re.split(r"^\?", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            values, *lines = section.rstrip("\n").split("\n")
            yield path.stem, values.strip(), tuple(lines)


CASES = tuple(cases())


def values_of(written: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in written.split(", ") if pair)
    return {name: value for name, _, value in pairs}


def cell(term: Term | None) -> str:
    if isinstance(term, Literal | NamedNode):
        return term.value.removeprefix(DEFAULT_BASE)
    return "-"


def table(graph: GraphHandle, name: str, values: str) -> Table:
    answer = run(graph, load_query(name), values_of(values))
    assert isinstance(answer, Table)
    return answer


def lines(graph: GraphHandle, name: str, values: str) -> tuple[str, ...]:
    rows = table(graph, name, values).rows
    return tuple(" | ".join(cell(term) for term in row) for row in rows)


def body(query: Query) -> str:
    """The query without its comments; no shipped query has `#` in a string."""
    return re.sub(r"(?<![\w/])#[^\n]*", "", query.text)


@pytest.mark.parametrize(("name", "values", "expected"), CASES)
def test_query_gives_exactly_the_expected_rows(
    graph: GraphHandle, name: str, values: str, expected: tuple[str, ...]
) -> None:
    assert lines(graph, name, values) == expected


@pytest.mark.parametrize(("name", "values", "expected"), CASES)
def test_rows_do_not_depend_on_the_order_of_loading(
    name: str, values: str, expected: tuple[str, ...]
) -> None:
    assert lines(handle(backwards=True), name, values) == expected


def test_every_query_has_expected_rows_and_every_parameter_a_case() -> None:
    tried = {(name, key) for name, values, _ in CASES for key in values_of(values)}
    declared = {
        (name, parameter.name)
        for name in NAMES
        for parameter in load_query(name).parameters
        # A default is a value too; it has a case of its own where another one matters.
        if parameter.default is None
    }
    assert {name for name, _, _ in CASES} == set(NAMES)
    assert declared - tried == set()


@pytest.mark.parametrize("name", NAMES)
def test_header_tells_title_parameters_and_columns(graph: GraphHandle, name: str) -> None:
    query = load_query(name)
    assert query.title.endswith("?")
    assert all(column.help for column in query.columns)
    assert all(parameter.help for parameter in query.parameters)
    values = next(values for case, values, _ in CASES if case == name)
    assert tuple(column.name for column in query.columns) == table(graph, name, values).columns


@pytest.mark.parametrize("name", NAMES)
def test_every_declared_parameter_is_used(name: str) -> None:
    query = load_query(name)
    text = body(query)
    assert [p.name for p in query.parameters if not re.search(rf"\?{p.name}\b", text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_order_is_total(name: str) -> None:
    query = load_query(name)
    order = body(query).rpartition("ORDER BY")[2]
    assert [c.name for c in query.columns if not re.search(rf"\?{c.name}\b", order)] == []


@pytest.mark.parametrize("name", NAMES)
def test_query_stands_alone_and_declares_no_idle_prefix(name: str) -> None:
    text = body(load_query(name))
    declared = dict(re.findall(r"^PREFIX (\w+): <([^>]+)>$", text, flags=re.MULTILINE))
    used = set(re.findall(r"\b(\w+):\w", re.sub(r"<[^>\s]*>|\"[^\"]*\"", "", text)))
    assert set(declared) == used
    assert declared == {prefix: PREFIXES[prefix] for prefix in declared}


def declared_terms() -> set[str]:
    triples = parse(path=ROOT / "ontology" / "kg.ttl", format=RdfFormat.TURTLE)
    return {str(triple.subject).strip("<>").removeprefix(KG) for triple in triples}


@pytest.mark.parametrize("name", NAMES)
def test_query_uses_no_term_that_the_ontology_lacks(name: str) -> None:
    assert set(TERM.findall(load_query(name).text)) - declared_terms() == set()


def test_sample_graph_keeps_the_contract() -> None:
    text = (HERE / "graph.trig").read_text(encoding="utf-8")
    triples = [(quad.subject, quad.predicate, quad.object) for quad in quads()]
    assert set(TERM.findall(text)) - declared_terms() == set()
    assert len(triples) == len(set(triples)), "a triple stands in two graphs"
