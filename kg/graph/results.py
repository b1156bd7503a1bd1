"""Answers as bytes: SPARQL's own formats for programs, a table or Markdown for people."""

from __future__ import annotations

import csv
import io
import json
import re
from html import escape
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.errors import QueryError
from kg.graph.answer import Answer, Table, Triples
from kg.graph.turtle import Shortener, turtle
from kg.terminal import aligned, single_line
from kg.vocab import XSD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.graph.answer import Term

_RESULTS = "http://www.w3.org/2005/sparql-results#"


def format_answer(answer: Answer, form: str, *, base: str, width: int | None = None) -> str:
    """An answer in one of RESULTS (kg.graph.formats).

    Triples are always Turtle, and a yes or no is a word in all but JSON and XML.

    Args:
        answer: what a query gave back.
        form: one of RESULTS (kg.graph.formats).
        base: the graph's base IRI, for short names of its things.
        width: cut a table to so many columns of the terminal; None cuts nothing.

    Raises:
        QueryError: if rows are asked for as Turtle.
    """
    if isinstance(answer, Triples):
        return turtle(answer.triples, base)
    if form == "json":
        return json.dumps(_json(answer), ensure_ascii=False, indent=2) + "\n"
    if form == "xml":
        return _xml(answer)
    if isinstance(answer, bool):
        return f"{str(answer).lower()}\n"
    if form == "ttl":
        raise QueryError("rows can't be Turtle", advice="write a CONSTRUCT query")
    if form in ("csv", "tsv"):
        return _csv(answer) if form == "csv" else _tsv(answer)
    rows = [[_short(cell, base) for cell in row] for row in answer.rows]
    return _markdown(answer.columns, rows) if form == "md" else _table(answer, rows, width)


def _short(cell: Term | None, base: str) -> str:
    if isinstance(cell, NamedNode):
        return single_line(Shortener(base).short(cell) or cell.value)
    return "" if cell is None else single_line(_lexical(cell))


def _lexical(cell: Term) -> str:
    return cell.value if isinstance(cell, NamedNode | Literal) else str(cell)


def _table(table: Table, rows: list[list[str]], width: int | None) -> str:
    numeric = {
        position
        for position in range(len(table.columns))
        if rows and all(_is_number(row[position]) for row in table.rows)
    }
    return aligned(list(table.columns), rows, right=numeric, width=width)


def _is_number(cell: Term | None) -> bool:
    numbers = {XSD + name for name in ("integer", "decimal", "double", "float")}
    return cell is None or (isinstance(cell, Literal) and cell.datatype.value in numbers)


def _markdown(columns: Iterable[str], rows: Iterable[list[str]]) -> str:
    def line(cells: Iterable[str]) -> str:
        # "<" would open HTML where the Markdown is shown, "[" a link, "`" code.
        safe = (re.sub(r"[\\|\[`]", r"\\\g<0>", cell) for cell in cells)
        escaped = (cell.replace("<", "&lt;") for cell in safe)
        return f"| {' | '.join(escaped)} |\n"

    head = list(columns)
    return line(head) + line("---" for _ in head) + "".join(line(row) for row in rows)


def _csv(table: Table) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows(["" if c is None else _lexical(c) for c in row] for row in table.rows)
    return stream.getvalue()


def _tsv(table: Table) -> str:
    head = [f"?{column}" for column in table.columns]
    # str() gives a term in the syntax of Turtle, with tabs and line ends escaped.
    rows = [["" if cell is None else str(cell) for cell in row] for row in table.rows]
    return "".join("\t".join(row) + "\n" for row in (head, *rows))


def _json(answer: Table | bool) -> dict[str, object]:  # noqa: FBT001 - an ASK's answer
    if isinstance(answer, bool):
        return {"head": {}, "boolean": answer}
    bindings = [
        {
            name: _json_term(cell)
            for name, cell in zip(answer.columns, row, strict=True)
            if cell is not None
        }
        for row in answer.rows
    ]
    return {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}


def _json_term(cell: Term) -> dict[str, str]:
    if isinstance(cell, NamedNode):
        return {"type": "uri", "value": cell.value}
    if not isinstance(cell, Literal):
        return {"type": "bnode", "value": cell.value if isinstance(cell, BlankNode) else str(cell)}
    term = {"type": "literal", "value": cell.value}
    if cell.language:
        term["xml:lang"] = cell.language
    elif cell.datatype.value != XSD + "string":
        term["datatype"] = cell.datatype.value
    return term


def _xml(answer: Table | bool) -> str:  # noqa: FBT001 - an ASK's answer
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' + f'<sparql xmlns="{_RESULTS}">\n'
    if isinstance(answer, bool):
        return f"{head}  <head/>\n  <boolean>{str(answer).lower()}</boolean>\n</sparql>\n"
    names = "".join(f'    <variable name="{escape(name)}"/>\n' for name in answer.columns)
    rows = "".join(_xml_row(answer.columns, row) for row in answer.rows)
    return f"{head}  <head>\n{names}  </head>\n  <results>\n{rows}  </results>\n</sparql>\n"


def _xml_row(columns: tuple[str, ...], row: tuple[Term | None, ...]) -> str:
    cells = "".join(
        f'      <binding name="{escape(name)}">{_xml_term(cell)}</binding>\n'
        for name, cell in zip(columns, row, strict=True)
        if cell is not None
    )
    return f"    <result>\n{cells}    </result>\n"


def _xml_term(cell: Term) -> str:
    term = _json_term(cell)
    tag, text = term["type"], escape(_xml_text(term["value"]), quote=False).replace("\r", "&#13;")
    lang = f' xml:lang="{escape(term["xml:lang"])}"' if "xml:lang" in term else ""
    datatype = f' datatype="{escape(term["datatype"])}"' if "datatype" in term else ""
    return f"<{tag}{lang}{datatype}>{text}</{tag}>"


def _xml_text(text: str) -> str:
    # XML 1.0 has no way to write these at all, not even escaped.
    written = ((c >= " " and c not in "\ufffe\uffff") or c in "\t\n\r" for c in text)
    return "".join(c if plain else "\ufffd" for c, plain in zip(text, written, strict=True))
