"""Corrections as TOML, and put at the end of a file that people keep."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from pathlib import Path

from kg.errors import CorrectionError
from kg.graph.corrections.correction import Correction, ReportName
from kg.graph.corrections.read import parse
from kg.output import write_whole

_TEXTS = ("thing", "into", "to", "new", "label", "name")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_CONTROL = re.compile('[\x00-\x1f\x7f"\\\\]')


def as_toml(correction: Correction) -> str:
    """The record of a correction, with its header; reading it gives the same correction."""
    lines = ["[[correction]]", f"do = {_text(correction.do)}"]
    lines += [f"{key} = {_text(getattr(correction, key))}"
              for key in _TEXTS if getattr(correction, key)]  # fmt: skip
    for key in ("these", "articles"):
        if getattr(correction, key):
            lines.append(f"{key} = {_list(getattr(correction, key))}")
    if correction.reports:
        tables = [f"    {_report(one)},\n" for one in correction.reports]
        lines.append(f"reports = [\n{''.join(tables)}]")
    if correction.do == "set-place":
        lines.append(f"place = {_list(correction.places)}")
    if correction.do == "set-date":
        lines += _days(correction.begin, correction.end)
    lines += [f"who = {_text(correction.who)}", f"when = {correction.when.isoformat()}",
              f"why = {_text(correction.why)}"]  # fmt: skip
    return "\n".join(lines) + "\n"


def append(path: Path, corrections: Sequence[Correction]) -> None:
    """Put records at the end of a file, which is made if it isn't there.

    What stands in it, comments too, stays as it is to the byte; the file is replaced whole or left.

    Raises:
        CorrectionError: if it can't be read or holds a mistake.
        StoreError: if it can't be written.
    """
    try:
        before = path.read_bytes() if path.exists() else b""
        known = parse(before.decode("utf-8-sig"), str(path))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise CorrectionError(f"can't be read: {reason}", where=str(path)) from error
    newline = b"\r\n" if b"\r\n" in before else b"\n"
    gap = b"" if not before else newline if before.endswith(b"\n") else newline * 2
    text = "\n".join(map(as_toml, corrections)).encode("utf-8", "replace").replace(b"\n", newline)
    after = before + gap + text
    if parse(after.decode("utf-8-sig"), str(path)) != (*known, *corrections):
        problem = "a record put at its end would change what stands there"
        raise CorrectionError(problem, where=str(path))
    write_whole(path, after)


def _text(words: str) -> str:
    r"""A basic string of TOML.

    >>> _text('say "no"')
    '"say \\"no\\""'
    """
    return f'"{_CONTROL.sub(_escaped, words)}"'


def _escaped(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0], f"\\u{ord(found[0]):04x}")


def _list(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"


def _report(name: ReportName) -> str:
    keys = [(key, getattr(name, key)) for key in ("article", "quote", "word", "type")]
    cells = [f"{key} = {_text(value)}" for key, value in keys if value]
    return "{ " + ", ".join(cells + ([f"nth = {name.nth}"] if name.nth else [])) + " }"


def _days(begin: datetime.date | None, end: datetime.date | None) -> list[str]:
    if begin is None and end is None:
        return ['date = "unknown"']
    if begin == end:
        return [f"date = {begin}"]
    return [f"{key} = {day}" for key, day in (("begin", begin), ("end", end)) if day is not None]
