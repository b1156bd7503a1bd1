"""Findings: where a graph breaks the shapes of ontology/shapes.ttl."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyshacl
from pyparsing import ParseException
from pyshacl.errors import ReportableRuntimeError
from rdflib import RDF, SH, Graph
from rdflib.collection import Collection
from rdflib.term import BNode, Literal, Node

from kg import vocab
from kg.errors import KnowledgeError

if TYPE_CHECKING:
    from pathlib import Path

SHAPES_FILE = "shapes.ttl"
#: What a finding calls a node without a name; its label would differ from run to run.
UNNAMED = "_:"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One place where a graph breaks a shape.

    Attributes:
        focus: IRI of the node at fault, "_:" if it has none.
        path: property path from there in SPARQL's notation ("kg:quote", "^kg:reports"), "" if the
            node as a whole is at fault.
        message: what is wrong and what to do.
        severity: "Violation", "Warning" or "Info".
        shape: local name of the shape ("Report").
        value: the value at fault, "" if it is one that is missing.
    """

    focus: str
    path: str
    message: str
    severity: str
    shape: str
    value: str = ""


def load_shapes(ontology_dir: Path) -> Graph:
    """The SHACL shapes of an ontology folder.

    Raises:
        KnowledgeError: if shapes.ttl is missing or is not Turtle.
    """
    path = ontology_dir / SHAPES_FILE
    try:
        return Graph().parse(path, format="turtle")
    except (SyntaxError, ValueError, OSError) as problem:
        raise KnowledgeError(
            f"the shapes can't be read as Turtle: {problem}",
            where=str(path),
            advice="correct the file, or restore the one that kg ships",
        ) from None


def validate(graph: Graph, shapes: Graph, ontology: Graph) -> list[Finding]:
    """All findings, sorted, each once; the arguments stay as they are.

    Args:
        graph: what is checked: articles, gazetteer and merged things as one graph, for the
            reports of one lead to things in the others.
        shapes: as from `load_shapes`.
        ontology: gives the class tree; types are not inferred from it.

    Raises:
        KnowledgeError: if the shapes are not valid SHACL.
    """
    report = _report(_comparable(graph), shapes, ontology)
    return sorted({_finding(report, result, shapes) for result in report.objects(None, SH.result)})


def _comparable(graph: Graph) -> Graph:
    """The graph, with plain strings for literals that belie their datatype.

    pyshacl stops with a TypeError at "2012-13-45"^^xsd:date where it compares dates; as a string
    the value breaks the same sh:datatype and is reported.
    """
    wrong = [triple for triple in graph if isinstance(triple[2], Literal) and triple[2].ill_typed]
    if not wrong:
        return graph
    comparable = graph + Graph()
    for subject, predicate, value in wrong:
        comparable.remove((subject, predicate, value))
        comparable.add((subject, predicate, Literal(str(value))))
    return comparable


def _report(graph: Graph, shapes: Graph, ontology: Graph) -> Graph:
    try:
        _, report, _ = pyshacl.validate(
            graph,
            shacl_graph=shapes + Graph(),  # a copy, for pyshacl writes into it
            ont_graph=ontology,
            inference="none",
        )
    except (ReportableRuntimeError, ParseException) as problem:
        raise _unusable(problem) from None
    if not isinstance(report, Graph):
        # pyshacl hands the problem back instead of raising it where a query can't be run.
        raise _unusable(report)
    return report


def _unusable(problem: object) -> KnowledgeError:
    return KnowledgeError(
        f"the shapes can't be run on this graph: {problem}",
        where=SHAPES_FILE,
        advice="correct the file, or restore the one that kg ships",
    )


def _finding(report: Graph, result: Node, shapes: Graph) -> Finding:
    focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
    if (None, SH.targetNode, focus) in shapes:
        # A shape that targets a term of the ontology asks one query of the whole graph.
        focus, value = value, None
    messages = sorted(str(message) for message in report.objects(result, SH.resultMessage))
    return Finding(
        focus=_name(focus),
        path=_path(report, report.value(result, SH.resultPath)),
        message=" / ".join(messages),
        severity=vocab.local(str(report.value(result, SH.resultSeverity))),
        shape=_shape(shapes, report.value(result, SH.sourceShape)),
        value="" if value == focus else _name(value),
    )


def _name(node: Node | None) -> str:
    if node is None:
        return ""
    return UNNAMED if isinstance(node, BNode) else str(node)


def _shape(shapes: Graph, node: Node | None) -> str:
    """Local name of the shape, or of the named shape that an unnamed one stands in."""
    while isinstance(node, BNode):
        node = shapes.value(predicate=SH.property, object=node)
    return "" if node is None else vocab.local(str(node))


def _path(graph: Graph, node: Node | None) -> str:
    if node is None:
        return ""
    if not isinstance(node, BNode):
        return _curie(str(node))
    inverse = graph.value(node, SH.inversePath)
    if inverse is not None:
        return f"^{_path(graph, inverse)}"
    choices = graph.value(node, SH.alternativePath)
    if choices is not None:
        return "|".join(_path(graph, step) for step in Collection(graph, choices))
    if graph.value(node, RDF.first) is not None:
        return "/".join(_path(graph, step) for step in Collection(graph, node))
    return UNNAMED


def _curie(iri: str) -> str:
    """The IRI with the longest fitting prefix of `vocab.PREFIXES`, or as it is."""
    fitting = [item for item in vocab.PREFIXES.items() if iri.startswith(item[1])]
    if not fitting:
        return iri
    prefix, namespace = max(fitting, key=lambda item: len(item[1]))
    return f"{prefix}:{iri[len(namespace) :]}"
