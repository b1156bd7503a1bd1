"""An evaluation for people, and for programs."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping

from kg.evaluate.evaluation import PLACES, Evaluation
from kg.evaluate.measures import OVERALL
from kg.evaluate.verdict import Finding, Score
from kg.terminal import aligned, single_line

_HEAD = ("measure", "precision", "recall", "F1", "right", "false", "missed")
_FINDING_HEAD = ("measure", "verdict", "article", "gold", "got", "quote")


def as_text(
    found: Evaluation, kinds: Collection[str] | None = None, *, width: int | None = None
) -> str:
    """The table, what it was taken on, and the findings of some kinds.

    Args:
        found: what to show.
        kinds: of measures.KINDS; None for no list of findings.
        width: of the terminal, in columns; None for no limit.
    """
    rows = [
        ("  " * measure.part + measure.name, *_cells(score))
        for measure, score in found.scores.items()
    ]
    parts = [aligned(_HEAD, rows, right=range(1, 7)), "\n".join(_summary(found)) + "\n"]
    if kinds is not None:
        lines = [_row(finding) for finding in _shown(found, kinds)]
        parts.append("\n" + aligned(_FINDING_HEAD, lines, width=width))
    return "".join(parts)


def as_json(found: Evaluation, kinds: Collection[str] | None = None) -> str:
    """The same as a JSON object, in ASCII: no words of an article can steer a terminal."""
    record: dict[str, object] = {
        OVERALL: found.f1()[OVERALL],
        "measures": {measure.name: _rates(score) for measure, score in found.scores.items()},
        "articles": found.articles,
        "missing_articles": found.missing,
        "missing_texts": found.textless,
        "quotes": found.quotes,
        "bad_quotes": found.bad_quotes,
    }
    if kinds is not None:
        record["findings"] = [_record(finding) for finding in _shown(found, kinds)]
    return json.dumps(record, indent=2) + "\n"


def shortfalls(found: Evaluation, floors: Mapping[str, float]) -> list[str]:
    """A line for each measure whose F1 lies below its floor.

    Args:
        found: what was measured.
        floors: name of a measure, or OVERALL -> least F1.
    """
    return [
        f"{name}: F1 {found.f1()[name]:.{PLACES}f} is below {floor:g}"
        for name, floor in floors.items()
        if found.f1()[name] < floor
    ]


def _cells(score: Score) -> list[str]:
    rates = (f"{rate:.3f}" for rate in (score.precision, score.recall, score.f1))
    return [*rates, *(f"{count:,}" for count in (score.right, score.false, score.missed))]


def _summary(found: Evaluation) -> Iterator[str]:
    yield (
        f"articles {found.articles:,}, not in the graph {len(found.missing):,}; "
        f"quotes checked {found.quotes:,}, not in their text {found.bad_quotes:,}"
    )
    yield from (f"not in the graph: {single_line(name)}" for name in found.missing)
    yield from (f"no text of: {single_line(name)}" for name in found.textless)
    main = sum(measure.main for measure in found.scores)
    yield f"{OVERALL} (mean F1 of the {main} main measures) {found.f1()[OVERALL]:.3f}"


def _shown(found: Evaluation, kinds: Collection[str]) -> list[Finding]:
    return [each for each in found.findings if each.measure.shown in kinds]


def _row(finding: Finding) -> list[str]:
    return [single_line(cell) for cell in _record(finding).values()]


def _record(finding: Finding) -> dict[str, str]:
    cells = (
        finding.measure.name, finding.kind, finding.article,
        finding.gold, finding.got, finding.quote,
    )  # fmt: skip
    return dict(zip(_FINDING_HEAD, cells, strict=True))


def _rates(score: Score) -> dict[str, float]:
    return {
        "precision": round(score.precision, PLACES),
        "recall": round(score.recall, PLACES),
        "f1": round(score.f1, PLACES),
        "right": score.right,
        "false": score.false,
        "missed": score.missed,
    }
