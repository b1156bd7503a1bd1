"""Who an event is known from: outlets that copy one wire or quote one monitor are one origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.graph.happenings import Told
from kg.graph.quads import Sheet


def origins(
    told: Iterable[Told], sheets: Sequence[Sheet], copied: Mapping[str, str]
) -> frozenset[str]:
    """The independent origins of reports.

    A report that names its source is that source's. Else it is its article's; a copy is the
    article that it copies, and one that credits a single news agency is the agency's.

    Args:
        told: the reports.
        sheets: the articles, as numbered in the reports.
        copied: IRI of a copy -> the article that it copies, both without the base.
    """
    return frozenset(
        origin for each in told for origin in _origins(each, sheets[each.sheet], copied)
    )


def _origins(told: Told, sheet: Sheet, copied: Mapping[str, str]) -> list[str]:
    if told.report.source:
        return [link.iri for link in told.report.source]
    if sheet.local in copied:
        return [copied[sheet.local]]
    return list(sheet.wires) if len(sheet.wires) == 1 else [sheet.local]
