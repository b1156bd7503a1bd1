"""What a server is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

#: Bytes of a request's body; a query longer than this is none that a person wrote.
MOST_ASKED = 1 << 20


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a server listens, what it serves, and what a request may cost.

    Attributes:
        graph: the store's folder.
        base: the IRI below which the data's IRIs stand.
        host: name or address to listen at.
        port: 0 for any that is free.
        timeout: seconds that a request may take, once it has its turn.
        rows: of an answer, or triples; a larger answer is refused, never cut.
        memory: MiB that a request may take beyond what an idle child holds.
        workers: requests answered at once, each by a child of its own.
        token: what updates must show; None switches them off.
        origins: other web origins whose pages may ask.
        names: of this host that requests may use, besides addresses, localhost and `host`.
    """

    graph: Path
    base: str
    host: str = "127.0.0.1"
    port: int = 8080
    timeout: float = 10.0
    rows: int = 100_000
    memory: int = 1024
    workers: int = 4
    token: str | None = None
    origins: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
