"""What a verification found, for people and for programs."""

from __future__ import annotations

import json

from kg.terminal import cut, single_line
from kg.verify.verify import CHANGED, MISSING, Finding, Quote, Verdict

#: Columns of a quote that is shown.
_WIDTH = 72


def as_text(verdict: Verdict) -> str:
    """One line a finding, with a line for each quote below it, and the sums."""
    lines = [line for finding in verdict.findings for line in _lines(finding)]
    quotes = sum(len(finding.quotes) for finding in verdict.findings)
    missing = sum(finding.kind == MISSING for finding in verdict.findings)
    changed = sum(finding.kind == CHANGED for finding in verdict.findings)
    lines.append(
        f"articles {verdict.articles:,}: missing {missing:,}, changed {changed:,}; "
        f"quotes {verdict.quotes:,}: not in their place {quotes:,}"
    )
    return "\n".join(lines) + "\n"


def as_json(verdict: Verdict) -> str:
    """The same as one JSON object."""
    record = {
        "articles": verdict.articles,
        "quotes": verdict.quotes,
        "findings": [
            {
                "kind": finding.kind,
                "article": finding.article,
                "path": finding.path,
                "quotes": [
                    {"report": quote.report, "start": quote.start, "end": quote.end,
                     "quote": quote.words, "now": now}
                    for quote, now in zip(finding.quotes, finding.moved, strict=True)
                ],
            }
            for finding in verdict.findings
        ],
    }  # fmt: skip
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _lines(finding: Finding) -> list[str]:
    name = single_line(finding.article)
    if finding.kind == MISSING:
        return [f"{name}: no file here holds this article"]
    told = "the text is not the one that was read" if finding.kind == CHANGED else "same text"
    count = len(finding.quotes)
    wrong = (
        f"{count} quote{'s' if count != 1 else ''} not in place" if count else "all quotes stand"
    )
    quotes = [_line(*one) for one in zip(finding.quotes, finding.moved, strict=True)]
    return [f"{name}: {told}; {wrong} ({single_line(finding.path)})", *quotes]


def _line(quote: Quote, now: int | None) -> str:
    where = "nowhere in the text" if now is None else f"now at {now}"
    return f"  {quote.start}-{quote.end} “{cut(single_line(quote.words), _WIDTH)}”: {where}"
