"""One thing to read, whatever it lay in."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, cast

from kg.errors import InputError
from kg.model import Document

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: Most characters of one article, and most bytes of one file of text or one record.
MOST_CHARACTERS = 5_000_000
MOST_BYTES = 50_000_000

Found = Document | InputError


@dataclass(frozen=True, slots=True)
class Source:
    """An open stream of bytes, and what to call it.

    Attributes:
        stream: the bytes, unpacked; one that can be peeked into.
        path: where it lies, for messages: "news.zip: a/b.txt".
        name: the identifier, if it holds one article.
        fields: part of a document ("text") -> what records here call it ("body").
        beside: metadata from a file beside it.
        declared: an encoding that its container names, or "".
    """

    stream: IO[bytes]
    path: str
    name: str
    fields: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[str, object] = field(default_factory=dict)
    declared: str = ""

    def head(self, count: int) -> bytes:
        """The first bytes, without taking them out of the stream."""
        return cast("io.BufferedReader", self.stream).peek(count)[:count]

    def whole(self) -> bytes:
        """All its bytes.

        Raises:
            InputError: if they are too many for one article.
        """
        octets = self.stream.read(MOST_BYTES + 1)
        if len(octets) > MOST_BYTES:
            limit = f"{MOST_BYTES // 1_000_000} MB"
            raise InputError(f"more than {limit} in one article", where=self.path,
                             advice="split it into its articles")  # fmt: skip
        return octets


def stream_of(octets: bytes) -> IO[bytes]:
    """Bytes as a stream that can be peeked into."""
    return io.BufferedReader(cast("io.RawIOBase", io.BytesIO(octets)))


def rewound(head: bytes, stream: IO[bytes]) -> IO[bytes]:
    """A stream with bytes put back at its front."""
    return io.BufferedReader(_Rewound(head, stream))


class _Rewound(io.RawIOBase):
    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        room = memoryview(buffer)
        octets = self._head[: len(room)] or self._stream.read(len(room))
        self._head = self._head[len(room) :]
        room[: len(octets)] = octets
        return len(octets)


#: Yields what it finds, and what lies in it as a source of its own; raises InputError only for a
#: mistake that ends the source.
Reader = Callable[[Source], Iterator[Found | Source]]
