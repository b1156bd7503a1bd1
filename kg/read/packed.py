"""Single files that are packed: .gz and .xz, watched for bombs."""

from __future__ import annotations

import gzip
import io
import lzma
from typing import IO, TYPE_CHECKING, cast

from kg.errors import InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: How much larger than itself a file may unpack, and the bytes up to which that doesn't matter.
#: Text packs to a tenth, seldom to a thirtieth; what packs better is made to harm.
MOST_SWELLING, HARMLESS = 200, 50_000_000


def unpacked(stream: IO[bytes], packing: str, size: int, shown: str) -> IO[bytes]:
    """The bytes in a packed file; reading them raises InputError where they swell too much.

    Args:
        stream: the packed bytes.
        packing: ".gz", ".xz" or "".
        size: how many they are.
        shown: how messages call the file.
    """
    if packing == ".gz":
        return cast(
            "IO[bytes]", io.BufferedReader(_Watched(gzip.GzipFile(fileobj=stream), size, shown))
        )
    if packing == ".xz":
        return cast("IO[bytes]", io.BufferedReader(_Watched(lzma.LZMAFile(stream), size, shown)))
    return stream


class _Watched(io.RawIOBase):
    """A stream that counts what was read from it."""

    def __init__(self, stream: gzip.GzipFile | lzma.LZMAFile, size: int, shown: str) -> None:
        self._stream = stream
        self._most = max(HARMLESS, MOST_SWELLING * size)
        self._shown = shown
        self._read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        found = self._stream.readinto(buffer)
        self._read += found
        if self._read > self._most:
            problem = f"unpacks to over {MOST_SWELLING} times its size, as no text does"
            raise InputError(problem, where=self._shown)
        return found
