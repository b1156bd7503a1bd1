"""Evidence: each report with who says so, and what the reports together tell of tolls."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from kg.view.records import Records, Resource
from kg.view.told import Evidence, Figure, TollSpan
from kg.vocab import DCTERMS, kg, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: From the strongest stance to the weakest.
STANCES: tuple[str, ...] = ("Asserted", "Alleged", "Planned", "Denied")
#: Stances whose tolls count: what is denied or only feared killed nobody.
_TELLING = ("Asserted", "Alleged")
#: The stance of knowledge that no report tells.
CURATED = "Curated"
#: How much of the article is shown on either side of a quote, in letters.
_CONTEXT = 240


def evidence(source: Records, texts: Mapping[str, str]) -> tuple[Evidence, ...]:
    """Every report, by date of the article (undated last), article and place in it.

    `texts` maps identifiers of articles to their texts as they were decoded: where one has the
    quote in its place, what stands around it is told as well.
    """
    ordered = sorted(source.reports.values(), key=lambda report: _place(report, source))
    return tuple(_in_context(report, source, texts) for report in ordered)


def strongest(reports: Iterable[Evidence]) -> str:
    """The strongest stance among the reports; "Curated" where there are none."""
    stances = {report.stance for report in reports}
    return next((stance for stance in STANCES if stance in stances), CURATED)


def toll_spans(reports: Iterable[Evidence]) -> tuple[TollSpan, ...]:
    """What the reports of one event tell of each kind of toll, by kind.

    A voice is one article, or one speaker in it. What one report counts separately adds up; of
    several reports by one voice the largest holds; the span reaches over the voices.
    """
    voices: defaultdict[tuple[str, str, str], list[tuple[int, int, bool]]] = defaultdict(list)
    for report in reports:
        if report.stance in _TELLING:
            for kind, told in _told(report):
                voices[kind, report.article, report.speaker].append(told)
    loudest = [(kind, max(told)) for (kind, _, _), told in sorted(voices.items())]
    return tuple(
        _span(kind, [told for _, told in group])
        for kind, group in groupby(loudest, key=lambda pair: pair[0])
    )


def add_tolls(spans: Iterable[TollSpan]) -> tuple[TollSpan, ...]:
    """The tolls of several events together, by kind."""
    by_kind: defaultdict[str, list[TollSpan]] = defaultdict(list)
    for span in spans:
        by_kind[span.kind].append(span)
    return tuple(
        TollSpan(
            kind,
            low=sum(span.low for span in by_kind[kind]),
            high=sum(span.high for span in by_kind[kind]),
            unbounded=any(span.unbounded for span in by_kind[kind]),
            disputed=any(span.disputed for span in by_kind[kind]),
        )
        for kind in sorted(by_kind)
    )


def span_text(span: TollSpan) -> str:
    """The span as a person reads it.

    >>> span_text(TollSpan("Killed", 19, 25, unbounded=True)), span_text(TollSpan("Killed", 0, 9))
    ('19 to 25 or more', 'at most 9')
    """
    if span.low == span.high:
        return f"at least {span.low:,}" if span.unbounded else f"{span.low:,}"
    if span.low == 0:
        return f"at most {span.high:,}"
    return f"{span.low:,} to {span.high:,}" + (" or more" if span.unbounded else "")


def figure_text(figure: Figure) -> str:
    """The figure as told.

    >>> figure_text(Figure("Killed", 35, None)), figure_text(Figure("Killed", 3, 3, "children"))
    ('at least 35', '3 children')
    """
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        told = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    elif low is not None:
        told = f"at least {low:,}"
    else:
        told = "" if high is None else f"at most {high:,}"
    return " ".join(part for part in (told, figure.victims) if part)


def _place(report: Resource, source: Records) -> tuple[bool, str, str, int, str]:
    article = report.one(kg("article"))
    issued = source.articles.get(article, Resource(article)).one(DCTERMS + "issued")
    return not issued, issued, article, _whole(report.one(kg("quoteStart"))) or 0, report.iri


def _in_context(report: Resource, source: Records, texts: Mapping[str, str]) -> Evidence:
    told = _evidence(report, source)
    article = source.articles.get(told.article, Resource(told.article))
    text = texts.get(article.one(DCTERMS + "identifier"), "")
    start = _whole(report.one(kg("quoteStart"))) or 0
    end = start + len(told.quote)
    if not text or text[start:end] != told.quote:
        return told
    before = text[max(start - _CONTEXT, 0) : start].rpartition("\n\n")[2]
    after = text[end : end + _CONTEXT].partition("\n\n")[0]
    if start > _CONTEXT == len(before):
        before = "…" + before.partition(" ")[2]
    if len(text) > end + _CONTEXT and len(after) == _CONTEXT:
        after = after.rpartition(" ")[0] + "…"
    return replace(told, before=before, after=after)


def _evidence(report: Resource, source: Records) -> Evidence:
    iri = report.one(kg("article"))
    article = source.articles.get(iri, Resource(iri))
    address = article.one(DCTERMS + "source")
    title = article.one(DCTERMS + "title") or article.one(DCTERMS + "identifier")
    return Evidence(
        id=report.iri,
        article=iri,
        quote=report.one(kg("quote")),
        title=title or local(iri),
        publisher=article.one(DCTERMS + "publisher"),
        issued=article.one(DCTERMS + "issued"),
        speaker=", ".join(source.label(speaker) for speaker in report.all(kg("source"))),
        stance=local(report.one(kg("stance"))) or "Asserted",
        confidence=report.one(kg("confidence")),
        when=report.one(kg("dateText")),
        # Any other scheme (javascript:, file:) is not a place where people can check.
        url=address if address.startswith(("https://", "http://")) else "",
        figures=_figures(report, source),
    )


def _figures(report: Resource, source: Records) -> tuple[Figure, ...]:
    tolls = [source.tolls[iri] for iri in report.all(kg("toll")) if iri in source.tolls]
    return tuple(sorted((_figure(toll, source) for toll in tolls), key=_figure_order))


def _figure(toll: Resource, source: Records) -> Figure:
    count = _whole(toll.one(kg("count")))
    low, high = _whole(toll.one(kg("minCount"))), _whole(toll.one(kg("maxCount")))
    return Figure(
        kind=local(toll.one(kg("tollKind"))) or "Affected",
        # A bound beside a count is the wider truth only where it is told.
        low=count if low is None else low,
        high=count if high is None else high,
        victims=", ".join(sorted(source.label(iri) for iri in toll.all(kg("victims")))),
        partial=bool(toll.one(kg("partOfToll"))),
    )


def _figure_order(figure: Figure) -> tuple[str, bool, int, int, str]:
    return figure.kind, figure.partial, -(figure.low or 0), -(figure.high or 0), figure.victims


def _told(report: Evidence) -> Iterable[tuple[str, tuple[int, int, bool]]]:
    whole = [figure for figure in report.figures if not figure.partial]
    for kind, group in groupby(whole, key=lambda figure: figure.kind):
        figures = [figure for figure in group if (figure.low, figure.high) != (None, None)]
        if figures:
            low = sum(figure.low or 0 for figure in figures)
            high = sum(
                figure.low or 0 if figure.high is None else figure.high for figure in figures
            )
            yield kind, (low, high, any(figure.high is None for figure in figures))


def _span(kind: str, told: Sequence[tuple[int, int, bool]]) -> TollSpan:
    high = max(upper for _, upper, _ in told)
    return TollSpan(
        kind,
        low=min(lower for lower, _, _ in told),
        high=high,
        unbounded=any(upper == high and is_open for _, upper, is_open in told),
        disputed=len(set(told)) > 1,
    )


def _whole(text: str) -> int | None:
    try:
        return int(text)
    except ValueError:
        return None
