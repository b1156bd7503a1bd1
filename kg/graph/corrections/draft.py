"""Corrections while they are applied: what each means here, and which contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.errors import CorrectionError
from kg.graph.corrections.correction import Correction
from kg.graph.corrections.named import At, Reports, Things, Unnamed, plain
from kg.graph.corrections.relink import Alias, Relinking, split
from kg.model import Interval, Link


@dataclass(slots=True)
class Draft:
    """What a list of corrections says of a set of sheets. Corrections go by their number, from 0.

    Attributes:
        corrections: the list.
        known: the things that there are.
        found: the reports that there are.
        links: what they say of links.
        rejected: report -> who rejects it.
        days: report -> who dates it, and when it happened.
        places: report -> who places it, and where it happened.
        together: who -> reports of one event, by the name that they were given.
        apart: who -> reports of as many events, likewise.
        labels: thing -> who renames it, and how.
        problems: who -> why it does nothing, or not all that it says.
    """

    corrections: Sequence[Correction]
    known: Things
    found: Reports
    links: Relinking = field(default_factory=Relinking)
    rejected: dict[At, int] = field(default_factory=dict)
    days: dict[At, tuple[int, Interval]] = field(default_factory=dict)
    places: dict[At, tuple[int, tuple[Link, ...]]] = field(default_factory=dict)
    together: dict[int, list[list[At]]] = field(default_factory=dict)
    apart: dict[int, list[list[At]]] = field(default_factory=dict)
    labels: dict[str, tuple[int, str]] = field(default_factory=dict)
    problems: dict[int, str] = field(default_factory=dict)

    def read_all(self) -> None:
        """Take every correction in.

        Raises:
            CorrectionError: if two contradict each other.
        """
        first: dict[Correction, int] = {}
        for number, one in enumerate(self.corrections):
            if one in first:
                again = self.corrections[first[one]].named()
                self.problems[number] = f"it says the same as {again}"
                continue
            first[one] = number
            try:
                self._read(number, one)
            except Unnamed as reason:
                self.problems[number] = str(reason)
        self._check_merges()
        self._check_rejected()

    def clash(self, one: int, other: int, what: str) -> CorrectionError:
        """The error that two records contradict each other."""
        first, second = (self.corrections[at] for at in sorted((one, other)))
        problem = f"contradicts {first.named()}: {what}"
        return CorrectionError(problem, where=second.named(), advice="drop one of them")

    def _read(self, number: int, one: Correction) -> None:
        act = one.do.partition("-")[0]
        if act == "merge" and one.do != "merge-events":
            self._merge(number, one)
        elif act == "split" and one.do != "split-events":
            self._split(number, one)
        elif one.do in ("un-alias", "confirm-link"):
            self._alias(number, one)
        elif one.do == "rename":
            self._rename(number, one)
        elif one.do == "reject-report":
            for at in flat(self._reports(number, one)):
                self.rejected.setdefault(at, number)
        elif one.do == "set-date":
            self._date(number, one)
        elif one.do == "set-place":
            self._place(number, one)
        else:
            self._events(number, one)

    def _reports(self, number: int, one: Correction, *, of_events: bool = False) -> list[list[At]]:
        """The reports that are named, by name; a name that means none is noted."""
        groups: list[list[At]] = []
        for name in one.reports:
            try:
                found = self.found.find(name)
                if of_events:
                    self._check_events(found)
                groups.append(found)
            except Unnamed as reason:
                self.problems.setdefault(number, str(reason))
        if not groups:
            raise Unnamed(self.problems[number])
        return groups

    def _check_events(self, reports: Sequence[At]) -> None:
        for n, at in reports:
            if self.found.sheets[n].reports[at].of != "Event":
                article = self.found.sheets[n].identifier
                raise Unnamed(f"a report of {article} that it names tells of no event")

    def _events(self, number: int, one: Correction) -> None:
        groups = self._reports(number, one, of_events=True)
        if len(groups) < 2:
            raise Unnamed(self.problems[number])
        if len(set(flat(groups))) < len(flat(groups)):
            raise Unnamed("it names one report twice")
        (self.together if one.do == "merge-events" else self.apart)[number] = groups

    def _merge(self, number: int, one: Correction) -> None:
        into = self.known.link(one.into, one.kind)
        iris: set[str] = set()
        for name in one.these:
            try:
                iris.add(self.known.link(name, one.kind).iri)
            except Unnamed as reason:
                self.problems.setdefault(number, str(reason))
        if iris == {into.iri}:
            raise Unnamed(f"{one.into!r} and what is merged into it are one already")
        for iri in sorted(iris - {into.iri}):
            other, target = self.links.merges.setdefault(iri, (number, into))
            if target.iri != into.iri:
                raise self.clash(other, number, f"{iri} is merged into two things")

    def _split(self, number: int, one: Correction) -> None:
        for key, told in split(one, number, self.known, self.found).items():
            other, target = self.links.splits.setdefault(key, told)
            if target.iri != told[1].iri:
                raise self.clash(other, number, f"{key[1]} means two things in one report")

    def _alias(self, number: int, one: Correction) -> None:
        thing = self.known.link(one.thing)
        to = thing if one.do == "confirm-link" else None
        if one.to:
            to = self.known.link(one.to, thing.iri.partition("/")[0])
        alias = Alias(number, to, frozenset(one.articles))
        known = self.links.aliases[thing.iri, plain(one.name).casefold()]
        for other in known:
            if alias.clashes(other):
                raise self.clash(other.number, number, f"{one.name!r} means two things")
        known.append(alias)

    def _rename(self, number: int, one: Correction) -> None:
        thing = self.known.link(one.thing)
        other, label = self.labels.setdefault(thing.iri, (number, one.label))
        if label != one.label:
            raise self.clash(other, number, f"{thing.iri} gets two labels")

    def _date(self, number: int, one: Correction) -> None:
        interval = Interval(one.begin, one.end)
        for at in flat(self._reports(number, one, of_events=True)):
            other, known = self.days.setdefault(at, (number, interval))
            if known != interval:
                raise self.clash(other, number, "a report gets two dates")

    def _place(self, number: int, one: Correction) -> None:
        places = tuple(self.known.link(name, "place") for name in one.places)
        for at in flat(self._reports(number, one, of_events=True)):
            other, known = self.places.setdefault(at, (number, places))
            if {link.iri for link in known} != {link.iri for link in places}:
                raise self.clash(other, number, "a report gets two places")

    def _check_merges(self) -> None:
        """No thing may be merged into itself, however many steps it takes."""
        for start in sorted(self.links.merges):
            seen, iri = [start], self.links.merges[start][1].iri
            while iri in self.links.merges and iri not in seen:
                seen.append(iri)
                iri = self.links.merges[iri][1].iri
            if iri == start:
                numbers = [self.links.merges[one][0] for one in seen]
                raise self.clash(numbers[0], numbers[-1], f"{start} is merged into itself")

    def _check_rejected(self) -> None:
        """Whoever dates, places, joins or parts only reports that are rejected does nothing."""
        used: defaultdict[int, list[At]] = defaultdict(list)
        for told in (self.days, self.places):
            for at, (number, _) in told.items():
                used[number].append(at)
        for number, reports in used.items():
            if all(at in self.rejected for at in reports):
                self._gone(number, reports[0])
        for events in (self.together, self.apart):
            for number, groups in list(events.items()):
                left = [[at for at in group if at not in self.rejected] for group in groups]
                events[number] = [group for group in left if group]
                if len(events[number]) < len(groups):
                    self._gone(number, next(at for at in flat(groups) if at in self.rejected))
                if len(events[number]) < 2:
                    del events[number]

    def _gone(self, number: int, at: At) -> None:
        rejecter = self.corrections[self.rejected[at]].named()
        self.problems[number] = f"a report that it names is rejected by {rejecter}"


def flat(groups: Sequence[Sequence[At]]) -> list[At]:
    """The reports of all groups."""
    return [at for group in groups for at in group]
