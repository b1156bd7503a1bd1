"""The files of the pages, read when the server starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.web.pages import FOLDER as SHARED

_FOLDER = Path(__file__).resolve().parent / "web"
_MEDIA = {".css": "text/css", ".js": "text/javascript"}


@dataclass(frozen=True, slots=True)
class File:
    """A file as it goes out."""

    media: str
    body: bytes


#: By name. Modules name those of `kg/web` as they lie on disk, `../../web/dom.js`, which a browser
#: takes for `/web/dom.js`, as nothing lies above the top.
FILES = {
    path.name: File(_MEDIA[path.suffix], path.read_bytes())
    for path in (*sorted(_FOLDER.iterdir()), *sorted(SHARED.iterdir()))
    if path.suffix in _MEDIA
}
