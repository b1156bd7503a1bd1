"""Our modules of JavaScript as one script: no file of the page may load another."""

from __future__ import annotations

import re
from pathlib import Path

WEB = Path(__file__).resolve().parent / "web"

_IMPORT = re.compile(r"^import (\{[^}]*\}) from \"(\.[\w./-]+\.js)\";$", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:function\*?|const|class) (\w+))", re.MULTILINE)


def bundle(entry: str, folder: Path = WEB) -> str:
    """A module and all that it imports, each in a function of its own, in the order of need.

    Raises:
        ValueError: if two modules need each other.
    """
    done: dict[str, str] = {}
    _add(folder / entry, done, ())
    return "\n".join(['"use strict";', "const modules = {};", *done.values()])


def _add(path: Path, done: dict[str, str], above: tuple[str, ...]) -> None:
    """Modules are known by the names of their files, whatever folder these lie in."""
    if path.name in above:
        problem = " needs ".join((*above, path.name))
        raise ValueError(problem)
    text = path.read_text(encoding="utf-8")
    for _, needed in _IMPORT.findall(text):
        if Path(needed).name not in done:
            _add(path.parent / needed, done, (*above, path.name))
    names = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _IMPORT.sub(_from_modules, text))
    done[path.name] = f'modules["{path.name}"] = (() => {{\n{body}\nreturn {{ {names} }};\n}})();'


def _from_modules(found: re.Match[str]) -> str:
    return f'const {found[1]} = modules["{Path(found[2]).name}"];'
