"""A query put to a store: which graphs it sees, how much it may give, what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from pyoxigraph import NamedNode, QueryBoolean, QuerySolution, QuerySolutions, QueryTriples, Store

from kg.errors import LimitError, QueryError
from kg.graph import sparql
from kg.graph.answer import Answer, Table, Triples
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.graph.answer import Term
    from kg.graph.query import Query

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Scope:
    """Which graphs a query sees, and how much it may give back.

    Attributes:
        default: IRIs of the graphs whose union is the default graph; None for all.
        named: IRIs of the graphs that GRAPH sees; None for all.
        most: rows or triples; None for as many as there are.
        chooses: whether the query's own FROM may choose where `default` and `named` don't.
    """

    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    most: int | None = None
    chooses: bool = False


ALL = Scope()


def check(query: Query) -> Answer:
    """The answer that an empty graph gives to a query before values stand in it.

    Raises:
        QueryError: if it can't be parsed.
    """
    return ask(Store(), query, query.text, Scope(chooses=True))


def ordered_table(table: Table, text: str) -> Table:
    """The rows as they are if the query's text orders them, else sorted."""
    if sparql.is_ordered(text):
        return table
    return Table(table.columns, tuple(sorted(table.rows, key=_row_key)))


def ask(store: Store, query: Query, text: str, scope: Scope) -> Answer:
    """What a store answers to a query's text with its values in place.

    Raises:
        QueryError: if it can't be parsed or fails.
        LimitError: if the answer is larger than the scope allows.
    """
    try:
        answer = _solve(store, query, text, scope)
        if isinstance(answer, QueryBoolean):
            return bool(answer)
        if isinstance(answer, QueryTriples):
            return Triples(frozenset(_at_most(answer, scope.most, query)))
        columns = tuple(variable.value for variable in answer.variables)
        rows = _rows(_at_most(answer, scope.most, query), columns)
        return ordered_table(Table(columns, tuple(rows)), text)
    except SyntaxError as error:
        raise unparsable(query, text, str(error)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {error}", where=query.name) from error


def _solve(
    store: Store, query: Query, text: str, scope: Scope
) -> QuerySolutions | QueryTriples | QueryBoolean:
    if scope.default is None and scope.named is None:
        union = not (scope.chooses and _has_from(text))
        return store.query(text, prefixes=PREFIXES, use_default_graph_as_union=union)
    # What the asker leaves out is empty, as SPARQL's protocol has it.
    return store.query(
        text,
        prefixes=PREFIXES,
        default_graph=[_graph(iri, query) for iri in scope.default or ()],
        named_graphs=[_graph(iri, query) for iri in scope.named or ()],
    )


def _graph(iri: str, query: Query) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"the graph {iri!r} is not an IRI", where=query.name) from error


def _has_from(text: str) -> bool:
    """Whether a query chooses its graphs: a FROM that spoils the query when it is spoilt."""
    for word, offset in sparql.clauses(text):
        if word == "FROM":
            try:
                Store().query(f"{text[:offset]}%{text[offset + 1 :]}", prefixes=PREFIXES)
            except SyntaxError:
                return True
    return False


def _at_most(answer: Iterable[_T], most: int | None, query: Query) -> list[_T]:
    found = list(islice(answer, None if most is None else most + 1))
    if most is not None and len(found) > most:
        problem = f"the answer has more than {most:,} rows or triples, so none is given"
        raise LimitError(problem, where=query.name, advice="ask for fewer, with LIMIT or FILTER")
    return found


def _rows(
    solutions: Iterable[QuerySolution], columns: tuple[str, ...]
) -> list[tuple[Term | None, ...]]:
    return [tuple(solution[name] for name in columns) for solution in solutions]


def _row_key(row: tuple[Term | None, ...]) -> list[str]:
    return ["" if cell is None else str(cell) for cell in row]


def unparsable(query: Query, text: str, message: str) -> QueryError:
    """What is wrong with a text that Oxigraph can't parse, with line and column."""
    place = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if place is None:
        first = message.partition("\n")[0]
        return QueryError(f"can't be parsed: {first}", where=query.name)
    line, column = int(place[1]), int(place[2])
    lines = text.splitlines() or [""]
    source = lines[line - 1] if line <= len(lines) else ""
    read, rest = source[: column - 1], source[column - 1 :]
    # Oxigraph tells the farthest place that it reached, which may lie behind the mistake.
    near = f"{read[-20:]}{rest[:20]}".strip()
    problem = f"can't be parsed near {near!r}" if text.strip() else "is empty"
    prefix = re.search(r"([^\W\d][\w.-]*):[\w-]*\s*$", read)
    if prefix and prefix[1] not in PREFIXES and f"{prefix[1]}:" not in _declared(text):
        problem = f"the prefix {prefix[1]}: is not declared"
    return QueryError(problem, where=f"{query.name}:{line}:{column}")


def _declared(text: str) -> list[str]:
    return re.findall(r"(?i:PREFIX)\s+([\w.-]*:)", text)
