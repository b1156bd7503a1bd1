"""The seal on an index: what it was made by and for which state of the database beside it.

The index is no more than a help, so it is used only if all of this holds; in any other case, after
a crash too, what it would tell is read from the graph again. Whoever opens the database to write
to it gives it another MANIFEST, which the file CURRENT names; so an index that was not sealed since
is told from one that was.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from kg.graph.note import FORMAT
from kg.ids import digest
from kg.output import write_whole

_PACKAGE = Path(__file__).resolve().parents[2]
#: What of kg decides what stands in an index and in merged things.
_PARTS = ("graph", "ids.py", "model.py", "resolve", "vocab.py")
#: Files of the database that tell one state of it from another.
_STATE = ("IDENTITY", "CURRENT")


def made_by(folder: Path) -> str:
    """A digest of this kg and of an ontology folder."""
    roots = [*(_PACKAGE / part for part in _PARTS), folder]
    return digest(str(FORMAT), *(told for root in roots for told in _contents(root)))


def _contents(root: Path) -> Iterator[str]:
    files = sorted(root.rglob("*")) if root.is_dir() else [root]
    for file in files:
        if file.suffix in (".py", ".toml", ".ttl"):
            yield file.relative_to(root.parent).as_posix()
            yield _digest_of(file)


def _digest_of(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def state_of(database: Path) -> str:
    """What tells this state of a database from any other; "" if there is none."""
    try:
        return " ".join((database / name).read_text(encoding="ascii").strip() for name in _STATE)
    except (OSError, ValueError):
        return ""


def is_sealed(seal: Path, index: Path, maker: str, state: str) -> bool:
    """Whether a seal holds for an index as it is.

    Args:
        seal: the file of the seal.
        index: the file that it is for.
        maker: as from `made_by`.
        state: as from `state_of`.
    """
    try:
        told = json.loads(seal.read_text(encoding="ascii"))
        return bool(state) and told == _told(index, maker, state)
    except (OSError, ValueError):
        return False


def put(seal: Path, index: Path, maker: str, state: str) -> None:
    """Seal an index; as `is_sealed`.

    Raises:
        OSError, StoreError: if it can't be read, or its seal not written.
    """
    text = json.dumps(_told(index, maker, state), indent=2)
    write_whole(seal, f"{text}\n".encode("ascii"))


def _told(index: Path, maker: str, state: str) -> dict[str, str]:
    return {"database": state, "index": _digest_of(index), "made by": maker}
