"""Which of the names that GeoNames lists for a place may lead to it from an English text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from kg.resolve.gazetteer.keys import spelt

#: Marks of a remark or of several names in one ("London, Ohio"), which no text writes so.
_REMARKS = frozenset(',;:()[]/\\|"“”=+*?!')
_LETTERS = 3
_CODE_LETTERS = 5


def kept(main: str, others: Iterable[str]) -> tuple[str, ...]:
    """The main name and those others that are names, each key once.

    >>> kept("Saraqib", ["Saraqib", "Sarāqib", "Saraqeb", "sraqb", "سراقب", "SRQ", "Tell 2"])
    ('Saraqib', 'Saraqeb')
    """
    names = {spelt(name): name for name in reversed([main, *filter(is_name, others)])}
    return tuple(name for number, name in reversed(names.items()) if number is not None)


def is_name(other: str) -> bool:
    """Whether an alternate name is one: in Latin letters, with a capital, no code, no remark.

    Without a capital are letter by letter renderings of other scripts ("sraqb", "lun dun"); of
    capitals alone are codes of airports and ports ("LON", "USLAX").
    """
    letters = [letter for letter in other if letter.isalpha()]
    code = len(letters) <= _CODE_LETTERS and other.isupper()
    return (
        len(letters) >= _LETTERS
        and not code
        and any(letter.isupper() for letter in letters)
        and not any(sign.isdigit() or sign in _REMARKS for sign in other)
        and all(map(_is_latin, letters))
    )


@lru_cache(maxsize=4096)
def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("LATIN", "MODIFIER"))
