"""A JSON object that a person wrote, read key by key; each mistake names its place."""

from __future__ import annotations

import datetime
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeVar

from kg.errors import InputError
from kg.evaluate.dates import day_of

_ADVICE = "README.md, “Measure it on your own articles”, shows the form"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?")
_KINDS = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a text",
    list: "a list",
    dict: "an object",
}

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Record:
    """An object, and where it stands. A member that is null counts as absent.

    All methods that read raise InputError, naming place and key, for a member of another kind.
    """

    members: Mapping[str, object]
    where: str

    def text(self, key: str) -> str:
        """A text that must be there."""
        return self.text_or(key) or self.refuse(f"lacks {key!r}")

    def text_or(self, key: str, default: str = "") -> str:
        """A text, or the default where there is none."""
        return self._member(key, str) or default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where there is none."""
        return tuple(self._of(str, found, key) for found in self._member(key, list) or ())

    def flag(self, key: str) -> bool:
        """True or false; false where nothing is said."""
        return bool(self._member(key, bool))

    def whole(self, key: str) -> int | None:
        """A whole number, not negative."""
        found = self._member(key, int)
        if found is not None and found < 0:
            self.refuse(f"{key!r} is below zero")
        return found

    def degrees(self, key: str) -> float | None:
        """A latitude or longitude."""
        found = self.members.get(key)
        number = float(found) if type(found) is int else self._member(key, float)
        if number is not None and not (math.isfinite(number) and abs(number) <= 180):
            self.refuse(f"{key!r} is no number of degrees")
        return number

    def day(self, key: str) -> datetime.date | None:
        """A day, written like 2031-05-02."""
        found = self.text_or(key)
        if not found:
            return None
        day = day_of(found) if _DAY.fullmatch(found) else None
        return day or self.refuse(f"{key!r} must be a day such as 2031-05-02, not {found!r}")

    def date(self, key: str) -> str:
        """A year, month or day, written like 2031, 2031-05 or 2031-05-02, or ""."""
        found = self.text_or(key)
        if found and not _DATE.fullmatch(found):
            self.refuse(f"{key!r} must be a date such as 2031-05-02 or 2031-05, not {found!r}")
        return found

    def choice(self, key: str, allowed: Iterable[str], default: str = "") -> str:
        """One of some words; with no default it must be there."""
        found = self.text_or(key, default) or self.text(key)
        known = sorted(allowed)
        if found not in known:
            self.refuse(f"{key!r} is {found!r}", f"known: {', '.join(known)}")
        return found

    def record(self, key: str) -> Record:
        """An object; an empty one where there is none."""
        return Record(self._member(key, dict) or {}, f"{self.where}: {key}")

    def records(self, key: str) -> Iterator[Record]:
        """A list of objects; mistakes count them from 1."""
        for at, found in enumerate(self._member(key, list) or (), start=1):
            yield Record(self._of(dict, found, key), f"{self.where}: {key} {at}")

    def refuse(self, problem: str, advice: str = _ADVICE) -> NoReturn:
        """Say what is wrong here.

        Raises:
            InputError: always.
        """
        raise InputError(problem, where=self.where, advice=advice)

    def _member(self, key: str, kind: type[Kind]) -> Kind | None:
        found = self.members.get(key)
        return None if found is None else self._of(kind, found, key)

    def _of(self, kind: type[Kind], found: object, key: str) -> Kind:
        # A bool is an int to Python, but not to people.
        if not isinstance(found, kind) or type(found) is not kind:
            got = _KINDS.get(type(found), "null")
            self.refuse(f"{key!r} holds {got} where {_KINDS[kind]} belongs")
        return found


def read_record(path: Path) -> Record:
    """The object in a JSON file.

    Raises:
        InputError: if the file can't be read, or holds something else.
    """
    try:
        found = json.loads(path.read_bytes().decode("utf-8-sig"))
        json.dumps(found, ensure_ascii=False).encode()  # half a character can't be shown
    except OSError as error:
        raise InputError(f"can't be read: {error.strerror}", where=str(path)) from error
    except (ValueError, RecursionError) as error:
        advice = "mend the file, or take it away"
        raise InputError(f"is not JSON: {error}", where=str(path), advice=advice) from error
    if not isinstance(found, dict):
        problem = "holds no JSON object"
        raise InputError(problem, where=str(path), advice=_ADVICE)
    return Record(found, str(path))
