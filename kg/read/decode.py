"""Bytes to text, exactly as the offsets of the graph are counted.

A byte-order mark stays in the text as U+FEFF and line ends stay as they are, so that anybody who
decodes the file the same plain way finds each quote at its offsets.
"""

from __future__ import annotations

#: Tried in this order; the last never fails.
ENCODINGS = ("utf-8", "cp1252", "latin-1")


def decoded(octets: bytes) -> tuple[str, str]:
    r"""The text, and the encoding that fitted.

    >>> decoded(b"Jarabl\xfbs")
    ('Jarablûs', 'cp1252')
    """
    for encoding in ENCODINGS[:-1]:
        try:
            return octets.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return octets.decode(ENCODINGS[-1]), ENCODINGS[-1]
