"""What can be done to the text of a query without a parser: find words, put in values.

Queries come from people and files, and Oxigraph's SERVICE opens network connections, so a
query with it must be found whatever it hides behind. A `<` may begin an IRI or mean
"less than", and that decides where comments and strings begin; only a full parser knows.
So the search for forbidden words follows every reading of the text at once.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.graph.answer import Term

_IRI = r'<[^<>"{}|^`\\\x00-\x20]*>'
_NAME = r"(?:[^\W\d][\w.-]*)?:(?:(?:[\w:%]|\\.)(?:[\w.:%-]|\\.)*)?"
_SPACE = r"(?:\s|\#[^\r\n]*)*"
# The first that fits is the one that a parser takes.
_STRINGS = (
    r'"""(?:"{0,2}(?:[^"\\]|\\.))*"""'
    r"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''"
    r'|"(?:[^"\\\r\n]|\\.)*"'
    r"|'(?:[^'\\\r\n]|\\.)*'"
)
# A parser may or may not take an escape that SPARQL doesn't have; both are followed.
_STRICT_STRINGS = _STRINGS.replace(r"\\.", r"\\(?:[tbnrf\"'\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})")
# Each match is one way to go on from a place; a place may have several.
_STEPS = tuple(
    re.compile(step, re.DOTALL)
    for step in (
        _STRINGS,
        _STRICT_STRINGS,
        _IRI,
        r"\#[^\r\n]*",
        r"[?$]\w+",
        _NAME,
    )
)
_SINGLE = re.compile(r"\d+(?:[eE][+-]?\d+)?|.", re.DOTALL)
_WORD = re.compile(r"[^\W\d][\w-]*")
_FORBIDDEN = re.compile(
    rf"(?P<service>SERVICE){_SPACE}(?:SILENT{_SPACE})?(?:{_IRI}|[?$]\w+|{_NAME}){_SPACE}\{{"
    rf"|(?P<from>FROM){_SPACE}(?:NAMED{_SPACE})?(?:{_IRI}|{_NAME})"
    rf"|(?P<load>LOAD){_SPACE}(?:SILENT{_SPACE})?(?:{_IRI}|{_NAME})",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    rf"(?P<skip>{_STRINGS}|\#[^\r\n]*|<(?![?$]){_IRI[1:]})"
    r"|(?<![\w:.-])(?i:BOUND)\s*\(\s*[?$](?P<bound>\w+)\s*\)"
    r"|[?$](?P<variable>\w+)"
    r"|(?P<order>(?<![\w:.-])(?i:ORDER)\s+(?i:BY)\b)",
    re.DOTALL,
)


def forbidden(text: str) -> tuple[str, int] | None:
    """The first forbidden clause of a query under any reading, "SERVICE" or "FROM".

    Returns:
        The clause's word and its offset, or None.

    >>> forbidden("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    ('SERVICE', 11)
    >>> forbidden("SELECT * { ?s ?p 'SERVICE <x> {' } # SERVICE <x> {") is None
    True
    """
    found = (clause for clause in clauses(text) if clause[0] in ("SERVICE", "FROM"))
    return next(found, None)


def clauses(text: str) -> Iterator[tuple[str, int]]:
    """The clauses of a query or update that reach outside or choose graphs, under any reading.

    Yields:
        "SERVICE", "FROM" or "LOAD", with the word's offset, ascending.

    >>> list(clauses("LOAD SILENT <http://example.org/a> ; DELETE { ?s ?p 'LOAD <x>' } WHERE { }"))
    [('LOAD', 0)]
    """
    for place in _places(text):
        word = _WORD.match(text, place)
        # A keyword needs no space before it: "trueSERVICE<x>{" is legal.
        for start in range(place, word.end() if word else place):
            if found := _FORBIDDEN.match(text, start):
                yield (found.lastgroup or "").upper(), start


def depth(text: str) -> int:
    """How deep brackets are nested, at most; those in strings count as well.

    >>> depth("ASK { { ?s ?p (1 2) } { } }")
    3
    """
    steps = (1 if letter in "{([" else -1 for letter in text if letter in "{([])}")
    return max(accumulate(steps, initial=0))


def bind(text: str, values: Mapping[str, Term]) -> str:
    r"""The query with each of the variables replaced by its value, at every depth.

    `BOUND(?x)` becomes `true`. Variables without a value stay. Values are written by
    Oxigraph, with every character that matters escaped.

    >>> from pyoxigraph import Literal
    >>> bind("{ ?s ?p ?o FILTER(?o = ?x && BOUND(?x)) } # ?x", {"x": Literal('"')})
    '{ ?s ?p ?o FILTER(?o = "\\"" && true) } # ?x'
    """

    def value(token: re.Match[str]) -> str:
        if token["bound"] in values:
            return "true"
        if token["variable"] in values:
            return str(values[token["variable"]])
        return token[0]

    return _TOKEN.sub(value, text)


def is_ordered(text: str) -> bool:
    """Whether ORDER BY stands somewhere in a query, outside comments and strings."""
    return any(token["order"] for token in _TOKEN.finditer(text))


def final_order(text: str) -> str:
    """The ORDER BY at the end of a query, without LIMIT and OFFSET; "" if there is none.

    >>> final_order("SELECT * { { SELECT ?x { ?x a ?z } ORDER BY ?z } } ORDER BY DESC(?x) LIMIT 2")
    'ORDER BY DESC(?x) '
    >>> final_order("SELECT ?x { { SELECT ?x { ?x ?y ?z } ORDER BY ?z } }")
    ''
    """
    starts = [token.start() for token in _TOKEN.finditer(text) if token["order"]]
    clause = text[starts[-1] :] if starts else ""
    if "}" in _TOKEN.sub(lambda token: "" if token["skip"] else token[0], clause):
        return ""
    return re.sub(r"\b(?:LIMIT|OFFSET)\s+\d+", "", clause, flags=re.IGNORECASE)


def _places(text: str) -> Iterator[int]:
    """Every offset at which a token begins under some reading, ascending."""
    reached = bytearray(len(text) + 1)
    reached[0] = 1
    for place in range(len(text)):
        if reached[place]:
            yield place
            for end in _ends(text, place):
                reached[end] = 1


def _ends(text: str, place: int) -> Iterator[int]:
    ends = [found.end() for step in _STEPS if (found := step.match(text, place))]
    yield from ends
    single = _SINGLE.match(text, place)
    if single and (not ends or text[place] == "<"):
        yield single.end()
