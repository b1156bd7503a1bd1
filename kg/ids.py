"""Names for things: slugs for people, digests for machines."""

from __future__ import annotations

import hashlib
import re
import unicodedata

# Letters that Unicode does not decompose; \u0131 is the dotless i of Turkish.
_TRANSLITERATED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "\u0131": "i", "ə": "a"}
)


def slug(label: str) -> str:
    """ASCII, lower case, single hyphens; never empty.

    >>> slug("Hayat Tahrir al-Sham"), slug("Ma'arrat an-Numan"), slug("حمص")
    ('hayat-tahrir-al-sham', 'ma-arrat-an-numan', 'x-9fc51d97')
    """
    folded = unicodedata.normalize("NFKD", label.lower().translate(_TRANSLITERATED))
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    words = re.sub(r"[^a-z0-9]+", "-", plain)
    return words.strip("-") or f"x-{digest(label)[:8]}"


def digest(*parts: str) -> str:
    """SHA-256 (hex) of the parts, each with its length, so that no two lists collide.

    >>> digest("a", "bc") == digest("ab", "c")
    False
    """
    sha = hashlib.sha256()
    for part in parts:
        octets = part.encode("utf-8", "surrogatepass")
        sha.update(len(octets).to_bytes(8, "big"))
        sha.update(octets)
    return sha.hexdigest()
