"""JSON-LD with a context: one object a subject, sorted, so that its text is stable."""

from __future__ import annotations

import json
import re
from itertools import groupby
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.graph.turtle import Shortener, stable
from kg.vocab import TYPE, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Triple

    from kg.graph.answer import Term

Value = str | int | bool | dict[str, str]

_LARGEST = 2**53 - 1  # a JSON number beyond it loses digits in many readers


def jsonld(triples: Iterable[Triple], base: str) -> str:
    """A graph as JSON-LD 1.1."""
    quads = stable(Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in triples)
    compactor = _Compactor(Shortener(base), _schemes(quads))
    subjects = [compactor.subject(list(same)) for _, same in groupby(quads, _subject)]
    document = {"@context": compactor.context(), "@graph": subjects}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _subject(quad: Quad) -> str:
    return str(quad.subject)


def _schemes(quads: list[Quad]) -> frozenset[str]:
    """The schemes of IRIs that JSON-LD would read as prefixed names, such as `geo:1,2`."""
    terms = (term for quad in quads for term in (quad.subject, quad.predicate, quad.object))
    split = (term.value.partition(":") for term in terms if isinstance(term, NamedNode))
    return frozenset(scheme for scheme, _, rest in split if not rest.startswith("//"))


def _is_exact(digits: str) -> bool:
    """Whether a JSON number stands for just this integer, written just so."""
    plain = re.fullmatch(r"0|-?[1-9][0-9]{0,15}", digits)
    return plain is not None and abs(int(digits)) <= _LARGEST


class _Compactor:
    """Writes terms of JSON-LD and remembers the prefixes they need."""

    def __init__(self, shortener: Shortener, schemes: frozenset[str]) -> None:
        self._shortener = shortener
        self._schemes = schemes
        self._used: set[str] = set()

    def context(self) -> dict[str, str]:
        return {prefix: self._shortener.namespace(prefix) for prefix in sorted(self._used)}

    def subject(self, quads: list[Quad]) -> dict[str, object]:
        entry: dict[str, object] = {"@id": self._iri(quads[0].subject)}
        for predicate, same in groupby(quads, lambda quad: quad.predicate):
            objects = [quad.object for quad in same]
            # JSON-LD's @type holds no literals, absurd as they would be.
            if predicate.value == TYPE and not any(isinstance(o, Literal) for o in objects):
                entry["@type"] = [self._iri(term) for term in objects]
            else:
                entry[self._iri(predicate)] = [self._value(term) for term in objects]
        return entry

    def _iri(self, term: Term) -> str:
        name = self._shortener.short(term) if isinstance(term, NamedNode) else None
        if name is None or name.partition(":")[0] in self._schemes:
            return term.value if isinstance(term, NamedNode) else str(term)
        self._used.add(name.partition(":")[0])
        return name

    def _value(self, term: Term) -> Value:
        if not isinstance(term, Literal):
            return {"@id": self._iri(term)}
        if term.language:
            return {"@value": term.value, "@language": term.language}
        datatype = term.datatype.value
        if datatype == XSD + "string":
            return term.value
        if datatype == XSD + "boolean" and term.value in ("true", "false"):
            return term.value == "true"
        if datatype == XSD + "integer" and _is_exact(term.value):
            return int(term.value)
        return {"@value": term.value, "@type": self._iri(term.datatype)}
