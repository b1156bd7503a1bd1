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
graph is the union of all graphs. SERVICE is refused, and FROM unless a Scope lets it choose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Store

from kg import resources
from kg.errors import QueryError
from kg.graph import sparql
from kg.graph.parameter import Parameter, bind_values
from kg.graph.solve import ALL, ask, check

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.graph.answer import Answer
    from kg.graph.solve import Scope
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


def run(handle: GraphHandle, query: Query, values: Mapping[str, str], scope: Scope = ALL) -> Answer:
    """Ask a graph, with the parameters' values as people write them.

    Rows come in the query's own order; without ORDER BY they are sorted, so that the same
    graph always gives the same bytes.

    Raises:
        QueryError: if the query is refused, can't be parsed or bound, or fails.
        LimitError: if the answer is larger than the scope allows.
    """
    text, _ = prepare(handle, query, values, scope)
    return ask(handle.store, query, text, scope)


def prepare(
    handle: GraphHandle, query: Query, values: Mapping[str, str], scope: Scope = ALL
) -> tuple[str, Answer]:
    """A query's text with its values in place, and the answer that an empty graph gives to it.

    Args:
        handle: where the things that values name are looked up.
        query: the query.
        values: the parameters' values as people write them.
        scope: whether it may choose its graphs.

    Raises:
        QueryError: if the query is refused, can't be parsed or bound.
    """
    empty = answer_of_nothing(query, scope)
    text = sparql.bind(query.text, bind_values(handle, query.name, query.parameters, values))
    if text == query.text:
        return text, empty
    try:
        return text, ask(Store(), query, text, scope)
    except QueryError as error:
        # The same text without values was just parsed, so the values' places are at fault.
        advice = "a parameter can't be selected, grouped by or assigned: BIND it first"
        raise QueryError(error.problem, where=error.where, advice=advice) from error


def answer_of_nothing(query: Query, scope: Scope = ALL) -> Answer:
    """The answer that an empty graph gives to a query without values.

    Raises:
        QueryError: if the query is refused or can't be parsed.
    """
    _refuse(query, scope)
    return check(query)


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


def _refuse(query: Query, scope: Scope) -> None:
    for word, offset in sparql.clauses(query.text):
        where = f"{query.name}:{query.text.count(chr(10), 0, offset) + 1}"
        if word == "SERVICE":
            raise QueryError("SERVICE would ask another server; kg works offline", where=where)
        if word == "FROM" and not scope.chooses:
            advice = "GRAPH <…> { … } asks one graph"
            raise QueryError("FROM can't choose the graphs of a query", where=where, advice=advice)
