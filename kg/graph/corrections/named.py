"""Which thing and which report a record means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.graph.corrections.correction import Correction, ReportName
from kg.graph.quads import Sheet, links_of
from kg.ids import slug
from kg.model import Link, Report
from kg.resolve.world import Entity

#: How links say that a correction made them.
RULE = "corrected"
_KINDS = ("actor", "place", "deal")

#: A report by its sheet's position and its own.
At = tuple[int, int]


class Unnamed(Exception):  # noqa: N818 - no error: a record that no longer applies
    """A record names nothing, or more than one; the text says which."""


Names = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Things:
    """Actors, places and deals, found by IRI or label.

    Attributes:
        links: IRI without the base -> a link to it, as good as any.
        preferred: preferred label -> IRIs.
        other: other label -> IRIs.
        folded: either, without regard to case -> IRIs.
        fresh: labels that corrections give -> IRIs.
    """

    links: Mapping[str, Link]
    preferred: Names
    other: Names
    folded: Names
    fresh: Names

    def link(self, name: str, kind: str = "") -> Link:
        """What a name means: an IRI, a preferred label, a label; in other case if need be.

        Raises:
            Unnamed: if it means nothing, or several things.
        """
        if name in self.links and _is_of(name, kind):
            return self.links[name]
        for names, key in ((self.preferred, name), (self.other, name),
                           (self.folded, name.casefold()), (self.fresh, name)):  # fmt: skip
            found = sorted(iri for iri in names.get(key, ()) if _is_of(iri, kind))
            if len(found) > 1:
                raise Unnamed(f"{name!r} means {', '.join(found)}: name one of these")
            if found:
                return self.links[found[0]]
        raise Unnamed(f"no {kind or 'actor, place or deal'} here is called {name!r}")


def things(
    sheets: Sequence[Sheet], curated: Mapping[str, Entity], corrections: Sequence[Correction]
) -> Things:
    """All that reports and the curated files name, and the labels that corrections give."""
    preferred: defaultdict[str, set[str]] = defaultdict(set)
    other: defaultdict[str, set[str]] = defaultdict(set)
    links: dict[str, Link] = {}
    for entity in curated.values():
        links[entity.iri] = Link(entity.iri, entity.label, entity.cls, "", RULE, 1.0)
        preferred[entity.label].add(entity.iri)
        for alias in entity.aliases:
            other[alias].add(entity.iri)
    found = {link for sheet in sheets for r in sheet.reports for link in links_of(r)}
    for link in sorted(found, key=_order):
        made = replace(link, surface="", rule=RULE, score=1.0)
        if link.iri not in curated:
            preferred[link.label].add(link.iri)
            links.setdefault(link.iri, made)
        elif not links[link.iri].position:
            links[link.iri] = replace(made, label=links[link.iri].label)
        other[link.surface].add(link.iri)
    folded: defaultdict[str, set[str]] = defaultdict(set)
    for level in (preferred, other):
        for name, iris in level.items():
            folded[name.casefold()].update(iris)
    known = Things(links, _frozen(preferred), _frozen(other), _frozen(folded), {})
    return _with_new(known, corrections)


def _order(link: Link) -> tuple[str, str, str, str, str]:
    return link.iri, link.label, link.surface, link.parent, str(link.position)


def _frozen(names: Mapping[str, set[str]]) -> Names:
    return {name: frozenset(iris) for name, iris in names.items()}


def _with_new(known: Things, corrections: Sequence[Correction]) -> Things:
    """The same with things that splits make and labels that renames give, named last of all."""
    links = dict(known.links)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for one in corrections:
        try:
            thing = known.link(one.thing, one.kind) if one.new or one.label else None
        except Unnamed:
            continue  # told when the record itself is applied
        if thing is not None and one.new:
            made = new(one, thing)
            links.setdefault(made.iri, made)
            names[one.new].add(made.iri)
        elif thing is not None:
            names[one.label].add(thing.iri)
    return replace(known, links=links, fresh=_frozen(names))


def new(correction: Correction, thing: Link) -> Link:
    """A thing that a split makes, of the kind and class of the one that it is taken from."""
    iri = f"{thing.iri.partition('/')[0]}/{slug(correction.new)}"
    return Link(iri, correction.new, thing.cls, "", RULE, 1.0, thing.parent)


def _is_of(iri: str, kind: str) -> bool:
    return iri.partition("/")[0] in ((kind,) if kind else _KINDS)


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports of articles, found by the article and their words.

    Attributes:
        sheets: all of them.
        by_name: identifier -> positions of the sheets of that name.
    """

    sheets: Sequence[Sheet]
    by_name: Mapping[str, Sequence[int]]

    def find(self, name: ReportName) -> list[At]:
        """The report that is meant, in each text that goes by the article's name.

        Raises:
            Unnamed: if there is none, or if more than one fits.
        """
        numbers = self.by_name.get(name.article, ())
        if not numbers:
            raise Unnamed(f"no article here is called {name.article!r}")
        found = [at for n in numbers for at in self._in_sheet(n, name)]
        if not found:
            raise Unnamed(f"no report of {name.article} quotes {_short(name)}")
        return found

    def _in_sheet(self, n: int, name: ReportName) -> list[At]:
        reports = list(enumerate(self.sheets[n].reports))
        fitting = [(at, each) for at, each in reports if _fits(each, name)]
        exact = [(at, each) for at, each in fitting if plain(each.quote) == plain(name.quote)]
        chosen = sorted(exact or fitting, key=lambda one: (one[1].trigger, one[1].start, one[0]))
        if name.nth:
            chosen = chosen[name.nth - 1 : name.nth]
        if len(chosen) > 1:
            told = ", ".join(f"{each.type} {word(each)!r}" for _, each in chosen)
            problem = f"{len(chosen)} reports of {name.article} quote {_short(name)}"
            raise Unnamed(f"{problem}: add 'word', 'type' or 'nth' ({told})")
        return [(n, at) for at, _ in chosen]


def reports(sheets: Sequence[Sheet]) -> Reports:
    """The reports of some articles."""
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for n, sheet in enumerate(sheets):
        by_name[sheet.identifier].append(n)
    return Reports(sheets, by_name)


def name_of(sheet: Sheet, at: int) -> ReportName:
    """The name by which a report is found again, no longer than it must be."""
    report = sheet.reports[at]
    bare = ReportName(sheet.identifier, report.quote.strip())
    worded = replace(bare, word=word(report).strip())
    for name in (bare, worded, replace(worded, type=report.type)):
        if sum(_is_named(one, name) for one in sheet.reports) == 1:
            return name
    ordered = sorted(range(len(sheet.reports)), key=lambda n: _place(sheet.reports[n], n))
    same = [n for n in ordered if _is_named(sheet.reports[n], name)]
    return replace(name, nth=same.index(at) + 1)


def _is_named(report: Report, name: ReportName) -> bool:
    """Whether a report fits a name, with the very same quote."""
    return _fits(report, name) and plain(report.quote) == plain(name.quote)


def _place(report: Report, at: int) -> tuple[tuple[int, int], int, int]:
    return report.trigger, report.start, at


def word(report: Report) -> str:
    """The words that name what is reported, as the quote has them; "" if it hasn't."""
    start, end = (offset - report.start for offset in report.trigger)
    return report.quote[start:end] if 0 <= start < end else ""


def plain(words: str) -> str:
    """Words with single spaces, to compare by."""
    return re.sub(r"\s+", " ", words).strip()


def _fits(report: Report, name: ReportName) -> bool:
    quote, wanted = plain(report.quote), plain(name.quote)
    # A quote that has shrunk to less than half is hardly the same report.
    shrunk = quote in wanted and 2 * len(quote) >= len(wanted)
    if wanted not in quote and not shrunk:
        return False
    if name.type and name.type != report.type:
        return False
    return not name.word or plain(name.word).casefold() == plain(word(report)).casefold()


def _short(name: ReportName) -> str:
    quote = plain(name.quote)
    return f"“{quote if len(quote) <= 60 else quote[:59] + '…'}”"
