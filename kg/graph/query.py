"""Questions to a graph: shipped as `queries/*.rq`, or written by people.

A query file is SPARQL with a header of comments:

    # title: Who backs whom, with the evidence
    # param: since date 2019-01-01 | Only reports from this day on
    # param: backer actor | Only this backer
    # param: event string - | Part of the event's label
    # column: backer | Label of the backing actor

A `param` line holds a name, a type and, if any, a default; `-` says that a value must be
given; without either the parameter may stay unbound. In the body a parameter is a variable.
A value takes its place at every depth, sub-selects and FILTER included, and `BOUND(?since)`
is then true, so that `FILTER(!BOUND(?since) || ?day >= ?since)` serves both cases. A
parameter can't itself be selected, grouped by or assigned; `BIND(?since AS ?from)` first.

Types: date, integer, string, iri (in full or with a known prefix), and actor, place and
deal, which take a label and stand for the thing's IRI. Other comments are free. The default
graph is the union of all graphs. SERVICE and FROM are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from kg import resources
from kg.errors import QueryError
from kg.graph import sparql
from kg.graph.answer import Answer, Table, Triples
from kg.graph.parameter import Parameter, bind_values
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.graph.answer import Term
    from kg.graph.store import GraphHandle

_HEADER = re.compile(r"^#\s*(title|param|column):\s*(.*?)\s*$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a query's table, and what stands in it."""

    name: str
    help: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question.

    Attributes:
        name: the shipped query's name, or the file, or "-".
        text: the SPARQL, header included.
        title: one line, "" where a person wrote none.
        parameters: in the order of the header.
        columns: in the order of the header.
    """

    name: str
    text: str
    title: str = ""
    parameters: tuple[Parameter, ...] = field(default=())
    columns: tuple[Column, ...] = field(default=())


def list_queries() -> list[Query]:
    """The shipped queries, by name."""
    return [_read(path, path.stem) for path in sorted(resources.folder("queries").glob("*.rq"))]


def load_query(name: str | Path) -> Query:
    """A shipped query by its name, or any query by its path.

    Raises:
        QueryError: if there is neither, or it can't be read or has a wrong header.
    """
    shipped = resources.folder("queries") / f"{name}.rq"
    # A path wins only if it looks like one, so that a stray file hides no shipped query.
    if re.fullmatch(r"[\w-]+", str(name)) and shipped.is_file():
        return _read(shipped, str(name))
    if Path(name).is_file():
        return _read(Path(name), str(name))
    advice = "kg queries lists the shipped ones"
    raise QueryError("is neither a query nor a file", where=str(name), advice=advice)


def parse_query(text: str, name: str) -> Query:
    """A query from its text.

    Raises:
        QueryError: if a line of the header is wrong.
    """
    title = ""
    parameters: list[Parameter] = []
    columns: list[Column] = []
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        if line.strip() and not line.startswith("#"):
            break
        if header is None:
            continue
        key, value = header.groups()
        if key == "title":
            title = value
        elif key == "param":
            parameters.append(Parameter.parse(value, where=f"{name}:{number}"))
        else:
            column, _, explained = value.partition("|")
            columns.append(Column(column.strip(), explained.strip()))
    return Query(name, text, title, tuple(parameters), tuple(columns))


def run(handle: GraphHandle, query: Query, values: Mapping[str, str]) -> Answer:
    """Ask a graph, with the parameters' values as people write them.

    Rows come in the query's own order; without ORDER BY they are sorted, so that the same
    graph always gives the same bytes.

    Raises:
        QueryError: if the query is refused, can't be parsed or bound, or fails.
    """
    text, _ = prepare(handle, query, values)
    return _ask(handle.store, query, text)


def prepare(handle: GraphHandle, query: Query, values: Mapping[str, str]) -> tuple[str, Answer]:
    """A query's text with its values in place, and the answer that an empty graph gives to it.

    Args:
        handle: where the things that values name are looked up.
        query: the query.
        values: the parameters' values as people write them.

    Raises:
        QueryError: if the query is refused, can't be parsed or bound.
    """
    empty = check(query)
    text = sparql.bind(query.text, bind_values(handle, query.name, query.parameters, values))
    if text == query.text:
        return text, empty
    try:
        return text, _ask(Store(), query, text)
    except QueryError as error:
        # The same text without values was just parsed, so the values' places are at fault.
        advice = "a parameter can't be selected, grouped by or assigned: BIND it first"
        raise QueryError(error.problem, where=error.where, advice=advice) from error


def check(query: Query) -> Answer:
    """The answer that an empty graph gives to a query without values.

    Raises:
        QueryError: if the query is refused or can't be parsed.
    """
    _refuse(query)
    return _ask(Store(), query, query.text)


def ordered_table(table: Table, text: str) -> Table:
    """The rows as they are if the query's text orders them, else sorted."""
    if sparql.is_ordered(text):
        return table
    return Table(table.columns, tuple(sorted(table.rows, key=_row_key)))


def describe(query: Query) -> str:
    """A query's name and title, its parameters and its columns, for a terminal."""
    lines = [query.name, f"  {query.title}"]
    for parameter in query.parameters:
        value = "required" if parameter.required else parameter.default or "optional"
        lines.append(f"  --param {parameter.name}={parameter.type} ({value})  {parameter.help}")
    lines += [f"  {column.name}: {column.help}" for column in query.columns]
    return "\n".join(lines) + "\n"


def _read(path: Path, name: str) -> Query:
    try:
        return parse_query(path.read_text(encoding="utf-8-sig"), name)
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"can't be read: {error}", where=str(path)) from error


def _refuse(query: Query) -> None:
    found = sparql.forbidden(query.text)
    if found is None:
        return
    word, offset = found
    where = f"{query.name}:{query.text.count(chr(10), 0, offset) + 1}"
    if word == "SERVICE":
        raise QueryError("SERVICE would ask another server; kg works offline", where=where)
    advice = "GRAPH <…> { … } asks one graph"
    raise QueryError("FROM can't choose the graphs of a query", where=where, advice=advice)


def _ask(store: Store, query: Query, text: str) -> Answer:
    try:
        answer = store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
        if isinstance(answer, QueryBoolean):
            return bool(answer)
        if isinstance(answer, QueryTriples):
            return Triples(frozenset(answer))
        return ordered_table(_table(answer), text)
    except SyntaxError as error:
        raise _unparsable(query, text, str(error)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {error}", where=query.name) from error


def _table(solutions: QuerySolutions) -> Table:
    columns = tuple(variable.value for variable in solutions.variables)
    return Table(columns, tuple(tuple(row[name] for name in columns) for row in solutions))


def _row_key(row: tuple[Term | None, ...]) -> list[str]:
    return ["" if cell is None else str(cell) for cell in row]


def _unparsable(query: Query, text: str, message: str) -> QueryError:
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
