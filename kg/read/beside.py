"""What is told of an article in a file beside it, or at its own head: YAML and JSON."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import PurePath

import yaml

from kg.errors import InputError
from kg.read.fields import NAMES, column

#: Most characters of it.
MOST_METADATA = 100_000
#: Kinds of files of metadata, and of those that they may lie beside.
KINDS = (".json", ".yaml", ".yml")
TEXTS = frozenset((".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx"))


def metadata(block: str, where: str) -> dict[str, object] | InputError:
    """The metadata in a block of YAML or JSON, or what is wrong with it.

    Values are taken only if they are plain: text, numbers, dates, or the name of an object that
    has one.

    Args:
        block: the text; of YAML, unless it begins like a JSON object.
        where: the file, for messages.
    """
    if len(block) > MOST_METADATA:
        return InputError("more than 100,000 characters of metadata", where=where)
    try:
        isjson = block.lstrip("\ufeff \t\r\n").startswith("{")
        found = _json(block) if isjson else yaml.load(block, _Loader)  # noqa: S506 - see _Loader
    except Exception as error:  # noqa: BLE001 - PyYAML lets its constructors' own errors through
        reason = getattr(error, "problem", None) or str(error) or type(error).__name__
        return InputError(f"metadata that can't be read: {reason:.150}", where=where)
    if not isinstance(found, Mapping):
        return {}
    plain = ((str(key), _plain(value)) for key, value in found.items())
    return {key: value for key, value in plain if value is not None}


def _json(block: str) -> object:
    return json.loads(block.lstrip("\ufeff"))


def _plain(value: object) -> object:
    """A plain value, or None."""
    if isinstance(value, Mapping):
        value = value.get("name")
    plain = isinstance(value, str | int | float | datetime.date) and not isinstance(value, bool)
    return value if plain else None


class _Loader(yaml.SafeLoader):
    """YAML's safe loader without references, which can blow a few lines up to gigabytes."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse a reference; compose anything else."""
        if self.check_event(yaml.AliasEvent):
            problem = "references (*name) are not taken"
            raise yaml.YAMLError(problem)
        return super().compose_node(parent, index)


def tells(found: Mapping[str, object]) -> bool:
    """Whether metadata tells anything of an article."""
    return any(column(part, found, {}) is not None for part in NAMES)


def tells_only(found: Mapping[str, object]) -> bool:
    """Whether metadata tells of an article and is none itself."""
    return tells(found) and column("text", found, {}) is None


def names_beside(name: str) -> list[str]:
    """The names that files of metadata beside a text may have.

    >>> names_beside("a/one.txt")[:2]
    ['a/one.txt.json', 'a/one.txt.yaml']
    """
    return [base + kind for base in (name, name.rpartition(".")[0]) for kind in KINDS]


def texts_beside(name: str) -> list[str]:
    """The names that the text may have which a file of metadata lies beside; [] for others."""
    stem, dot, suffix = name.rpartition(".")
    if not dot or f".{suffix.lower()}" not in KINDS:
        return []
    whole = [stem] if PurePath(stem).suffix.lower() in TEXTS else []
    return whole + [stem + kind for kind in sorted(TEXTS)]
