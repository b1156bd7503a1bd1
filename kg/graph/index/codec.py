"""Sheets and reports as JSON and back: the same, whatever they hold."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from typing import Any

from kg.graph.quads import Sheet
from kg.model import Interval, IssueDate, Link, Report, SegmentKind, Signature, Stance, Toll


def packed(value: object) -> str:
    """A value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def link_fields(link: Link) -> list[Any]:
    """A link's fields in their order."""
    return [
        link.iri, link.label, link.cls, link.surface, link.rule, link.score, link.parent,
        link.position, link.geonames,
    ]  # fmt: skip


def link_of(fields: Sequence[Any]) -> Link:
    """The link of such fields."""
    iri, label, cls, surface, rule, score, parent, position, geonames = fields
    point = None if position is None else (position[0], position[1])
    return Link(iri, label, cls, surface, rule, score, parent, point, geonames)


def _links(links: Sequence[Link]) -> list[list[Any]]:
    return [link_fields(link) for link in links]


def _links_of(rows: Sequence[Sequence[Any]]) -> tuple[Link, ...]:
    return tuple(map(link_of, rows))


def _day(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day_of(text: str | None) -> datetime.date | None:
    return None if text is None else datetime.date.fromisoformat(text)


def report_text(report: Report) -> str:
    """A report as JSON."""
    return packed([
        report.of, report.type, report.start, report.end, report.quote, report.trigger,
        [[role, _links(links)] for role, links in report.roles.items()], report.stance.value,
        _links(report.source), _day(report.when.begin), _day(report.when.end), report.date_text,
        [_toll(toll) for toll in report.tolls], report.same_as,
        None if report.deal is None else link_fields(report.deal), report.facts,
        report.segment.value, report.rule, report.confidence,
    ])  # fmt: skip


def report_of(text: str) -> Report:
    """The report of such JSON."""
    (
        of, type_, start, end, quote, trigger, roles, stance, source, begin, until, date_text,
        tolls, same_as, deal, facts, segment, rule, confidence,
    ) = json.loads(text)  # fmt: skip
    return Report(
        of=of,
        type=type_,
        start=start,
        end=end,
        quote=quote,
        trigger=(trigger[0], trigger[1]),
        roles={role: _links_of(links) for role, links in roles},
        stance=Stance(stance),
        source=_links_of(source),
        when=Interval(_day_of(begin), _day_of(until)),
        date_text=date_text,
        tolls=tuple(map(_toll_of, tolls)),
        same_as=same_as,
        deal=None if deal is None else link_of(deal),
        facts=tuple((name, value) for name, value in facts),
        segment=SegmentKind(segment),
        rule=rule,
        confidence=confidence,
    )


def _toll(toll: Toll) -> list[Any]:
    return [
        toll.kind, toll.count, toll.low, toll.high, _links(toll.victims), toll.start, toll.end,
        toll.part_of,
    ]  # fmt: skip


def _toll_of(fields: Sequence[Any]) -> Toll:
    kind, count, low, high, victims, start, end, part_of = fields
    return Toll(kind, count, low, high, _links_of(victims), start, end, part_of)


def shell_text(sheet: Sheet) -> str:
    """A sheet without its reports, as JSON."""
    issued, signed = sheet.issued, sheet.signature
    return packed([
        sheet.local, sheet.identifier, sheet.facts,
        [_day(issued.day), issued.basis, issued.reason, _day(issued.earliest), _day(issued.latest)],
        sheet.content_hash, sheet.language, sheet.wires,
        None if signed is None else [signed.least.hex(), signed.size], sheet.read_with,
    ])  # fmt: skip


def shell_of(text: str) -> Sheet:
    """The sheet of such JSON, with no reports."""
    local, identifier, facts, issued, content_hash, language, wires, signed, read_with = json.loads(
        text
    )
    day, basis, reason, earliest, latest = issued
    return Sheet(
        local=local,
        identifier=identifier,
        facts=tuple((name, value) for name, value in facts),
        issued=IssueDate(_day_of(day), basis, reason, _day_of(earliest), _day_of(latest)),
        content_hash=content_hash,
        reports=(),
        language=language,
        wires=tuple(wires),
        signature=None if signed is None else Signature(bytes.fromhex(signed[0]), signed[1]),
        read_with=read_with,
    )
