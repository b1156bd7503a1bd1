"""Our JavaScript: typed, short, and never writing a text as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.serve import files
from kg.view.bundle import WEB
from kg.web.pages import FOLDER

MODULES = sorted(
    path
    for folder in (FOLDER, WEB, Path(files.__file__).parent / "web")
    for path in folder.glob("*.js")
)
_HEAD = re.compile(
    r"^(\s*)(?:export )?(?:async )?"
    r"(?:function\*? (\w+)|(?:const|let) (\w+) = .*=>.*\{$|(?!if|for|while)(\w+)\(.*\) \{$)"
)


def functions(text: str) -> Iterator[tuple[str, int]]:
    """Names of functions that take more than a line, and how many lines they take."""
    lines = text.splitlines()
    for start, line in enumerate(lines):
        head = _HEAD.match(line)
        if head is None:
            continue
        ends = (f"{head[1]}}}", f"{head[1]})")
        after = (at for at in range(start + 1, len(lines)) if lines[at].startswith(ends))
        end = next((at for at in after if not lines[at].endswith("{")), start)
        yield head[2] or head[3] or head[4], end - start + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_every_module_is_typed_and_short_and_writes_only_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("// @ts-check\n")
    assert len(text.splitlines()) <= 250
    assert [name for name, lines in functions(text) if lines > 30] == []
    assert not any(word in text for word in ("innerHTML", "outerHTML", "insertAdjacentHTML"))


def test_lines_of_functions_are_counted() -> None:
    text = """\
export function one(
  a,
) {
  return a;
}
const two = (b) => {
  if (b) {
    b();
  }
};
class Three {
  four(c) {
    c();
  }
}
"""
    assert dict(functions(text)) == {"one": 5, "two": 5, "four": 3}
