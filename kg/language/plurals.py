"""Regular plurals of English nouns."""

from __future__ import annotations

_VOWELS = frozenset("aeiou")
# Nouns that are their own plurals.
_ALIKE = frozenset(("media", "people", "personnel", "police", "staff", "aircraft"))


def plural_of(noun: str) -> str:
    """The plural of a noun in small letters.

    >>> [plural_of(noun) for noun in ("witness", "family", "policeman", "child", "media")]
    ['witnesses', 'families', 'policemen', 'children', 'media']
    """
    if noun in _ALIKE:
        return noun
    if noun == "child" or noun.endswith("schoolchild"):
        return f"{noun}ren"
    if noun.endswith("man"):
        return f"{noun[:-2]}en"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"
