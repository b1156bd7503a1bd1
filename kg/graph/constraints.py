"""What consolidation must and must not join, whatever it would make of the reports itself."""

from __future__ import annotations

from dataclasses import dataclass

#: A report: the local name of its sheet, and its position in it, from 0.
ReportKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Constraints:
    """Which reports of events belong together and which do not.

    Attributes:
        together: sets of reports that tell of one event; no report stands in two sets.
        apart: pairs of reports that tell of two events; of one article at times. No pair lies in
            one set of `together`.
    """

    together: tuple[frozenset[ReportKey], ...] = ()
    apart: frozenset[frozenset[ReportKey]] = frozenset()
