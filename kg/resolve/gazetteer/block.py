"""Places by the hundred, packed: column by column, byte by byte, then deflated."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.resolve.gazetteer.known import Known

#: Places in a block: more pack better, fewer are sooner unpacked.
SIZE = 128
_DEGREE = 10_000
#: Bytes of the columns: number, latitude, longitude, population, area.
_WIDTHS = (4, 3, 3, 4, 2)

#: A country's code and the name of an area in it.
Area = tuple[str, str]


def packed(places: Sequence[Known], areas: Mapping[Area, int]) -> bytes:
    """A block of places.

    Args:
        places: `SIZE` of them, fewer in the last block.
        areas: the number of each area.
    """
    columns = zip(*(_row(place, areas) for place in places), strict=True)
    planes = (
        bytes(value >> 8 * byte & 0xFF for value in column)
        for column, width in zip(columns, _WIDTHS, strict=True)
        for byte in range(width)
    )
    names = "\n".join(place.name for place in places)
    return zlib.compress(b"".join(planes) + names.encode(), 9)


def _row(place: Known, areas: Mapping[Area, int]) -> tuple[int, ...]:
    """A place's columns, angles from the south pole and the date line on."""
    return (
        place.id,
        round((place.latitude + 90) * _DEGREE),
        round((place.longitude + 180) * _DEGREE),
        place.population,
        areas[place.country, place.admin],
    )


@dataclass(frozen=True, slots=True)
class Block:
    """An unpacked block.

    Attributes:
        columns: the planes of all columns.
        names: main names.
    """

    columns: bytes
    names: tuple[str, ...]

    def place(self, at: int, areas: Sequence[Area]) -> Known:
        """The place at a position in the block."""
        row, start = [], 0
        size = len(self.names)
        for width in _WIDTHS:
            end = start + width * size
            row.append(int.from_bytes(self.columns[start + at : end : size], "little"))
            start = end
        ident, south, east, population, area = row
        country, admin = areas[area]
        return Known(
            id=ident,
            name=self.names[at],
            latitude=round(south / _DEGREE - 90, 4),
            longitude=round(east / _DEGREE - 180, 4),
            country=country,
            admin=admin,
            population=population,
        )


def unpacked(block: bytes, size: int) -> Block:
    """A block of `size` places as `packed` wrote it."""
    content = zlib.decompress(block)
    end = sum(_WIDTHS) * size
    return Block(content[:end], tuple(content[end:].decode().split("\n")))
