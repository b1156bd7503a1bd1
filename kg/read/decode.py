"""Bytes to text, exactly as the offsets of the graph are counted.

A byte-order mark stays in the text as U+FEFF and line ends stay as they are, so that anybody who
decodes the file the same plain way finds each quote at its offsets.
"""

from __future__ import annotations

import codecs
import re

import charset_normalizer

#: Marks at the head of a file, the longer ones first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Tried in this order for what is mostly ASCII; the last never fails.
_LATIN = ("utf-8", "cp1252", "latin-1")
#: A larger share of bytes above ASCII isn't English with its quotes and names.
_FOREIGN = 0.15
#: So many such bytes are too few to tell a script by.
_FEW = 20
#: Pages of other scripts. Detection can't tell Latin pages apart on the few such bytes of English.
_OTHER_SCRIPTS = [
    "cp1251", "koi8_r", "cp1256", "cp1255", "cp1253", "gb18030", "big5", "shift_jis", "euc_jp",
    "euc_kr", "cp1252",
]  # fmt: skip
#: So many bytes are enough to tell a script.
_SAMPLE = 20_000
_NAMED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9][\w.:-]{1,30})""")
#: Names under which the web means a Windows page (WHATWG Encoding Standard).
_WEB_NAMES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252",
              "us-ascii": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
              "x-sjis": "shift_jis", "ks_c_5601-1987": "cp949", "euc-kr": "cp949"}  # fmt: skip


def decoded(octets: bytes, declared: str = "") -> tuple[str, str]:
    r"""The text, and the encoding that fitted.

    A byte-order mark decides; then UTF-8, if the bytes are valid; then what was declared; then
    what the bytes look like.

    Args:
        octets: a whole file.
        declared: the name of an encoding from a header or a page, or "".

    >>> decoded(b"Jarabl\xfbs")
    ('Jarablûs', 'cp1252')
    >>> decoded("Хама".encode("koi8-r"), "koi8-r")
    ('Хама', 'koi8-r')
    """
    for encoding in _candidates(octets, declared):
        try:
            return octets.decode(encoding), encoding
        except UnicodeError:  # not only UnicodeDecodeError: some codecs raise its parent
            continue
    return octets.decode(_LATIN[-1]), _LATIN[-1]


def _candidates(octets: bytes, declared: str) -> list[str]:
    marks = [encoding for mark, encoding in _MARKS if octets.startswith(mark)]
    wide = _wide(octets)
    known = _known(declared)
    found = [*marks, *wide, "utf-8", *known]
    if not known and _is_foreign(octets):
        best = charset_normalizer.from_bytes(octets[:_SAMPLE], cp_isolation=_OTHER_SCRIPTS).best()
        found += [best.encoding] if best is not None else []
    return [*found, *_LATIN[1:]]


def _wide(octets: bytes) -> list[str]:
    """UTF-16 without its mark: a NUL in nearly every second place."""
    half = max(1, len(octets) // 2)
    if len(octets) < 8 or len(octets) % 2:
        return []
    if octets[1::2].count(0) > 0.7 * half and not octets[::2].count(0):
        return ["utf-16-le"]
    if octets[::2].count(0) > 0.7 * half and not octets[1::2].count(0):
        return ["utf-16-be"]
    return []


def _known(declared: str) -> list[str]:
    """The encoding of a declared name, if Python has it and it is one of text."""
    name = declared.strip().lower()
    name = _WEB_NAMES.get(name, name)
    try:
        codecs.lookup(name).name.encode("ascii")
        "".encode(name)
    except (LookupError, ValueError):
        return []
    return [name]


def _is_foreign(octets: bytes) -> bool:
    sample = octets[:_SAMPLE]
    high = len(sample) - len(sample.translate(None, _HIGH))
    return high > max(_FEW, _FOREIGN * len(sample))


_HIGH = bytes(range(0x80, 0x100))


def declared_in(octets: bytes) -> str:
    """The encoding that the head of a page or XML file names, or "".

    >>> declared_in(b'<meta http-equiv=Content-Type content="text/html; charset=windows-1251">')
    'windows-1251'
    """
    found = _NAMED.search(octets[:2048])
    return found[1].decode("ascii") if found else ""
