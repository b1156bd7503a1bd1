"""Which articles are copies of another: the same wire story, reprinted or lightly rewritten."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

import numpy

from kg.graph.quads import Sheet
from kg.ids import digest
from kg.model import Signature

#: The share of common shingles (Jaccard) from which two articles are copies.
ALIKE = 0.5
#: The share of the shorter one's shingles from which it is a shortened copy of the longer one.
CONTAINED = 0.8
#: Numbers of a signature in a band. Articles with a band in common are compared: of those sharing
#: half of their shingles 99 in 100 (Leskovec and others 2020, Mining of Massive Datasets, 3.4).
_ROWS = 3


def copies(sheets: Sequence[Sheet]) -> dict[str, str]:
    """The copies among articles, each with the one that it is taken to copy.

    Of articles that are copies of each other, the one issued first counts as the origin; of
    those of one day, the one with the longest text. A function of the set of articles alone.

    Returns:
        IRI of each copy -> IRI of its origin, both without the base.
    """
    signed = {one.local: one for one in sheets if one.signature is not None}
    group = {local: local for local in signed}
    first_of: dict[Signature, str] = {}
    for local in sorted(signed):  # exact copies first: thousands of them make no pairs to compare
        group[local] = first_of.setdefault(_signature(signed[local]), local)
    for one, other in _pairs({local: signed[local] for local in first_of.values()}):
        first, second = _root(group, one), _root(group, other)
        group[max(first, second)] = min(first, second)
    members: dict[str, list[str]] = {}
    for local in signed:
        members.setdefault(_root(group, local), []).append(local)
    found: dict[str, str] = {}
    for locals_ in members.values():
        origin = min(locals_, key=lambda local: _precedence(signed[local]))
        found |= {local: origin for local in locals_ if local != origin}
    return found


def _root(group: dict[str, str], local: str) -> str:
    while group[local] != local:
        group[local] = group[group[local]]
        local = group[local]
    return local


def _pairs(signed: Mapping[str, Sheet]) -> Iterator[tuple[str, str]]:
    """Every pair of copies, once."""
    index: dict[tuple[int, bytes], list[str]] = {}
    for local in sorted(signed):
        own = _signature(signed[local])
        bands = list(_bands(own))
        for other in sorted({other for band in bands for other in index.get(band, ())}):
            if are_copies(own, _signature(signed[other])):
                yield other, local
        for band in bands:
            index.setdefault(band, []).append(local)


def _bands(signature: Signature) -> Iterator[tuple[int, bytes]]:
    """The bands of a signature, each with its place."""
    width = _ROWS * 4
    for start in range(0, len(signature.least) - width + 1, width):
        yield start, signature.least[start : start + width]


def marks(signature: Signature) -> list[str]:
    """What copies have at least one of in common, by which they are found without comparing all."""
    whole = f"{signature.size} {signature.least.hex()}"
    return [*(f"{start} {band.hex()}" for start, band in _bands(signature)), digest(whole)]


def _signature(sheet: Sheet) -> Signature:
    assert sheet.signature is not None  # noqa: S101 - for mypy: others were left out
    return sheet.signature


def are_copies(one: Signature, other: Signature) -> bool:
    """Whether two signatures are those of copies."""
    alike = float(numpy.mean(_numbers(one) == _numbers(other)))
    if alike >= ALIKE:
        return True
    common = alike * (one.size + other.size) / (1 + alike)
    return common >= CONTAINED * min(one.size, other.size)


def _numbers(signature: Signature) -> numpy.ndarray:
    return numpy.frombuffer(signature.least, "<u4")


def _precedence(sheet: Sheet) -> tuple[datetime.date, int, str]:
    size = sheet.signature.size if sheet.signature is not None else 0
    return sheet.issued.day or datetime.date.max, -size, sheet.local
