"""Which reports tell of one thing.

Deals, backings and the like are known by their names or ends. Reports of events are grouped by what
they tell (kg.graph.happenings), compared where types, days and places allow it
(kg.graph.agreement), and grouped (kg.graph.clusters). The result is a function of the set of
reports and of what people have put right, whatever the order of articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from kg.graph.agreement import Agreement, Comparison
from kg.graph.clusters import Cluster, Pair, clusters
from kg.graph.constraints import Constraints, ReportKey
from kg.graph.geography import Geography, geography
from kg.graph.happenings import Happening, Told, happenings, told_in
from kg.graph.pairs import Pairs
from kg.graph.quads import Sheet, links_of
from kg.graph.signs import load_signs
from kg.ids import digest
from kg.model import Report
from kg.resolve import world

#: What a pair of ends calls the thing that joins them.
_PAIRS = {
    "Backing": ("backing", "backer", "backed"),
    "Control": ("control", "controller", "controlled"),
    "Affiliation": ("affiliation", "member", "group"),
    "Leadership": ("leadership", "person", "organization"),
}


_FREE = Constraints()
#: What people have said is more than any points.
_TOLD_BY_PEOPLE = Agreement(99.0, ("corrected",))
_PARTED_BY_PEOPLE = Agreement(0.0, (), "kept apart by a correction")


@dataclass(frozen=True, slots=True)
class Thing:
    """A merged thing.

    Attributes:
        iri: without the base.
        of: its class.
        told: the reports that tell of it.
        joins: for an event, how its happenings were joined.
        component: for an event, as of its cluster.
    """

    iri: str
    of: str
    told: tuple[Told, ...]
    joins: tuple[tuple[Told, Told, Agreement], ...] = ()
    component: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What more articles tell than those that are merged.

    Attributes:
        places: where places lie and whose side actors are on.
        parts: as of `Pairs.likely`.
    """

    places: Geography
    parts: Mapping[str, str] | None = None


def things(
    sheets: Sequence[Sheet],
    classes: Mapping[str, tuple[str, ...]],
    folder: Path,
    constraints: Constraints = _FREE,
    known: Known | None = None,
) -> list[Thing]:
    """All merged things of a set of articles, in the order of their IRIs.

    Args:
        sheets: the articles.
        classes: superclasses of each class.
        folder: the ontology folder.
        constraints: what must and what must not be one event.
        known: what is known of these articles from more than them.

    Raises:
        KnowledgeError: if ontology/merging.toml is wrong.
    """
    found: dict[str, Thing] = {}
    if known is None:
        links = (link for each in told_in(sheets) for link in links_of(each.report))
        known = Known(geography(links, world.load(folder)))
    comparison = Comparison(load_signs(folder), classes, known.places)
    for cluster in _events(sheets, comparison, constraints, known.parts):
        told = tuple(each for happening in cluster.members for each in happening.told)
        iri = f"event/{digest(cluster.members[0].key)[:16]}"
        found[iri] = Thing(iri, "Event", told, _joined(cluster), cluster.component)
    others: dict[str, list[Told]] = {}
    for each in told_in(sheets):
        iri = own_iri(each.report)
        if iri:
            others.setdefault(iri, []).append(each)
    found |= {iri: Thing(iri, told[-1].report.of, tuple(told)) for iri, told in others.items()}
    return [found[iri] for iri in sorted(found)]


def _joined(cluster: Cluster) -> tuple[tuple[Told, Told, Agreement], ...]:
    first = {each.key: each.told[0] for each in cluster.members}
    return tuple((first[join.one], first[join.other], join.agreement) for join in cluster.joins)


def own_iri(report: Report) -> str:
    """The IRI of a thing that its ends or its name identify; "" for an event."""
    if report.of in _PAIRS:
        kind, first, second = _PAIRS[report.of]
        ends = [report.roles[end][0].iri.partition("/")[2] for end in (first, second)]
        return f"{kind}/{ends[0]}--{ends[1]}"
    return report.deal.iri if report.of == "CeasefireDeal" and report.deal is not None else ""


def is_named(iri: str) -> bool:
    """Whether articles name a merged thing itself, as they do deals, rather than tell of it."""
    kinds = {"event", *(kind for kind, _, _ in _PAIRS.values())}
    return iri.partition("/")[0] not in kinds


def _events(
    sheets: Sequence[Sheet],
    comparison: Comparison,
    constraints: Constraints,
    parts: Mapping[str, str] | None,
) -> list[Cluster]:
    found = [
        each
        for happening in happenings(sheets, comparison.classes, comparison.geography)
        for each in _parted(happening, sheets, constraints)
    ]
    pairs = Pairs(comparison)
    likely = {_pair(one, other): told for one, other, told in pairs.likely(found, parts)}
    wanted, unwanted = _asked(found, sheets, constraints)
    asked = dict.fromkeys(wanted, _TOLD_BY_PEOPLE) | dict.fromkeys(unwanted, _PARTED_BY_PEOPLE)

    def agree(one: Happening, other: Happening) -> Agreement | None:
        return asked.get(_pair(one, other)) or pairs.of(one, other)

    likely = {pair: told for pair, told in (likely | asked).items() if not told.bar}
    told = agree if asked else pairs.of
    return clusters(found, likely, told, pairs.barred, comparison.signs.enough)


def _pair(one: Happening, other: Happening) -> Pair:
    return (one.key, other.key) if one.key < other.key else (other.key, one.key)


def _key(sheets: Sequence[Sheet], told: Told) -> ReportKey:
    return sheets[told.sheet].local, told.at


def _parted(
    happening: Happening, sheets: Sequence[Sheet], constraints: Constraints
) -> list[Happening]:
    """A happening whose own reports a correction keeps apart, cut into its reports."""
    keys = {_key(sheets, each) for each in happening.told}
    if not any(pair <= keys for pair in constraints.apart):
        return [happening]
    return [
        replace(happening, key=f"{happening.key}/{n}", told=(each,))
        for n, each in enumerate(happening.told)
    ]


def _asked(
    found: Sequence[Happening], sheets: Sequence[Sheet], constraints: Constraints
) -> tuple[set[Pair], set[Pair]]:
    """Pairs of happenings that corrections put together, and those that they keep apart."""
    home = {_key(sheets, each): happening.key for happening in found for each in happening.told}
    together = {
        (min(pair), max(pair))
        for group in constraints.together
        for pair in combinations(sorted({home[key] for key in group if key in home}), 2)
    }
    apart = [sorted({home[key] for key in pair if key in home}) for pair in constraints.apart]
    return together, {(pair[0], pair[1]) for pair in apart if len(pair) > 1}
