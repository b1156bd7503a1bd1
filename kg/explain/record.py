"""An article with its reports as JSON: keys in order, offsets into the text as found."""

from __future__ import annotations

import json
import re
from typing import Any

from kg.explain.explained import BASES, Explained, Numbered
from kg.explain.origins import Origin, Origins
from kg.model import Interval, Link, Report, Toll
from kg.read.show import record
from kg.vocab import DEFAULT_BASE


def as_record(explained: Explained, origins: Origins) -> str:
    """The article as one line of JSON; no character of it could steer a terminal."""
    segments = [
        {
            "kind": str(segment.kind), "text": segment.text, "reports": [e.number for e in reports],
            "start": segment.span(0, len(segment.text))[0],
            "end": segment.span(0, len(segment.text))[1],
        }
        for segment, reports in explained.told
    ]  # fmt: skip
    reports = [report_record(each, explained, origins) for each in explained.chosen]
    every = record(explained.article) | {"segments": segments, "reports": reports}
    line = json.dumps(every, ensure_ascii=False, sort_keys=True)
    # JSON itself escapes only what is below the space.
    return re.sub(r"[\x7f-\x9f]", lambda found: f"\\u{ord(found[0]):04x}", line)


def report_record(numbered: Numbered, explained: Explained, origins: Origins) -> dict[str, Any]:
    """A report with all that made it; what does not apply is null or empty."""
    report, text = numbered.report, explained.article.document.text
    return {
        "number": numbered.number,
        "of": report.of,
        "type": report.type,
        "stance": report.stance.value,
        "segment": report.segment.value,
        "rule": report.rule,
        "origin": _origin(origins.report(report)),
        "first_type": origins.first_type(report) or report.type,
        "sharpened": _origin(origins.sharpened(report)),
        "trigger": _words(text, *report.trigger),
        "quote": _words(text, report.start, report.end),
        "roles": {
            role: [_link(link, origins) for link in links] for role, links in report.roles.items()
        },
        "source": [_link(link, origins) for link in report.source],
        "place_basis": dict(report.facts).get("placeBasis", ""),
        "deal": _link(report.deal, origins) if report.deal is not None else None,
        "date": _date(report),
        "tolls": [_toll(toll, text, origins) for toll in report.tolls],
        "facts": [list(fact) for fact in report.facts if fact[0] not in BASES],
        "same_as": report.same_as,
        "with": explained.with_it(numbered),
        "confidence": report.confidence,
    }


def _words(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text[start:end]}


def _origin(origin: Origin | None) -> dict[str, str] | None:
    return {"file": origin.file, "row": origin.row} if origin is not None else None


def _link(link: Link, origins: Origins) -> dict[str, Any]:
    return {
        "iri": DEFAULT_BASE + link.iri,
        "label": link.label,
        "class": link.cls,
        "words": link.surface,
        "rule": link.rule,
        "score": link.score,
        "within": DEFAULT_BASE + link.parent if link.parent else None,
        "origin": _origin(origins.link(link)),
    }


def _date(report: Report) -> dict[str, str | None]:
    when: Interval = report.when
    return {
        "words": report.date_text,
        "begin": when.begin.isoformat() if when.begin else None,
        "end": when.end.isoformat() if when.end else None,
        "basis": dict(report.facts).get("dateBasis", ""),
    }


def _toll(toll: Toll, text: str, origins: Origins) -> dict[str, Any]:
    return {
        "kind": toll.kind,
        "count": toll.count,
        "low": toll.low,
        "high": toll.high,
        "victims": [_link(link, origins) for link in toll.victims],
        "words": _words(text, toll.start, toll.end),
        # Counted from 1, as in the text for people and in the graph's IRIs.
        "part_of": toll.part_of + 1 if toll.part_of is not None else None,
        "origin": _origin(origins.toll(toll)),
    }
