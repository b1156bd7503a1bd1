"""The graphs that the request of an update names, written into the update."""

from __future__ import annotations

import re

from pyoxigraph import NamedNode

from kg.errors import QueryError

_TOKEN = re.compile(
    r'"""(?:"{0,2}(?:[^"\\]|\\.))*"""'
    r"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''"
    r'|"(?:[^"\\\r\n]|\\.)*"'
    r"|'(?:[^'\\\r\n]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>'
    r"|\#[^\r\n]*"
    r"|[\w:?$][\w:.-]*"
    r"|[{}]",
    re.DOTALL,
)


def using(text: str, default: tuple[str, ...] | None, named: tuple[str, ...] | None) -> str:
    """The update with USING before each WHERE, as SPARQL's protocol has it.

    Raises:
        QueryError: if it chooses its graphs itself, or a graph is no IRI.

    >>> using("DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", ("urn:a",), None)
    'DELETE { ?s ?p ?o } USING <urn:a> WHERE { ?s ?p ?o }'
    """
    if default is None and named is None:
        return text
    try:
        clauses = [f"USING {NamedNode(iri)} " for iri in default or ()]
        clauses += [f"USING NAMED {NamedNode(iri)} " for iri in named or ()]
    except ValueError as error:
        raise QueryError(f"a graph of the request is no IRI: {error}", where="update") from error
    written, done, depth = "", 0, 0
    for token in _TOKEN.finditer(text):
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        word = "" if depth else token[0].upper()
        if word in ("USING", "WITH"):
            problem = f"{word} and the request both choose the graphs"
            raise QueryError(problem, where="update", advice="leave out one")
        if word == "WHERE":
            written += text[done : token.start()] + "".join(clauses)
            done = token.start()
    return written + text[done:]
