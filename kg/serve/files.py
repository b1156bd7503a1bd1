"""The files of the query page, read when the server starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent / "web"
_MEDIA = {".css": "text/css", ".js": "text/javascript", ".html": "text/html"}


@dataclass(frozen=True, slots=True)
class File:
    """A file as it goes out."""

    media: str
    body: bytes


#: By name; the template of things is no file of its own.
FILES = {
    path.name: File(_MEDIA[path.suffix], path.read_bytes())
    for path in sorted(_FOLDER.iterdir())
    if path.suffix in _MEDIA and path.name != "thing.html"
}
