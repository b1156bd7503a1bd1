"""The files that the gazetteer is compiled from: found in installed packages, pinned by hash."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from kg.errors import KnowledgeError

_PINS = Path(__file__).with_name("inputs.toml")


def contents() -> dict[str, bytes]:
    """The content of each file that inputs.toml names, by its name there.

    Raises:
        KnowledgeError: if a package is missing, or carries another file.
    """
    pins = tomllib.loads(_PINS.read_text(encoding="utf-8"))
    return {name: _content(name, pin) for name, pin in pins.items()}


def _content(name: str, pin: Mapping[str, str]) -> bytes:
    wanted = f"{pin['package']} {pin['version']}"
    try:
        path = Path(str(metadata.distribution(pin["package"]).locate_file(pin["file"])))
        content = path.read_bytes()
    except (metadata.PackageNotFoundError, OSError):
        advice = "run `make gazetteer`"
        raise KnowledgeError(f"{wanted} isn't installed", where=name, advice=advice) from None
    if hashlib.sha256(content).hexdigest() != pin["sha256"]:
        raise KnowledgeError(f"not the file of {wanted}", where=str(path))
    return content
