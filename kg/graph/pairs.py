"""Which happenings are compared, and which of them may be one event.

Two are compared if they are of about one time. Most of these pairs are barred by what is cheap to
see, types that exclude each other and days far apart. Happenings that tell the same, as those of
reprints do, agree with all others alike, so that is worked out once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, combinations, product

from kg.graph.agreement import APART, Agreement, Comparison, in_common
from kg.graph.happenings import Happening, Kind

#: Two happenings that may be one event, with what speaks for it.
Likely = tuple[Happening, Happening, Agreement]


@dataclass(frozen=True, slots=True)
class _Alike:
    """Happenings that tell the same, in one article or in several."""

    members: list[Happening]

    @property
    def first(self) -> Happening:
        return self.members[0]

    def apart(self, other: _Alike) -> tuple[Happening, Happening] | None:
        """A pair of two articles' of these and others; None if there is none."""
        if self.first.sheet != other.first.sheet:  # most often so
            return self.first, other.first
        pairs = product(self.members, other.members)
        return next((pair for pair in pairs if pair[0].sheet != pair[1].sheet), None)


@dataclass(slots=True)
class Pairs:
    """Compares happenings.

    Attributes:
        comparison: what speaks for two.
    """

    comparison: Comparison
    _kinds: dict[tuple[object, ...], int] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    _known: dict[tuple[int, int, str], Agreement] = field(default_factory=dict)

    def of(self, one: Happening, other: Happening) -> Agreement | None:
        """What speaks for two happenings being one; None if they are not of about one time."""
        meet = one.fortnights[0] in other.fortnights or one.fortnights[-1] in other.fortnights
        return self._of(one, other) if meet else None

    def barred(self, one: Happening, other: Happening) -> bool:
        """Whether something parts two happenings, of whatever time they are."""
        return bool(self._of(one, other).bar)

    def _of(self, one: Happening, other: Happening) -> Agreement:
        first, second = self._number(one), self._number(other)
        key = (min(first, second), max(first, second), in_common(one, other))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self.comparison.of(one, other)
        return found

    def _number(self, happening: Happening) -> int:
        """The same for happenings that tell the same."""
        number = self._numbers.get(happening.key)
        if number is None:
            number = self._kinds.setdefault(_told(happening), len(self._kinds))
            self._numbers[happening.key] = number
        return number

    def likely(
        self, found: Iterable[Happening], parts: Mapping[str, str] | None = None
    ) -> Iterator[Likely]:
        """The pairs that may be one event, each once.

        Args:
            found: the happenings.
            parts: key of a happening -> name of its part, where only those of one part may be.
        """
        by_part: dict[str, list[Happening]] = {}
        for each in found:
            by_part.setdefault(parts[each.key] if parts else "", []).append(each)
        for happenings in by_part.values():
            yield from self._of_one_article(happenings)
            yield from self._of_several(happenings)

    def _of_several(self, found: list[Happening]) -> Iterator[Likely]:
        groups = self._alike(found)
        for buckets in groups.values():
            for at, (kind, alike) in enumerate(buckets.items()):
                within = chain(combinations(alike, 2), zip(alike, alike, strict=True))
                yield from self._of_two_articles(within)
                for other_kind, others in list(buckets.items())[at + 1 :]:
                    if self.comparison.are_kin(kind, other_kind):
                        yield from self._of_two_articles(product(alike, others))

    def near(self, found: Iterable[Happening], others: Iterable[Happening]) -> Iterator[Likely]:
        """The pairs of one of the first with one of the second, of two articles."""
        here, there = self._alike(found), self._alike(others)
        for fortnight, buckets in here.items():
            for kind, alike in buckets.items():
                for other_kind, theirs in there.get(fortnight, {}).items():
                    if self.comparison.are_kin(kind, other_kind):
                        yield from self._of_two_articles(product(alike, theirs))

    def _alike(self, found: Iterable[Happening]) -> dict[int, dict[Kind, list[_Alike]]]:
        """Happenings by fortnight, kind and all that they tell."""
        alike: dict[int, _Alike] = {}
        groups: dict[int, dict[Kind, list[_Alike]]] = {}
        for each in found:
            number = self._number(each)
            if number in alike:
                alike[number].members.append(each)
                continue
            alike[number] = _Alike([each])
            for fortnight in each.fortnights:
                kinds = groups.setdefault(fortnight, {})
                kinds.setdefault(each.kind, []).append(alike[number])
        return groups

    def _of_one_article(self, found: Iterable[Happening]) -> Iterator[Likely]:
        by_sheet: dict[int, list[Happening]] = {}
        for each in found:
            by_sheet.setdefault(each.sheet, []).append(each)
        for happenings in by_sheet.values():
            for one, other in combinations(happenings, 2):
                told = self.of(one, other)
                if told is not None and self._is_enough(told):
                    yield one, other, told

    def _of_two_articles(self, groups: Iterable[tuple[_Alike, _Alike]]) -> Iterator[Likely]:
        for one, other in groups:
            if _are_days_apart(one.first, other.first):
                continue
            if not self.comparison.may_agree(one.first, other.first):
                continue
            pair = one.apart(other)
            told = self._of(*pair) if pair is not None else None
            if told is not None and self._is_enough(told):
                same = one is other
                pairs = (
                    combinations(one.members, 2) if same else product(one.members, other.members)
                )
                yield from ((a, b, told) for a, b in pairs if a.sheet != b.sheet)

    def _is_enough(self, told: Agreement) -> bool:
        return not told.bar and told.score >= self.comparison.signs.enough


def _are_days_apart(one: Happening, other: Happening) -> bool:
    """Whether two told days part two happenings: what is most often so, and soon seen."""
    if not (one.dated and other.dated):
        return False
    if one.begin is None or one.end is None or other.begin is None or other.end is None:
        return False
    return max((one.begin - other.end).days, (other.begin - one.end).days) >= APART


def _told(happening: Happening) -> tuple[object, ...]:
    """All that a comparison hangs on but the article."""
    each = happening
    return (
        each.type, each.types, each.places, each.carried, tuple(sorted(each.sides.items())),
        each.begin, each.end, each.dated, tuple(sorted(each.figures.items())), each.stance,
        each.sources, each.words, each.runs, each.head, each.names, each.kinds, each.issued,
    )  # fmt: skip
