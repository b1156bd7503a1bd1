"""A store made from an export: N-Quads in, the articles' graphs read back, all else made anew.

So a store moves to another version of kg, however its own layout changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox

from kg import vocab
from kg.errors import StoreError
from kg.graph import lock
from kg.graph.assemble import Assembly, assemble
from kg.graph.corrections.stored import kept
from kg.graph.decode import sheet_of, unnamed
from kg.graph.note import NOTE, StoreMeta
from kg.graph.quads import Sheet
from kg.graph.store import reason, unwritable, write_store
from kg.graph.tidy import tidy
from kg.graph.tree import superclasses
from kg.model import Link, Report

#: What joins the things of a report that is of no event and no deal.
_ENDS = {
    "Backing": ("backer", "backed"),
    "Control": ("controller", "controlled"),
    "Affiliation": ("member", "group"),
    "Leadership": ("person", "organization"),
}
_ADVICE = "kg import reads what kg export -o FILE.nq wrote"


def restore(file: Path, output: Path, folder: Path, *, replacing: bool = False) -> Assembly:
    """Make a store of the articles in an N-Quads export of kg, of this version or an older one.

    Args:
        file: the export.
        output: the store's folder.
        folder: the ontology folder.
        replacing: whether a store that is there goes for the new one, which is done at the end.

    Raises:
        StoreError: if the file is no such export, or the store can't be written.
    """
    if (output / NOTE).is_file() and not replacing:
        advice = "choose another folder, or --replace it"
        raise StoreError("there is a store here already", where=str(output), advice=advice)
    graphs = _graphs(file)
    base = _base(graphs, file)
    classes, things = superclasses(folder), _Things.of(graphs, base)
    sheets = [
        _checked(_restored(sheet_of(quads, classes, base, things.link), quads), file)
        for graph, quads in sorted(graphs.items())
        if _is_article(graph, quads)
    ]
    corrections = kept(_corrections(graphs, base), base)
    assembly = assemble(sheets, folder, base, corrections)
    _write(output, assembly, StoreMeta(base=base))
    return assembly


def _corrections(graphs: Mapping[str, list[ox.Quad]], base: str) -> ox.Store:
    store = ox.Store()
    store.extend(graphs.get(base + vocab.CORRECTIONS, ()))
    return store


def _write(output: Path, assembly: Assembly, meta: StoreMeta) -> None:
    if not (output / NOTE).is_file():
        write_store(output, assembly.quads, meta=meta)
        return
    try:
        held = lock.to_write(output)
    except OSError as error:
        raise unwritable(output, error) from error
    with held:
        write_store(output, assembly.quads, meta=meta)


def _graphs(file: Path) -> dict[str, list[ox.Quad]]:
    """The named graphs of a file of N-Quads, by their IRIs."""
    found: dict[str, list[ox.Quad]] = {}
    try:
        for quad in ox.parse(path=str(file), format=ox.RdfFormat.N_QUADS):
            if isinstance(quad.graph_name, ox.NamedNode):
                found.setdefault(quad.graph_name.value, []).append(quad)
    except SyntaxError as error:
        where = f"{file}:{error.lineno}" if error.lineno else str(file)
        problem = f"is not N-Quads: {error.msg}"
        raise StoreError(problem, where=where, advice=_ADVICE) from error
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise StoreError(f"can't be read: {why}", where=str(file)) from error
    return found


def _is_article(graph: str, quads: Iterable[ox.Quad]) -> bool:
    node, cls = ox.NamedNode(graph), vocab.kg("Article")
    return any(
        q.subject == node and q.predicate.value == vocab.TYPE and _value(q.object) == cls
        for q in quads
    )


def _value(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def _base(graphs: Mapping[str, list[ox.Quad]], file: Path) -> str:
    """What the IRIs of the articles begin with."""
    articles = [graph for graph, quads in graphs.items() if _is_article(graph, quads)]
    parted = {graph.rpartition("article/")[:2] for graph in articles}
    if not articles:
        problem = "holds no articles of kg in graphs of their own"
        raise StoreError(problem, where=str(file), advice=_ADVICE)
    if len(parted) > 1 or ("", "") in parted:
        problem = "its articles' IRIs don't begin alike"
        raise StoreError(problem, where=str(file), advice=_ADVICE)
    return parted.pop()[0]


@dataclass(frozen=True, slots=True)
class _Things:
    """What an export says of the things that its articles name.

    Attributes:
        labels, classes, within: IRI of a thing without the base -> its label, the local name of
            its class, the place that holds it.
    """

    labels: Mapping[str, str]
    classes: Mapping[str, str]
    within: Mapping[str, str]

    @classmethod
    def of(cls, graphs: Mapping[str, list[ox.Quad]], base: str) -> _Things:
        """Taken from the curated and the learnt graph."""
        told = [
            q for name in (vocab.GAZETTEER, vocab.CONSOLIDATED) for q in graphs.get(base + name, ())
        ]

        def all_of(predicate: str) -> dict[str, str]:
            return {
                _value(q.subject).removeprefix(base): _value(q.object)
                for q in told
                if q.predicate.value == predicate
            }

        classes = {iri: vocab.local(name) for iri, name in all_of(vocab.TYPE).items()}
        within = {iri: at.removeprefix(base) for iri, at in all_of(vocab.kg("within")).items()}
        return cls(all_of(vocab.PREF_LABEL), classes, within)

    def link(self, iri: str) -> Link:
        """A link for a thing that an article names, where the words are not known."""
        known = unnamed(iri)
        return replace(
            known,
            label=self.labels.get(iri, known.label),
            cls=self.classes.get(iri, known.cls),
            parent=self.within.get(iri, "") if iri.startswith("place/") else "",
        )


def _restored(sheet: Sheet, quads: Iterable[ox.Quad]) -> Sheet:
    """The sheet; of one that kg wrote before it kept mentions, with what can be told of more.

    Then an article's reports of one event were those that `kg:reports` led to the same.
    """
    names = {quad.predicate.value for quad in quads}
    if names & {vocab.kg("mention"), vocab.kg("readWith")}:
        return sheet
    thing = {
        _value(q.subject).rpartition("/")[2]: vocab.local(_value(q.object))
        for q in quads
        if q.predicate.value == vocab.kg("reports")
    }
    reports = [_same(report, thing.get(str(at + 1), "")) for at, report in enumerate(sheet.reports)]
    return tidy(replace(sheet, reports=tuple(reports)))


def _same(report: Report, event: str) -> Report:
    return replace(report, same_as=event) if report.of == "Event" else report


def _checked(sheet: Sheet, file: Path) -> Sheet:
    """The sheet, if each of its reports names what it must to be merged."""
    for at, report in enumerate(sheet.reports):
        missing = [end for end in _ENDS.get(report.of, ()) if end not in report.roles]
        if missing:
            problem = f"report {at + 1} of {sheet.local} has no kg:{missing[0]}"
            raise StoreError(problem, where=str(file), advice=_ADVICE)
    return sheet
