"""The gazetteer: which populated places in the world bear a name.

The file is mapped into memory, not read: what is looked up is unpacked, and stays shared between
processes. Names meet under the keys of `kg.resolve.names`.
"""

from __future__ import annotations

import json
import mmap
import struct
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.errors import KnowledgeError
from kg.resolve.gazetteer import block, head, keys
from kg.resolve.gazetteer.known import Known, rank
from kg.resolve.gazetteer.table import Table

SHIPPED = Path(__file__).with_name("places.bin")
_BOUNDS = struct.Struct("<2I")


class Gazetteer:
    """A gazetteer file, open for reading; it may be used in forked processes too.

    Attributes:
        notice: whose facts these are, and their licence.
        countries: English names of countries and territories by ISO 3166-1 code ("SY").
    """

    def __init__(self, memory: mmap.mmap, top: head.Head) -> None:
        """Read what a checked file says about itself; `open` is the way in."""
        about, self._blocks, self._packed, *tables, _ = top.starts
        told = json.loads(memory[about : self._blocks])
        self.notice = top.notice
        self.countries: Mapping[str, str] = told["countries"]
        self._areas: list[block.Area] = [(country, admin) for country, admin in told["areas"]]
        self._count: int = told["places"]
        self._memory = memory
        bits = self._count.bit_length()
        self._spelt = Table(memory, tables[0], tables[1], bits)
        self._heard = Table(memory, tables[2], tables[3], bits)
        self._spelt_at = lru_cache(maxsize=65536)(self._find_spelt)
        self._heard_at = lru_cache(maxsize=65536)(self._find_heard)
        self._block = lru_cache(maxsize=256)(self._unpack)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The gazetteer of a file.

        Raises:
            KnowledgeError: if it can't be read, or isn't a whole gazetteer file.
        """
        try:
            with path.open("rb") as file:
                top = head.read(file, str(path))
                return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), top)
        except OSError as problem:
            reason = problem.strerror
            raise KnowledgeError(f"can't be read: {reason}", where=str(path)) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; places that were found stay good."""
        self._memory.close()

    def __len__(self) -> int:
        """How many places there are."""
        return self._count

    def among(self, names: Iterable[str]) -> frozenset[str]:
        """Those of many names that a place bears, by spelling; sorts out spans of a text."""
        return frozenset(name for name in names if self._at(name))

    def named(self, name: str, countries: Collection[str] | None = None) -> tuple[Known, ...]:
        """The places that bear a name, by spelling.

        Args:
            name: any text; capitals, accents, hyphens and articles don't matter.
            countries: ISO 3166-1 codes of the countries to look in, None for the whole world.

        Returns:
            The most populous first, those of equal population by number.
        """
        return tuple(sorted(self._in(self._at(name), countries), key=rank))

    def sounding(self, name: str, countries: Collection[str] | None = None) -> tuple[Known, ...]:
        """The places that bear a name that sounds alike, however it was transliterated.

        Args:
            name: as for `named`; of a short name or an acronym only the spelling counts.
            countries: as for `named`.

        Returns:
            What `named` finds, then the others in the same order.
        """
        if len(name) > keys.LONGEST:
            return ()
        others = set(self._heard_at(name)).difference(self._spelt_at(name))
        return self.named(name, countries) + tuple(sorted(self._in(others, countries), key=rank))

    def _at(self, name: str) -> tuple[int, ...]:
        """Positions of the places that bear a name; a text too long to be one is not kept."""
        return self._spelt_at(name) if len(name) <= keys.LONGEST else ()

    def _find_spelt(self, name: str) -> tuple[int, ...]:
        number = keys.spelt(name)
        return self._spelt[number] if number is not None else ()

    def _find_heard(self, name: str) -> tuple[int, ...]:
        number = keys.heard(name)
        return self._heard[number] if number is not None else ()

    def _in(self, found: Iterable[int], countries: Collection[str] | None) -> Iterable[Known]:
        places = map(self._place, found)
        return (place for place in places if countries is None or place.country in countries)

    def _place(self, at: int) -> Known:
        return self._block(at // block.SIZE).place(at % block.SIZE, self._areas)

    def _unpack(self, number: int) -> block.Block:
        bounds = _BOUNDS.unpack_from(self._memory, self._blocks + _BOUNDS.size // 2 * number)
        first, end = (self._packed + bound for bound in bounds)
        size = min(block.SIZE, self._count - number * block.SIZE)
        return block.unpacked(self._memory[first:end], size)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer that travels with kg, opened at the first call in a process.

    Raises:
        KnowledgeError: as `Gazetteer.open`.
    """
    return Gazetteer.open(SHIPPED)
