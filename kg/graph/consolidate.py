"""Which reports tell of one thing.

Deals, backings and the like are known by their names or ends. Reports of events are grouped by what
they tell (kg.graph.happenings), compared where types, days and places allow it
(kg.graph.agreement), and grouped (kg.graph.clusters). The result is a function of the set of
reports and of what people have put right, whatever the order of articles.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.graph.agreement import Agreement, Comparison, load_signs
from kg.graph.clusters import Cluster, clusters
from kg.graph.constraints import Constraints, ReportKey
from kg.graph.geography import geography
from kg.graph.happenings import Happening, Told, happenings, told_in
from kg.graph.quads import Sheet
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


#: Happenings without a day are compared with those of articles issued so many days apart.
_RECENT = 14
_FREE = Constraints()
#: What people have said is more than any points.
_TOLD_BY_PEOPLE = Agreement(99.0, ("corrected",))


@dataclass(frozen=True, slots=True)
class Thing:
    """A merged thing.

    Attributes:
        iri: without the base.
        of: its class.
        told: the reports that tell of it.
        joins: for an event, how its happenings were joined.
    """

    iri: str
    of: str
    told: tuple[Told, ...]
    joins: tuple[tuple[Told, Told, Agreement], ...] = ()


def things(
    sheets: Sequence[Sheet],
    classes: Mapping[str, tuple[str, ...]],
    folder: Path,
    constraints: Constraints = _FREE,
) -> list[Thing]:
    """All merged things of a set of articles, in the order of their IRIs.

    Args:
        sheets: the articles.
        classes: superclasses of each class.
        folder: the ontology folder.
        constraints: what must and what must not be one event.

    Raises:
        KnowledgeError: if ontology/merging.toml is wrong.
    """
    found: dict[str, Thing] = {}
    for cluster in _events(sheets, classes, folder, constraints):
        told = tuple(each for happening in cluster.members for each in happening.told)
        iri = f"event/{digest(cluster.members[0].key)[:16]}"
        found[iri] = Thing(iri, "Event", told, _joined(cluster))
    for each in told_in(sheets):
        iri = _own_iri(each.report)
        if iri:
            known = found.get(iri, Thing(iri, each.report.of, ()))
            found[iri] = Thing(iri, each.report.of, (*known.told, each))
    return [found[iri] for iri in sorted(found)]


def _joined(cluster: Cluster) -> tuple[tuple[Told, Told, Agreement], ...]:
    first = {each.key: each.told[0] for each in cluster.members}
    return tuple((first[join.one], first[join.other], join.agreement) for join in cluster.joins)


def _own_iri(report: Report) -> str:
    """The IRI of a thing that its ends or its name identify; "" for an event."""
    if report.of in _PAIRS:
        kind, first, second = _PAIRS[report.of]
        ends = [report.roles[end][0].iri.partition("/")[2] for end in (first, second)]
        return f"{kind}/{ends[0]}--{ends[1]}"
    return report.deal.iri if report.of == "CeasefireDeal" and report.deal is not None else ""


def _events(
    sheets: Sequence[Sheet],
    classes: Mapping[str, tuple[str, ...]],
    folder: Path,
    constraints: Constraints,
) -> list[Cluster]:
    places = geography(sheets, world.load(folder))
    signs = load_signs(folder)
    found = [
        each
        for happening in happenings(sheets, classes, places)
        for each in _parted(happening, sheets, constraints)
    ]
    comparison = Comparison(signs, classes, places)
    wanted, unwanted = _asked(found, sheets, constraints)

    def agree(one: Happening, other: Happening) -> Agreement:
        pair = frozenset((one.key, other.key))
        if pair in unwanted:
            return Agreement(0.0, (), "kept apart by a correction")
        return _TOLD_BY_PEOPLE if pair in wanted else comparison.of(one, other)

    pairs = {(min(pair), max(pair)) for pair in wanted | unwanted if len(pair) > 1}
    return clusters(found, pairs | set(_candidates(found)), agree, signs.enough)


def _candidates(found: Sequence[Happening]) -> Iterator[tuple[str, str]]:
    """Pairs of real happenings whose days, told or those of their articles, are close."""
    by_day: dict[int, list[Happening]] = {}
    for each in found:
        for block in _blocks(each):
            by_day.setdefault(block, []).append(each)
    for happenings_ in by_day.values():
        for at, one in enumerate(happenings_):
            for other in happenings_[at + 1 :]:
                yield min(one.key, other.key), max(one.key, other.key)


def _blocks(happening: Happening) -> Iterator[int]:
    """Numbers of the fortnights to which a happening may belong, with their neighbours."""
    days = [day for day in (happening.begin, happening.end) if day is not None]
    day: datetime.date | None = min(days, default=happening.issued)
    own = day.toordinal() // _RECENT if day is not None else -1
    yield own
    if day is not None and day.toordinal() % _RECENT >= _RECENT // 2:
        yield own + 1


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
) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """Pairs of happenings that corrections put together, and those that they keep apart."""
    home = {_key(sheets, each): happening.key for happening in found for each in happening.told}
    together = {
        frozenset((home[first], home[other]))
        for group in constraints.together
        for known in [sorted(key for key in group if key in home)]
        for at, first in enumerate(known)
        for other in known[at + 1 :]
    }
    apart = {frozenset(home[key] for key in pair if key in home) for pair in constraints.apart}
    return {pair for pair in together if len(pair) > 1}, {p for p in apart if len(p) > 1}
