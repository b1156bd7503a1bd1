"""The head of a gazetteer file: whose facts these are, how long its parts are, a checksum.

The file is: magic words, a notice in plain text, the checksum (CRC-32 of all that follows it), the
lengths of the parts, the parts. All numbers are little-endian.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from itertools import accumulate
from typing import BinaryIO

from kg.errors import KnowledgeError

_MAGIC = b"kg gazetteer 1\n"
_NOTICE = 449
#: About the places, directory of blocks, blocks, and both tables' directories and rows.
_PARTS = 7
_FIRST = struct.Struct(f"<{len(_MAGIC)}s{_NOTICE}sI")
_LENGTHS = struct.Struct(f"<{_PARTS}I")
_ADVICE = "install kg again, or run `make gazetteer`"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the parts.

    Attributes:
        notice: origin and licence.
        starts: where each part begins, and where the last one ends.
    """

    notice: str
    starts: tuple[int, ...]


def joined(notice: str, parts: tuple[bytes, ...]) -> bytes:
    """A whole file.

    Raises:
        KnowledgeError: if the notice is too long.
    """
    words = notice.encode()
    if len(words) > _NOTICE:
        raise KnowledgeError(f"the notice is longer than {_NOTICE} bytes")
    rest = b"".join((_LENGTHS.pack(*map(len, parts)), *parts))
    return _FIRST.pack(_MAGIC, words, zlib.crc32(rest)) + rest


def read(file: BinaryIO, where: str) -> Head:
    """The head of a file, after the whole file was checked piece by piece.

    Raises:
        KnowledgeError: if it is another kind of file, or not as it was written.
    """
    first, lengths = file.read(_FIRST.size), file.read(_LENGTHS.size)
    if not first.startswith(_MAGIC) or len(lengths) < _LENGTHS.size:
        raise KnowledgeError("no gazetteer of this version", where=where, advice=_ADVICE)
    _, notice, checksum = _FIRST.unpack(first)
    found, size = zlib.crc32(lengths), _FIRST.size + _LENGTHS.size
    starts = tuple(accumulate(_LENGTHS.unpack(lengths), initial=size))
    while piece := file.read(1 << 18):
        found, size = zlib.crc32(piece, found), size + len(piece)
    if (size, found) != (starts[-1], checksum):
        raise KnowledgeError("damaged: not as it was written", where=where, advice=_ADVICE)
    return Head(notice.rstrip(b"\0").decode(), starts)
