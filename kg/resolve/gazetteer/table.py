"""A table of hashed keys: the place numbers that stand under each.

A posting is a key's number of 64 bits whose last bits give way to the place's number. Postings
are sorted; their first 16 bits choose a bucket, of which a directory tells the first row, and the
other 48 are the row. With 18 bits for the place 46 are left of the key, so that a name that is in
no table is taken for one that is once in a hundred million times.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

_BUCKETS = 1 << 16
_ROW = 6
_ROW_BITS = 8 * _ROW
_LOW = (1 << _ROW_BITS) - 1
#: Bytes of a row that are all of the key.
_SIGN = 3
_BOUNDS = struct.Struct("<2I")


def written(postings: Iterable[tuple[int, int]], bits: int) -> tuple[bytes, bytes]:
    """A table's directory and its rows.

    Args:
        postings: pairs of a key's number and a place's number, in any order.
        bits: how many bits the largest place number has, at most 24.
    """
    kept = sorted({number >> bits << bits | place for number, place in postings})
    sizes = [0] * _BUCKETS
    for posting in kept:
        sizes[posting >> _ROW_BITS] += 1
    directory = struct.pack(f"<{_BUCKETS + 1}I", 0, *accumulate(sizes))
    return directory, b"".join((posting & _LOW).to_bytes(_ROW, "big") for posting in kept)


@dataclass(frozen=True, slots=True)
class Table:
    """A table inside a file.

    Attributes:
        memory: the file.
        directory: where in it the directory begins; `rows` likewise.
        bits: as for `written`.
    """

    memory: mmap.mmap
    directory: int
    rows: int
    bits: int

    def __getitem__(self, number: int) -> tuple[int, ...]:
        """Numbers of the places under a key's number, ascending."""
        at = self.directory + _BOUNDS.size // 2 * (number >> _ROW_BITS)
        first, end = _BOUNDS.unpack_from(self.memory, at)
        bucket = self.memory[self.rows + _ROW * first : self.rows + _ROW * end]
        wanted = number & _LOW
        if wanted.to_bytes(_ROW, "big")[:_SIGN] not in bucket:  # most names of a text are no place
            return ()
        places = (1 << self.bits) - 1
        rows = (int.from_bytes(bucket[at : at + _ROW], "big") for at in range(0, len(bucket), _ROW))
        return tuple(row & places for row in rows if row | places == wanted | places)
