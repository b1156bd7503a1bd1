"""What a correction did, and what all of them made of the reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.graph.constraints import Constraints, ReportKey
from kg.graph.corrections.correction import Correction
from kg.graph.quads import Sheet


@dataclass(frozen=True, slots=True)
class Effect:
    """What one correction did.

    Attributes:
        correction: the record.
        things: IRIs of the actors, places and deals that it changed, sorted.
        reports: the reports that it changed, as numbered in the sheets as told, sorted.
        rejected: those that it takes out of the merged things, likewise.
        problem: why it did nothing, or not all that it says; "" if it did.
    """

    correction: Correction
    things: tuple[str, ...] = ()
    reports: tuple[ReportKey, ...] = ()
    rejected: tuple[ReportKey, ...] = ()
    problem: str = ""

    def warning(self) -> str:
        """One line for a person, if it did not do what it says."""
        done = self.things or self.reports
        how = "applies only in part" if done else "does not apply"
        return f"{self.correction.named()}: {self.correction.do} {how}: {self.problem}"


@dataclass(frozen=True, slots=True)
class Corrected:
    """Sheets as consolidation is to see them.

    Attributes:
        sheets: those given, in their order, without the rejected reports.
        numbers: for each of these sheets, the position that each of its reports had.
        constraints: which reports are one event and which are not, as numbered in `sheets`.
        effects: what each correction did, in the order of the corrections.
        labels: thing -> its new preferred label.
        merged: thing -> the thing that it has become part of.
        lost: thing and words that are no name of it anywhere.
    """

    sheets: tuple[Sheet, ...]
    numbers: tuple[tuple[int, ...], ...]
    constraints: Constraints = field(default_factory=Constraints)
    effects: tuple[Effect, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    lost: frozenset[tuple[str, str]] = frozenset()

    @property
    def unused(self) -> tuple[Effect, ...]:
        """The corrections that did not do what they say."""
        return tuple(effect for effect in self.effects if effect.problem)
