"""Our modules of JavaScript as one script: no file of the page may load another."""

from __future__ import annotations

import re
from pathlib import Path

WEB = Path(__file__).resolve().parent / "web"

_IMPORT = re.compile(r"^import (\{[^}]*\}) from \"\./([\w-]+\.js)\";$", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:function\*?|const|class) (\w+))", re.MULTILINE)


def bundle(entry: str, folder: Path = WEB) -> str:
    """A module and all that it imports, each in a function of its own, in the order of need.

    Raises:
        ValueError: if two modules need each other.
    """
    done: dict[str, str] = {}
    _add(entry, folder, done, ())
    return "\n".join(['"use strict";', "const modules = {};", *done.values()])


def _add(name: str, folder: Path, done: dict[str, str], above: tuple[str, ...]) -> None:
    if name in above:
        problem = " needs ".join((*above, name))
        raise ValueError(problem)
    text = (folder / name).read_text(encoding="utf-8")
    for needed in _IMPORT.findall(text):
        if needed[1] not in done:
            _add(needed[1], folder, done, (*above, name))
    names = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _IMPORT.sub(r'const \1 = modules["\2"];', text))
    done[name] = f'modules["{name}"] = (() => {{\n{body}\nreturn {{ {names} }};\n}})();'
