"""Keys of place names as numbers of 64 bits, small enough to keep half a million of them.

The keys are those of `kg.resolve.names`, by spelling and by sound, after letters that Unicode
does not take apart were put in the letters of the English press ("Łódź", "Lodz").
"""

from __future__ import annotations

import hashlib

from kg.resolve.names import key, sound

#: A longer text is no name; GeoNames' longest has 140 letters.
LONGEST = 200
#: Below this many letters all vowels and hardly a consonant would be left to tell names apart.
_SHORTEST_HEARD = 5
_PRESS = str.maketrans(
    {
        "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
        "þ": "th", "Þ": "Th", "ħ": "h", "Ħ": "H", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
        "ə": "a", "Ə": "A", "ǝ": "a", "Ǝ": "A", "ŋ": "ng", "Ŋ": "Ng", "ɔ": "o", "Ɔ": "O",
        "ɛ": "e", "Ɛ": "E",
        **dict.fromkeys("ʹʺʻʼʽʾʿˈˌ"),
    }
)  # fmt: skip


def spelt(name: str) -> int | None:
    """The number of a name's plain key, None for what is no name.

    >>> spelt("Deir ez-Zor") == spelt("Deir Zor"), spelt("Łódź") == spelt("Lodz"), spelt("...")
    (True, True, None)
    """
    parts = _parts(name)
    return _number(parts) if parts else None


def heard(name: str) -> int | None:
    """The number of a name's sound key, None for acronyms and for names too short to be heard.

    >>> heard("Saraqeb") == heard("Saraqib"), heard("Homs"), heard("UNIFIL")
    (True, None, None)
    """
    if name.isupper():
        return None
    sounds = tuple(sound(part) for part in _parts(name))
    return _number(sounds) if sum(map(len, sounds)) >= _SHORTEST_HEARD else None


def _parts(name: str) -> tuple[str, ...]:
    return key(name.translate(_PRESS)) if len(name) <= LONGEST else ()


def _number(parts: tuple[str, ...]) -> int:
    joined = " ".join(parts).encode()
    return int.from_bytes(hashlib.blake2b(joined, digest_size=8).digest(), "big")
