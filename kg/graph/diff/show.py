"""Differences for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby

from kg.graph.diff.diff import Difference
from kg.graph.diff.view import Thing
from kg.terminal import single_line

_SIGNS = {"gained": "+", "lost": "−", "changed": "~"}
_STATES = ("gained", "lost", "changed")


def as_text(differences: Sequence[Difference]) -> str:
    """Sums a kind, then each thing with what changed; "" if nothing did."""
    lines: list[str] = []
    for kind, own in groupby(differences, key=lambda one: one.kind):
        group = list(own)
        counts = (f"{sum(o.state == state for o in group):,} {state}" for state in _STATES)
        lines.append(f"{kind}s: {', '.join(counts)}")
        lines += [line for one in group for line in _lines(one)]
    return "".join(f"{line}\n" for line in lines)


def as_json(differences: Sequence[Difference]) -> str:
    """One JSON object: kind -> state -> things."""
    record: dict[str, dict[str, list[object]]] = {}
    for one in differences:
        states = record.setdefault(one.kind, {state: [] for state in _STATES})
        states[one.state].append(_record(one))
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _lines(one: Difference) -> list[str]:
    lines = [f"  {_SIGNS[one.state]} {_named(one.thing)}"]
    for change in one.changes:
        values = [f"−{single_line(value)}" for value in change.lost]
        values += [f"+{single_line(value)}" for value in change.gained]
        lines.append(f"      {change.name}: {'; '.join(values)}")
    told = "its reports stand in" if one.state == "lost" else "its reports stood in"
    return lines + [f"      {told} {_named(kin)}" for kin in one.kin]


def _named(thing: Thing) -> str:
    return f"{single_line(thing.label)}  ({single_line(thing.iri)})"


def _record(one: Difference) -> dict[str, object]:
    record: dict[str, object] = {"iri": one.thing.iri, "label": one.thing.label}
    if one.before is not None and one.before.iri != one.thing.iri:
        record["was"] = one.before.iri
    if one.changes:
        changes = {each.name: {"lost": each.lost, "gained": each.gained} for each in one.changes}
        record["changes"] = changes
    if one.kin:
        record["reports_in"] = [kin.iri for kin in one.kin]
    return record
