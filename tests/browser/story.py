"""An invented war of about sixty things, as the quads that `kg` would write for it."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from browser.tables import ABOVE, ACTORS, DEALS, EVENTS, PLACES, TIES

BASE = "https://example.org/kg/id/"
_PREFIXES = """
@prefix kg: <https://example.org/kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix g: <https://example.org/kg/id/> .
"""

_OUTLETS = ("Valley Wire", "Coast Courier", "Morning Ledger")


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[str, ...]

    def iris(self, index: int, folder: str) -> list[str]:
        return [f"<{BASE}{folder}/{name}>" for name in self.cells[index].split(",") if name]


def story_store() -> ox.Store:
    """A fresh store with the invented war."""
    store = ox.Store()
    store.load(story_trig().encode(), format=ox.RdfFormat.TRIG)
    return store


def story_trig() -> str:
    """The invented war as TriG."""
    gazetteer = [*_labels(ACTORS, "actor"), *_places()]
    consolidated: list[str] = []
    reports: list[str] = []
    for index, row in enumerate(_rows(DEALS)):
        consolidated += _deal(row)
        reports += _report(
            f"deal-{index}", f"deal/{row.cells[0]}", "CeasefireDeal", _deal_roles(row)
        )
    for index, row in enumerate(_rows(EVENTS)):
        types = _types(row.cells[0])
        roles = _event_roles(row)
        consolidated.append(f"<{BASE}event/e{index}> a {types} ; {roles} .")
        for number, told in enumerate(row.cells[7].split(";")):
            reports += _report(
                f"event-{index}-{number}", f"event/e{index}", types, roles, row.cells[8], told
            )
    for index, row in enumerate(_rows(TIES)):
        cls, first, start, second, end = row.cells
        folder = "place" if second == "controlled" else "actor"
        roles = f"kg:{first} <{BASE}actor/{start}> ; kg:{second} <{BASE}{folder}/{end}>"
        consolidated.append(f"<{BASE}tie/{index}> a kg:{cls} ; {roles} .")
        reports += _report(f"tie-{index}", f"tie/{index}", f"kg:{cls}", roles)
    tree = [f"kg:{name} rdfs:subClassOf kg:{above} ." for name, above in ABOVE.items()]
    graphs = [
        _graph("graph/gazetteer", gazetteer),
        _graph("graph/consolidated", consolidated),
        _graph("graph/ontology", tree),
        *(_article(number, reports[number :: len(_OUTLETS)]) for number in range(len(_OUTLETS))),
    ]
    return _PREFIXES + "\n".join(graphs)


def _rows(table: str) -> list[_Row]:
    return [_Row(tuple(line.split("|"))) for line in table.strip().splitlines()]


def _graph(name: str, lines: list[str]) -> str:
    return f"<{BASE}{name}> {{\n" + "\n".join(lines) + "\n}"


def _labels(table: str, folder: str) -> list[str]:
    return [
        f'<{BASE}{folder}/{row.cells[0]}> a kg:{row.cells[2]} ; skos:prefLabel "{row.cells[1]}"'
        + "".join(f' ; skos:altLabel "{name}"' for name in row.cells[3].split(";") if name)
        + " ."
        for row in _rows(table)
    ]


def _places() -> list[str]:
    lines = []
    for row in _rows(PLACES):
        within = "".join(f" ; kg:within {iri}" for iri in row.iris(3, "place"))
        cells = row.cells
        if cells[4]:
            within += f" ; geo:lat {cells[4]} ; geo:long {cells[5]}"
        lines.append(
            f'<{BASE}place/{cells[0]}> a kg:{cells[2]} ; skos:prefLabel "{cells[1]}"{within} .'
        )
    return lines


def _deal_roles(row: _Row) -> str:
    named = [
        *(f"kg:party {iri}" for iri in row.iris(3, "actor")),
        *(f"kg:guarantor {iri}" for iri in row.iris(4, "actor")),
        *(f"kg:broker {iri}" for iri in row.iris(5, "actor")),
        *(f"kg:appliesTo {iri}" for iri in row.iris(6, "place")),
    ]
    return " ; ".join(named)


def _deal(row: _Row) -> list[str]:
    return [
        (
            f"<{BASE}deal/{row.cells[0]}> a kg:CeasefireDeal ; skos:prefLabel"
            f' "{row.cells[1]}" ; kg:agreedOn "{row.cells[2]}"^^xsd:date ; kg:status kg:Violated ;'
            f' kg:term "both sides keep heavy weapons 15 km from the line" ; {_deal_roles(row)} .'
        )
    ]


def _types(name: str) -> str:
    types = [name]
    while types[-1] in ABOVE:
        types.append(ABOVE[types[-1]])
    return ", ".join(f"kg:{each}" for each in types)


def _event_roles(row: _Row) -> str:
    actors = [*row.iris(1, "actor"), *row.iris(2, "actor"), *row.iris(3, "actor")]
    named = [
        *(f"kg:initiator {iri}" for iri in row.iris(1, "actor")),
        *(f"kg:target {iri}" for iri in row.iris(2, "actor")),
        *(f"kg:participant {iri}" for iri in actors),
        *(f"kg:place {iri}" for iri in row.iris(4, "place")),
        *(f"kg:concernsDeal {iri}" for iri in row.iris(6, "deal")),
        f'kg:begin "{row.cells[5]}"^^xsd:date ; kg:end "{row.cells[5]}"^^xsd:date',
    ]
    return " ; ".join(named)


def _report(  # noqa: PLR0917 - a row of the story
    name: str, thing: str, types: str, roles: str, stance: str = "Asserted", told: str = ""
) -> list[str]:
    figure, _, speaker = told.partition("@")
    toll = f" ; kg:toll <{BASE}toll/{name}>" if figure else ""
    source = f" ; kg:source <{BASE}actor/{speaker}>" if speaker else ""
    if not types.startswith("kg:"):
        types = f"kg:{types}"
    lines = [
        (
            f"<{BASE}report/{name}> a kg:Report, {types} ; kg:reports <{BASE}{thing}> ; {roles} ;"
            f" kg:stance kg:{stance} ; kg:confidence 0.8 ; kg:article ARTICLE ; kg:quoteStart 10 ;"
            f' kg:quote "The words of report {name}, which tell what one side did and who saw it."'
            f"{toll}{source} ."
        )
    ]
    low, _, high = figure.partition("-")
    bounds = f" ; kg:minCount {low}" if low else ""
    bounds += f" ; kg:maxCount {high}" if high else ""
    if figure:
        lines.append(f"<{BASE}toll/{name}> a kg:Toll ; kg:tollKind kg:Killed{bounds} .")
    return ["\n".join(lines)]


def _article(number: int, reports: list[str]) -> str:
    iri = f"<{BASE}article/story-{number}>"
    about = (
        f'{iri} a kg:Article ; dcterms:identifier "story-{number}.txt" ;'
        f' dcterms:title "Fighting along the river, part {number + 1}" ;'
        f' dcterms:publisher "{_OUTLETS[number]}" ;'
        f' dcterms:source "https://example.org/news/{number}" ;'
        f' dcterms:issued "2019-05-{24 + number}"^^xsd:date .'
    )
    lines = [report.replace("ARTICLE", iri) for report in reports]
    return _graph(f"article/story-{number}", [about, *lines])
