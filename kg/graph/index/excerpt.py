"""Some reports of a store as sheets of their own, which remember where each stood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kg.graph.consolidate import Thing
from kg.graph.index.codec import report_of
from kg.graph.index.lookups import At, Row
from kg.graph.quads import Sheet
from kg.model import Report


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Articles with only some of their reports.

    Attributes:
        sheets: in the order of their local names, as all sheets stand.
        numbers: for each of them, the position that each of its reports has in the whole article.
    """

    sheets: tuple[Sheet, ...]
    numbers: tuple[tuple[int, ...], ...]

    def told(self, things: Iterable[Thing]) -> dict[At, Thing]:
        """The thing that each report tells of."""
        return {
            (self.sheets[told.sheet].local, self.numbers[told.sheet][told.at]): thing
            for thing in things
            for told in thing.told
        }


def excerpt(rows: Iterable[Row], shells: Mapping[str, Sheet]) -> Excerpt:
    """The reports of some rows.

    Args:
        rows: in any order; one that is given twice counts once.
        shells: their articles without reports, by local name.
    """
    by_article: dict[str, dict[int, Row]] = {}
    for row in rows:
        by_article.setdefault(row.at[0], {})[row.at[1]] = row
    sheets: list[Sheet] = []
    numbers: list[tuple[int, ...]] = []
    for local, own in sorted(by_article.items()):
        reports = [_report(own[at]) for at in sorted(own)]
        sheets.append(replace(shells[local], reports=tuple(reports)))
        numbers.append(tuple(sorted(own)))
    return Excerpt(tuple(sheets), tuple(numbers))


def _report(row: Row) -> Report:
    report = report_of(row.told)
    # What has no key of its own goes by its number in the whole article.
    return report if report.same_as else replace(report, same_as=row.happening)
