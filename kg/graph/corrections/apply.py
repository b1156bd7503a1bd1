"""Corrections applied to what articles tell, before anything is consolidated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.graph.constraints import ReportKey
from kg.graph.corrections.correction import Correction
from kg.graph.corrections.draft import Draft, flat
from kg.graph.corrections.effect import Corrected, Effect
from kg.graph.corrections.events import constraints, joined, parted
from kg.graph.corrections.named import At, reports, things
from kg.graph.corrections.relink import relinked
from kg.graph.quads import Sheet, links_of
from kg.model import Link, Report
from kg.resolve.world import Entity

_ENDS = {
    "Backing": ("backer", "backed"),
    "Control": ("controller", "controlled"),
    "Affiliation": ("member", "group"),
    "Leadership": ("person", "organization"),
}


def apply(
    sheets: Sequence[Sheet],
    corrections: Sequence[Correction],
    curated: Mapping[str, Entity] | None = None,
) -> Corrected:
    """What consolidation is to see of some articles. Nothing given is changed.

    The order of corrections means nothing: rejections come first, then single mentions, then
    merged things, then days and places.

    Args:
        sheets: the articles' reports as told.
        corrections: what people have put right.
        curated: IRI without the base -> thing of the ontology's files, which corrections may name.

    Raises:
        CorrectionError: if two corrections contradict each other.
    """
    if not corrections:
        return Corrected(tuple(sheets), tuple(tuple(range(len(s.reports))) for s in sheets))
    known = things(sheets, curated or {}, corrections)
    draft = Draft(corrections, known, reports(sheets))
    draft.read_all()
    return _Application(draft).corrected()


@dataclass(slots=True)
class _Application:
    """Corrections at work.

    Attributes:
        draft: what they say.
        touched: number of a correction -> the reports that it changes.
        things: number of a correction -> the things that it changes.
        voided: report -> the correction that takes away what it can't be without.
    """

    draft: Draft
    touched: defaultdict[int, set[At]] = field(default_factory=lambda: defaultdict(set))
    things: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    voided: dict[At, int] = field(default_factory=dict)

    def corrected(self) -> Corrected:
        sets = joined(self.draft)
        keys = parted(self.draft, sets)
        sheets: list[Sheet] = []
        numbers: list[tuple[int, ...]] = []
        for n, sheet in enumerate(self.draft.found.sheets):
            told = {at: self._report((n, at), sheet, keys) for at in range(len(sheet.reports))}
            left = {at: report for at, report in told.items() if report is not None}
            if len(left) < len(told):
                # What has no key of its own goes by its number, which must not change.
                left = {at: replace(r, same_as=r.same_as or f"#{at}") for at, r in left.items()}
            sheets.append(replace(sheet, reports=tuple(left.values())))
            numbers.append(tuple(left))
        seen = {(n, at): (sheet.local, new)
                for n, sheet in enumerate(sheets) for new, at in enumerate(numbers[n])}  # fmt: skip
        self._rest()
        return Corrected(
            sheets=tuple(sheets),
            numbers=tuple(numbers),
            constraints=constraints(self.draft, sets, seen),
            effects=tuple(self._effect(n, one) for n, one in enumerate(self.draft.corrections)),
            labels={iri: label for iri, (_, label) in self.draft.labels.items()},
            merged={iri: self.draft.links.root(iri) for iri in sorted(self.draft.links.merges)},
            lost=self._lost(),
        )

    def _report(self, at: At, sheet: Sheet, keys: Mapping[At, str]) -> Report | None:
        """A report as it is to be seen; None if it is not."""
        report = sheet.reports[at[1]]
        if at in self.draft.rejected:
            self.touched[self.draft.rejected[at]].add(at)
            return None
        report = self._relinked(at, sheet, report)
        if at in self.voided:
            return None
        if at in self.draft.days:
            number, interval = self.draft.days[at]
            self.touched[number].add(at)
            report = replace(report, when=interval, facts=_based(report, "dateBasis"))
        if at in self.draft.places:
            number, places = self.draft.places[at]
            self.touched[number].add(at)
            roles = {role: links for role, links in report.roles.items() if role != "place"}
            roles |= {"place": self._placed(places)} if places else {}
            report = replace(report, roles=roles, facts=_based(report, "placeBasis"))
        return replace(report, same_as=keys[at]) if at in keys else report

    def _placed(self, places: Sequence[Link]) -> tuple[Link, ...]:
        """Places that a correction names, as what they have been merged into."""
        links = self.draft.links
        return tuple(self.draft.known.links[links.root(link.iri)] for link in places)

    def _relinked(self, at: At, sheet: Sheet, report: Report) -> Report:
        changes: dict[Link, Link | None] = {}
        told: list[int] = []
        for link in links_of(report):
            changes[link], numbers = self.draft.links.link(at, sheet.identifier, link)
            told += numbers
            for number in numbers:
                self.touched[number].add(at)
                found = changes[link]
                self.things[number].update({link.iri, found.iri if found else link.iri})
        if all(link == found for link, found in changes.items()):
            return report
        changed = relinked(report, lambda link: changes[link])
        if _is_void(changed) and not _is_void(report) and told:
            self.voided[at] = max(told)
        return changed

    def _rest(self) -> None:
        """What new labels, joins and parts change."""
        for iri, (number, _) in self.draft.labels.items():
            self.things[number].add(iri)
        for events in (self.draft.together, self.draft.apart):
            for number, groups in events.items():
                self.touched[number].update(flat(groups))

    def _lost(self) -> frozenset[tuple[str, str]]:
        aliases = self.draft.links.aliases.items()
        return frozenset(
            (iri, words)
            for (iri, words), known in aliases
            for alias in known
            if not alias.articles and (alias.to is None or alias.to.iri != iri)
        )

    def _effect(self, number: int, one: Correction) -> Effect:
        touched = self.touched.get(number, set())
        found = set(self.things.get(number, ()))
        problem = self.draft.problems.get(number, "")
        if one.do == "un-alias" and not one.articles and not problem:
            # A curated name falls away even if no report uses it.
            iri = self.draft.known.link(one.thing).iri
            found |= {iri} & self.draft.known.folded.get(one.name.casefold(), frozenset())
        dropped = {at for at in touched if self.draft.rejected.get(at) == number}
        dropped |= {at for at, by in self.voided.items() if by == number}
        if not problem and not touched and not found:
            left = f"is linked to {one.name!r}" if one.name else "is left for it to change"
            problem = f"nothing here {left}"
        return Effect(one, tuple(sorted(found)), self._keys(touched), self._keys(dropped), problem)

    def _keys(self, reports: set[At]) -> tuple[ReportKey, ...]:
        sheets = self.draft.found.sheets
        return tuple(sorted((sheets[n].local, at) for n, at in reports))


def _based(report: Report, name: str) -> tuple[tuple[str, str], ...]:
    """The facts of a report of which a correction tells the day or the place."""
    kept = tuple(fact for fact in report.facts if fact[0] != name)
    return (*kept, (name, "corrected"))


def _is_void(report: Report) -> bool:
    """Whether a report of a pair lacks an end, or both are one; or one of a deal lacks it."""
    if report.of == "CeasefireDeal":
        return report.deal is None
    if report.of not in _ENDS:
        return False
    ends = _ENDS[report.of]
    told = {link.iri for end in ends for link in report.roles.get(end, ())[:1]}
    return len(told) < len(ends)
