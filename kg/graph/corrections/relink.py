"""Links of reports put right: mentions that mean another thing, or none, and things merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kg.graph.corrections.correction import Correction
from kg.graph.corrections.named import RULE, At, Reports, Things, Unnamed, new, plain
from kg.graph.quads import links_of
from kg.model import Link, Report, Toll

#: A link to what it means now, None for nothing, and the numbers of the corrections that say so.
Relinked = tuple[Link | None, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Alias:
    """What words that were linked to a thing mean.

    Attributes:
        number: of the correction.
        to: the thing meant, None for none.
        articles: where, by identifiers; empty for everywhere.
    """

    number: int
    to: Link | None
    articles: frozenset[str]

    def clashes(self, other: Alias) -> bool:
        """Whether two say different things of the same words in the same place."""
        shared = not self.articles or not other.articles or self.articles & other.articles
        return bool(shared) and (self.to and self.to.iri) != (other.to and other.to.iri)


@dataclass(slots=True)
class Relinking:
    """What corrections say of links.

    Attributes:
        splits: report and thing -> number of a correction, and the thing meant there.
        aliases: thing and words, without regard to case -> what they mean.
        merges: thing -> number of a correction, and the thing that it is merged into.
    """

    splits: dict[tuple[At, str], tuple[int, Link]] = field(default_factory=dict)
    aliases: defaultdict[tuple[str, str], list[Alias]] = field(
        default_factory=lambda: defaultdict(list)
    )
    merges: dict[str, tuple[int, Link]] = field(default_factory=dict)

    def link(self, at: At, article: str, link: Link) -> Relinked:
        """What a link of a report means."""
        numbers: list[int] = []
        found: Link | None = link
        if (split := self.splits.get((at, link.iri))) is not None:
            numbers, found = [split[0]], retold(link, split[1])
        elif (alias := self._alias(article, link)) is not None:
            numbers, found = [alias.number], alias.to and retold(link, alias.to)
        while found is not None and found.iri in self.merges:
            number, into = self.merges[found.iri]
            numbers.append(number)
            found = retold(link, into)
        if found is not None and found.parent in self.merges:
            found = replace(found, parent=self.root(found.parent))
        return found, tuple(numbers)

    def root(self, iri: str) -> str:
        """The thing that a thing has become part of, or itself."""
        while iri in self.merges:
            iri = self.merges[iri][1].iri
        return iri

    def _alias(self, article: str, link: Link) -> Alias | None:
        known = self.aliases.get((link.iri, plain(link.surface).casefold()), ())
        return next((a for a in known if not a.articles or article in a.articles), None)


def retold(link: Link, to: Link) -> Link:
    """The same mention, of another thing."""
    return replace(to, surface=link.surface, rule=RULE, score=1.0)


def split(
    one: Correction, number: int, known: Things, found: Reports
) -> dict[tuple[At, str], tuple[int, Link]]:
    """Where a split takes mentions of a thing for mentions of another.

    Raises:
        Unnamed: if the thing, the other or a report isn't there, or a report doesn't name it.
    """
    thing = known.link(one.thing, one.kind)
    to = known.link(one.to, one.kind) if one.to else known.links[new(one, thing).iri]
    told = {}
    for name in one.reports:
        for at in found.find(name):
            report = found.sheets[at[0]].reports[at[1]]
            if all(link.iri != thing.iri for link in links_of(report)):
                raise Unnamed(f"the report of {name.article} doesn't name {one.thing!r}")
            told[at, thing.iri] = (number, to)
    return told


def relinked(report: Report, change: Callable[[Link], Link | None]) -> Report:
    """A report with its links changed; those that become None, and roles left empty, fall away."""
    roles = {role: _all(links, change) for role, links in report.roles.items()}
    return replace(
        report,
        roles={role: links for role, links in roles.items() if links},
        source=_all(report.source, change),
        tolls=tuple(_toll(toll, change) for toll in report.tolls),
        deal=None if report.deal is None else change(report.deal),
    )


def _toll(toll: Toll, change: Callable[[Link], Link | None]) -> Toll:
    return replace(toll, victims=_all(toll.victims, change))


def _all(links: tuple[Link, ...], change: Callable[[Link], Link | None]) -> tuple[Link, ...]:
    """Changed links, each thing once under each of its names."""
    changed = [found for found in map(change, links) if found is not None]
    return tuple({(found.iri, found.surface): found for found in changed}.values())
