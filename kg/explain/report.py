"""One report in lines: its words, and the row of a table, the links and the times that made it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.explain.explained import BASES, Explained, Numbered
from kg.explain.marked import lines
from kg.explain.origins import Origins
from kg.model import Interval, Link, Report, Toll

_INDENT = "      "
_NAME = 12  # columns of the names of fields


def report_lines(
    numbered: Numbered, explained: Explained, origins: Origins, width: int
) -> list[str]:
    """A report in lines of at most `width` columns, save for longer words."""
    report = numbered.report
    kind = report.of if report.of == report.type else f"{report.of}: {report.type}"
    text = explained.article.document.text
    fields = [*_what(report, text, origins), *_who(report, origins), *_when(report)]
    fields += [*_tolls(report, text, origins), *_facts(report)]
    if report.same_as:
        others = ", ".join(map(str, explained.with_it(numbered)))
        fields.append(("event", f"{report.same_as}{', as in ' if others else ''}{others}"))
    fields.append(("confidence", f"{report.confidence:.2f}"))
    wrapped = (line for name, value in fields for line in _field(name, value, width))
    return [f"  [{numbered.number}] {kind}, {report.stance.lower()}", *wrapped]


def _field(name: str, value: str, width: int) -> Iterator[str]:
    wrapped = lines(value, max(width - len(_INDENT) - _NAME, _NAME))
    for at, line in enumerate(wrapped or [""]):
        yield f"{_INDENT}{name if at == 0 else '':<{_NAME}}{line}".rstrip()


def _what(report: Report, text: str, origins: Origins) -> Iterator[tuple[str, str]]:
    """The row that told it and its words."""
    yield "rule", f"{report.rule}{_in(origins.report(report))}"
    first = origins.first_type(report)
    if first:
        means = origins.sharpened(report)
        how = f"made {report.type} by its means{_in(means)}" if means else "else from the story"
        yield "type", f"{first} by the rule, {how}"
    yield "trigger", _words(text, *report.trigger)
    yield "quote", _words(text, report.start, report.end)


def _who(report: Report, origins: Origins) -> Iterator[tuple[str, str]]:
    carried = dict(report.facts).get("placeBasis", "")
    for role, links in report.roles.items():
        basis = f", {carried} over" if carried and role == "place" else ""
        yield from ((role, f"{_link(link, origins)}{basis}") for link in links)
    yield from (("source", _link(link, origins)) for link in report.source)
    if report.deal is not None:
        yield "deal", _link(report.deal, origins)


def _when(report: Report) -> Iterator[tuple[str, str]]:
    """The words of the time, what they mean and how that is known."""
    basis = dict(report.facts).get("dateBasis", "")
    day = _interval(report.when)
    if report.date_text or day or report.of == "Event":
        words = f"“{report.date_text}” → " if report.date_text else ""
        yield "date", f"{words}{day or 'not known'}{f', {basis}' if basis else ''}"


def _tolls(report: Report, text: str, origins: Origins) -> Iterator[tuple[str, str]]:
    for at, toll in enumerate(report.tolls, start=1):
        part = f", part of toll {toll.part_of + 1}" if toll.part_of is not None else ""
        words = _words(text, toll.start, toll.end)
        yield f"toll {at}", f"{toll.kind} {figure(toll)}{part}, {words}{_in(origins.toll(toll))}"
        yield from (("  victims", _link(link, origins)) for link in toll.victims)


def _facts(report: Report) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in report.facts if name not in BASES)


def figure(toll: Toll) -> str:
    """The figure of a toll as it is bounded: "5", "35 or more", "about 20 (15 to 25)"."""
    bounds = _bounds(toll)
    if toll.count is None:
        return bounds or "no figure"
    exact = toll.low == toll.count == toll.high
    return f"{toll.count}" if exact or not bounds else f"{toll.count} ({bounds})"


def _bounds(toll: Toll) -> str:
    if toll.low is not None and toll.high is not None:
        return f"{toll.low} to {toll.high}"
    if toll.low is not None:
        return f"{toll.low} or more"
    return f"{toll.high} or fewer" if toll.high is not None else ""


def _interval(when: Interval) -> str:
    if when.begin == when.end:
        return f"{when.begin}" if when.begin else ""
    if when.begin is None:
        return f"until {when.end}"
    return f"from {when.begin}" if when.end is None else f"{when.begin} to {when.end}"


def _words(text: str, start: int, end: int) -> str:
    return f"“{text[start:end]}” {start}-{end}"


def _link(link: Link, origins: Origins) -> str:
    """The thing, its IRI as the ontology's files write it, and why it was linked."""
    words = f"from “{link.surface}” " if link.surface else ""
    thing = f"{link.label} ({link.cls}, {link.iri.replace('/', ':', 1)})"
    within = f", within {link.parent.replace('/', ':', 1)}" if link.parent else ""
    return f"{thing} {words}by {link.rule}, {link.score:.2f}{within}{_in(origins.link(link))}"


def _in(origin: object) -> str:
    return f" ({origin})" if origin is not None else ""
