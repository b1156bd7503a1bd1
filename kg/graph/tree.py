"""The tree of classes, read from ontology/kg.ttl."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.errors import KnowledgeError


@lru_cache(maxsize=4)
def superclasses(folder: Path) -> dict[str, tuple[str, ...]]:
    """For each class's local name its own and all superclasses' local names, nearest first.

    Raises:
        KnowledgeError: if kg.ttl is not Turtle.
    """
    parents: dict[str, list[str]] = {}
    for quad in ontology(folder):
        if quad.predicate.value == vocab.RDFS + "subClassOf" and _is_own(quad.object):
            parents.setdefault(vocab.local(_value(quad.subject)), []).append(
                vocab.local(_value(quad.object))
            )
        if quad.predicate.value == vocab.TYPE and _value(quad.object).endswith("#Class"):
            parents.setdefault(vocab.local(_value(quad.subject)), [])
    return {name: tuple(dict.fromkeys(_climb(name, parents))) for name in parents}


def ontology(folder: Path) -> list[ox.Quad]:
    """The triples of kg.ttl.

    Raises:
        KnowledgeError: naming the file that is not Turtle.
    """
    path = folder / "kg.ttl"
    try:
        return list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    except (SyntaxError, ValueError, OSError) as problem:
        raise KnowledgeError(f"not readable as Turtle: {problem}", where=str(path)) from None


def _climb(name: str, parents: dict[str, list[str]], below: tuple[str, ...] = ()) -> list[str]:
    passed = (*below, name)  # a circle of classes ends where it began
    higher = [parent for parent in parents.get(name, ()) if parent not in passed]
    return [name, *(above for parent in higher for above in _climb(parent, parents, passed))]


def _is_own(term: object) -> bool:
    return isinstance(term, ox.NamedNode) and term.value.startswith(vocab.KG)


def _value(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""
