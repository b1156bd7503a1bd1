"""Parameters of a query: what they are, and what people's words for them mean."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.graph.names import find
from kg.vocab import PREFIXES, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.graph.answer import Term
    from kg.graph.store import GraphHandle

NAMED = ("actor", "place", "deal")
TYPES = ("date", "integer", "string", "iri", *NAMED)

_LINE = re.compile(
    r"(?P<name>\w+)\s+(?P<type>\w+)(?:\s+(?P<default>[^|]*?))?\s*(?:\|\s*(?P<help>.*))?"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query.

    Attributes:
        name: its variable, without `?`.
        type: one of TYPES.
        default: the value where none is given, as people write it; None if there is none.
        required: whether a value must be given.
        help: what it is for.
    """

    name: str
    type: str
    default: str | None = None
    required: bool = False
    help: str = ""

    @classmethod
    def parse(cls, line: str, *, where: str) -> Self:
        """A parameter from its line in a header, after `param:`.

        Raises:
            QueryError: if the line is not `NAME TYPE [DEFAULT | -] [| HELP]`.
        """
        found = _LINE.fullmatch(line)
        if found is None or found["type"] not in TYPES:
            advice = f"NAME TYPE [DEFAULT or -] | HELP, with a type of {' '.join(TYPES)}"
            raise QueryError(f"can't read the parameter {line!r}", where=where, advice=advice)
        default = (found["default"] or "").strip('"')
        required = default == "-"
        value = None if required or not default else default
        return cls(found["name"], found["type"], value, required, found["help"] or "")


def bind_values(
    handle: GraphHandle, query: str, parameters: Iterable[Parameter], values: Mapping[str, str]
) -> dict[str, Term]:
    """The terms for a query's parameters: variable -> term; those without a value are left out.

    Raises:
        QueryError: if a value is missing, unknown or not of its parameter's type.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name in values:
        if name not in known:
            advice = f"it has {', '.join(known)}" if known else "it has none"
            raise QueryError(f"there is no parameter {name!r}", where=query, advice=advice)
    bound: dict[str, Term] = {}
    for name, parameter in known.items():
        value = values.get(name, parameter.default)
        if value is not None:
            bound[name] = _term(handle, parameter, value)
        elif parameter.required:
            advice = f"--param {name}={parameter.type.upper()}"
            problem = f"the parameter {name!r} needs a value"
            raise QueryError(problem, where=query, advice=advice)
    return bound


def _term(handle: GraphHandle, parameter: Parameter, value: str) -> Term:
    if parameter.type in NAMED:
        return find(handle, value, (parameter.type,))[0]
    try:
        if parameter.type == "date":
            day = datetime.date.fromisoformat(value).isoformat()
            return Literal(day, datatype=NamedNode(XSD + "date"))
        if parameter.type == "integer":
            return Literal(str(int(value)), datatype=NamedNode(XSD + "integer"))
        if parameter.type == "iri":
            return NamedNode(_expanded(value))
    except ValueError as error:
        wanted = {"date": "a day like 2019-12-01", "integer": "a whole number", "iri": "an IRI"}
        problem = f"{value!r} is not {wanted[parameter.type]}"
        raise QueryError(problem, where=f"parameter {parameter.name}") from error
    return Literal(value)


def _expanded(value: str) -> str:
    """An IRI in full, from `<…>`, a prefixed name or an IRI."""
    prefix, colon, rest = value.partition(":")
    if colon and prefix in PREFIXES and not rest.startswith("//"):
        return PREFIXES[prefix] + rest
    return value.removeprefix("<").removesuffix(">")
